import { type Dirent, readdirSync } from 'node:fs';
import * as path from 'node:path';
import type { Listing } from '../git/listing.ts';
import { isGarbled, isMissing, type Unread } from '../git/unread.ts';

/**
 * The plain files in a folder and below it that are wanted by their name, which counts from the folder, with `/`. What begins with a dot,
 * `node_modules` and links are left out, and folders that cannot be read are named. One folder is held at a time, so that a hundred thousand
 * files take the room of their names. Never throws.
 */
export function filesBelow(folder: string, isWanted: (name: string) => boolean): Pick<Listing, 'files' | 'unread'> {
  const files: string[] = [];
  const unread: Unread[] = [];
  const folders = [''];
  for (let inside = folders.pop(); inside !== undefined; inside = folders.pop()) {
    for (const entry of entriesOf(folder, inside, unread)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const name = inside + entry.name;
      if (entry.isDirectory()) folders.push(`${name}/`);
      else if (entry.isFile() && isWanted(name)) files.push(name);
    }
  }
  return { files, unread };
}

function entriesOf(folder: string, inside: string, unread: Unread[]): readonly Dirent[] {
  try {
    return readdirSync(path.join(folder, inside), { withFileTypes: true });
  } catch (error) {
    // It may have been removed meanwhile.
    if (!isMissing(error) || isGarbled(inside)) unread.push({ name: inside.slice(0, -1), error });
    return [];
  }
}

import { type Dirent, readdirSync } from 'node:fs';
import * as path from 'node:path';

/**
 * The plain files in a folder and below it that are wanted by their name, which counts from the folder, with `/`. What begins with a dot,
 * `node_modules` and links are left out, and folders that cannot be read are passed over. One folder is held at a time, so that a hundred thousand
 * files take the room of their names. Never throws.
 */
export function filesBelow(folder: string, isWanted: (name: string) => boolean): string[] {
  const found: string[] = [];
  const folders = [''];
  for (let inside = folders.pop(); inside !== undefined; inside = folders.pop()) {
    for (const entry of entriesOf(path.join(folder, inside))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const name = inside + entry.name;
      if (entry.isDirectory()) folders.push(`${name}/`);
      else if (entry.isFile() && isWanted(name)) found.push(name);
    }
  }
  return found;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

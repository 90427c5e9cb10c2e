import { statSync } from 'node:fs';
import * as path from 'node:path';
import { Repositories } from '../git/repository.ts';
import { leftOutOf } from '../git/tree.ts';
import { slashed } from '../server/config-file.ts';

/**
 * Of some files, given by their absolute paths, those that are no more. What lies where nobody may look is not gone, nor is what a sparse working copy has
 * left out. Never rejects.
 */
export async function goneFiles(files: readonly string[]): Promise<ReadonlySet<string>> {
  const gone = new Set(files.filter(file => !mayBeThere(file)));
  for (const file of await leftOut(gone)) gone.delete(file);
  return gone;
}

function mayBeThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

async function leftOut(files: Iterable<string>): Promise<readonly string[]> {
  const repositories = new Repositories();
  const byRoot = new Map<string, string[]>();
  for (const file of files) {
    const root = await repositories.rootOf(path.dirname(file));
    if (root !== undefined) byRoot.set(root, [...(byRoot.get(root) ?? []), file]);
  }
  const found: string[] = [];
  for (const [root, own] of byRoot) {
    const nameOf = (file: string) => slashed(path.relative(root, file));
    const names = await leftOutOf(root, own.map(nameOf));
    found.push(...own.filter(file => names.has(nameOf(file))));
  }
  return found;
}

import { git, OF_ALL_FILES } from './run.ts';

/** The plain files of a commit: the names of their blobs by their own, which count from the root, with `/`. Undefined where git cannot say. Never rejects. */
export async function filesIn(root: string, commit: string): Promise<ReadonlyMap<string, string> | undefined> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit];
  const answer = await git(root, args, OF_ALL_FILES);
  if ('failed' in answer) return undefined;
  const files = new Map<string, string>();
  for (const entry of answer.text.split('\0')) {
    const tab = entry.indexOf('\t');
    // Links are not followed, and what a submodule has is known to that alone.
    const blob = /^100\d{3} blob ([0-9a-f]+)$/.exec(entry.slice(0, tab))?.[1];
    if (blob !== undefined) files.set(entry.slice(tab + 1), blob);
  }
  return files;
}

/** Of some files, which a sparse working copy has left out: they are not there, and not removed. Never rejects. */
export async function leftOutOf(root: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const answer = await git(root, ['ls-files', '-t', '-z', '--cached'], OF_ALL_FILES);
  if ('failed' in answer) return new Set();
  const skipped = new Set(answer.text.split('\0').flatMap(entry => (entry.startsWith('S ') ? entry.slice(2) : [])));
  return new Set(names.filter(name => skipped.has(name)));
}

import { committedBlobs } from './blobs.ts';
import { git } from './run.ts';

/** What the last commit has of a file: the name of its blob, and what it is called there if that was changed and is not committed yet. */
export interface Committed {
  readonly id: string;
  readonly formerName?: string;
}

/** What the last commit has of files, by their names; left out are those that it has not. One call of git, and another where it lacks some. Never rejects. */
export async function inLastCommit(
  root: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Committed>> {
  const found = new Map<string, Committed>();
  const blobs = await committedBlobs(root, names, signal);
  names.forEach((name, at) => {
    const id = blobs[at];
    if (id !== undefined) found.set(name, { id });
  });
  if (names.every(name => found.has(name))) return found;
  const renamed = await renamedInIndex(root, signal);
  for (const name of names) {
    const former = renamed.get(name);
    if (former && !found.has(name)) found.set(name, former);
  }
  return found;
}

/** The files that have another name in the index than in the last commit (`git mv`), by the new one. Never rejects. */
export async function renamedInIndex(root: string, signal?: AbortSignal): Promise<ReadonlyMap<string, Committed>> {
  const shown = ['--raw', '-z', '--no-abbrev', '--find-renames', '--diff-filter=R', '--no-ext-diff'];
  const answer = await git(root, ['diff-index', '--cached', ...shown, 'HEAD', '--'], { signal });
  const renamed = new Map<string, Committed>();
  if ('failed' in answer) return renamed;
  const fields = answer.text.split('\0');
  for (let at = 0; at < fields.length; at += 3) {
    const [head = '', formerName = '', name = ''] = fields.slice(at, at + 3);
    const id = /^:\d+ \d+ ([0-9a-f]+) [0-9a-f]+ R\d+$/.exec(head)?.[1];
    if (id !== undefined) renamed.set(name, { id, formerName });
  }
  return renamed;
}

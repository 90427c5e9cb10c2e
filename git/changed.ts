import * as path from 'node:path';
import { commitsOf, whereTheyParted } from './revision.ts';
import { git, OF_ALL_FILES } from './run.ts';

/** The files that have changed, absolute; or why that is not known. */
export type Changed = ReadonlySet<string> | 'unknown-revision' | 'failed';

/**
 * The files of a working copy that are other than at a revision, or new, as they lie on disk: committed, staged and neither. Where the revision went on by itself
 * (a branch from which this one has parted), what counts is the commit that both have in common, as in a pull request. `root` is the top folder of the
 * working copy. Never rejects.
 */
export async function changedSince(root: string, revision: string): Promise<Changed> {
  const [commit, head] = await commitsOf(root, [revision, 'HEAD']);
  if (commit === undefined) return 'unknown-revision';
  const since = (head && (await whereTheyParted(root, commit, head))) ?? commit;
  // What was renamed is told as removed and new: a plan at another place is under another configuration.
  const differing = [
    'diff',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules',
    '-z',
  ];
  const changed = await git(root, [...differing, since, '--'], OF_ALL_FILES);
  const added = await git(root, ['ls-files', '--others', '--exclude-standard', '-z'], OF_ALL_FILES);
  if ('failed' in changed || 'failed' in added) return 'failed';
  const names = `${changed.text}\0${added.text}`.split('\0').filter(name => name !== '');
  return new Set(names.map(name => path.join(root, name)));
}

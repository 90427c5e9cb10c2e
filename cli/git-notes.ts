import { isShallow, whyUnlisted } from '../git/hindrance.ts';
import { Repositories } from '../git/repository.ts';
import { count } from '../plan/words.ts';
import { asArgument } from './as-argument.ts';

/** A folder that plans were looked for in, or that one lies in. */
export interface Place {
  /** Absolute. */
  readonly folder: string;
  /** False where git was to list it, and did not. */
  readonly isListed: boolean;
  /** Plans in it that git does not know yet, and plans that it knows and that are gone; as people see them. */
  readonly untracked?: readonly string[];
  readonly removed?: readonly string[];
}

/**
 * What a person has to know where git cannot say all: plans are checked all the same, but not as on a machine where it can. One line for each repository
 * and cause; `history`: whether older versions are asked for. Never rejects.
 */
export async function gitNotes(places: readonly Place[], history: boolean): Promise<readonly string[]> {
  const repositories = new Repositories();
  const notes = new Set<string>();
  const shallow = new Map<string, boolean>();
  for (const { folder, isListed, untracked = [], removed = [] } of places) {
    const root = await repositories.rootOf(folder);
    if (root === undefined) continue;
    const why = isListed ? undefined : await whyUnlisted(root);
    if (why) notes.add(WHY[why](root, `what it ignores is checked too${history ? `, and ${UNKNOWN}` : ''}`));
    if (why || !history) continue;
    // A plan that was renamed without git is both.
    if (untracked.length > 0 && removed.length > 0)
      notes.add(
        `${named(removed)} ${removed.length === 1 ? 'is' : 'are'} gone, and git does not know ${named(untracked)} yet. Where that is a plan under another name, nothing is known of what it said at its last review until git is told of both (git add --all)`,
      );
    const isIt = shallow.get(root) ?? (await isShallow(root));
    shallow.set(root, isIt);
    if (isIt)
      notes.add(
        `${root} is a shallow clone: ${UNKNOWN}. Fetch the rest (git fetch --unshallow; for actions/checkout fetch-depth: 0), or say --no-history`,
      );
  }
  return [...notes];
}

/** `a.success-plan.yaml and 2 more plans` */
function named([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${count(others.length, 'more plan')}`;
}

/** What follows where git does not tell. */
export const UNKNOWN = 'nothing is known of what plans said at their last reviews';

/** Why git does not answer, and what follows. */
export const WHY = {
  missing: (_: string, so: string) => `git was not found: ${so}`,
  distrusted: (root: string, so: string) =>
    `git does not answer for ${root}, which belongs to somebody else: ${so}. To allow it: git config --global --add safe.directory ${asArgument(root)}`,
  unknown: (root: string, so: string) => `git takes ${root} for no repository, though .git is there: ${so}`,
};

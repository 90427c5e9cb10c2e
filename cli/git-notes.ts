import { isShallow, whyUnlisted } from '../git/hindrance.ts';
import { Repositories } from '../git/repository.ts';
import { asArgument } from './as-argument.ts';

/** A folder that plans were looked for in, or that one lies in. */
export interface Place {
  /** Absolute. */
  readonly folder: string;
  /** False where git was to list it, and did not. */
  readonly isListed: boolean;
}

/**
 * What a person has to know where git cannot say all: plans are checked all the same, but not as on a machine where it can. One line for each repository
 * and cause; `history`: whether older versions are asked for. Never rejects.
 */
export async function gitNotes(places: readonly Place[], history: boolean): Promise<readonly string[]> {
  const repositories = new Repositories();
  const notes = new Set<string>();
  const shallow = new Map<string, boolean>();
  for (const { folder, isListed } of places) {
    const root = await repositories.rootOf(folder);
    if (root === undefined) continue;
    const why = isListed ? undefined : await whyUnlisted(root);
    const ignored = `what it ignores is checked too${history ? `, and ${UNKNOWN}` : ''}`;
    if (why === 'missing') notes.add(`git was not found: ${ignored}`);
    else if (why === 'distrusted')
      notes.add(
        `git does not answer for ${root}, which belongs to somebody else: ${ignored}. To allow it: git config --global --add safe.directory ${asArgument(root)}`,
      );
    if (why !== undefined || !history) continue;
    const isIt = shallow.get(root) ?? (await isShallow(root));
    shallow.set(root, isIt);
    if (isIt)
      notes.add(
        `${root} is a shallow clone: ${UNKNOWN}. Fetch the rest (git fetch --unshallow; for actions/checkout fetch-depth: 0), or say --no-history`,
      );
  }
  return [...notes];
}

const UNKNOWN = 'nothing is known of what plans said at their last reviews';

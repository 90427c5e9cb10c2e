import type { Editor } from './edit.ts';
import { isTorn, type Place } from './tree.ts';

/** True for a value that goes on over further lines because its quote or brace is not closed: those lines are not its own, and an edit must not take them with it. */
export function takesInMore(edit: Editor, { part, start, end }: Place): boolean {
  const isUnclosed = part.problems.some(problem => isTorn(problem) && problem.start < end && problem.end > start);
  return isUnclosed && edit.at({ part, start, end }).includes('\n');
}

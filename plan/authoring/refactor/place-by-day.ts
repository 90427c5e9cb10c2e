import type { Day } from '../../day.ts';

/** Where in a list a day belongs: before the first that is later, else at the end; where the newest stands first, before the first that is not later. */
export function placeByDay(day: Day, days: readonly (Day | undefined)[]): number {
  const known = days.filter(one => one !== undefined);
  const isNewestFirst =
    (known[0] ?? '') > (known.at(-1) ?? '') && known.every((one, at) => at === 0 || one <= (known[at - 1] ?? ''));
  const found = days.findIndex(one => one !== undefined && (isNewestFirst ? one <= day : one > day));
  return found < 0 ? days.length : found;
}

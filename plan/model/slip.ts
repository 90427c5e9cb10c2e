import { type Day, daysBetween } from '../day.ts';

/** What is known of the days of a milestone, a step or an action. */
export interface PlannedWork {
  readonly planned: Day | undefined;
  /** The day on which it was done; whatever has one counts as done. */
  readonly actual: Day | undefined;
  /** True while there is work to do; of no account where there is an actual day. */
  readonly isOpen: boolean;
}

/**
 * Days between the planned day and the actual one; for open work whose day has passed, until today. Negative is early, 0 on the very day. Undefined
 * where nothing can be told: no planned day, one that is still to come, work that was done on a day nobody wrote down, and what is left undone.
 */
export function slipOf({ planned, actual, isOpen }: PlannedWork, today: Day): number | undefined {
  if (planned === undefined) return undefined;
  if (actual !== undefined) return daysBetween(planned, actual);
  return isOpen && planned < today ? daysBetween(planned, today) : undefined;
}

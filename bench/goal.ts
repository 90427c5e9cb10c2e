import type { Figures } from './figures.ts';

/** A figure of a run, or why there is none. */
export type Found = number | string;

/** What cannot be undercut by the same means, measured in the same run and in the goal's unit. */
export interface Floor {
  readonly what: string;
  find(figures: Figures): Found;
}

/** A figure that is to stay at or below a limit. */
export interface Goal {
  readonly what: string;
  /** The size of plan or repository; a quick run has a smaller repository. */
  at(figures: Figures): string;
  readonly unit: '×' | 'ms' | 'MB' | 'kB';
  readonly limit: number;
  find(figures: Figures): Found;
  readonly floor?: Floor;
}

/** What a goal became in a run. */
export interface Judged {
  readonly goal: Goal;
  readonly found: Found;
  readonly verdict: 'held' | 'missed' | 'not measured';
  /** Only where the goal was missed and there is a floor. */
  readonly floor: { readonly what: string; readonly found: Found } | undefined;
}

/** Holds a run against a goal. */
export function judge(goal: Goal, figures: Figures): Judged {
  const found = goal.find(figures);
  const verdict = typeof found === 'string' ? 'not measured' : found <= goal.limit ? 'held' : 'missed';
  const floor = verdict === 'missed' && goal.floor;
  return { goal, found, verdict, floor: floor ? { what: floor.what, found: floor.find(figures) } : undefined };
}

/** Why there is no figure of what this run was not asked to measure. */
export const NOT_IN_RUN = 'not in this run';

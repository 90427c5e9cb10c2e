import type { Judged, Judging, Settings, Task } from './task.ts';

/** What a thread begins with. */
export type Start = Judging;

/** Files to check. Settings are sent once to each thread, and called by their number afterwards. */
export interface Order {
  readonly settings: readonly (readonly [number: number, settings: Settings])[];
  readonly tasks: readonly (Omit<Task, 'settings'> & { readonly settings: number })[];
}

/** What came of an order, in its order. */
export type Answer = readonly Judged[];

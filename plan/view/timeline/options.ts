import type { Day } from '../../day.ts';
import type { Side } from '../../model/people.ts';

/** What the lanes of the timeline stand for. */
export type LaneMode = 'outcome' | 'phase' | 'owner' | 'side';

/** Milestones by how they stand: not done yet; open and past their day; held up. */
export type StateFilter = 'open' | 'late' | 'blocked';

/** Which milestones are shown: those for which everything that is said here is true. */
export interface MilestoneFilter {
  readonly state?: StateFilter;
  readonly side?: Side;
  /** Name of the owner; empty for milestones that nobody owns. */
  readonly owner?: string;
}

/** The time that is drawn: all of the plan, a stretch around today, or so many days from a day on. */
export type Zoom = 'fit' | 'quarter' | 'year' | { readonly from: Day; readonly days: number };

/** What a person chose to see of the timeline. */
export interface TimelineOptions {
  readonly lanes: LaneMode;
  readonly show: MilestoneFilter;
  readonly zoom: Zoom;
}

/** The whole plan by outcome: what is drawn where nobody chose anything. */
export const DEFAULT_OPTIONS: TimelineOptions = { lanes: 'outcome', show: {}, zoom: 'fit' };

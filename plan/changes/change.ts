import type { Span } from '../syntax/tree.ts';

/** What a change is about, in the order in which a reviewer is told: what must not be missed comes first. */
export const TOPICS = [
  'goal',
  'renewal',
  'milestone',
  'owner',
  'status',
  'measurement',
  'risk',
  'person',
  'review',
  'plan',
] as const;

/** What a change is about. */
export type Topic = (typeof TOPICS)[number];

/** What happened to it. `later` and `earlier` are days that moved, `lowered` and `raised` goals that ask for less or more. */
export type ChangeKind = 'added' | 'removed' | 'renamed' | 'changed' | 'later' | 'earlier' | 'lowered' | 'raised';

/** One thing that a plan says otherwise than it did. */
export interface PlanChange {
  readonly topic: Topic;
  readonly kind: ChangeKind;
  /** Where it stands in the plan, things by their ids: `outcomes[O1].target.goal`. */
  readonly field: string;
  /** As it was and as it is written; undefined where nothing was or is. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The change in a sentence, with its full stop. */
  readonly sentence: string;
  /** In the newer text; of what is gone, where it stood last. */
  readonly at: Span;
}

import type { Day } from '../day.ts';
import { milestoneAround, reviewAround } from './holders.ts';
import type { Action, ActionStatus, DecisionStep, Milestone, Plan, Review, Risk } from './index.ts';
import { isOpen } from './milestones.ts';

/** What somebody has to see to. */
export type Work = Milestone | Action | DecisionStep | Risk;

/** True while somebody still has to act on it. */
export function isToDo(work: Work, plan: Plan): boolean {
  switch (work.definition) {
    case 'milestone':
      return isOpen(work);
    case 'decisionStep':
      return (
        work.status?.value !== 'complete' && work.status?.value !== 'skipped' && work.actual_date?.value === undefined
      );
    case 'risk':
      return (work.status?.value ?? 'open') === 'open' || work.status?.value === 'occurred';
    case 'action':
      return isActionToDo(work, reviewAround(work) ?? milestoneAround(work), plan);
  }
}

/**
 * The same for an action of a review or a milestone that is at hand. One without a status is taken as open only where the newest review lists it, or
 * where its milestone is open: nobody can tell what became of older ones.
 */
export function isActionToDo(action: Action, of: Review | Milestone | undefined, plan: Plan): boolean {
  if (action.done_on?.value !== undefined) return false;
  if (action.status?.value !== undefined) return !SETTLED.has(action.status.value);
  if (of === undefined) return true;
  return of.definition === 'review' ? of === newestReview(plan) : isOpen(of);
}

const SETTLED: ReadonlySet<ActionStatus> = new Set(['done', 'complete', 'cancelled', 'skipped']);

function newestReview(plan: Plan): Review | undefined {
  let newest: Review | undefined;
  let on: Day | undefined;
  for (const review of plan.review_history.items) {
    const held = review.date?.value;
    if (held === undefined || (on !== undefined && held < on)) continue;
    newest = review;
    on = held;
  }
  return newest;
}

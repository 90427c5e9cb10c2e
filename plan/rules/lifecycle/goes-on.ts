import type { Day } from '../../day.ts';
import type { Milestone, Plan } from '../../model/index.ts';
import { allMilestones, isExcused, isOpen } from '../../model/milestones.ts';
import { dueField, isPursued, outcomeOf } from '../../model/outcomes.ts';
import type { People } from '../../model/people.ts';
import { loggedChanges } from '../log/logged-changes.ts';
import { unapplied } from '../log/unapplied.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/**
 * True for a plan that is looked after as a running one is, whatever its status says: a review is to come, nothing is late, its open steps have days
 * and owners, and what the reviews agreed on stands in it. Never throws.
 */
export function goesOn(plan: Plan, people: People, today: Day): boolean {
  const next = plan.plan?.next_review?.value;
  if (next === undefined || next < today) return false;
  const isDue = plan.outcomes.items.filter(isPursued).every(outcome => (dueField(outcome)?.value ?? '') >= today);
  const isRisky = plan.risks.items.length > 0 || plan.plan?.format?.value === 'goal_card';
  // In a plan that is called over nothing would be late.
  const isBehind = (milestone: Milestone) =>
    (milestone.target_date?.value ?? today) < today && !isExcused(milestone, outcomeOf(milestone, plan));
  const work = allMilestones(plan).filter(isOpen);
  return (
    isDue &&
    isRisky &&
    work.every(milestone => isPlanned(milestone) && !isBehind(milestone)) &&
    loggedChanges(plan).every(change => unapplied(change, people) === undefined)
  );
}

function isPlanned({ owner, target_date }: Milestone): boolean {
  return target_date?.value !== undefined && owner.items.some(one => !isPlaceholder(one.text));
}

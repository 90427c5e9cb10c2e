import type { Day } from '../day.ts';
import type { DecisionStep, Milestone, Outcome } from '../generated/model.ts';
import { oncePer } from '../once.ts';
import type { Plan } from './documents.ts';
import type { Field } from './field.ts';
import { outcomeAround } from './holders.ts';
import { isOver } from './lifecycle.ts';
import { isPursued, outcomeOf } from './outcomes.ts';
import { isMisread } from './readable.ts';
import { slipOf } from './slip.ts';

/** True while there is work to do: neither complete nor skipped, and no day says that it was done. */
export function isOpen(milestone: Milestone | DecisionStep): boolean {
  const status = milestone.status?.value;
  return status !== 'complete' && status !== 'skipped' && milestone.actual_date?.value === undefined;
}

/** Open, and said to be so: a milestone without a status is no evidence. */
export function isDeclaredOpen(milestone: Milestone): boolean {
  return milestone.status?.value !== undefined && isOpen(milestone);
}

/** True while something stands in its way: declared blocked, or open with a blocker written down. */
export function isBlocked(milestone: Milestone): boolean {
  return (
    isOpen(milestone) &&
    (milestone.status?.value === 'blocked' || milestone.blockers.items.some(blocker => blocker.text !== ''))
  );
}

/** True once work on it has begun or ended. */
export function isBegun(milestone: Milestone): boolean {
  const status = milestone.status?.value;
  return (
    (status !== undefined && status !== 'pending' && status !== 'skipped') || milestone.actual_date?.value !== undefined
  );
}

/**
 * True where it is called done in words that are none of the format (`done`, `cancelled`), or has an actual date that is no day: what is wrong then
 * is the word, and not that nothing was done.
 */
function mayBeDone({ status, actual_date: done }: Milestone | DecisionStep): boolean {
  return isCalledDone(status) || (isMisread(done) && /\d/.test(done?.text ?? ''));
}

/** True of a status that is none of the format, and says that all is done or nothing will be (`done`, `cancelled`). */
export function isCalledDone(status: Field<unknown> | undefined): boolean {
  return isMisread(status) && DONE.test(status?.text ?? '');
}

const DONE =
  /^\s*(?:(?:fully|all|now|already) )?(?:done|complet|finish|deliver|clos|achiev|resolv|reached|met\b|accepted|signed|cancel|dropp|skip|remov|100 ?%|[✓✔✅☑])/iu;

/** True where nobody waits for it, though it is open: it may be done, or its outcome is reached, given up or put off. */
export function isExcused(step: Milestone | DecisionStep, outcome: Outcome | undefined): boolean {
  return mayBeDone(step) || (outcome !== undefined && !isPursued(outcome));
}

/**
 * By how many days an open milestone or step of the decision is late on a day; 0 if it is not, as nothing is in a plan that is over. The plan tells which outcome a milestone at the top
 * level belongs to: whoever has none at hand asks for that besides.
 */
export function daysLate(milestone: Milestone | DecisionStep, today: Day, plan: Plan | undefined): number {
  // Asked of every milestone by many rules: most are not open.
  if (!isOpen(milestone)) return 0;
  const late = slipOf({ planned: milestone.target_date?.value, actual: undefined, isOpen: true }, today) ?? 0;
  if (late <= 0) return late;
  if (plan && isOver(plan)) return 0;
  return isExcused(milestone, outcomeFor(milestone, plan)) ? 0 : late;
}

function outcomeFor(step: Milestone | DecisionStep, plan: Plan | undefined): Outcome | undefined {
  if (step.definition !== 'milestone') return undefined;
  return plan ? outcomeOf(step, plan) : outcomeAround(step);
}

/** The milestones of an outcome: those inside it, and top-level ones that name it. */
export function milestonesOf(outcome: Outcome, plan: Plan): readonly Milestone[] {
  const id = outcome.id?.text;
  const outside = id ? namedOutside(plan).get(id) : undefined;
  return outside ? [...outcome.milestones.items, ...outside] : outcome.milestones.items;
}

/** The top-level milestones by the outcome that they name: many rules ask for those of every outcome, so they are gone through once a plan. */
const namedOutside = oncePer((plan: Plan): ReadonlyMap<string, readonly Milestone[]> => {
  const byOutcome = new Map<string, Milestone[]>();
  for (const milestone of plan.milestones.items) {
    const named = milestone.outcome?.text ?? '';
    const row = byOutcome.get(named);
    if (row) row.push(milestone);
    else byOutcome.set(named, [milestone]);
  }
  return byOutcome;
});

/** Every milestone of a plan: inside outcomes, at the top level, and the steps of the implementation. */
export const allMilestones: (plan: Plan) => readonly Milestone[] = oncePer((plan: Plan) => {
  const all: Milestone[] = [];
  for (const outcome of plan.outcomes.items) for (const milestone of outcome.milestones.items) all.push(milestone);
  return all.concat(plan.milestones.items, plan.implementation?.steps.items ?? []);
});

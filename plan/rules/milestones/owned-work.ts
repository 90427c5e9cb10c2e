import type { Day } from '../../day.ts';
import type { Field, Milestone, Outcome, Plan } from '../../model/index.ts';
import { isCalledDone } from '../../model/milestones.ts';
import { dueField, isPursued, outcomeOf } from '../../model/outcomes.ts';
import { isMisread } from '../../model/readable.ts';
import { isToDo, type Work } from '../../model/work.ts';
import type { PlanSlice } from '../rule.ts';
import { outcomeName } from '../text/names.ts';
import { milestoneIndex } from './milestone-index.ts';
import { isPreview, workName } from './work.ts';

/** Something that somebody still has to see to, with one of those who own it. */
export interface Owned {
  readonly owner: Field<string>;
  /** All who own it, this one among them. */
  readonly owners: readonly Field<string>[];
  readonly due: Day | undefined;
  /** The work; undefined for an outcome, the plan and the renewal as a whole. */
  readonly work: Work | undefined;
  /** The outcome, where it is owned as a whole. */
  readonly outcome?: Outcome;
  /** A step of a delivery that is only previewed before the sale. */
  readonly preview: boolean;
  /** How a message calls it. */
  name(): string;
}

/** Where somebody can own something. */
export const WORK_READS: readonly PlanSlice[] = [
  'plan',
  'outcomes',
  'milestones',
  'implementation',
  'decision',
  'risks',
  'review_history',
  'renewal',
];

/**
 * What the named people own that is not done, in no particular order: milestones, actions, decision steps, risks and outcomes, the plan and
 * its renewal. Work whose status cannot be read is left out, and so are milestones of outcomes that nobody pursues any more. Never throws.
 */
export function openWorkOf(isMeant: (name: string) => boolean, plan: Plan): readonly Owned[] {
  return ownedWork(isMeant, plan, isMisread);
}

/**
 * The same as it is shown to people. What has a status that is none (`waiting`) is open there, as it is in the drawing, unless that calls it done.
 * Never throws.
 */
export function shownWorkOf(isMeant: (name: string) => boolean, plan: Plan): readonly Owned[] {
  return ownedWork(isMeant, plan, isCalledDone);
}

function ownedWork(
  isMeant: (name: string) => boolean,
  plan: Plan,
  isLeftOut: (status: Field<unknown> | undefined) => boolean,
): readonly Owned[] {
  const found: Owned[] = [];
  const add = (owners: readonly (Field<string> | undefined)[], what: Omit<Owned, 'owner' | 'owners'>) => {
    const all = owners.filter(owner => owner !== undefined).filter(owner => owner.text !== '');
    for (const owner of all) if (isMeant(owner.text)) found.push({ ...what, owner, owners: all });
  };
  const addWork = (work: Work, owners: readonly (Field<string> | undefined)[], due: Day | undefined) => {
    const concerned = owners.some(owner => owner && isMeant(owner.text));
    if (!concerned || isLeftOut(work.status) || !isToDo(work, plan)) return;
    add(owners, { due, work, preview: isPreview(work, plan), name: () => workName(work) });
  };

  const index = milestoneIndex(plan);
  const isLeft = (milestone: Milestone) => {
    const outcome = outcomeOf(milestone, plan);
    return milestone.status?.value === 'skipped' || (outcome !== undefined && !isPursued(outcome));
  };
  for (const milestone of index.inOrder) {
    if (isLeft(milestone)) continue;
    addWork(milestone, milestone.owner.items, milestone.target_date?.value);
    for (const action of milestone.actions.items) addWork(action, [action.owner], action.due_date?.value);
  }
  for (const review of plan.review_history.items)
    for (const action of review.actions.items) addWork(action, [action.owner], action.due_date?.value);
  for (const step of plan.decision?.steps.items ?? []) addWork(step, [step.owner], step.target_date?.value);
  for (const risk of plan.risks.items) addWork(risk, [risk.owner], undefined);

  const whole = { work: undefined, preview: false };
  for (const outcome of plan.outcomes.items) {
    if (!isPursued(outcome) || isLeftOut(outcome.status)) continue;
    add([outcome.owner], { ...whole, outcome, due: dueField(outcome)?.value, name: () => outcomeName(outcome) });
  }
  for (const owner of [plan.plan?.owner, plan.plan?.co_owner])
    add([owner], { ...whole, due: undefined, name: () => 'The plan' });
  add([plan.renewal?.owner], { ...whole, due: undefined, name: () => 'The renewal' });
  return found;
}

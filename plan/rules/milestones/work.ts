import { type Day, formatFullDay } from '../../day.ts';
import { reviewAround } from '../../model/holders.ts';
import type { Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import type { Work } from '../../model/work.ts';
import { Beside } from '../../once.ts';
import { quoteShort } from '../../words.ts';
import type { PlanSlice } from '../rule.ts';
import { milestoneName } from '../text/names.ts';

/** Where `isToDo` and `isPreview` look for a piece of work: at other reviews for an action of one, at the stage for a step of an implementation. */
export function judgedBy({ holder }: Work): readonly PlanSlice[] {
  if (holder?.definition === 'review') return ['review_history'];
  return holder?.definition === 'implementation' ? ['plan'] : [];
}

/** How a message calls a piece of work, with where it belongs. */
export function workName(work: Work): string {
  switch (work.definition) {
    case 'milestone':
      return milestoneName(work);
    case 'decisionStep':
      return work.name?.text ? `Decision step ${quoteShort(work.name.text)}` : 'This decision step';
    case 'risk':
      if (work.label) return `Risk ${work.label}`;
      return work.description?.text ? `The risk ${quoteShort(work.description.text)}` : 'This risk';
    case 'action': {
      const call = work.description?.text ? `The action ${quoteShort(work.description.text)}` : 'This action';
      const held = reviewAround(work)?.date?.value;
      return held ? `${call} from the review of ${formatFullDay(held)}` : call;
    }
  }
}

/** `, and it is due on 31 Mar 2026`, behind what is wrong with a piece of work; nothing where it has no day. */
export function dueWords(due: Day | undefined, today: Day): string {
  return due ? `, and it ${due < today ? 'was' : 'is'} due on ${formatFullDay(due)}` : '';
}

/** True for a step of a preview of the delivery, drawn before the sale: it names neither people nor days for certain. */
export function isPreview(work: Work, plan: Plan): boolean {
  return work.holder?.definition === 'implementation' && plan.plan?.stage?.value === 'pre_sale';
}

const actionsWith = new Beside<Plan, ReadonlyMap<'owner' | 'due_date', boolean>>();

/** True where actions inside milestones of this plan name their owner, or their day: then one that does not lacks it. */
export function actionsHave(property: 'owner' | 'due_date', plan: Plan): boolean {
  const known = actionsWith.get(plan);
  if (known) return known.get(property) ?? false;
  const actions = allMilestones(plan).flatMap(milestone => milestone.actions.items);
  const made = new Map([
    ['owner', actions.some(action => (action.owner?.text ?? '') !== '')],
    ['due_date', actions.some(action => action.due_date?.value !== undefined)],
  ] as const);
  actionsWith.set(plan, made);
  return made.get(property) ?? false;
}

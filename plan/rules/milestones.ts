import type { Element, Milestone, Outcome, Plan } from '../model/index.ts';
import { quoteShort } from './words.ts';

/** True while there is work to do: neither complete nor skipped, and no day says that it was done. */
export function isOpen(milestone: Milestone): boolean {
  const status = milestone.status?.value;
  return status !== 'complete' && status !== 'skipped' && milestone.actual_date?.value === undefined;
}

/** How a message calls a milestone: its name in quotes with the outcome it belongs to. */
export function milestoneName(milestone: Milestone): string {
  const name = milestone.name?.text || milestone.id?.text;
  const outcome = milestone.holder?.definition === 'outcome' ? milestone.holder.label : (milestone.outcome?.text ?? '');
  const call = name ? `Milestone ${quoteShort(name)}` : 'This milestone';
  return outcome ? `${call} of ${outcome}` : call;
}

/** How a message calls an outcome: its id, else the beginning of its description. */
export function outcomeName(outcome: Outcome | Element): string {
  if (outcome.label) return `Outcome ${outcome.label}`;
  const description = 'description' in outcome ? outcome.description?.text : undefined;
  return description ? `The outcome ${quoteShort(description, 40)}` : 'This outcome';
}

/** The milestones of an outcome: those inside it, and top-level ones that name it. */
export function milestonesOf(outcome: Outcome, plan: Plan): readonly Milestone[] {
  const id = outcome.id?.text;
  const outside = id ? plan.milestones.items.filter(milestone => milestone.outcome?.text === id) : [];
  return outside.length > 0 ? [...outcome.milestones.items, ...outside] : outcome.milestones.items;
}

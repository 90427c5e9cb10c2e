import type { Element, Milestone, Outcome } from '../../model/index.ts';
import { quoteShort } from '../../words.ts';

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

/** The same in the midst of a sentence: `outcome O1`. */
export function outcomeWithin(outcome: Outcome | Element): string {
  const name = outcomeName(outcome);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

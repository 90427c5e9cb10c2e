import { spokenDay } from '../../day.ts';
import type { Element, Milestone, Outcome } from '../../model/index.ts';
import { decapitalise, quoteShort } from '../../words.ts';

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
  return decapitalise(outcomeName(outcome));
}

/** How a message calls whatever a value stands in, as the subject of a sentence: `Risk R1`, `The review of 20 Jan 2026`, `This action`. */
export function elementName(element: Element): string {
  const { definition, label } = element;
  switch (definition) {
    case 'milestone': {
      const outcome = element.holder?.label;
      return label ? `Milestone ${quoteShort(label)}${outcome ? ` of ${outcome}` : ''}` : 'This milestone';
    }
    case 'outcome':
      return outcomeName(element);
    case 'risk':
      return label ? `Risk ${label}` : 'This risk';
    case 'review':
      return label ? `The review of ${spokenDay(label)}` : 'This review';
    case 'meeting':
    case 'decisionStep':
      return label ? quoteShort(label) : 'This meeting';
    default:
      return NAMES[definition] ?? 'This';
  }
}

const NAMES: Readonly<Record<string, string>> = {
  planSection: 'The plan',
  renewal: 'The renewal',
  action: 'This action',
  evidence: 'This evidence',
  priority: 'This priority',
  signOff: 'This sign-off',
};

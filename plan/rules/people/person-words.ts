import { spokenDay } from '../../day.ts';
import type { Reference } from '../../model/index.ts';
import { quoteShort } from '../../words.ts';
import { outcomeName } from '../text/names.ts';

/** What a person who is named has to do with the plan: `Risk R1 is owned by “Dana Ruiz”`. */
export function partIn({ field, property, holder }: Reference): string {
  const name = quoteShort(field.text, 50);
  const thing = thingOf(holder);
  switch (property) {
    case 'attendees':
      return `${thing} lists ${name}`;
    case 'participants':
      return `${thing} counts on ${name}`;
    case 'person':
      return `The sign-off is ${name}’s`;
    case 'acknowledged_by':
      return `${thing} was acknowledged by ${name}`;
    case 'successor':
      return `${holder.label || 'Somebody'} hands over to ${name}`;
    case 'sponsor':
      return `${thing} is sponsored by ${name}`;
    case 'co_owner':
      return `The plan’s co-owner is ${name}`;
    default:
      return `${thing} is owned by ${name}`;
  }
}

function thingOf(holder: Reference['holder']): string {
  switch (holder.definition) {
    case 'milestone':
      return holder.label
        ? `Milestone ${quoteShort(holder.label)}${holder.holder?.label ? ` of ${holder.holder.label}` : ''}`
        : 'This milestone';
    case 'outcome':
      return outcomeName(holder);
    case 'risk':
      return holder.label ? `Risk ${holder.label}` : 'This risk';
    case 'review':
      return holder.label ? `The review of ${spokenDay(holder.label)}` : 'This review';
    case 'meeting':
    case 'decisionStep':
      return holder.label ? quoteShort(holder.label) : 'This meeting';
    case 'planSection':
      return 'The plan';
    default:
      return NAMES[holder.definition] ?? 'This';
  }
}

const NAMES: Readonly<Record<string, string>> = {
  action: 'This action',
  renewal: 'The renewal',
  priority: 'This priority',
};

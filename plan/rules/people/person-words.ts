import type { Reference } from '../../model/index.ts';
import { quoteShort } from '../../words.ts';
import { elementName } from '../text/names.ts';

/** What a person who is named has to do with the plan: `Risk R1 is owned by “Dana Ruiz”`. */
export function partIn({ field, property, holder }: Reference): string {
  const name = quoteShort(field.text, 50);
  const thing = elementName(holder);
  switch (property) {
    case 'attendees':
      return `${thing} lists ${name}`;
    case 'participants':
      return `${thing} counts on ${name}`;
    case 'person':
      return `A sign-off names ${name}`;
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

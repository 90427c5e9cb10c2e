import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { peopleOf, type Side } from '../../model/people.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { attendees } from '../refactor/attendees.ts';
import type { Choice } from './dialogue.ts';

const SIDES = { customer: phrase('customer'), vendor: phrase('your side'), partner: phrase('partner') } as const;

/** Those who may come to a review on a day, the likely ones picked. */
export function attendeeChoices(plan: Plan, on: Day): readonly Choice[] {
  return attendees(plan, on).map(({ name, side, person, isLikely }) => ({
    value: name,
    label: name,
    description: person.role ? besides(side, person.role.text) : SIDES[side],
    picked: isLikely,
  }));
}

/** A role with the side it is on, on one line: a list of people is looked over at a glance. */
function besides(side: Side, role: string): Phrase {
  switch (side) {
    case 'customer':
      return phrase('{0} · customer', role);
    case 'vendor':
      return phrase('{0} · your side', role);
    case 'partner':
      return phrase('{0} · partner', role);
  }
}

/** The side that somebody is on, by name. */
export function sideOf(plan: Plan, name: string): Side {
  return peopleOf(plan).find(name)?.side ?? 'customer';
}

import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { peopleOf, type Side } from '../../model/people.ts';
import { phrase } from '../../phrase.ts';
import { attendees } from '../refactor/attendees.ts';
import type { Choice } from './dialogue.ts';

const SIDES = { customer: phrase('customer'), vendor: phrase('your side'), partner: phrase('partner') } as const;

/** Those who may come to a review on a day, the likely ones picked. */
export function attendeeChoices(plan: Plan, on: Day): readonly Choice[] {
  return attendees(plan, on).map(({ name, side, person, isLikely }) => ({
    value: name,
    label: name,
    description: person.role?.text,
    detail: SIDES[side],
    picked: isLikely,
  }));
}

/** The side that somebody is on, by name. */
export function sideOf(plan: Plan, name: string): Side {
  return peopleOf(plan).find(name)?.side ?? 'customer';
}

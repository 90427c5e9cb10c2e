import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { hasLeft, normalName, peopleOf, type Side } from '../../model/people.ts';
import { heldReviews } from '../../model/reviews.ts';
import { phrase } from '../../phrase.ts';
import { isPlaceholder } from '../../rules/text/placeholder.ts';
import type { Choice } from './dialogue.ts';

const SIDES = { customer: phrase('customer'), vendor: phrase('your side'), partner: phrase('partner') } as const;

/**
 * Those who may come to a review on a day: everybody who is still there. Picked are those who came to the last one; before the first, the owners and
 * sponsors of both sides.
 */
export function attendeeChoices(plan: Plan, on: Day): readonly Choice[] {
  const last =
    heldReviews(plan, on)
      .at(-1)
      ?.review.attendees.items.map(({ text }) => normalName(text)) ?? [];
  const owners = [plan.plan?.owner, plan.plan?.co_owner].map(field => normalName(field?.text ?? ''));
  const seen = new Set<string>();
  return peopleOf(plan).all.flatMap(({ name, side, person }) => {
    const known = normalName(name);
    if (seen.has(known) || hasLeft(person, on) || isPlaceholder(name)) return [];
    seen.add(known);
    const leads = owners.includes(known) || person.type?.value === 'executive_sponsor';
    return {
      value: name,
      label: name,
      description: person.role?.text,
      detail: SIDES[side],
      picked: last.length > 0 ? last.includes(known) : leads,
    };
  });
}

/** The side that somebody is on, by name. */
export function sideOf(plan: Plan, name: string): Side {
  return peopleOf(plan).find(name)?.side ?? 'customer';
}

import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { hasLeft, normalName, type Person, peopleOf, type Side } from '../../model/people.ts';
import { heldReviews } from '../../model/reviews.ts';
import { isPlaceholder } from '../../rules/text/placeholder.ts';

/** Somebody who may come to a review. */
export interface Attendee {
  readonly name: string;
  readonly side: Side;
  readonly person: Person;
  /** True for those who came to the last one; before the first, for the owners and sponsors of both sides. */
  readonly isLikely: boolean;
}

/** Those who may come to a review on a day: everybody who is still there, in the order of the plan. */
export function attendees(plan: Plan, on: Day): readonly Attendee[] {
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
    return { name, side, person, isLikely: last.length > 0 ? last.includes(known) : leads };
  });
}

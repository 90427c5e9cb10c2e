import type { Day } from '../../day.ts';
import type { CustomerPerson, Plan } from '../../model/index.ts';
import { hasLeft, type People } from '../../model/people.ts';
import { type HeldReview, heldReviews } from '../../model/reviews.ts';
import { resolve } from '../../syntax/tree.ts';
import { Digest } from '../digest.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { isTeam, namesInOne, whoIsMeant } from './who-is-meant.ts';

/** The customer's executive sponsors: who is marked so, has a name, and is still there. */
export function sponsorsThere(plan: Plan, today: Day): readonly CustomerPerson[] {
  return (plan.stakeholders?.customer.items ?? []).filter(
    person =>
      person.type?.value === 'executive_sponsor' && !isPlaceholder(person.name?.text ?? '') && !hasLeft(person, today),
  );
}

/**
 * The last two reviews, where they are ones that a sponsor is expected at, say who came, and neither names this person; undefined where it
 * cannot be told for sure: somebody came as “the leadership”, the person is newer than the reviews, or has signed or confirmed something since.
 */
export function missedReviews(
  person: CustomerPerson,
  plan: Plan,
  people: People,
  today: Day,
): readonly [HeldReview, HeldReview] | undefined {
  const held = heldReviews(plan, today);
  const last = held.findLastIndex(tellsWhoCame);
  const later = held[last];
  const earlier = later && held.slice(0, last).findLast(tellsWhoCame);
  if (!earlier || !later) return undefined;
  const since = person.since?.value;
  if ((since && since > earlier.on) || (person.since && !since && person.since.text !== '')) return undefined;
  if ([earlier, later].some(one => mayHaveCome(person, one, plan, people))) return undefined;
  return hasSpokenSince(person, earlier.on, plan, people) ? undefined : [earlier, later];
}

function tellsWhoCame({ review }: HeldReview): boolean {
  return review.type?.value !== 'check_in' && review.attendees.items.some(attendee => !isPlaceholder(attendee.text));
}

function mayHaveCome(person: CustomerPerson, { review }: HeldReview, plan: Plan, people: People): boolean {
  const company = plan.customer?.company?.text ?? '';
  return review.attendees.items.some(({ text }) => {
    const known = people.find(text) ?? whoIsMeant(text, people);
    if (known) return known.person === person;
    const several = namesInOne(text, people);
    if (several.length > 0) return several.some(one => one.person === person);
    return isTeam(text, company) || /\b(?:executive|sponsor|leadership|management|steering|board)|_/i.test(text);
  });
}

function hasSpokenSince(person: CustomerPerson, from: Day, plan: Plan, people: People): boolean {
  const isPerson = (name: string | undefined) => name !== undefined && people.find(name)?.person === person;
  return (
    acknowledgements.of(plan).some(([by, on]) => on >= from && isPerson(by)) ||
    (plan.agreement?.sign_offs.items ?? []).some(
      signOff => isPerson(signOff.person?.text) && (signOff.signed_on?.value ?? '') >= from,
    )
  );
}

/** Who has confirmed each outcome, and when. */
export const acknowledgements = new Digest(
  ({ acknowledged_by, acknowledged_on }) => [acknowledged_by?.text, acknowledged_on?.value ?? ''] as const,
);

/** True where the plan says what this person is after: beside the name, or as the sponsor of a priority of the customer. */
export function hasPriorities(person: CustomerPerson, plan: Plan, people: People): boolean {
  const { priorities } = person;
  const written = priorities.node && resolve(priorities.node);
  // What stands there in another shape is a matter for the schema.
  const misshapen =
    written?.kind === 'mapping' || (written?.kind === 'sequence' && written.items.length > priorities.items.length);
  if (misshapen || (priorities.word && !isPlaceholder(priorities.word.text))) return true;
  return (
    priorities.items.some(({ text }) => !isPlaceholder(text)) ||
    (plan.customer?.priorities.items ?? []).some(
      ({ sponsor }) => sponsor !== undefined && people.find(sponsor.text)?.person === person,
    )
  );
}

/** How likely a role makes somebody the executive sponsor: 4 says so itself, 3 leads the company, 2 a large part of it, 1 a part, 0 neither. */
export function seniority(role: string): number {
  if (/\bassistant\b/i.test(role)) return 0;
  if (/\bsponsor/i.test(role)) return 4;
  if (/\b(?:[es]?vp|vice[ -]president)\b/i.test(role)) return 2;
  if (
    /\b(?:chief|c[efoitmrdp]o|chro|ciso|cmio|(?:co-?)?founder|president|managing director|general manager)\b/i.test(
      role,
    )
  )
    return 3;
  return /\b(?:head|directors?)\b/i.test(role) ? 1 : 0;
}

import type { Day } from '../../day.ts';
import type { CustomerPerson, Plan } from '../../model/index.ts';
import type { People } from '../../model/people.ts';
import { isMisread } from '../../model/readable.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { hasPriorities, missedReviews, seniority } from './sponsor.ts';

/** Who may be offered, the likeliest first: senior roles, and of those alike somebody whose wishes are written down; nobody who stays away. */
export function sponsorCandidates(
  contacts: readonly CustomerPerson[],
  gone: CustomerPerson | undefined,
  plan: Plan,
  people: People,
  today: Day,
): readonly CustomerPerson[] {
  const heir = gone?.successor && people.find(gone.successor.text)?.person;
  const coOwner = plan.plan?.co_owner && people.find(plan.plan.co_owner.text)?.person;
  const rank = (person: CustomerPerson) =>
    2 * seniority(roleOf(person)) +
    (person === heir ? 7 : 0) +
    (person === coOwner ? 1 : 0) +
    (hasPriorities(person, plan, people) ? 1 : 0);
  return contacts
    .filter(person => {
      if (person.engagement?.value === 'disengaged' || isMisread(person.type)) return false;
      if (missedReviews(person, plan, people, today)) return false;
      const least = !hasType(person) || person === heir ? 0 : (LEAST[person.type?.value ?? ''] ?? 3);
      return seniority(roleOf(person)) >= least;
    })
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, 3);
}

/** How senior somebody who has a part already must be to be offered the sponsor's instead. */
const LEAST: Readonly<Record<string, number>> = {
  economic_buyer: 1,
  champion: 1,
  end_user_lead: 1,
  day_to_day_contact: 1,
};

/** True for somebody who has a part among the stakeholders. */
export function hasType(person: CustomerPerson): boolean {
  return !isPlaceholder(person.type?.text ?? '');
}

/** The role as it is written; '' for none. */
export function roleOf(person: CustomerPerson): string {
  return person.role?.text ?? '';
}

import type { Day } from '../../day.ts';
import { milestoneAround, reviewAround } from '../../model/holders.ts';
import type { DecisionStepKind, Plan } from '../../model/index.ts';
import { outcomeOf } from '../../model/outcomes.ts';
import { hasLeft, type People, type Person } from '../../model/people.ts';
import type { Work } from '../../model/work.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** Somebody who may be offered as an owner. */
export interface Candidate {
  readonly name: string;
  readonly role: string;
}

/** So many are offered at most: a longer list is no help. */
const MOST = 5;

/** Who may own a piece of work: the people of the plan who are still there and take part, those nearest to the work first. */
export function ownerCandidates(work: Work, plan: Plan, people: People, today: Day): readonly Candidate[] {
  const there = people.all.filter(({ name, person }) => {
    return !hasLeft(person, today) && person.engagement?.value !== 'disengaged' && !isPlaceholder(name);
  });
  const near = nearPeople(work, plan).flatMap(name => people.find(name) ?? []);
  const sorted = [
    ...there.filter(({ side, person }) => side === 'customer' && isTheirPart(person, work)),
    ...there.filter(one => near.some(n => n.person === one.person)),
    ...there,
  ];
  return [
    ...new Map(sorted.map(one => [one.person, { name: one.name, role: one.person.role?.text ?? '' }])).values(),
  ].slice(0, MOST);
}

/** True for somebody whose part a step of the decision is: the lawyer for what is legal. */
function isTheirPart({ type }: Person, work: Work): boolean {
  const kind = work.definition === 'decisionStep' ? work.kind?.value : undefined;
  return kind !== undefined && type?.value === PARTS[kind];
}

const PARTS: Readonly<Record<DecisionStepKind, string>> = {
  legal: 'legal',
  procurement: 'procurement',
  security: 'security',
  technical: 'technical_contact',
  financial: 'economic_buyer',
  executive: 'executive_sponsor',
};

/** Names that already stand near the work: who owns what it belongs to, who sat in the review that agreed on it. */
function nearPeople(work: Work, plan: Plan): readonly string[] {
  const planOwner = plan.plan?.owner?.text ?? '';
  if (work.definition === 'milestone')
    return [...work.participants.items.map(p => p.text), outcomeOf(work, plan)?.owner?.text ?? ''];
  if (work.definition === 'risk') return [planOwner];
  if (work.definition === 'decisionStep') return [plan.plan?.co_owner?.text ?? ''];
  const owners = milestoneAround(work)?.owner.items ?? reviewAround(work)?.attendees.items ?? [];
  return owners.map(owner => owner.text);
}

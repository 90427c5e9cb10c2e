import type { Field, Plan } from '../../model/index.ts';
import { allMilestones, isOpen } from '../../model/milestones.ts';
import type { People, Side } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { isTeam, namesInOne, whoIsMeant } from './who-is-meant.ts';

/** What of a plan is in whose hands. */
export interface Hands {
  /** Milestones and decision steps that somebody owns, and open ones that nobody does. */
  readonly owned: number;
  readonly unowned: number;
  /** Reviews that say who was there. */
  readonly reviews: number;
  /** True if the customer owns a milestone or decision step, sat in a review, or has a co-owner. */
  readonly shared: boolean;
  /** True if the customer has at least something smaller: an outcome, a risk, an action, a signature, a word of confirmation. */
  readonly touched: boolean;
  /** True if a name is in the way that could be anybody's. */
  readonly unsure: boolean;
}

/** True where a co-owner, a review or a step of the decision makes a plan shared, as `handsOf` says. Never throws. */
export function isPlainlyShared(plan: Plan, people: People): boolean {
  const sides = sidesOf(people, plan);
  const isTheirs = (field: Field<string>) => sides.of(field) === 'customer';
  return (
    sides.of(plan.plan?.co_owner) !== 'nobody' ||
    plan.review_history.items.some(review => review.attendees.items.some(isTheirs)) ||
    (plan.decision?.steps.items ?? []).some(({ owner }) => owner && isTheirs(owner))
  );
}

/** True where a milestone makes it shared. Never throws. */
export function hasSharedMilestone(plan: Plan, people: People): boolean {
  const sides = sidesOf(people, plan);
  return allMilestones(plan).some(
    ({ status, owner }) => status?.value !== 'skipped' && owner.items.some(field => sides.of(field) === 'customer'),
  );
}

/** Looks through a plan for what belongs to the customer. Never throws. */
export function handsOf(plan: Plan, people: People): Hands {
  const sides = sidesOf(people, plan);
  let owned = 0;
  let unowned = 0;
  let reviews = 0;
  let shared = sides.of(plan.plan?.co_owner) !== 'nobody';
  let unsure = false;
  const note = (fields: readonly (Field<string> | undefined)[]): boolean => {
    const named = fields.map(field => sides.of(field)).filter(side => side !== 'nobody');
    shared ||= named.includes('customer');
    unsure ||= named.includes('unknown');
    return named.length > 0;
  };
  for (const milestone of allMilestones(plan)) {
    if (milestone.status?.value === 'skipped') continue;
    if (note(milestone.owner.items)) owned++;
    else if (isOpen(milestone)) unowned++;
  }
  for (const step of plan.decision?.steps.items ?? []) {
    if (note([step.owner])) owned++;
    else unowned++;
  }
  for (const review of plan.review_history.items) {
    if (note(review.attendees.items)) reviews++;
  }
  return { owned, unowned, reviews, shared, unsure, touched: shared || isTouched(plan, sides) };
}

function isTouched(plan: Plan, sides: Sides): boolean {
  const signed = (plan.agreement?.sign_offs.items ?? []).filter(one => one.status?.value === 'signed');
  const fields = [
    ...plan.outcomes.items.flatMap(outcome => [outcome.owner, outcome.acknowledged_by]),
    ...plan.risks.items.map(risk => risk.owner),
    ...allMilestones(plan).flatMap(one => [
      ...one.participants.items,
      ...one.actions.items.map(action => action.owner),
    ]),
    ...plan.review_history.items.flatMap(review => review.actions.items.map(action => action.owner)),
    ...signed.map(one => one.person),
  ];
  return fields.some(field => sides.of(field) === 'customer');
}

function sidesOf(people: People, plan: Plan): Sides {
  const company = plan.customer?.company?.text ?? '';
  const byCompany = sidesBy(people);
  const sides = byCompany.get(company) ?? new Sides(people, company);
  if (!byCompany.has(company)) byCompany.clear();
  byCompany.set(company, sides);
  return sides;
}

const sidesBy = oncePer((_: People) => new Map<string, Sides>());

/** On which side a name is; each is looked up once. */
class Sides {
  private readonly people: People;
  private readonly company: string;
  private readonly known = new Map<string, Side | 'nobody' | 'unknown'>();

  constructor(people: People, company: string) {
    this.people = people;
    this.company = company;
  }

  of(field: Field<string> | undefined): Side | 'nobody' | 'unknown' {
    const name = field?.text ?? '';
    const side = this.known.get(name) ?? this.find(name);
    this.known.set(name, side);
    return side;
  }

  private find(name: string): Side | 'nobody' | 'unknown' {
    if (isPlaceholder(name)) return 'nobody';
    const known = this.people.find(name);
    if (known) return known.side;
    const several = namesInOne(name, this.people).map(one => this.people.find(one.name)?.side);
    if (several.length > 0) return several.includes('customer') ? 'customer' : (several[0] ?? 'unknown');
    const meant = whoIsMeant(name, this.people);
    if (meant) return this.people.find(meant.name)?.side ?? 'unknown';
    if (/\b(?:customer(?! success)|client)\b/i.test(name)) return 'customer';
    return isTeam(name, this.company) && OURS.test(name) ? 'vendor' : 'unknown';
  }
}

/** Words by which a vendor calls its own people. */
const OURS = /^(?:the |our )?(?:csm?|csms|ae|se|am|pm|vendor|us|we|customer success)\b/i;

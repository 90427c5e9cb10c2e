import type { Field, Milestone, Plan } from '../../model/index.ts';
import { allMilestones, milestonesOf } from '../../model/milestones.ts';
import { isWorkedFor } from '../../model/outcomes.ts';
import { hasLeft, type People, peopleOf, type Side } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { count, enumerate } from '../../words.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { companyOf } from '../text/company.ts';
import { outcomeWithin } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

type Context = RuleContext<Readonly<Record<never, never>>>;

export default defineRule({
  id: 'outcome-not-in-customers-hands',
  severity: 'warning',
  summary: 'An outcome whose milestones are all the vendor’s',
  why: `An outcome is the customer's own. Where every step to it is the vendor's, the customer watches a project instead of
changing how they work, and the result goes as soon as the attention does. At least one milestone should be theirs: the
change on their side, or the word that the goal is reached. The rule stays silent where an owner is missing or not among the
people of the plan, where a partner has a step, and where people of the customer take part in a milestone or have one of its
actions. If the outcome itself belongs to somebody at the customer this is a hint, and where nothing in the whole plan is
the customer's, only that is said.`,
  looksAt: ['outcome'],
  reads: ['stakeholders', 'milestones'],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'], onlyWhole: true },
  examples: [
    {
      bad: example('Priya Shah'),
      good: example('Dana Ruiz'),
    },
  ],
  check(outcome, context) {
    const { plan, people, report } = context;
    if (!isWorkedFor(outcome) || !people.complete) return;
    const live = milestonesOf(outcome, plan).filter(milestone => milestone.status?.value !== 'skipped');
    if (live.length < 2 || !live.every(milestone => isVendors(milestone, people))) return;
    if (nothingIsCustomers(context)) return;
    context.looksFurther('customer');
    const theirs = [outcome.owner, outcome.acknowledged_by].find(field => sideOf(field?.text, people) === 'customer');
    const owners = [...new Set(live.flatMap(milestone => milestone.owner.items.map(owner => owner.text)))];
    report({
      at: outcome,
      ...(theirs && { severity: 'hint' as const }),
      message: `All ${count(live.length, 'milestone')} of ${outcomeWithin(outcome)} are the vendor’s (${named(owners)}). ${advice(theirs?.text, context)}`,
      ...(theirs && { related: [{ at: theirs, message: `The outcome itself is in the hands of ${theirs.text}` }] }),
    });
  },
});

/** True where the vendor alone has it: nobody else owns it, takes part or has one of its actions, and everybody is known. */
function isVendors({ owner, participants, actions }: Milestone, people: People): boolean {
  const owners = owner.items.map(one => sideOf(one.text, people));
  const others = [...participants.items.map(one => one.text), ...actions.items.map(action => action.owner?.text ?? '')];
  return (
    owners.length > 0 &&
    owners.every(side => side === 'vendor') &&
    others.every(name => isPlaceholder(name) || sideOf(name, people) === 'vendor')
  );
}

function sideOf(name: string | undefined, people: People): Side | undefined {
  return name === undefined || isPlaceholder(name) ? undefined : people.find(name)?.side;
}

/** Nothing in the plan belongs to the customer: another rule says so of the plan as a whole. What changes least is looked at first. */
function nothingIsCustomers({ plan, looksFurther }: Context): boolean {
  looksFurther('plan');
  if (!isPlaceholder(plan.plan?.co_owner?.text ?? '')) return false;
  looksFurther('review_history');
  if (cameToReviews(plan)) return false;
  looksFurther('outcomes', 'implementation');
  return !ownMilestones(plan);
}

const cameToReviews = oncePer((plan: Plan) =>
  plan.review_history.items.some(review => areCustomers(review.attendees.items, plan)),
);

const ownMilestones = oncePer((plan: Plan) =>
  allMilestones(plan).some(milestone => areCustomers(milestone.owner.items, plan)),
);

/** True if the customer's are among them. */
function areCustomers(named: readonly Field<string>[], plan: Plan): boolean {
  return named.some(({ text }) => sideOf(text, peopleOf(plan)) === 'customer');
}

function advice(theirs: string | undefined, { plan, people, today }: Context): string {
  if (theirs)
    return `It is ${theirs}’s outcome: let one step be theirs too, at least the word that the goal is reached.`;
  const there = people.all.filter(({ side, name, person }) => {
    return side === 'customer' && !isPlaceholder(name) && !hasLeft(person, today);
  });
  const daily = there.find(({ person }) => person.type?.value === 'day_to_day_contact') ?? there[0];
  return `Give at least one of them to somebody at ${companyOf(plan)}${daily ? `, such as ${daily.name}` : ''}, or the customer will only watch.`;
}

const MOST_NAMED = 3;

function named(owners: readonly string[]): string {
  const more = owners.length - MOST_NAMED;
  return more > 0 ? enumerate([...owners.slice(0, MOST_NAMED), `${more} more`]) : enumerate(owners);
}

function example(confirmer: string): string {
  return `outcomes:
  - id: O1
    milestones:
      - { name: Order form connected, target_date: 2025-12-15, actual_date: 2025-12-12, status: complete, owner: Priya Shah }
      - { name: All depots trained, target_date: 2026-03-31, status: in_progress, owner: Priya Shah }
      - { name: Four minutes confirmed, target_date: 2026-06-30, status: pending, owner: ${confirmer}, kind: validation }
`;
}

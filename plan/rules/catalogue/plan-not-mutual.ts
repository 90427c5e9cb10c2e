import { enumerate } from '../../words.ts';
import { type Hands, handsOf, hasSharedMilestone, isPlainlyShared } from '../people/mutual.ts';
import { defineRule } from '../rule.ts';
import { companyOf } from '../text/company.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'plan-not-mutual',
  severity: 'warning',
  summary: 'A plan in which nothing belongs to the customer',
  why: `A plan that only the vendor works on is a list of your own tasks; the customer watches it, or forgets it. It becomes
theirs too with a step that one of them owns, a review they sat in, or a co-owner. Where they have at least a risk, an
action or a signature, and on a goal card, this is only pointed out. Nothing is said while most steps have no owner at all,
while a name could be on either side, or while nobody at the customer is named.`,
  looksAt: ['plan'],
  reads: ['plan', 'customer', 'stakeholders', 'decision', 'review_history'],
  appliesTo: { onlyWhole: true, exceptStatuses: ['completed', 'archived', 'draft'] },
  examples: [
    {
      bad: example('Lena Vogt'),
      good: example('Ken Abe'),
      without: ['plan.co_owner', 'plan.last_reviewed', 'review_history'],
    },
  ],
  check(plan, { people, report, looksFurther }) {
    if (!plan.plan || !people.complete) return;
    if (!people.all.some(({ name, side }) => side === 'customer' && !isPlaceholder(name))) return;
    if (isPlainlyShared(plan, people)) return;
    looksFurther('agreement', 'outcomes', 'milestones', 'implementation', 'risks');
    if (hasSharedMilestone(plan, people)) return;
    const hands = handsOf(plan, people);
    if (hands.unsure || !isEnough(hands)) return;
    const company = companyOf(plan);
    const card = plan.plan.format?.value === 'goal_card';
    report({
      at: plan.plan,
      ...((hands.touched || card) && { severity: 'info' as const }),
      message: `${hands.touched ? 'Hardly anything' : 'Nothing'} in this plan is in the hands of ${company}: ${enumerate(absences(hands))}. Agree with them on the steps that they take, and name a co-owner there.`,
    });
  },
});

/** Enough to judge by: work that has owners for the most part, or reviews where there is no work yet. */
function isEnough({ owned, unowned, reviews }: Hands): boolean {
  return owned > 0 ? owned >= unowned : unowned === 0 && reviews > 0;
}

function absences({ owned, unowned, reviews }: Hands): readonly string[] {
  return [
    ...(owned > 0
      ? [
          owned === 1
            ? 'the one step with an owner is not theirs'
            : `none of the ${owned} steps${unowned > 0 ? ' with an owner' : ''} is theirs`,
        ]
      : []),
    ...(reviews > 0
      ? [`nobody from there was at ${reviews === 1 ? 'the review' : `any of the ${reviews} reviews`}`]
      : []),
    'the plan has no co-owner',
  ];
}

/** A young plan, whose next steps a reseller and the vendor share between them. */
function example(owner: string): string {
  const milestones = (name: string, day: string) => `
    milestones:
      - { name: Depots connected, target_date: 2026-03-31, status: in_progress, owner: ${owner} }
      - { name: ${name} confirmed, target_date: ${day}, status: pending, owner: Priya Shah, kind: validation }
`;
  return `plan:
  created: "2026-01-20"
agreement:
  shared_on: "2026-01-27"
stakeholders:
  partner:
    - { name: Lena Vogt, role: Consultant of the reseller }
outcomes:
  - id: O1${milestones('Four minutes', '2026-06-30')}  - id: O2${milestones('Three percent', '2026-08-31')}  - id: O3${milestones('One hour', '2026-07-31')}risks:
  - id: R1
    owner: Priya Shah
`;
}

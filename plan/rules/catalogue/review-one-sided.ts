import { formatFullDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import type { People, Side } from '../../model/people.ts';
import { resolve } from '../../syntax/tree.ts';
import { enumerate, stopped } from '../../words.ts';
import { sideOfTeam } from '../people/team-side.ts';
import { defineRule } from '../rule.ts';
import { companyOf } from '../text/company.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'review-one-sided',
  severity: 'warning',
  summary: 'A review without anybody from the customer, or from the vendor',
  why: `A plan that one side reviews alone is that side’s plan: the other has neither seen the figures nor agreed to what was
decided. Only reviews whose attendees are all known are looked at; somebody who is not among the stakeholders may be from
either side. A check-in may be internal, so there it is a hint. A reseller may stand for the vendor.`,
  looksAt: ['review'],
  reads: ['customer', 'stakeholders'],
  appliesTo: {
    onlyWhole: true,
    exceptFormats: ['goal_card'],
    exceptStatuses: ['completed', 'archived', 'draft'],
  },
  examples: [
    {
      bad: `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe]
    summary: Order form is live, training has begun.
    decisions:
      - Depots in the north are trained first
`,
      good: `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    decisions:
      - Depots in the north are trained first
`,
    },
  ],
  check(review, { plan, people, today, report }) {
    const on = review.date?.value;
    const { items, node } = review.attendees;
    // One text in place of the list is spoken of by schema.
    if (!node || resolve(node)?.kind !== 'sequence') return;
    if (items.length === 0 || !people.complete || (on !== undefined && on > today)) return;
    const sides = new Set<Side>();
    for (const { text } of items) {
      const side = isPlaceholder(text) ? undefined : sideOf(text, plan, people);
      if (!side) return;
      sides.add(side);
    }
    const missing = absent(sides);
    if (!missing || !hasSide(plan, missing)) return;
    const names = items.map(({ text }) => text);
    const listed = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
    const there = missing === 'customer' ? 'the vendor' : 'the customer';
    const type = review.type?.value;
    report({
      at: review.attendees,
      ...(type === 'check_in' && { severity: 'hint' as const }),
      message: `The review${on ? ` of ${formatFullDay(on)}` : ''} lists ${names.length === 1 ? 'only ' : ''}${enumerate(listed)}, ${names.length === 1 ? '' : 'but '}nobody from ${stopped(callOf(missing, plan))} Add who else was there${type === 'check_in' ? '' : `, or mark it as a check-in if it was an internal one of ${there}`}.`,
    });
  },
});

/** The side that nobody was there from. */
function absent(sides: ReadonlySet<Side>): 'customer' | 'vendor' | undefined {
  if (!sides.has('customer')) return 'customer';
  return sides.has('vendor') || sides.has('partner') ? undefined : 'vendor';
}

/** A side that the plan names nobody of cannot be listed either; that has findings of its own. */
function hasSide(plan: Plan, side: 'customer' | 'vendor'): boolean {
  return plan.stakeholders?.[side].items.some(person => !isPlaceholder(person.name?.text ?? '')) ?? false;
}

function sideOf(name: string, plan: Plan, people: People): Side | undefined {
  return people.find(name)?.side ?? sideOfTeam(name, plan.customer?.company?.text ?? '');
}

function callOf(side: 'customer' | 'vendor', plan: Plan): string {
  return side === 'vendor' ? 'your side' : companyOf(plan);
}

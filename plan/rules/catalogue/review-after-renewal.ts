import { addDays, daysBetween, formatFullDay } from '../../day.ts';
import { lastReview } from '../../model/reviews.ts';
import { count } from '../../words.ts';
import { isRhythmReadable } from '../reviews/review-rhythm.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'review-after-renewal',
  severity: 'warning',
  summary: 'A next review that comes after the renewal',
  why: `The customer decides about the renewal with what they saw last. A review that comes after it shows its results to
somebody who has already made up their mind. Plan one before, early enough to act on what it brings up. Where a review was
held shortly before the renewal, or the renewal is only days away, this is an info; a renewal that has passed
is left out.`,
  looksAt: ['plan'],
  reads: ['plan', 'customer', 'review_history'],
  appliesTo: {
    exceptFormats: ['goal_card'],
    exceptStages: ['pre_sale'],
    exceptStatuses: ['completed', 'archived', 'draft'],
  },
  options: { recentDays: 45 },
  optionWords: { recentDays: 'How many days before the renewal the last review may lie and still count for it.' },
  examples: [
    {
      bad: `plan:
  review_cadence: annual
  next_review: "2026-10-13"
customer:
  contract:
    start_date: "2025-10-01"
    renewal_date: "2026-10-01"
    arr: "$84,000"
    plan_tier: Business
`,
      good: `plan:
  review_cadence: annual
  next_review: "2026-08-18"
customer:
  contract:
    start_date: "2025-10-01"
    renewal_date: "2026-10-01"
    arr: "$84,000"
    plan_tier: Business
`,
    },
  ],
  check(plan, { today, options, report }) {
    const next = plan.plan?.next_review;
    const contract = plan.customer?.contract;
    const renewal = contract?.renewal_date;
    if (!next?.value || !renewal?.value || renewal.value < today || next.value <= renewal.value) return;
    // A renewal before the start is wrong itself, and contract-date-order says so.
    const start = contract?.start_date?.value;
    if ((start !== undefined && renewal.value <= start) || !isRhythmReadable(plan)) return;
    const last = lastReview(plan, today);
    const recent = last !== undefined && daysBetween(last.on, renewal.value) <= options.recentDays;
    const tooNear = renewal.value < addDays(today, 7);
    report({
      at: next,
      ...((recent || tooNear) && { severity: 'info' as const }),
      message: `The next review, on ${formatFullDay(next.value)}, is ${count(daysBetween(renewal.value, next.value), 'day')} after the renewal on ${formatFullDay(renewal.value)}. ${recent ? `The last one was on ${formatFullDay(last.on)}; make sure that nothing is left open until then.` : 'Plan it before, so that the results are known when the customer decides.'}`,
      related: [{ at: renewal, message: `The renewal is on ${formatFullDay(renewal.value)}` }],
    });
  },
});

import { addDays, daysBetween, formatFullDay } from '../../day.ts';
import { lastReview, wasReviewedSince } from '../../model/reviews.ts';
import { count } from '../../words.ts';
import { isLogReadable, isRhythmReadable, offeredDays, setNextReview, soonDays } from '../reviews/review-rhythm.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'plan-review-overdue',
  severity: 'warning',
  summary: 'A next review whose day has passed without a review',
  why: `A review that falls through tells the customer that the plan does not matter, and what was to be decided there waits
for another quarter. Log it if it was held, else agree on a new day now. Where the last review came shortly before the day
that was planned, that may have been it, and the finding says so. A review held on that day or later is none of this
rule’s business, and drafts, goal cards and pre-sale plans have no such rhythm.`,
  looksAt: ['plan'],
  reads: ['plan', 'review_history'],
  appliesTo: {
    onlyWhole: true,
    exceptFormats: ['goal_card'],
    exceptStages: ['pre_sale'],
    exceptStatuses: ['completed', 'archived', 'draft'],
  },
  options: { graceDays: 14 },
  optionWords: {
    graceDays: 'How many days before its planned day a review may have been held and still be taken for it.',
  },
  fixable: true,
  examples: [
    {
      bad: `plan:
  last_reviewed: "2026-01-20"
  next_review: "2026-02-06"
  review_cadence: monthly
`,
      good: `plan:
  last_reviewed: "2026-01-20"
  next_review: "2026-02-24"
  review_cadence: monthly
`,
    },
  ],
  check(plan, { today, options, report }) {
    const next = plan.plan?.next_review;
    if (next?.value === undefined || next.value >= today || !isRhythmReadable(plan) || !isLogReadable(plan)) return;
    const { value } = next;
    if (wasReviewedSince(value, plan, today)) return;
    const last = lastReview(plan, today);
    const late = `The review planned for ${formatFullDay(value)} is ${count(daysBetween(value, today), 'day')} overdue`;
    const early = last !== undefined && daysBetween(last.on, value) <= options.graceDays;
    const message = early
      ? `${late}, unless the one of ${formatFullDay(last.on)} took its place. Set the day of the next review.`
      : `${late}: ${last ? `none has been logged since ${formatFullDay(last.on)}` : 'none is logged yet'}. Log it if it was held, or agree on a new day.`;
    report({
      at: next,
      message,
      ...(last && { related: [{ at: last.at, message: `Last reviewed on ${formatFullDay(last.on)}` }] }),
      fixes: edit => {
        const renewal = plan.customer?.contract?.renewal_date?.value;
        const byRhythm = offeredDays(plan, today);
        const soon = [{ day: addDays(today, 7), why: 'in a week' }, ...soonDays(today).slice(0, 1)];
        const offers = [...soon, ...byRhythm.filter(({ day }) => soon.every(one => one.day !== day))]
          .filter(({ day }) => renewal === undefined || renewal < today || day <= renewal)
          .slice(0, 3);
        return (early ? offers.toReversed() : offers).map(offer =>
          setNextReview(plan, offer, `Move next_review to ${formatFullDay(offer.day)}`, edit),
        );
      },
    });
  },
});

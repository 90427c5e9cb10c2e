import { addDays, addMonths, type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { CADENCE_MONTHS, cadenceMonths, type HeldReview, heldReviews, lastReview } from '../../model/reviews.ts';
import type { Editor } from '../../syntax/edit.ts';
import { setField } from '../repair/set-field.ts';
import {
  graceIn,
  isLogReadable,
  isRhythmReadable,
  latestNextReview,
  offeredDays,
  rhythmStart,
  setNextReview,
} from '../reviews/review-rhythm.ts';
import { inWords, lengthInWords, rhythmInWords } from '../reviews/review-words.ts';
import { defineRule, type Fix, type Related } from '../rule.ts';

export default defineRule({
  id: 'plan-review-gap',
  severity: 'warning',
  summary: 'A gap between reviews that is longer than the plan’s rhythm allows',
  why: `A rhythm that both sides agreed on is a promise, and the first review that slips by a season takes the next with it.
Calendars are not exact, so three weeks more are fine (a third of the rhythm at most: ten days for a monthly one). Reviews of
every kind count. A gap that is past cannot be closed any more: of those in the last year only the longest is pointed out, as
an info. A review that is already late but planned within a month is as near as it can be, and a day that has passed
belongs to \`plan-review-overdue\`.`,
  looksAt: ['plan'],
  reads: ['plan', 'customer', 'review_history'],
  appliesTo: {
    onlyWhole: true,
    exceptFormats: ['goal_card'],
    exceptStages: ['pre_sale'],
    exceptStatuses: ['completed', 'archived', 'draft'],
  },
  options: { toleranceDays: 21, pastToleranceDays: 45 },
  optionWords: {
    toleranceDays: 'How many days the next review may come later than the rhythm says; a third of the rhythm at most.',
    pastToleranceDays: 'The same between reviews that were held; half of the rhythm at most.',
  },
  fixable: true,
  examples: [
    {
      bad: `plan:
  last_reviewed: "2026-01-20"
  next_review: "2026-07-21"
  review_cadence: quarterly
`,
      good: `plan:
  last_reviewed: "2026-01-20"
  next_review: "2026-04-28"
  review_cadence: quarterly
`,
    },
  ],
  check(plan, { today, options, report }) {
    if (!isRhythmReadable(plan) || !isLogReadable(plan)) return;
    const next = plan.plan?.next_review;
    if (next?.value !== undefined && next.value > latestNextReview(plan, today, options.toleranceDays)) {
      const { value } = next;
      const last = lastReview(plan, today);
      const renewal = plan.customer?.contract?.renewal_date?.value;
      // One day after the renewal is louder news, which review-after-renewal brings.
      const afterRenewal = renewal !== undefined && renewal >= today && value > renewal;
      report({
        at: next,
        ...(afterRenewal && { severity: 'info' as const }),
        message: `The next review, on ${formatFullDay(value)}, comes ${sinceWords(value, plan, today)}, while ${rhythmInWords(plan)}. Bring it forward, or agree on another rhythm.`,
        ...(last && { related: [{ at: last.at, message: `Last reviewed on ${formatFullDay(last.on)}` }] }),
        fixes: edit => [
          ...offeredDays(plan, today)
            .filter(({ day }) => day < value)
            .map(offer => setNextReview(plan, offer, `Move next_review to ${formatFullDay(offer.day)}`, edit)),
          slower(value, plan, today, options.toleranceDays, edit),
        ],
      });
    }
    const [longest, ...others] = pastGaps(plan, today, options.pastToleranceDays);
    if (!longest) return;
    const { from, to } = longest;
    report({
      at: to.review.date ?? to.review,
      severity: 'info',
      message: `The review of ${formatFullDay(to.on)} came ${lengthInWords(from.on, to.on, cadenceMonths(plan))} after the one before, on ${formatFullDay(from.on)}, while ${rhythmInWords(plan)}. Keep the next one, or agree on a rhythm that both sides can keep.`,
      related: [
        { at: from.review.date ?? from.review, message: `The review before, on ${formatFullDay(from.on)}` },
        ...others.slice(0, 3).map(
          (gap): Related => ({
            at: gap.to.review.date ?? gap.to.review,
            message: `This one came ${lengthInWords(gap.from.on, gap.to.on)} after the one before`,
          }),
        ),
      ],
    });
  },
});

interface Gap {
  readonly from: HeldReview;
  readonly to: HeldReview;
}

/** Gaps that ended within the last year (for a slow rhythm, within two turns of it), the longest first. */
function pastGaps(plan: Plan, today: Day, toleranceDays: number): readonly Gap[] {
  const months = cadenceMonths(plan);
  const grace = graceIn(months, toleranceDays, 1 / 2);
  const recent = addMonths(today, -Math.max(12, 2 * months));
  const held = heldReviews(plan, today);
  return held
    .flatMap((to, i): Gap[] => {
      const from = held[i - 1];
      const late = from && to.on >= recent && to.on > addDays(addMonths(from.on, months), grace);
      return late ? [{ from, to }] : [];
    })
    .sort((a, b) => daysBetween(b.from.on, b.to.on) - daysBetween(a.from.on, a.to.on));
}

function sinceWords(next: Day, plan: Plan, today: Day): string {
  const last = lastReview(plan, today);
  if (last)
    return `${lengthInWords(last.on, next, cadenceMonths(plan))} after the last one on ${formatFullDay(last.on)}`;
  const created = rhythmStart(plan, today);
  return created
    ? `${lengthInWords(created, next)} after the plan was created on ${formatFullDay(created)}`
    : `${lengthInWords(today, next)} from now`;
}

/** A slower rhythm that the planned day would keep. */
function slower(next: Day, plan: Plan, today: Day, toleranceDays: number, edit: Editor): Fix | undefined {
  const fitting = Object.entries(CADENCE_MONTHS).find(
    ([, months]) => months > cadenceMonths(plan) && next <= latestNextReview(plan, today, toleranceDays, months),
  );
  if (!fitting || !plan.plan) return undefined;
  const [cadence, months] = fitting;
  const change = setField(edit, plan.plan, 'review_cadence', cadence, {
    after: ['next_review', 'status'],
    word: true,
  });
  return (
    change && {
      title: `Set review_cadence to ${cadence}, a review every ${inWords(months).replace(/^(?:one|a) /, '')}`,
      edits: [change],
      safe: false,
    }
  );
}

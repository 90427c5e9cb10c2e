import { formatFullDay } from '../../day.ts';
import { quoteShort } from '../../words.ts';
import { metricName } from '../measures/measured.ts';
import { isToBeMeasured } from '../outcomes/planned-measuring.ts';
import { REVIEW_TOLERANCE, type Unmeasured, unmeasured } from '../outcomes/unmeasured.ts';
import { measureAgain, recordSaid } from '../outcomes/unmeasured-repair.ts';
import { defineRule } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

export default defineRule({
  id: 'outcome-unmeasured',
  severity: 'info',
  summary: 'An outcome under way that was not measured for the last review',
  why: `A review without a fresh number is an exchange of impressions. Whoever measures a few days before each review sees in
time whether the work has any effect, and has the whole curve to show at the renewal. A value counts for a review if it is
at most \`toleranceDays\` older; kickoffs and check-ins in between ask for none. Without a review the rhythm that the plan
has agreed on counts. Keeps still while an open milestone or action is to measure the outcome in time: before it is due,
and for the next review. Outcomes that have not begun, are overdue, or are judged by the customer's word are left out,
and so are those that cannot be measured yet because baseline or goal is missing.`,
  looksAt: ['outcome'],
  reads: ['plan', 'milestones', 'review_history'],
  appliesTo: {
    exceptFormats: ['goal_card'],
    exceptStages: ['pre_sale'],
    exceptStatuses: ['completed', 'archived', 'draft'],
    onlyWhole: true,
  },
  fixable: true,
  options: { toleranceDays: REVIEW_TOLERANCE },
  optionWords: {
    toleranceDays: 'How many days before a review a value may have been measured and still be the one for it.',
  },
  examples: [
    {
      without: ['outcomes.O1.measurements'],
      bad: `outcomes:
  - id: O1
    status: in_progress
`,
      good: `outcomes:
  - id: O1
    status: in_progress
    measurements:
      - date: "2026-01-19"
        value: 9 minutes
`,
    },
  ],
  check(outcome, context) {
    const { plan, today, options, report } = context;
    const tolerance = Math.max(0, options.toleranceDays);
    const found = unmeasured(outcome, plan, today, tolerance);
    if (!found || isToBeMeasured(outcome, plan, today)) return;
    const { review } = found;
    const what = metricName(outcome) ? `Measure ${quoteShort(metricName(outcome), 40)} again` : 'Measure it again';
    report({
      at: outcome,
      message: `${outcomeName(outcome)} ${since(found)}. ${what}, so that the next review sees whether it moves.`,
      ...(review?.review.date && {
        related: [{ at: review.review.date, message: `The review of ${formatFullDay(review.on)}` }],
      }),
      fixes: edit => [
        recordSaid(outcome, context, tolerance, edit),
        measureAgain(outcome, metricName(outcome) ? what : 'Measure the result again', context, edit),
      ],
    });
  },
});

function since({ last, baseline, review }: Unmeasured): string {
  const measured = last
    ? `was last measured on ${formatFullDay(last)}`
    : `has not been measured again since ${baseline ? `its baseline of ${formatFullDay(baseline)}` : 'its baseline'}`;
  if (!review) return measured;
  return `${measured}, and the review of ${formatFullDay(review.on)} had no ${last ? 'newer ' : ''}value`;
}

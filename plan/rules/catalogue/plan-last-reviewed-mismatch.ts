import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Field, Plan } from '../../model/index.ts';
import { type HeldReview, heldReviews } from '../../model/reviews.ts';
import type { Editor } from '../../syntax/edit.ts';
import { setField } from '../repair/set-field.ts';
import { isLogReadable } from '../reviews/review-rhythm.ts';
import { defineRule, type Fix } from '../rule.ts';

/** Days that are so near that one of them is likely a slip of the pen. */
const NEAR = 7;

export default defineRule({
  id: 'plan-last-reviewed-mismatch',
  severity: 'warning',
  summary: 'A plan whose last review is not the newest one in its review log',
  why: `Whoever looks up when the plan was last discussed reads one day, and the log says another: either the plan was not
brought up to date, or a review was never written down. Where the log knows an older review of exactly that day, the day was
only not moved on, and *fix all* does it. A check-in since then need not count as the plan’s review; that is a hint. A plan
without a log, or one that leaves the day to the log, is left out.`,
  looksAt: ['plan'],
  reads: ['plan', 'review_history'],
  appliesTo: { onlyWhole: true, exceptFormats: ['goal_card'], exceptStatuses: ['completed', 'archived', 'draft'] },
  fixable: true,
  examples: [
    {
      bad: `plan:
  last_reviewed: "2025-12-16"
review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Depots in the north are trained first]
`,
      good: `plan:
  last_reviewed: "2026-01-20"
review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Depots in the north are trained first]
`,
    },
  ],
  check(plan, { today, report }) {
    const field = plan.plan?.last_reviewed;
    if (!field || !isLogReadable(plan)) return;
    const held = heldReviews(plan, today);
    const newest = held.at(-1);
    const related = newest && [
      { at: newest.review.date ?? newest.review, message: `The newest review, of ${formatFullDay(newest.on)}` },
    ];
    const move = (edit: Editor) => newest && moved(plan, newest.on, edit);
    if (field.value === undefined) {
      if (field.text !== '' || !newest || !related) return;
      report({
        at: field,
        severity: 'hint',
        message: `The last review was on ${formatFullDay(newest.on)}, as the log says. Write the day here as well.`,
        related,
        fixes: edit => [move(edit)],
      });
      return;
    }
    const { value } = field;
    // A review with a day ahead is wrong itself, and review-order says so.
    if (newest?.on === value || held.length < plan.review_history.items.length) return;
    if (value > today) {
      // So far ahead that it is after the next review: plan-date-order says so.
      const next = plan.plan?.next_review?.value;
      if (next !== undefined && value > next) return;
      report({
        at: field,
        message: `The plan says that it was last reviewed on ${formatFullDay(value)}, which is still ahead. ${newest ? `The newest review in the log is that of ${formatFullDay(newest.on)}.` : 'Write the day on which it was.'}`,
        ...(related && { related }),
        fixes: edit => [move(edit)],
      });
      return;
    }
    if (!newest || !related) return;
    const passedOver = value < newest.on && held.some(({ on }) => on === value);
    const onlyCheckIns =
      passedOver && held.filter(({ on }) => on > value).every(({ review }) => review.type?.value === 'check_in');
    report({
      at: field,
      ...(onlyCheckIns && { severity: 'hint' as const }),
      message:
        value > newest.on
          ? `The plan says that it was last reviewed on ${formatFullDay(value)}, but the newest review in the log is that of ${formatFullDay(newest.on)}. Log what was decided on ${formatFullDay(value)}, or correct the day.`
          : `The plan says that it was last reviewed on ${formatFullDay(value)}, but the log has ${onlyCheckIns ? 'a check-in' : 'a review'} of ${formatFullDay(newest.on)}. ${onlyCheckIns ? 'Move the day on if the plan was looked at there.' : 'Bring the day up to date.'}`,
      related,
      fixes: edit => [move(edit), ofReview(field, value, held, edit)],
    });
  },
});

function moved(plan: Plan, day: Day, edit: Editor): Fix | undefined {
  if (!plan.plan || plan.plan.last_reviewed?.borrowed) return undefined;
  const change = setField(edit, plan.plan, 'last_reviewed', day, { near: ['created', 'next_review', 'version'] });
  return (
    change && {
      title: `Set last_reviewed to ${formatFullDay(day)}, the newest review in the log`,
      edits: [change],
      safe: false,
    }
  );
}

/** The other way round: the log has the wrong day, by a few days, and would stay in order with the plan's. */
function ofReview(field: Field<Day>, day: Day, held: readonly HeldReview[], edit: Editor): Fix | undefined {
  const [before, newest] = [held.at(-2), held.at(-1)];
  const date = newest?.review.date;
  if (!newest || !date || date.borrowed || Math.abs(daysBetween(newest.on, day)) > NEAR) return undefined;
  if (before !== undefined && before.on >= day) return undefined;
  return {
    title: `Set the review’s date to ${formatFullDay(day)}, as ${field.key ? 'last_reviewed' : 'the plan'} says`,
    edits: [edit.setValue(date, day)],
    safe: false,
  };
}

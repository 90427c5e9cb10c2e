import { daysBetween, formatFullDay } from '../../day.ts';
import { heldReviews } from '../../model/reviews.ts';
import { capitalise, count } from '../../words.ts';
import { beganBefore, earlierThan, firstDays } from '../lifecycle/earlier-than-created.ts';
import { defineRule, type Severity } from '../rule.ts';

export default defineRule({
  id: 'plan-date-order',
  severity: 'warning',
  summary: 'A plan created after its own reviews or results, or last reviewed after its next review',
  why: `Whoever reads that a plan was created in February and reviewed the November before cannot tell which day to believe, and
no longer believes the others either. A plan is often written down some weeks after the work has begun: a kickoff or a
milestone shortly before it is normal, and so is a baseline however old. What lies up to two months before is at most pointed
out; a review more than a week before is a contradiction, unless the file itself was begun at a later review.`,
  looksAt: ['plan'],
  reads: ['plan', firstDays, 'milestones', 'implementation', 'review_history'],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  options: { graceDays: 14, warnDays: 60, reviewGraceDays: 7 },
  optionWords: {
    graceDays: 'How many days before the plan was created a milestone may be complete, or the kickoff held.',
    warnDays: 'From how many days on that is a warning.',
    reviewGraceDays: 'From how many days on a review before the plan was created is a warning; below, it is a hint.',
  },
  examples: [
    {
      bad: `plan:
  created: "2026-02-06"
review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Depots in the north are trained first]
`,
      good: `plan:
  created: "2025-10-20"
review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Depots in the north are trained first]
`,
    },
    {
      bad: `plan:
  last_reviewed: "2026-01-20"
  next_review: "2026-01-13"
`,
      good: `plan:
  last_reviewed: "2026-01-20"
  next_review: "2026-04-21"
`,
    },
  ],
  check(plan, { today, options, report, looksFurther }) {
    const { created, last_reviewed: last, next_review: next } = plan.plan ?? {};
    if (created?.value !== undefined) {
      const day = created.value;
      if (beganBefore(day, plan)) looksFurther('outcomes');
      const [first] = earlierThan(day, plan, today, options);
      // Begun at a review, the file may well be a new copy of an older plan.
      const anew = heldReviews(plan, today).some(({ on }) => on === day);
      if (first?.severity) {
        report({
          at: created,
          severity: anew && first.severity === 'warning' ? 'info' : first.severity,
          message: `The plan says that it was created on ${formatFullDay(day)}, but ${first.what} on ${formatFullDay(first.on)}, ${count(daysBetween(first.on, day), 'day')} before. ${advice(first.severity, anew)}`,
          related: [{ at: first.at, message: `${capitalise(first.what)} on ${formatFullDay(first.on)}` }],
        });
      }
    }
    if (last?.value !== undefined && next?.value !== undefined && last.value > next.value) {
      const ahead = last.value > today;
      report({
        at: ahead ? last : next,
        message: ahead
          ? `The last review is given as ${formatFullDay(last.value)}, which is still ahead and even after the next one, on ${formatFullDay(next.value)}. Write the day on which the plan was last reviewed.`
          : `The next review is given as ${formatFullDay(next.value)}, but the last one was after it, on ${formatFullDay(last.value)}. Agree on a day for the next review, or correct the one that is wrong.`,
        related: [
          ahead
            ? { at: next, message: `The next review is on ${formatFullDay(next.value)}` }
            : { at: last, message: `Last reviewed on ${formatFullDay(last.value)}` },
        ],
      });
    }
  },
});

function advice(severity: Severity, anew: boolean): string {
  if (anew && severity === 'warning')
    return 'If the file was begun anew at the review of that day, write the day the plan itself began.';
  return severity === 'warning'
    ? 'Correct the day that is wrong.'
    : 'If it was only written down then, all is well; else correct the day.';
}

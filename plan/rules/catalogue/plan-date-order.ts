import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Measurement, Outcome, Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import { heldReviews } from '../../model/reviews.ts';
import { count } from '../../words.ts';
import { milestoneName, outcomeName } from '../milestones.ts';
import { defineRule, type Severity, type Target } from '../rule.ts';

export default defineRule({
  id: 'plan-date-order',
  severity: 'warning',
  summary:
    'The plan’s own days contradict each other: created after its reviews or results, or last reviewed after the next review',
  why: `Who reads that a plan was created in February and reviewed the November before cannot tell which day to believe, and
no longer believes the others either. A plan is often written down some weeks after the work has begun: a kickoff or a
milestone shortly before it is normal, and so is a baseline however old. What lies up to two months before is at most pointed
out; a review more than a week before is a contradiction.`,
  looksAt: ['plan'],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  options: { graceDays: 14, warnDays: 60, reviewGraceDays: 7 },
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
  check(plan, { today, options, report }) {
    const { created, last_reviewed: last, next_review: next } = plan.plan ?? {};
    if (created?.value !== undefined) {
      const day = created.value;
      const [first] = evidence(plan, day, today, options)
        .filter(one => one.severity !== undefined)
        .sort((a, b) => LOUDNESS.indexOf(a.severity) - LOUDNESS.indexOf(b.severity) || (a.on < b.on ? -1 : 1));
      if (first?.severity) {
        report({
          at: created,
          severity: first.severity,
          message: `The plan says that it was created on ${formatFullDay(day)}, but ${first.what} on ${formatFullDay(first.on)}, ${count(daysBetween(first.on, day), 'day')} before. ${first.severity === 'warning' ? 'Correct the day that is wrong' : 'If it was only written down then, all is well; else correct the day'}.`,
          related: [{ at: first.at, message: formatFullDay(first.on) }],
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

const LOUDNESS: readonly (Severity | undefined)[] = ['warning', 'info', 'hint'];

/** Something that happened before the plan was created, and how sure it is that one of the two days is wrong. */
interface Earlier {
  readonly on: Day;
  readonly at: Target;
  readonly what: string;
  readonly severity: Severity | undefined;
}

type Graces = Readonly<Record<'graceDays' | 'warnDays' | 'reviewGraceDays', number>>;

function evidence(
  plan: Plan,
  created: Day,
  today: Day,
  { graceDays, warnDays, reviewGraceDays }: Graces,
): readonly Earlier[] {
  const days = (on: Day) => daysBetween(on, created);
  const loud = (on: Day): Severity | undefined =>
    days(on) > warnDays ? 'warning' : days(on) > graceDays ? 'info' : undefined;
  const found: Earlier[] = [];
  for (const { review, on } of heldReviews(plan, created)) {
    if (on >= created) continue;
    const kickoff = review.type?.value === 'kickoff';
    const severity = kickoff ? loud(on) : days(on) > reviewGraceDays ? 'warning' : 'hint';
    found.push({ on, at: review.date ?? review, what: kickoff ? 'its kickoff was' : 'a review was held', severity });
  }
  const last = plan.plan?.last_reviewed;
  if (last?.value && plan.review_history.items.length === 0 && last.value < created)
    found.push({
      on: last.value,
      at: last,
      what: 'it was last reviewed',
      severity: days(last.value) > reviewGraceDays ? 'warning' : 'hint',
    });
  const early = plan.plan?.stage?.value === 'pre_sale' || plan.plan?.stage?.value === 'onboarding';
  for (const milestone of allMilestones(plan)) {
    const on = milestone.actual_date?.value;
    if (!milestone.actual_date || !on || on >= created || on > today) continue;
    const severity = early && days(on) <= warnDays ? undefined : loud(on);
    found.push({
      on,
      at: milestone.actual_date,
      what: `${lowerFirst(milestoneName(milestone))} was complete`,
      severity,
    });
  }
  for (const outcome of plan.outcomes.items) {
    for (const { date } of measurementsOf(outcome)) {
      if (!date?.value || date.value >= created) continue;
      const what = `${lowerFirst(outcomeName(outcome))} was measured`;
      found.push({ on: date.value, at: date, what, severity: loud(date.value) });
    }
  }
  return found;
}

/** Measurements after a dated baseline: before it, they are what the baseline was taken from. */
function measurementsOf(outcome: Outcome): readonly Measurement[] {
  return [outcome, ...outcome.key_results.items].flatMap(({ baseline, measurements }) => {
    const from = baseline?.measured_on?.value;
    return from === undefined
      ? []
      : measurements.items.filter(({ date }) => date?.value !== undefined && date.value > from);
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

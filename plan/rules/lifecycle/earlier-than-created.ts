import { type Day, daysBetween } from '../../day.ts';
import type { Measurement, Outcome, Plan } from '../../model/index.ts';
import { inEach } from '../../model/outcomes.ts';
import { heldReviews } from '../../model/reviews.ts';
import { decapitalise } from '../../words.ts';
import { Digest } from '../digest.ts';
import { measuredOf } from '../measures/measured.ts';
import { SEVERITIES, type Severity, type Target } from '../rule.ts';
import { milestoneName, outcomeWithin } from '../text/names.ts';

/** Something that happened before the day on which a plan says it was created, and how sure it is that one of the two days is wrong. */
export interface Earlier {
  readonly on: Day;
  readonly at: Target;
  readonly what: string;
  readonly review?: true;
  readonly severity: Severity | undefined;
}

/** So many days before are normal, point to a late start, or are too many; for reviews fewer are. */
type Graces = Readonly<Record<'graceDays' | 'warnDays' | 'reviewGraceDays', number>>;

/** What happened before the day a plan gives as that of its creation, the loudest first, reviews before the rest. */
export function earlierThan(
  created: Day,
  plan: Plan,
  today: Day,
  { graceDays, warnDays, reviewGraceDays }: Graces,
): readonly Earlier[] {
  const days = (on: Day) => daysBetween(on, created);
  const loud = (on: Day): Severity | undefined =>
    days(on) > warnDays ? 'warning' : days(on) > graceDays ? 'info' : undefined;
  const found: Earlier[] = [];
  // Those up to today are what other rules ask for, too, and kept.
  for (const { review, on } of heldReviews(plan, created > today ? created : today)) {
    if (on >= created) continue;
    const kickoff = review.type?.value === 'kickoff';
    const severity = kickoff ? loud(on) : days(on) > reviewGraceDays ? 'warning' : 'hint';
    found.push({
      on,
      at: review.date ?? review,
      what: kickoff ? 'its kickoff was' : 'a review was held',
      severity,
      review: true,
    });
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
  const outcomes = beganBefore(created, plan) ? plan.outcomes.items : [];
  const steps = plan.implementation?.steps.items ?? [];
  for (const milestone of inEach(outcomes, one => one.milestones.items).concat(plan.milestones.items, steps)) {
    const on = milestone.actual_date?.value;
    if (!milestone.actual_date || !on || on >= created || on > today) continue;
    const severity = early && days(on) <= warnDays ? undefined : loud(on);
    found.push({
      on,
      at: milestone.actual_date,
      what: `${decapitalise(milestoneName(milestone))} was complete`,
      severity,
    });
  }
  for (const outcome of outcomes) {
    for (const { date } of measurementsOf(outcome)) {
      if (!date?.value || date.value >= created) continue;
      const what = `${outcomeWithin(outcome)} was measured`;
      found.push({ on: date.value, at: date, what, severity: loud(date.value) });
    }
  }
  const loudness = ({ severity }: Earlier) => (severity ? SEVERITIES.indexOf(severity) : SEVERITIES.length);
  const reviews = found.filter(one => one.review);
  const others = found.filter(one => !one.review).sort((a, b) => (a.on < b.on ? -1 : 1));
  return [...reviews, ...others].sort((a, b) => loudness(a) - loudness(b));
}

/** True where something of an outcome was complete or measured before a day. */
export function beganBefore(created: Day, plan: Plan): boolean {
  return firstDays.of(plan).some(([first]) => first < created);
}

/** The first day on which something of each outcome was complete or measured; behind every day where there is none. */
export const firstDays = new Digest((outcome): readonly [string] => {
  const days = [
    ...outcome.milestones.items.map(one => one.actual_date?.value),
    ...measurementsOf(outcome).map(({ date }) => date?.value),
  ];
  return [days.reduce<string>((first, day) => (day !== undefined && day < first ? day : first), '9999-99-99')];
});

/** Measurements after a dated baseline: before it, they are what the baseline was taken from. */
function measurementsOf(outcome: Outcome): readonly Measurement[] {
  return measuredOf(outcome).flatMap(({ baseline, measurements }) => {
    const from = baseline?.measured_on?.value;
    return from === undefined
      ? []
      : measurements.items.filter(({ date }) => date?.value !== undefined && date.value > from);
  });
}

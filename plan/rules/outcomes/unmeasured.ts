import { outcomeNumbers } from '../../attainment/index.ts';
import { addDays, addMonths, type Day, latestDay } from '../../day.ts';
import type { Milestone, Outcome, Plan } from '../../model/index.ts';
import { isBegun, isDeclaredOpen, milestonesOf } from '../../model/milestones.ts';
import { dueField, isWorkedFor } from '../../model/outcomes.ts';
import { cadenceMonths, type HeldReview, heldReviews } from '../../model/reviews.ts';
import { Beside } from '../../once.ts';
import { hasUnreadable } from '../measures/measurable.ts';
import { type Measured, measuredOf } from '../measures/measured.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** How long an outcome has gone without a value. */
export interface Unmeasured {
  /** The day of the latest measurement; undefined where there was none. */
  readonly last: Day | undefined;
  readonly baseline: Day | undefined;
  /** The newest review that looks at progress, where it had no value to look at. */
  readonly review: HeldReview | undefined;
}

/** So long before a review a value may be measured and still be the one it looks at, in days: figures of a month come late. */
export const REVIEW_TOLERANCE = 45;

/**
 * Tells of an outcome under way whose newest value is older than the newest review by more than `tolerance` days, or than the rhythm of reviews
 * allows (and, if it was ever measured, the tolerance besides). Undefined for one that is up to date, and wherever the plan does not say enough:
 * without numbers to measure, without the baseline's day, with a day that cannot be read, when it is not begun, and when it is overdue or reached.
 */
export function unmeasured(outcome: Outcome, plan: Plan, today: Day, tolerance: number): Unmeasured | undefined {
  if (!isUnderWay(outcome, plan) || outcome.kind?.value === 'qualitative') return undefined;
  const due = dueField(outcome)?.value;
  const { metrics, achieved } = outcomeNumbers(outcome, today);
  if (achieved || (due && due < today) || !metrics.some(({ baseline, goal }) => baseline && goal)) return undefined;
  const all = measuredOf(outcome);
  if (all.some(isUnclear)) return undefined;
  const last = latestDay(all.flatMap(metric => measuredDays(metric, today)));
  const baseline = latestDay(all.map(metric => metric.baseline?.measured_on?.value));
  const newest = latestDay([last, baseline]);
  if (!newest) return undefined;
  const review = newestLookAtProgress(plan, today);
  const rhythm = addDays(addMonths(today, -cadenceMonths(plan)), last ? -tolerance : 0);
  const missed = review && newest < addDays(review.on, -tolerance) ? review : undefined;
  return missed || newest < rhythm ? { last, baseline, review: missed } : undefined;
}

function isUnderWay(outcome: Outcome, plan: Plan): boolean {
  if (!isWorkedFor(outcome)) return isTooEarly(outcome, milestonesOf(outcome, plan));
  const status = outcome.status?.value;
  const isWorkedOn = (one: Milestone) => isBegun(one) && one.status?.value !== 'blocked';
  return status === 'in_progress' || status === 'at_risk' || milestonesOf(outcome, plan).some(isWorkedOn);
}

/** Called achieved while milestones are open: it is under way all the same, and would be so if the status were taken back. */
function isTooEarly({ status, acknowledged_on }: Outcome, row: readonly Milestone[]): boolean {
  return status?.value === 'achieved' && acknowledged_on?.value === undefined && row.some(isDeclaredOpen);
}

/** A value without a day, a day that cannot be read, or words in place of the list: it may well have been measured. */
function isUnclear(metric: Measured): boolean {
  const { measurements } = metric;
  if (measurements.word ? !isPlaceholder(measurements.word.text) : measurements.node?.kind === 'mapping') return true;
  if (
    hasUnreadable(metric, 'measurements') &&
    measurements.items.length === 0 &&
    measurements.node?.kind !== 'sequence'
  )
    return true;
  return measurements.items.some(({ date, value }) => !date?.value && (!value || !isPlaceholder(value.text)));
}

function measuredDays({ measurements }: Measured, today: Day): readonly Day[] {
  return measurements.items.flatMap(({ date, value }) => {
    const isValue = value !== undefined && value.value?.kind !== 'not-measured' && !isPlaceholder(value.text);
    return date?.value && date.value <= today && isValue ? [date.value] : [];
  });
}

const reviews = new Beside<Plan, { readonly today: Day; readonly last: HeldReview | undefined }>();

/** The newest review that looks at progress: neither a kickoff nor a check-in in between. */
function newestLookAtProgress(plan: Plan, today: Day): HeldReview | undefined {
  const known = reviews.get(plan);
  if (known?.today === today) return known.last;
  const last = heldReviews(plan, today).findLast(({ review }) => {
    return review.type?.value !== 'kickoff' && review.type?.value !== 'check_in';
  });
  reviews.set(plan, { today, last });
  return last;
}

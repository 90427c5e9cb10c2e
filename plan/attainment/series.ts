import { addDays, type Day, daysBetween } from '../day.ts';
import type { Quantity } from '../quantity/index.ts';
import type { HoldDirection } from './hold.ts';

/** A measured value, and the day it was measured on if that is known. */
export interface Point {
  readonly value: number;
  readonly day?: Day | undefined;
  /** How it was written: no number depends on it. */
  readonly written?: Quantity | undefined;
}

/** What is known of one metric. All values are in one unit; the caller converts. */
export interface Series {
  readonly baseline?: Point | undefined;
  readonly goal?: { readonly value: number; readonly day?: Day | undefined } | undefined;
  readonly measurements: readonly Point[];
  /** Of a goal that is a bound (`≤ 5`), the side that is to be kept. A baseline on that side already makes it a hold. */
  readonly bound?: HoldDirection | undefined;
  /** Where goal and baseline are equal, which side of them is kept: `at least` if absent. */
  readonly holdDirection?: HoldDirection | undefined;
}

/** Longest way ahead that a trend is believed, in days: ten years. */
const FARTHEST_FORECAST = 3653;

/** The series as it was known on `day`: later measurements are left out. Undated ones stay. */
export function seriesAsOf(series: Series, day: Day): Series {
  const measurements = series.measurements.filter(point => point.day === undefined || point.day <= day);
  return measurements.length === series.measurements.length ? series : { ...series, measurements };
}

/**
 * The measurements that say something about progress: those later than the baseline's day. Undated ones count, since somebody listed them
 * as measurements, and so does every one if the baseline has no day.
 */
export function measurementsAfterBaseline(series: Series): readonly Point[] {
  const start = series.baseline?.day;
  return start === undefined ? series.measurements : series.measurements.filter(point => isAfter(point, start));
}

function isAfter({ day }: Point, start: Day | undefined): boolean {
  return start === undefined || day === undefined || day > start;
}

/** The newest measurement after the baseline; of one day, and among undated ones, the last listed. A dated one goes before an undated one. */
export function latestMeasurement(series: Series): Point | undefined {
  const start = series.baseline?.day;
  let latest: Point | undefined;
  for (const point of series.measurements) {
    if (!isAfter(point, start)) continue;
    if (latest === undefined || (point.day ?? '') >= (latest.day ?? '')) latest = point;
  }
  return latest;
}

/** True when the goal is to keep what the baseline says: they are equal, or the goal is a bound within which the baseline lies already. */
export function isHold(series: Series): boolean {
  const { baseline, goal, bound } = series;
  if (baseline === undefined || goal === undefined) return false;
  return same(baseline.value, goal.value) || (bound !== undefined && !crosses(series, baseline.value));
}

/** True when a value is on the wrong side of what is to be held. */
export function crosses(series: Series, value: number): boolean {
  const goal = series.goal?.value;
  if (goal === undefined || same(goal, value)) return false;
  return (series.bound ?? series.holdDirection) === 'at most' ? value > goal : value < goal;
}

/**
 * How much of the way from baseline to goal is done: (latest − baseline) / (goal − baseline), 1 = 100 %. Below 0 and above 1 are possible. The sign
 * of the way makes "less is better" come out right. A hold is 1 while the latest measurement has not crossed the goal, and 0 once it has.
 * Undefined without a baseline, a goal or a measurement after the baseline. Source: the plan format's "Attainment".
 *
 * 4 h → 0.5 h, now 2.1 h: (2.1 − 4) / (0.5 − 4) = 1.9 / 3.5 = 54.3 %.
 */
export function attainment(series: Series): number | undefined {
  const latest = latestMeasurement(series);
  const { baseline, goal } = series;
  if (!latest || !baseline || !goal) return undefined;
  if (isHold(series)) return crosses(series, latest.value) ? 0 : 1;
  return (latest.value - baseline.value) / (goal.value - baseline.value);
}

/**
 * Whether the goal is reached: attainment of 1 or more. A hold is reached only once it lasted, by a measurement on or after the goal's day
 * that has not crossed; until then it is merely held.
 */
export function goalReached(series: Series): boolean {
  const attained = attainment(series);
  if (attained === undefined || attained < 1 - 1e-9) return false;
  if (!isHold(series)) return true;
  const day = latestMeasurement(series)?.day;
  return day !== undefined && series.goal?.day !== undefined && day >= series.goal.day;
}

/** The day from which on the goal has been reached without a relapse; undefined if it is not reached or that day is not written. */
export function reachedOn(series: Series): Day | undefined {
  const { baseline, goal } = series;
  if (!baseline || !goal || !goalReached(series)) return undefined;
  if (isHold(series)) return goal.day;
  const dated = datedPoints(measurementsAfterBaseline(series)).sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  );
  let since: Day | undefined;
  for (const point of dated) {
    const there = (point.value - baseline.value) / (goal.value - baseline.value) >= 1 - 1e-9;
    since = there ? (since ?? point.day) : undefined;
  }
  return since;
}

/**
 * How much of the way should be done today: linear from the baseline's day to the goal's, within 0 and 1. A hold is to be kept from the first
 * day, so 1. Undefined if a day is missing, or if the goal is not due after the baseline. Source: the plan format's "Expected today".
 *
 * 15 Aug 2025 → 1 Apr 2026 is 229 days, 10 Feb 2026 is day 179: 179 / 229 = 78.2 %.
 */
export function expected(series: Series, today: Day): number | undefined {
  const start = series.baseline?.day;
  const end = series.goal?.day;
  if (start === undefined || end === undefined || end <= start) return undefined;
  if (isHold(series)) return 1;
  if (today <= start) return 0;
  if (today >= end) return 1;
  return daysBetween(start, today) / daysBetween(start, end);
}

/** The value that `expected` stands for, in the series' unit. */
export function expectedValue(series: Series, today: Day): number | undefined {
  const fraction = expected(series, today);
  const { baseline, goal } = series;
  if (fraction === undefined || !baseline || !goal) return undefined;
  return baseline.value + fraction * (goal.value - baseline.value);
}

/** A straight line through days and values. */
export interface Trend {
  /** Day 0 of the line. */
  readonly origin: Day;
  /** The value on day 0. */
  readonly intercept: number;
  /** Change of the value per day. */
  readonly slope: number;
}

/**
 * The straight line with the least sum of squared distances through the baseline and the measurements after it: slope = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)².
 * Undefined with fewer than two days.
 */
export function trend(series: Series): Trend | undefined {
  const points = datedPoints([...(series.baseline ? [series.baseline] : []), ...measurementsAfterBaseline(series)]);
  const origin = points[0]?.day;
  if (origin === undefined || points.length < 2) return undefined;
  const days = points.map(point => daysBetween(origin, point.day));
  const meanDay = mean(days);
  const meanValue = mean(points.map(point => point.value));
  let products = 0;
  let squares = 0;
  points.forEach((point, index) => {
    const distance = (days[index] ?? 0) - meanDay;
    products += distance * (point.value - meanValue);
    squares += distance * distance;
  });
  if (squares === 0) return undefined;
  const slope = products / squares;
  return { origin, slope, intercept: meanValue - slope * meanDay };
}

/**
 * The day on which the trend reaches the goal, its fraction cut off. Undefined if there is no trend, if it leads away from the goal or along it, if it
 * says the goal should have been reached by the last measurement, which knows better, if the goal is reached, or if it is a hold; and beyond
 * ten years after the last measurement, since no plan is about that.
 *
 * 4 h, 3.2 h on day 97, 2.1 h on day 158: −0.011679 h a day from 4.0927 h, so 0.5 h on day 307.6, which is 18 Jun 2026.
 */
export function forecast(series: Series): Day | undefined {
  const { baseline, goal } = series;
  const last = latestMeasurement(series);
  const line = trend(series);
  if (!baseline || !goal || !line || last?.day === undefined || isHold(series) || goalReached(series)) return undefined;
  if (line.slope === 0 || Math.sign(line.slope) !== Math.sign(goal.value - baseline.value)) return undefined;
  const reached = (goal.value - line.intercept) / line.slope;
  const known = daysBetween(line.origin, last.day);
  if (!Number.isFinite(reached) || reached <= known || reached > known + FARTHEST_FORECAST) return undefined;
  // A whole day that binary fractions made 60.999999 is still day 61.
  return addDays(line.origin, Math.floor(reached + 1e-6));
}

interface DatedPoint {
  readonly value: number;
  readonly day: Day;
}

function datedPoints(points: readonly Point[]): DatedPoint[] {
  return points.flatMap(({ value, day }) => (day === undefined ? [] : [{ value, day }]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Equal but for the noise of binary fractions: 0.1 h × 3600 and 6 min × 60 are one value. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

import type { Day } from '../day.ts';
import {
  type FormatOptions,
  formatDifference,
  formatLike,
  formatQuantity,
  isRating,
  isZero,
  type Quantity,
} from '../quantity/index.ts';
import type { InWords } from './in-words.ts';
import type { Metric } from './metric.ts';
import { expected, expectedValue, latestMeasurement, type Point } from './series.ts';

/** A value in the unit in which it was written: `75 min` on the way from `2 hours`, `4.2 of 5`. Undefined where nothing says what is counted. */
export function tellValue(point: Point, { like }: Metric, options?: FormatOptions): string | undefined {
  return like && formatLike(point.value, styleOf(point.written, like), options);
}

/** The newest value after the baseline, in words; undefined where there is none. */
export function tellLatest(metric: Metric, options?: FormatOptions): string | undefined {
  const latest = latestMeasurement(metric.series);
  return latest && tellValue(latest, metric, options);
}

/**
 * The value that is expected by a day: in the unit of the newest measurement, which it is held against, else of the baseline; in that of the goal where
 * it is less than one of the other, or the goal itself, since `30 min` are no `0.5 hours`. Undefined where none is expected.
 */
export function tellExpected(metric: Metric, today: Day): string | undefined {
  const { series, like, goal } = metric;
  const value = expectedValue(series, today);
  if (value === undefined || !like) return undefined;
  const written = latestMeasurement(series)?.written;
  const aim = styleOf(goal, like);
  const same = styleOf(written, like);
  const rating = same.of && [same, aim, like].find(({ of }) => of && isRating(of));
  const isFine = same.dimension === 'duration' && Math.abs(value) < same.style.factor && isFiner(aim, same);
  return formatLike(value, rating ?? (isFine || expected(series, today) === 1 ? aim : same));
}

/**
 * Baseline, newest value and goal, each with its day: numbers as people write them, else the words that stand in their place. What they are counted by, as a
 * year, is told once, at the goal.
 */
export function tellEnds(metric: Metric): InWords {
  const { series, baseline, goal, inWords, due } = metric;
  const now = tellLatest(metric);
  return {
    baseline: baseline ? { text: formatQuantity(baseline), day: series.baseline?.day } : inWords.baseline,
    now: now === undefined ? inWords.now : { text: now, day: latestMeasurement(series)?.day },
    goal: goal
      ? { text: formatQuantity(goal, goal.per === undefined ? {} : { form: 'long' }), day: due }
      : inWords.goal,
  };
}

/** By how much the newest value differs from the baseline; undefined where one of them is missing. */
export function tellDistance({ series, like }: Metric): string | undefined {
  const latest = latestMeasurement(series);
  if (!latest || !series.baseline || !like) return undefined;
  return formatDifference(Math.abs(latest.value - series.baseline.value), styleOf(latest.written, like));
}

function isFiner({ style: { factor } }: Quantity, than: Quantity): boolean {
  return factor < than.style.factor;
}

/** The way to write a value: as the quantity was written where that is another way than that of the whole metric. */
function styleOf(written: Quantity | undefined, like: Quantity): Quantity {
  if (!written || isZero(written)) return like;
  const { style, dimension, unitKey, of } = written;
  if (of || like.of) return of ? written : like;
  if (style.factor === like.style.factor && style.compound === like.style.compound) return like;
  // The 3,000 of `2k users`.
  if (dimension === 'number' && unitKey === '')
    return { ...like, value: written.value, style: { ...style, before: like.style.before } };
  return written;
}

import {
  forecast,
  isHold,
  type Metric,
  measurementsAfterBaseline,
  type Point,
  reachedOn,
  tellValue,
  trend,
} from '../attainment/index.ts';
import { type Day, daysBetween } from '../day.ts';
import { formatPercent, formatQuantity } from '../quantity/index.ts';
import { compareText } from '../words.ts';
import { layoutTrend, type Measured } from './trend.ts';
import type { OutcomeView, TrendView } from './types.ts';

/** How far something is, and should be, in words: an outcome, or one of its key results. `metric` is its only one. */
export function attainmentFigure(
  { attainment, expected }: { readonly attainment?: number | undefined; readonly expected?: number | undefined },
  metric: Metric | undefined,
): OutcomeView['attainment'] {
  const known = attainment !== undefined;
  const text = known ? formatPercent(attainment) : 'Unknown';
  if (metric !== undefined && known && isHold(metric.series))
    return { text, known, note: attainment >= 1 ? 'held' : 'not held' };
  if (!known && metric?.unlike) return { text, known, note: 'units differ' };
  if (expected !== undefined) return { text, known, note: `${formatPercent(expected)} expected` };
  if (!known && metric?.missing !== undefined) return { text, known, note: NOTES[metric.missing] ?? 'no number' };
  return { text, known, note: '' };
}

const NOTES: Partial<Record<NonNullable<Metric['missing']>, string>> = {
  comparison: 'units differ',
  change: 'goal is a change',
};

/** What keeps a trend from being held against the goal, where numbers are missing or do not compare. */
function hindranceOf({ missing, unlike, inWords }: Metric): string | undefined {
  if (missing !== undefined) return HINDRANCES[missing];
  return unlike ? 'measured in another unit since' : inWords.now && 'told in words since';
}

const HINDRANCES: Partial<Record<NonNullable<Metric['missing']>, string>> = {
  both: 'neither goal nor baseline holds a number',
  baseline: 'the baseline holds no number',
  goal: 'the goal holds no number',
  comparison: 'the units do not compare',
  change: 'the goal is written as a change',
};

/** The small line of a metric, with its words. */
export function metricTrend(metric: Metric, achieved: boolean, today: Day): TrendView | undefined {
  const { series } = metric;
  const measured = (point: Point | undefined): Measured | undefined => {
    const label = point && tellValue(point, metric);
    return point?.day === undefined || label === undefined ? undefined : { day: point.day, value: point.value, label };
  };
  const baseline = measured(series.baseline);
  const goal = measured(series.goal);
  const measurements = measurementsAfterBaseline(series)
    .map(measured)
    .filter(point => point !== undefined)
    .sort((a, b) => compareText(a.day, b.day));
  const reached = achieved ? reachedOn(series) : undefined;
  const hindrance = hindranceOf(metric);
  return layoutTrend({
    today,
    metric: metric.name,
    ...(baseline === undefined ? {} : { baseline }),
    ...(goal === undefined || metric.goal === undefined
      ? {}
      : { goal: { ...goal, label: formatQuantity(metric.goal) } }),
    measurements,
    ...forecastFrom(series, measurements[measurements.length - 1]),
    ...(reached === undefined ? {} : { reached }),
    achieved,
    hold: isHold(series),
    ...(hindrance === undefined ? {} : { hindrance }),
  });
}

/** The forecast with where its line stands on the day of the last measurement. */
function forecastFrom(
  series: Metric['series'],
  last: Measured | undefined,
): { forecast?: { day: Day; start: number } } {
  const day = forecast(series);
  const line = trend(series);
  if (day === undefined || line === undefined || last === undefined) return {};
  return { forecast: { day, start: line.intercept + line.slope * daysBetween(line.origin, last.day) } };
}

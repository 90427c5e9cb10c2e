import { attainment, meanAttainment, type OutcomeStanding, seriesAsOf } from '../attainment/index.ts';
import { addMonths, type Day, daysBetween } from '../day.ts';
import type { PlanSummary } from './types.ts';

/** The trend goes so many months back. */
const MONTHS = 6;

/** Mean attainment on the same day of each of the last six months and today, as it was known by then; days without any are left out. */
export function trendOf(outcomes: readonly OutcomeStanding[], today: Day): PlanSummary['trend'] {
  const pursued = outcomes.filter(outcome => !outcome.deferred);
  // Nothing was measured: nothing is drawn, and most new plans are asked no further.
  if (pursued.every(one => one.attainment === undefined)) return [];
  const first = addMonths(today, -MONTHS);
  const span = daysBetween(first, today);
  const points: { x: number; y: number }[] = [];
  for (let month = 0; month <= MONTHS; month++) {
    const on = month === MONTHS ? today : addMonths(first, month);
    const mean = meanAttainment(pursued.map(outcome => attainmentOn(outcome, on, today)))?.mean;
    if (mean !== undefined) points.push({ x: daysBetween(first, on) / span, y: mean });
  }
  return points;
}

function attainmentOn(standing: OutcomeStanding, on: Day, today: Day): number | undefined {
  if (on === today) return standing.attainment;
  const { acknowledged_on: acknowledged, kind } = standing.outcome;
  if (kind?.value === 'qualitative' && acknowledged?.value !== undefined && acknowledged.value <= on) return 1;
  return meanAttainment(standing.metrics.map(metric => attainment(seriesAsOf(metric.series, on))))?.mean;
}

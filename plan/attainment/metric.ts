import type { Day } from '../day.ts';
import type { KeyResult, Outcome } from '../model/index.ts';
import { comparable, isPerNamed, isZero, type Mismatch, type Quantity, quantityOf } from '../quantity/index.ts';
import { isChange } from './change.ts';
import { boundOf, sideInWords } from './hold.ts';
import { type InWords, inWordsOf } from './in-words.ts';
import type { OutcomeFacts } from './outcome-health.ts';
import { isHold, latestMeasurement, type Point, type Series, seriesAsOf } from './series.ts';

/** One metric with its numbers: of an outcome, or of one of its key results. */
export interface Metric {
  readonly name: string;
  /** What baseline and target call it: a name may say what its values are per. */
  readonly names: readonly (string | undefined)[];
  readonly series: Series;
  readonly baseline: Quantity | undefined;
  readonly goal: Quantity | undefined;
  /** How values are written: as the baseline is, or as the goal is where the baseline is missing or a zero without a unit; without either as the first value is. */
  readonly like: Quantity | undefined;
  /** What keeps the numbers from being computed. */
  readonly missing: OutcomeFacts['missing'];
  /** True where something was measured after the baseline, and nothing of it compares. */
  readonly unlike: boolean;
  readonly inWords: InWords;
  /** The day by which the goal is to be reached, whatever the goal says. */
  readonly due: Day | undefined;
}

/** The metrics of an outcome on a day, in their order. Never throws. */
export function metricsOf(outcome: Outcome, today: Day): Metric[] {
  return measuredIn(outcome).map(holder => metricOf(holder, outcome, today));
}

/** What the metrics of an outcome are computed from, in their order: its key results that say what is measured, else the outcome itself. */
export function measuredIn(outcome: Outcome): readonly (Outcome | KeyResult)[] {
  const results = outcome.key_results.items.filter(result => result.baseline ?? result.target);
  return results.length > 0 ? results : [outcome];
}

function metricOf(holder: Outcome | KeyResult, { target }: Outcome, today: Day): Metric {
  const baseline = quantityOf(holder.baseline?.current?.value);
  const goal = quantityOf(holder.target?.goal?.value);
  const like = baseline && !(goal && isZero(baseline)) ? baseline : (goal ?? firstNumber(holder));
  const name = (holder.target?.metric ?? holder.baseline?.metric)?.text ?? '';
  const names = [name, holder.baseline?.metric?.text];
  const fits = (quantity: Quantity) => like !== undefined && mismatch(quantity, like, names) === undefined;
  const measurements: Point[] = [];
  const others: Point[] = [];
  const written = goal === undefined ? [] : [goal];
  for (const { value, date } of holder.measurements.items) {
    const quantity = quantityOf(value?.value);
    if (!quantity) continue;
    const point = { value: quantity.value, day: date?.value, written: quantity };
    if (!fits(quantity)) others.push(point);
    else {
      measurements.push(point);
      written.push(quantity);
    }
  }
  // A key result without a day of its own is due with its outcome.
  const due = (holder.target?.target_date ?? target?.target_date)?.value;
  const bound = goal && boundOf(goal);
  const change = goal && baseline && fits(goal) && isChange(goal, baseline, names);
  const whole: Series = {
    baseline: baseline && { value: baseline.value, day: holder.baseline?.measured_on?.value, written: baseline },
    goal: goal && fits(goal) && !change ? { value: goal.value, day: due } : undefined,
    measurements,
    bound,
    holdDirection: bound,
  };
  // The words are asked only where they count: there is something to hold, and its own bound does not say which side.
  const series =
    bound === undefined && isHold(whole)
      ? { ...whole, holdDirection: sideInWords(name, holder.description?.text ?? '', goal?.dimension === 'duration') }
      : whole;
  const missing = whatIsMissing(baseline, goal, change ? 'change' : goal && fits(goal) ? undefined : 'comparison');
  const known = seriesAsOf(series, today);
  const unlike =
    others.length > 0 &&
    latestMeasurement(known) === undefined &&
    latestMeasurement(seriesAsOf({ ...series, measurements: others }, today)) !== undefined;
  const inWords = inWordsOf(holder, due, today, unlike || latestMeasurement(known) !== undefined);
  const alike = like && asFineAs(written, like);
  return { name, names, series: known, baseline, goal, like: alike, missing, unlike, inWords, due };
}

function firstNumber({ measurements }: Outcome | KeyResult): Quantity | undefined {
  for (const { value } of measurements.items) if (value?.value?.kind === 'quantity') return value.value.quantity;
  return undefined;
}

function whatIsMissing(baseline: Quantity | undefined, goal: Quantity | undefined, other: Metric['missing']) {
  if (!baseline) return goal ? 'baseline' : 'both';
  return goal ? other : 'goal';
}

const MOST_DECIMALS = 3;

/** What values are written like, with as many decimals as any of those written in the same unit: 99.95% is not 100% because the goal says 99.9%. */
function asFineAs(written: readonly Quantity[], like: Quantity): Quantity {
  const { decimals, factor } = like.style;
  const finest = written
    .filter(one => one.unitKey === like.unitKey && one.style.factor === factor)
    .reduce((most, one) => Math.max(most, Math.min(one.style.decimals, MOST_DECIMALS)), decimals);
  return finest === decimals ? like : { ...like, style: { ...like.style, decimals: finest } };
}

/** Why a quantity does not count for a metric that has another one: undefined where it does, by itself or by what a name of the metric says. */
export function mismatch(quantity: Quantity, other: Quantity, names: Metric['names']): Mismatch | undefined {
  const reason = comparable(other, quantity);
  return reason === true || (reason === 'per' && isPerNamed(other, quantity, names)) ? undefined : reason;
}

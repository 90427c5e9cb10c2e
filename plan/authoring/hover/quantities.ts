import {
  attainment,
  expected,
  isHold,
  type Metric,
  measuredIn,
  mismatch,
  outcomeNumbers,
} from '../../attainment/index.ts';
import { formatDay } from '../../day.ts';
import { outcomeAround } from '../../model/holders.ts';
import type { Baseline, Measurement, Outcome, Target } from '../../model/index.ts';
import {
  formatDifference,
  formatLike,
  formatPercent,
  formatQuantity,
  type Quantity,
  type QuantityReading,
  quantityOf,
} from '../../quantity/index.ts';
import type { Telling } from './telling.ts';

/** How a quantity was read. */
export function readingWords(read: QuantityReading, { pen }: Telling): string {
  if (read.kind === 'not-measured') return pen.ours('Read as *not measured yet*.');
  if (read.kind === 'not-measurable') return 'No number is found in this text, so it cannot be measured.';
  const { quantity } = read;
  const middle = quantity.range
    ? `: the middle, ${pen.text(formatLike(quantity.value, quantity))}, is what counts`
    : '';
  return `Read as ${pen.strong(pen.text(formatQuantity(quantity, { form: 'long' })))}${middle}.`;
}

/** What a quantity of an outcome says beside the others of its metric. */
export function relationWords(
  holder: Baseline | Target | Measurement,
  read: QuantityReading,
  telling: Telling,
): string[] {
  const quantity = quantityOf(read);
  const outcome = outcomeAround(holder);
  const metric = outcome && metricAround(holder, outcome, telling);
  if (!quantity || !metric) return [];
  const { baseline, goal } = metric;
  const isChange = metric.missing === 'change';
  switch (holder.definition) {
    case 'baseline':
      return goal && baseline && !isChange ? [compared(goal, baseline, metric, 'The goal', 'this', telling)] : [];
    case 'target':
      if (isChange)
        return ['This is a change, and not the value to be reached: progress is known once that is written.'];
      return baseline
        ? [compared(quantity, baseline, metric, 'This', `the baseline of ${plain(baseline, telling)}`, telling)]
        : [];
    case 'measurement':
      return [progress(holder, quantity, metric, telling)];
  }
}

/** The numbers of the outcome or key result that a holder stands in. */
function metricAround(
  { holder }: Baseline | Target | Measurement,
  outcome: Outcome,
  { today }: Telling,
): Metric | undefined {
  const { metrics } = outcomeNumbers(outcome, today);
  // What an outcome with key results says of itself beside them does not count.
  return metrics[measuredIn(outcome).findIndex(one => one.mapping === holder?.mapping)];
}

/** `8 minutes less than the baseline of 12 minutes (−67%).` */
function compared(
  quantity: Quantity,
  from: Quantity,
  { names }: Metric,
  subject: string,
  than: string,
  { pen }: Telling,
): string {
  const misfit = mismatch(quantity, from, names);
  if (misfit) return `${subject} does not compare with ${than}: ${MISFITS[misfit]}.`;
  const difference = quantity.value - from.value;
  if (Math.abs(difference) < 1e-9 * Math.max(1, Math.abs(from.value)))
    return `${subject} is the same as ${than}: it is to be held.`;
  const side = difference > 0 ? 'more' : 'less';
  const apart = pen.text(formatDifference(Math.abs(difference), from));
  if (quantity.dimension === 'ratio') return `${subject} is ${apart} ${side} than ${than}.`;
  const share =
    // Of less than nothing there is no share.
    from.value <= 0 ? '' : ` (${difference > 0 ? '+' : ''}${formatPercent(difference / from.value)})`;
  return `${subject} is ${apart} ${side} than ${than}${share}.`;
}

const MISFITS = {
  dimension: 'they are of different kinds',
  currency: 'they are in different currencies',
  per: 'they are not for each of the same',
  unit: 'they are in different units',
};

/** How far a measurement had come, and how far it should have by its day. */
function progress({ date }: Measurement, quantity: Quantity, metric: Metric, telling: Telling): string {
  const { series, like, baseline, goal, names } = metric;
  if (!like || !baseline || !goal) return '';
  const misfit = mismatch(quantity, like, names);
  if (misfit) return `It does not compare with the baseline of ${plain(baseline, telling)}: ${MISFITS[misfit]}.`;
  const start = series.baseline?.day;
  if (date?.value && date.value > telling.today) return 'Its day is still to come: it does not count yet.';
  if (date?.value && start && date.value <= start)
    return `It is not later than the baseline of ${formatDay(start)}, so progress does not count it.`;
  const way = `${plain(baseline, telling)} to ${plain(goal, telling)}`;
  const attained = attainment({ ...series, measurements: [{ value: quantity.value }] });
  if (attained === undefined) return '';
  if (isHold(series)) return `The goal of ${plain(goal, telling)} was ${attained >= 1 ? 'held' : 'not held'}.`;
  const day = date?.value;
  const due = day && expected(series, day);
  const by = due === undefined || !day ? '' : `; ${formatPercent(due)} was expected by ${formatDay(day)}`;
  return `${telling.pen.strong(formatPercent(attained))} of the way from ${way}${by}.`;
}

function plain(quantity: Quantity, { pen }: Telling): string {
  return pen.text(formatQuantity(quantity), 60);
}

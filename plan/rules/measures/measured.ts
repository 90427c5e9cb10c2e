import type { Day } from '../../day.ts';
import type { Element, Field, KeyResult, Measurement, Outcome } from '../../model/index.ts';
import { type Quantity, type QuantityReading, quantityOf } from '../../quantity/index.ts';
import { quoteShort } from '../../words.ts';
import { outcomeWithin } from '../text/names.ts';

/** What has a baseline and a target: an outcome, or one of its key results. */
export type Measured = Outcome | KeyResult;

/** An outcome and its key results. */
export function measuredOf(outcome: Outcome): readonly Measured[] {
  return [outcome, ...outcome.key_results.items];
}

/** The key result of an outcome that a baseline, a target or a measurement is of, else the outcome itself. */
export function measuredAround(holder: Element, outcome: Outcome): Measured {
  const isHolder = (one: Element | undefined) => one?.mapping !== undefined && one.mapping === holder.mapping;
  const isOf = ({ baseline, target, measurements }: KeyResult) =>
    isHolder(baseline) || isHolder(target) || measurements.items.some(isHolder);
  return outcome.key_results.items.find(isOf) ?? outcome;
}

/** How a message calls it within a sentence: `outcome O1`, `key result KR2 of O1`. */
export function measuredName(measured: Measured, outcome: Outcome): string {
  if (measured.definition === 'outcome') return outcomeWithin(outcome);
  return `key result ${measured.label || quoteShort(measured.description?.text ?? '', 40)} of ${outcome.label || 'this outcome'}`;
}

/** What it is measured by; '' where nothing says. */
export function metricName({ target, baseline }: Measured): string {
  return baseline?.metric?.text || target?.metric?.text || '';
}

/** The quantity that a field holds; undefined where nothing is measured or nothing can be read. */
export function quantityIn(field: Field<QuantityReading> | undefined): Quantity | undefined {
  return quantityOf(field?.value);
}

/** The newest measurement that holds a quantity, of those up to a day: of one day the last, one without a day only where none has any. */
export function newestMeasurement(all: readonly Measurement[], today: Day): Measurement | undefined {
  let newest: Measurement | undefined;
  for (const one of all) {
    if (!quantityIn(one.value) || (one.date?.value ?? '') > today) continue;
    if (!newest || (one.date?.value ?? '') >= (newest.date?.value ?? '')) newest = one;
  }
  return newest;
}

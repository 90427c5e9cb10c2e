import type { Field, KeyResult, Outcome } from '../../model/index.ts';
import type { Quantity, QuantityReading } from '../../quantity/index.ts';
import { quoteShort } from '../../words.ts';
import { outcomeName } from '../text/names.ts';

/** What has a baseline and a target: an outcome, or one of its key results. */
export type Measured = Outcome | KeyResult;

/** An outcome and its key results. */
export function measuredOf(outcome: Outcome): readonly Measured[] {
  return [outcome, ...outcome.key_results.items];
}

/** How a message calls it within a sentence: `outcome O1`, `key result KR2 of O1`. */
export function measuredName(measured: Measured, outcome: Outcome): string {
  if (measured.definition === 'outcome') {
    const name = outcomeName(outcome);
    return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  }
  return `key result ${measured.label || quoteShort(measured.description?.text ?? '', 40)} of ${outcome.label || 'this outcome'}`;
}

/** The quantity that a field holds; undefined where nothing is measured or nothing can be read. */
export function quantityIn(field: Field<QuantityReading> | undefined): Quantity | undefined {
  return field?.value?.kind === 'quantity' ? field.value.quantity : undefined;
}

import type { Field, Plan } from '../../model/index.ts';
import type { QuantityReading } from '../../quantity/index.ts';

/** An amount of money as it is written, and what it is of, in words that fit within a sentence. */
export interface Sum {
  readonly field: Field<QuantityReading>;
  readonly of: string;
}

/** The amounts of money in a plan: what the contract brings in a year, and what the outcomes are worth. */
export function sumsOf(plan: Plan): readonly Sum[] {
  const arr = plan.customer?.contract?.arr;
  const values = plan.outcomes.items.flatMap(outcome => {
    const field = outcome.business_value?.amount;
    return field ? [{ field, of: `the value of ${outcome.label || 'this outcome'}` }] : [];
  });
  return arr ? [{ field: arr, of: 'the yearly revenue of the contract' }, ...values] : values;
}

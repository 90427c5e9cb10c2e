import type { Field, Plan } from '../../model/index.ts';
import type { QuantityReading } from '../../quantity/index.ts';
import { Digest } from '../digest.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** What is written where an amount of money belongs, and what that is of, in words that fit within a sentence. */
export interface Sum {
  readonly field: Field<QuantityReading>;
  readonly of: string;
}

/** True for what is written in place of an amount, and is none. */
function isNoAmount({ value, text }: Field<QuantityReading>): boolean {
  return value?.kind === 'not-measurable' && !isPlaceholder(text) && !/\d/.test(text);
}

/** Whether something stands in place of each outcome's worth that is no amount. */
export const worthless = new Digest(({ business_value }) => [
  business_value?.amount !== undefined && isNoAmount(business_value.amount),
]);

/** What stands in place of amounts of money in a plan and is none: of what the contract brings in a year, and of what the outcomes are worth. Looks at these only where one has such. Never throws. */
export function withoutAmount(plan: Plan, looksFurther: (at: 'outcomes') => void): readonly Sum[] {
  const arr = plan.customer?.contract?.arr;
  const own = arr && isNoAmount(arr) ? [{ field: arr, of: 'the yearly revenue of the contract' }] : [];
  if (!worthless.of(plan).some(([isOne]) => isOne)) return own;
  looksFurther('outcomes');
  return own.concat(
    plan.outcomes.items.flatMap(({ business_value, label }) => {
      const field = business_value?.amount;
      return field && isNoAmount(field) ? [{ field, of: `the value of ${label || 'this outcome'}` }] : [];
    }),
  );
}

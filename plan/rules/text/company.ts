import type { Plan } from '../../model/index.ts';
import { short } from '../../words.ts';
import { isPlaceholder } from './placeholder.ts';

/** The customer by name, as in “Nobody at Northwind Traders …”; `the customer` where the plan names none. */
export function companyOf({ customer }: Pick<Plan, 'customer'>): string {
  const name = customer?.company?.text ?? '';
  return isPlaceholder(name) ? 'the customer' : short(name, 50);
}

import { type Quantity, readQuantity } from '../../../plan/quantity/index.ts';

/** The quantity that a text holds; throws if it holds none. */
export function quantity(written: string | number): Quantity {
  const reading = readQuantity(written);
  if (reading.kind !== 'quantity') throw new Error(`${JSON.stringify(written)} is ${reading.kind}`);
  return reading.quantity;
}

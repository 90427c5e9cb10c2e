import { readQuantity } from './read.ts';

/**
 * The length of a meeting or a topic in minutes: `60 minutes`, `20 min`, `1h 30m`, `1:30`, and a plain number, which is minutes. Undefined for
 * anything else, for a negative length, and for a range or a bound, which plan no meeting. Never throws.
 */
export function readDuration(written: string | number | null | undefined): number | undefined {
  const reading = readQuantity(written);
  if (reading.kind !== 'quantity') return undefined;
  const { value, dimension, unitKey, range, comparator, sign } = reading.quantity;
  if (value < 0 || range || comparator !== undefined || sign !== undefined) return undefined;
  if (dimension === 'duration') return Number((value / 60).toPrecision(12));
  return dimension === 'number' && unitKey === '' ? value : undefined;
}

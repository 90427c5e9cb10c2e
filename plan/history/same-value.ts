import { comparable, type Quantity, type QuantityReading } from '../quantity/index.ts';

/**
 * True where two readings surely mean two amounts: `4 hours` and `4.5 hours`, not `4 hours` and `240 minutes`, nor `4` and `4 hours`, where a unit was
 * added. Where one of them holds no number they are not compared.
 */
export function isOtherQuantity(old: QuantityReading, now: QuantityReading): boolean {
  if (old.kind !== 'quantity' || now.kind !== 'quantity') return false;
  const [a, b] = [old.quantity, now.quantity];
  if (comparable(a, b) === true) return !isEqual(a, b);
  const bare = [a, b].some(one => one.dimension === 'number' && one.unitKey === '');
  return !(bare && digits(a) === digits(b));
}

function isEqual(a: Quantity, b: Quantity): boolean {
  const ends = (one: Quantity) => [one.range?.low ?? one.value, one.range?.high ?? one.value] as const;
  const [[low, high], [otherLow, otherHigh]] = [ends(a), ends(b)];
  return isNear(low, otherLow) && isNear(high, otherHigh);
}

/** Equal but for what rounding leaves: a millionth. */
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}

function digits({ written }: Quantity): string {
  return written.replaceAll(/\D+/g, ' ').trim();
}

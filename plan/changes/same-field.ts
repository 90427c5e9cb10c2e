import { isOtherQuantity } from '../history/same-value.ts';
import type { Field } from '../model/index.ts';
import { normalName } from '../model/people.ts';
import type { Quantity, QuantityReading } from '../quantity/index.ts';
import { oneLine } from '../words.ts';

/**
 * True where two fields say the same: written alike but for blanks, one amount in two units, a team's word and that of the format. A bound (`at least`)
 * and what an amount is for each of are part of it; nothing written and no key are one.
 */
export function isSameField(
  old: Field<unknown> | undefined,
  now: Field<unknown> | undefined,
  property: string,
): boolean {
  if (isSameText(old, now, property)) return true;
  if (old?.value !== undefined && old.value === now?.value) return true;
  const [a, b] = [readingOf(old), readingOf(now)];
  if (a?.kind !== 'quantity' || b?.kind !== 'quantity') return false;
  return kindOf(a.quantity) === kindOf(b.quantity) && !isOtherQuantity(a, b);
}

/** What makes amounts others though their figures are the same. */
function kindOf({ dimension, unitKey, per, currency, comparator, approximate }: Quantity): string {
  return [dimension, dimension === 'count' ? unitKey : '', per, currency, comparator, approximate].join(' ');
}

/** True where two fields are written alike but for blanks; names of people also but for capitals and forms of address. */
export function isSameText(
  old: Field<unknown> | undefined,
  now: Field<unknown> | undefined,
  property: string,
): boolean {
  const [a, b] = [oneLine(old?.text ?? ''), oneLine(now?.text ?? '')];
  return a === b || (PERSONS.has(property) && normalName(a) === normalName(b));
}

/** Where people are named; where they are listed, their names are their own. */
const PERSONS: ReadonlySet<string> = new Set([
  'owner',
  'co_owner',
  'sponsor',
  'person',
  'successor',
  'participants',
  'attendees',
  'acknowledged_by',
]);

/** A quantity as it was read. */
export function readingOf(field: Field<unknown> | undefined): QuantityReading | undefined {
  const value = field?.value;
  return typeof value === 'object' && value !== null && isReading(value) ? value : undefined;
}

function isReading(value: object): value is QuantityReading {
  return 'kind' in value && ('quantity' in value || 'written' in value);
}

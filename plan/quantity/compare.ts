import type { Quantity } from './types.ts';

/** Why two quantities do not compare. */
export type Mismatch = 'dimension' | 'currency' | 'per' | 'unit';

/** Words of a counted unit that name no unit of their own: `31 NPS` and `45 points` are one scale. */
const NEUTRAL: ReadonlySet<string> = new Set(['point', 'score', 'rating', 'index', 'unit']);
const TIME: ReadonlySet<string> = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']);

/**
 * Whether one can be subtracted from the other: true, or what stands in the way.
 * - A bare number compares with any counted unit: baseline `31`, goal `45 NPS`. It does not compare with money, a
 *   duration or a percentage, where the missing unit would change the value.
 * - Counted units agree when one names the other's words: `150 users` and `200 active users`.
 * - `8 of 25`, `20 of 25` and `80%` compare; percentage points do not compare with percentages, they are a change of them.
 * - "per" must agree. Where one side is silent, a thing (`per report`) is taken as understood, a span of time is not:
 *   $40k and $40k a year are different things.
 * - A zero without a unit is nothing of everything, and nothing of one thing is nothing in any span of time.
 */
export function comparable(a: Quantity, b: Quantity): true | Mismatch {
  if (isZero(a) || isZero(b)) return true;
  if (kindOf(a) !== kindOf(b)) return 'dimension';
  if (a.currency !== b.currency) return 'currency';
  if (!unitsAgree(a, b)) return 'unit';
  return a.value === 0 || b.value === 0 || persAgree(a.per, b.per) ? true : 'per';
}

/** True for a zero without a unit. */
export function isZero({ value, dimension, unitKey }: Quantity): boolean {
  return value === 0 && dimension === 'number' && unitKey === '';
}

/** True where only one of the two says what span of time it is per, and a metric's name says it for both: `4 per month`, `12` and “Orders per month”. */
export function isPerNamed(a: Quantity, b: Quantity, names: readonly (string | undefined)[]): boolean {
  if ((a.per === undefined) === (b.per === undefined)) return false;
  const span = a.per ?? b.per ?? '';
  return names.some(name => name?.toLowerCase().replace('annual', 'year').replace('daily', 'day').includes(span));
}

function kindOf(quantity: Quantity): string {
  return quantity.dimension === 'count' ? 'number' : quantity.dimension;
}

function unitsAgree(a: Quantity, b: Quantity): boolean {
  if (a.unitKey === b.unitKey || a.dimension === 'duration' || a.dimension === 'money') return true;
  if (a.dimension === 'ratio') return isShare(a) && isShare(b);
  return (
    a.unitKey === '' ||
    b.unitKey === '' ||
    isNeutral(a.unitKey) ||
    isNeutral(b.unitKey) ||
    wordsAgree(a.unitKey, b.unitKey)
  );
}

function isShare(quantity: Quantity): boolean {
  return quantity.unitKey === 'percent' || quantity.unitKey === 'permille';
}

function isNeutral(key: string): boolean {
  return NEUTRAL.has(key);
}

function persAgree(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  const one = words(a);
  const other = words(b);
  const onlyInOne = one.filter(word => !other.includes(word));
  const onlyInOther = other.filter(word => !one.includes(word));
  if (onlyInOne.length > 0 && onlyInOther.length > 0) return false;
  return ![...onlyInOne, ...onlyInOther].some(word => TIME.has(word));
}

function words(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(' ');
}

function wordsAgree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const all = words(long);
  return words(short).every(word => all.includes(word));
}

/**
 * A percentage that disagrees with the `a of b` beside it, both in per cent; undefined when they agree. Rounding and cutting off are both
 * tolerated: 2 of 3 is 66 % and 67 %, with one written decimal 66.6 % and 66.7 %.
 */
export function ratioContradiction(
  quantity: Quantity,
): { readonly stated: number; readonly actual: number } | undefined {
  const { of, statedPercent: stated } = quantity;
  if (!of || stated === undefined) return undefined;
  const actual = Number(((of.part / of.whole) * 100).toPrecision(12));
  const tolerance = 10 ** -(quantity.statedDecimals ?? 0);
  return Math.abs(actual - stated) < tolerance - 1e-9 ? undefined : { stated, actual };
}

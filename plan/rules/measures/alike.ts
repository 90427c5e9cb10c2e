import { comparable, type Quantity } from '../../quantity/index.ts';

/** Of one kind of unit; what each is counted per is left aside, unless both name a span of time. */
export function isLike(said: Quantity, written: Quantity): boolean {
  const known = comparable(said, written);
  if (known !== 'per') return known === true;
  return said.per === undefined || written.per === undefined || !SPAN.test(`${said.per} ${written.per}`);
}

const SPAN = /\b(?:hour|day|week|month|quarter|year)\b/;

/** Equal as far as either is written: within half of the last place, a tenth where one is approximate. Ends of a range agree with it. */
export function isAlike(a: Quantity, b: Quantity): boolean {
  const apart = Math.abs(a.value - b.value);
  const size = Math.max(Math.abs(a.value), Math.abs(b.value));
  const rough = a.approximate || b.approximate ? size * 0.1 : 0;
  if (apart <= Math.max(grain(a), grain(b), rough) + 1e-9 * size) return true;
  return holds(a, b.value) || holds(b, a.value);
}

function holds({ range }: Quantity, value: number): boolean {
  return range !== undefined && range.low <= value && value <= range.high;
}

/** Half of the last place that is written, in the base unit; of 40,000 a fortieth, since it may be rounded. */
function grain({ style, value, of }: Quantity): number {
  if (of) return 0.005;
  const place = 0.5 * 10 ** -style.decimals * style.factor;
  const figure = Math.round(Math.abs(value / style.factor));
  return style.decimals === 0 && figure >= 1000 && figure % 100 === 0 ? Math.max(place, Math.abs(value) / 40) : place;
}

/** True for the change from baseline to goal, in per cent of the baseline or, of shares, in points; to two points, or as it is rounded. */
export function isRightShare({ value, approximate }: Quantity, from: Quantity, to: Quantity): boolean {
  const relative = Math.abs(to.value - from.value) / Math.abs(from.value);
  const points = from.dimension === 'ratio' ? Math.abs(to.value - from.value) : relative;
  const room = approximate ? 0.1 : 0.02;
  return Math.abs(Math.abs(value) - relative) <= room || Math.abs(Math.abs(value) - points) <= room;
}

/** True for two times of which one is more than thirty times the other: they are hardly of one thing. */
export function isFar({ value }: Quantity, { dimension, value: other }: Quantity): boolean {
  return dimension === 'duration' && !(Math.abs(Math.log(value / other)) <= Math.log(30));
}

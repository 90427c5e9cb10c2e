import { oncePer } from '../../once.ts';
import { comparable, type FoundQuantity, type Quantity } from '../../quantity/index.ts';
import type { Scalar } from '../../syntax/tree.ts';
import { isAlike, isFar, isLike, isRightShare } from './alike.ts';
import { namesMetric } from './metric-names.ts';
import { inUnits, promisedGoal } from './promised-goal.ts';
import { type Said, type SaidChange, saidChanges } from './said-changes.ts';
import { saidShares } from './said-shares.ts';

/** Where the description strays, and from which of the two. */
export interface Drift {
  readonly start: number;
  readonly end: number;
  readonly from: boolean;
  readonly to: boolean;
  /** What is said is how far the two are apart. */
  readonly change?: 'share' | 'amount';
  /** The figures that stray. */
  readonly figures: readonly Quantity[];
}

/** The one figure or pair of figures that is about this metric and not what it says; undefined where any agrees or several could be meant. */
export function driftIn(node: Scalar, from: Quantity, to: Quantity, metric: string): Drift | undefined {
  const { text } = node;
  const said = saidIn(node);
  const { by } = said;
  const changes = said.changes.map(change => inUnits(change, from, to));
  const own = changes.filter(change => isAbout(change, from, to));
  if (own.length > 0) {
    const [only] = own;
    if (!only || own.some(change => agrees(change, from, to))) return undefined;
    return own.length === 1 ? strayed(only, from, to) : undefined;
  }
  const promised = changes.length === 0 && by.length === 0 ? promisedGoal(text, from, to, said.quantities) : undefined;
  if (promised)
    return {
      start: promised.start,
      end: promised.end,
      from: false,
      to: true,
      figures: [promised.quantity],
    };
  const [share] = by;
  if (changes.length > 0 || from.value === 0 || by.length > 1) return undefined;
  if (!share) return amountIn(node, said, from, to, metric) ?? partIn(node, said, from, to, metric);
  return isWithin(share.quantity, changeOf(from, to)) || isRightShare(share.quantity, from, to)
    ? undefined
    : { start: share.start, end: share.end, from: true, to: true, change: 'share', figures: [share.quantity] };
}

/** “by $1M” of what the metric names, where that is not how far baseline and goal are apart. */
function amountIn(
  { text }: Scalar,
  { amounts }: Said,
  from: Quantity,
  to: Quantity,
  metric: string,
): Drift | undefined {
  const [only, ...more] = amounts;
  if (!only || more.length > 0 || (from.dimension !== 'money' && from.dimension !== 'duration')) return undefined;
  const { quantity, start, end } = only;
  if (comparable(quantity, from) !== true || quantity.per !== from.per || isFar(quantity, from)) return undefined;
  if (quantity.range || !namesMetric(text.slice(0, start), metric)) return undefined;
  const apart = Math.abs(to.value - from.value);
  if (isWithin(quantity, apart) || Math.abs(quantity.value - apart) <= apart * ROUGHLY) return undefined;
  return { start, end, from: true, to: true, change: 'amount', figures: [quantity] };
}

/** True for a change that a bound allows: $80k are at least $50k. */
function isWithin({ comparator, value }: Quantity, apart: number): boolean {
  if (comparator === '≥' || comparator === '>') return apart >= Math.abs(value);
  return comparator !== undefined && apart <= Math.abs(value);
}

/** In parts of where it starts. */
function changeOf(from: Quantity, to: Quantity): number {
  return Math.abs(to.value - from.value) / Math.abs(from.value);
}

/** $1M for $0.9M, and an hour for 50 minutes. */
const ROUGHLY = 0.2;

/** “30% less”, “by half”, “double”: only of what the metric names, and only in the direction of the goal. */
function partIn(node: Scalar, { quantities }: Said, from: Quantity, to: Quantity, metric: string): Drift | undefined {
  const [only, ...more] = saidShares(node.text, quantities);
  if (!only || more.length > 0 || from.value < 0) return undefined;
  const { start, end, share, room, direction, subject, bound } = only;
  const way = Math.sign(to.value - from.value);
  if ((direction !== undefined && direction !== way) || !namesMetric(subject, metric)) return undefined;
  const parts = [changeOf(from, to)];
  if (from.dimension === 'ratio') parts.push(Math.abs(to.value - from.value));
  if (parts.some(part => Math.abs(part - share) <= room + 1e-9 || (bound && isWithin(bound, part)))) return undefined;
  return { start, end, from: true, to: true, change: 'share', figures: [] };
}

/** What a text says stays with it while something below it is edited. */
const saidIn = oncePer(({ text }: Scalar) => saidChanges(text));

function isAbout({ from: was, to: wanted }: SaidChange, from: Quantity, to: Quantity): boolean {
  const { quantity } = wanted;
  if (!isLike(quantity, to) || (was && !isLike(was.quantity, from))) return false;
  // “to 12 months” is the length of something else than a time of minutes.
  if (isFar(quantity, to) && (!was || isFar(was.quantity, from))) return false;
  return was !== undefined || !['count', 'number'].includes(to.dimension) || quantity.unitKey === to.unitKey;
}

function agrees({ from: was, to: wanted }: SaidChange, from: Quantity, to: Quantity): boolean {
  return (!was || isAlike(was.quantity, from)) && isAlike(wanted.quantity, to);
}

function strayed({ from: was, to: wanted }: SaidChange, from: Quantity, to: Quantity): Drift {
  const fromStrays = was !== undefined && !isAlike(was.quantity, from);
  const toStrays = !isAlike(wanted.quantity, to);
  const marked: FoundQuantity[] = [...(was && fromStrays ? [was] : []), ...(toStrays ? [wanted] : [])];
  const start = Math.min(...marked.map(one => one.start));
  const end = Math.max(...marked.map(one => one.end));
  const figures = marked.map(one => one.quantity);
  return { start, end, from: fromStrays, to: toStrays, figures };
}

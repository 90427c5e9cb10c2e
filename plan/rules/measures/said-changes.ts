import { oncePerText } from '../../once.ts';
import { type FoundQuantity, findQuantities, type Quantity } from '../../quantity/index.ts';

/** A change that a sentence speaks of: `from 4 hours to 30 minutes`, `to 80%`, `1 hour instead of 6`. */
export interface SaidChange {
  readonly from: FoundQuantity | undefined;
  readonly to: FoundQuantity;
}

/** What a sentence says about how something is to change. `by` are relative changes: the 40% of `by 40%`. */
export interface Said {
  readonly changes: readonly SaidChange[];
  readonly by: readonly FoundQuantity[];
  /** Changes by an amount: the $1M of `grow by $1M`. */
  readonly amounts: readonly FoundQuantity[];
  /** All its quantities. */
  readonly quantities: readonly FoundQuantity[];
}

const ABOUT =
  "(?:(?:about|around|approximately|approx\\.?|roughly|nearly|almost|some|circa|ca\\.?|an?|the|just|only|currently|today[’']s|average of|at least|at most|under|below|less than|fewer than|more than|no more than|over|above|a maximum of|a minimum of|~|≈|<|≤|≥|>)\\s*)*";
const FROM = new RegExp(`\\bfrom\\s+${ABOUT}$`, 'i');
const BY = new RegExp(`\\bby\\s+${ABOUT}$`, 'i');
/** “to” behind the words of a change; “respond to 50 tickets” is none. */
const TO = new RegExp(`(?:(?<!\\bby up )\\bto|→|->)\\s+${ABOUT}$`, 'i');
const TO_BETWEEN = new RegExp(`^[^.;:]{0,60}?(?:\\b(?:down |up |back )?to|→|->|=>|\\band reach)\\s*${ABOUT}$`, 'i');
const INSTEAD = new RegExp(
  `^[^.;:]{0,40}?\\b(?:instead of|rather than|compared (?:to|with)|versus|vs\\.?|down from|up from)\\s+${ABOUT}$`,
  'i',
);
const CHANGING =
  /\b(?:cut|cuts|cutting|reduc\w+|lower\w*|shorten\w*|bring\w*|drop\w*|shrink\w*|decreas\w+|slash\w*|trim\w*|rais\w+|increas\w+|lift\w*|grow\w*|improv\w+|boost\w*|expand\w*|move|moves|take|takes|get|gets|mov\w+|push\w*|down|up|rise|rises)\b/i;

/** What a sentence says about changes. A lone `to 80%` counts only behind a word of changing, and never with “of” behind it: that names an audience. Never throws. */
export const saidChanges = oncePerText((text: string): Said => {
  const quantities = findQuantities(text);
  const found = withoutAsides(quantities, text);
  const changes: SaidChange[] = [];
  const by: FoundQuantity[] = [];
  const amounts: FoundQuantity[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const one = found[at];
    const next = found[at + 1];
    if (!one) break;
    const before = text.slice(found[at - 1]?.end ?? 0, one.start);
    const between = next && text.slice(one.end, next.start);
    const third = found[at + 2];
    // “Ready at 3 pm up from 72% to 92%” is one change of the two that follow.
    const opens = next && third && FROM.test(between ?? '') && TO_BETWEEN.test(text.slice(next.end, third.start));
    if (next && between !== undefined && FROM.test(before) && TO_BETWEEN.test(between)) {
      const [from, to] = aligned(one, next);
      changes.push({ from, to });
      at += 1;
    } else if (next && between !== undefined && INSTEAD.test(between) && !FROM.test(before) && !opens) {
      const [from, to] = aligned(next, one);
      changes.push({ from, to });
      at += 1;
    } else if (BY.test(before) && isShare(one.quantity) && !/^\s+of\b/.test(text.slice(one.end))) by.push(one);
    else if (BY.test(before) && CHANGING.test(before) && !NO_AMOUNT.test(text.slice(one.end))) amounts.push(one);
    else if (TO.test(before) && CHANGING.test(before) && !/^\s+(?:of|to|in)\b/.test(text.slice(one.end)))
      changes.push({ from: undefined, to: one });
  }
  return { changes, by, amounts, quantities };
});

/** “by 5 days after month end” is a day. */
const NO_AMOUNT = /^\s+(?:of|to|in|into|from|after|before|past|ahead|on)\b/;

/** “by 40%” is a change; “by 300 of 400 advisers” says who does it. */
function isShare({ dimension, of }: Quantity): boolean {
  return dimension === 'ratio' && of === undefined;
}

/** `8 of 25 (32%)`: the percentage in brackets is the same quantity once more. */
function withoutAsides(all: readonly FoundQuantity[], text: string): readonly FoundQuantity[] {
  const kept: FoundQuantity[] = [];
  for (const one of all) {
    const last = kept.at(-1);
    const aside = last && /^\s*[([]\s*$/.test(text.slice(last.end, one.start)) && /^\s*[)\]]/.test(text.slice(one.end));
    if (last && aside && kept.pop())
      kept.push({ ...last, end: text.indexOf(text[one.end] === ']' ? ']' : ')', one.end) + 1 });
    else kept.push(one);
  }
  return kept;
}

/** Gives a figure without a unit the unit of the other: the 12 of `from 12 to 4 minutes`, the 9 of `4 days instead of 9`. */
function aligned(from: FoundQuantity, to: FoundQuantity): readonly [FoundQuantity, FoundQuantity] {
  if (isBare(from.quantity) && !isBare(to.quantity))
    return [{ ...from, quantity: inUnitOf(from.quantity, to.quantity) }, to];
  if (isBare(to.quantity) && !isBare(from.quantity))
    return [from, { ...to, quantity: inUnitOf(to.quantity, from.quantity) }];
  return [from, to];
}

/** True for a figure alone. */
export function isBare({ dimension, unitKey, per }: Quantity): boolean {
  return dimension === 'number' && unitKey === '' && per === undefined;
}

/** A figure alone in the unit of another quantity: the 4 of “from 4 to 5 minutes”. */
export function inUnitOf({ value, style, written }: Quantity, like: Quantity): Quantity {
  const { of } = like;
  if (of) return { ...like, value: value / of.whole, of: { part: value, whole: of.whole }, written };
  return {
    ...like,
    value: value * like.style.factor,
    style: { ...like.style, decimals: style.decimals },
    written,
  };
}

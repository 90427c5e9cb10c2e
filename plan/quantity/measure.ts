import type { Token } from './lex.ts';
import { isCurrency, isGroupedByDot, readAmount } from './money.ts';
import { readNoun, skipHyphen } from './nouns.ts';
import { clean } from './round.ts';
import { readShare, readTimes } from './shares.ts';
import { readClock, readCompound, readDurationUnit } from './times.ts';
import type { Dimension, QuantityStyle } from './types.ts';
import { CURRENCY_SIGNS, CURRENCY_WORDS } from './units.ts';

/** What stands right before a number and belongs to it: a currency, a sign, the x of `x2`. */
export interface Lead {
  /** Index of the leftmost token that belongs to the number. */
  readonly first: number;
  readonly currency: string | undefined;
  /** The currency as written, with the blank that follows it. */
  readonly before: string;
  readonly sign: '+' | '-' | undefined;
  readonly times: boolean;
}

/** A number with its scale and unit. The value is in the base unit and carries the lead's sign. */
export interface Measure {
  readonly value: number;
  readonly dimension: Dimension;
  readonly unit: string;
  readonly unitKey: string;
  readonly currency: string | undefined;
  readonly style: QuantityStyle;
  /** What the scale word multiplies by; 1 without one. */
  readonly scale: number;
  /** True for the plus before a unit: `99+ users`. */
  readonly plus: boolean;
  /** Index of the first token after it. */
  readonly next: number;
}

/** Reads leftwards from the number at `at`. In a value of its own (`isWhole`) a sign may stand apart at the very beginning: `− 12 %`. */
export function readLead(tokens: readonly Token[], at: number, isWhole = false): Lead {
  let first = at;
  let currency: string | undefined;
  let before = '';
  let sign: '+' | '-' | undefined;
  let times = false;
  for (;;) {
    const token = tokens[first - 1];
    const right = tokens[first];
    if (!token || !right) break;
    if (currency === undefined && isCurrency(token)) {
      currency = CURRENCY_SIGNS.get(token.text) ?? CURRENCY_WORDS.get(token.text);
      before = right.spaced || token.kind === 'word' ? `${token.text} ` : token.text;
    } else if (sign === undefined && isSign(token, tokens[first - 2]) && (!right.spaced || (isWhole && first === 1))) {
      sign = token.text === '+' ? '+' : '-';
    } else if (sign === undefined && token.lower === 'minus') {
      sign = '-';
    } else if (!times && !right.spaced && (token.lower === 'x' || token.text === '×')) {
      times = true;
    } else break;
    first -= 1;
  }
  return { first, currency, before, sign, times };
}

/** Reads rightwards from the number at `at`. */
export function readMeasure(tokens: readonly Token[], at: number, lead: Lead): Measure {
  const number = tokens[at];
  const size = number?.value ?? 0;
  const figure = lead.sign === '-' && size !== 0 ? -size : size;
  const decimals = number?.decimals ?? 0;

  const clock = readClock(tokens, at, figure, lead);
  if (clock) return clock;

  const { factor, currency, paid, after, next: behind } = readAmount(tokens, at + 1, lead);
  const grouped = currency !== undefined && factor === 1 && isGroupedByDot(number, currency, tokens, behind);
  const plus = isTrailingPlus(tokens, behind);
  const next = plus ? behind + 1 : behind;
  const style = { factor, decimals: grouped ? 0 : decimals, before: '', after, compound: false };
  // A bare number until its unit is known. Filled in, since spreads cost more than all the reading.
  const measure: { -readonly [K in keyof Measure]: Measure[K] } = {
    value: clean(figure * (grouped ? 1000 : factor)),
    dimension: 'number',
    unit: '',
    unitKey: '',
    currency,
    style,
    scale: factor,
    plus,
    next,
  };
  if (currency !== undefined) {
    measure.dimension = 'money';
    measure.unit = paid;
    measure.unitKey = currency;
    style.before = lead.before;
    return measure;
  }

  const share = readShare(tokens, next);
  if (share) {
    measure.value = clean(measure.value * share.factor);
    measure.dimension = 'ratio';
    measure.unit = share.unit;
    measure.unitKey = share.key;
    measure.next = share.next;
    style.factor = share.factor;
    style.after = share.after;
    return measure;
  }

  const times = lead.times ? next : readTimes(tokens, next);
  if (times !== undefined) {
    measure.unit = 'x';
    measure.unitKey = 'x';
    measure.next = times;
    style.after = `${after}x`;
    return measure;
  }

  const unitAt = skipHyphen(tokens, next);
  const duration = readDurationUnit(tokens, unitAt);
  if (duration) {
    const time = readCompound(tokens, duration, measure.value, decimals, lead.sign === '-');
    measure.value = time.value;
    measure.dimension = 'duration';
    measure.unit = time.unit;
    measure.unitKey = time.unitKey;
    measure.style = time.style;
    measure.next = time.next;
    return measure;
  }

  const noun = readNoun(tokens, unitAt);
  if (!noun) return measure;
  measure.dimension = 'count';
  measure.unit = noun.unit;
  measure.unitKey = noun.key;
  measure.next = noun.next;
  return measure;
}

function isSign(token: Token, left: Token | undefined): boolean {
  if (token.kind !== 'sign') return false;
  if (token.text === '+') return left?.kind !== 'number' || token.spaced;
  if (token.text !== '-' && token.text !== '–') return false;
  return left === undefined || token.spaced || (left.kind === 'sign' && left.text !== '%' && left.text !== ')');
}

/** The plus of `99+ users` and `80%+`. */
export function isTrailingPlus(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.text === '+' && !token.spaced && tokens[at + 1]?.kind !== 'number';
}

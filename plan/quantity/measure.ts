import type { Token } from './lex.ts';
import { clean } from './round.ts';
import { readShare, readTimes } from './shares.ts';
import { readClock, readCompound, readDurationUnit } from './times.ts';
import type { Dimension, QuantityStyle } from './types.ts';
import {
  ADVERBS,
  BOUNDS_AFTER,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DURATIONS,
  FIRST_OF_BOUNDS,
  MONEY_SCALES,
  SCALE_WORDS,
  STOP_WORDS,
  singular,
} from './units.ts';

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

/** Most words a counted unit has: `open support tickets`. */
const LONGEST_UNIT = 3;

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
  let next = at + 1;

  const clock = readClock(tokens, at, figure, lead);
  if (clock) return clock;

  const scale = readScale(tokens, next, lead.currency !== undefined);
  let currency = lead.currency;
  let after = scale?.after ?? '';
  const factor = scale?.factor ?? 1;
  let paid = lead.before.trim();
  if (scale) {
    next = scale.next;
    currency ??= scale.currency;
    paid ||= scale.currency ?? '';
  }
  const trailing = tokens[next];
  if (currency === undefined && trailing && isCurrency(trailing)) {
    currency =
      CURRENCY_SIGNS.get(trailing.text) ?? CURRENCY_WORDS.get(trailing.text) ?? CURRENCY_WORDS.get(trailing.lower);
    after += trailing.spaced || trailing.kind === 'word' ? ` ${trailing.text}` : trailing.text;
    paid = trailing.text;
    next += 1;
  } else if (
    lead.currency !== undefined &&
    trailing?.kind === 'word' &&
    CURRENCY_WORDS.get(trailing.text) !== undefined
  ) {
    // $40k USD, and $40k CAD: the code is the better witness.
    currency = CURRENCY_WORDS.get(trailing.text);
    after += ` ${trailing.text}`;
    next += 1;
  }
  const grouped = currency !== undefined && factor === 1 && isGroupedByDot(number, currency, tokens, next);
  const plus = isTrailingPlus(tokens, next);
  if (plus) next += 1;
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

/** A counted unit's words from `at` on, at most three, hyphens kept. */
export function readNoun(
  tokens: readonly Token[],
  at: number,
): { unit: string; key: string; next: number } | undefined {
  const words: string[] = [];
  let unit = '';
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (token?.kind === 'word' && isUnitWord(token) && words.length < LONGEST_UNIT && !startsBound(tokens, next)) {
      unit += words.length > 0 && token.spaced ? ` ${token.text}` : token.text;
      words.push(token.text);
      next += 1;
    } else if (token?.text === '-' && !token.spaced && words.length > 0 && isGluedWord(tokens[next + 1])) {
      unit += '-';
      next += 1;
    } else break;
  }
  const last = words.pop();
  if (last === undefined) return undefined;
  return { unit, key: [...words.map(word => word.toLowerCase()), singular(last)].join(' '), next };
}

/** True for a currency sign, an ISO code in capitals, or a currency's name. */
export function isCurrency(token: Token): boolean {
  return token.kind === 'sign' ? CURRENCY_SIGNS.has(token.text) : CURRENCY_WORDS.has(token.text);
}

function isSign(token: Token, left: Token | undefined): boolean {
  if (token.kind !== 'sign') return false;
  if (token.text === '+') return left?.kind !== 'number' || token.spaced;
  if (token.text !== '-' && token.text !== '–') return false;
  return left === undefined || token.spaced || (left.kind === 'sign' && left.text !== '%' && left.text !== ')');
}

function readScale(
  tokens: readonly Token[],
  at: number,
  money: boolean,
): { factor: number; after: string; next: number; currency: string | undefined } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const after = token.spaced ? ` ${token.text}` : token.text;
  const next = at + 1;
  const plain = SCALE_WORDS.get(token.lower);
  const following = tokens[next];
  if (plain !== undefined) {
    // 2,4 Mio. €
    const paid = tokens[next + 1];
    const stops = following?.text === '.' && ABBREVIATED.has(token.lower) && paid !== undefined && isCurrency(paid);
    return { factor: plain, after: stops ? `${after}.` : after, next: stops ? next + 1 : next, currency: undefined };
  }
  const paid = money || (following !== undefined && isCurrency(following) && !following.spaced) || isCode(following);
  const letter = MONEY_SCALES.get(token.lower);
  if (letter !== undefined) {
    // 180 T€ are thousands, as Tsd. € are; $2T are trillions.
    if (letter === 1e12 && paid && !money) return { factor: 1e3, after, next, currency: undefined };
    if (paid || token.text === 'M' || (token.text === 'B' && !token.spaced))
      return { factor: letter, after, next, currency: undefined };
    // 5m users: nobody counts users in minutes.
    if (
      token.lower === 'm' &&
      !token.spaced &&
      following?.kind === 'word' &&
      isUnitWord(following) &&
      following.lower.endsWith('s')
    ) {
      return DURATIONS.has(following.lower) ? undefined : { factor: letter, after, next, currency: undefined };
    }
  }
  // 40kUSD
  const code = CURRENCY_WORDS.get(token.text.slice(1));
  const head = token.lower.charAt(0);
  const glued = head === 'k' || head === 't' ? 1e3 : MONEY_SCALES.get(head);
  if (code === undefined || token.text.length !== 4 || glued === undefined) return undefined;
  return { factor: glued, after: `${token.text.charAt(0)} ${token.text.slice(1)}`, next, currency: code };
}

function isCode(token: Token | undefined): boolean {
  return token?.kind === 'word' && CURRENCY_WORDS.has(token.text) && token.text === token.text.toUpperCase();
}

const ABBREVIATED: ReadonlySet<string> = new Set(['mio', 'mrd', 'tsd']);

/** Currencies whose amounts nobody writes with a dot and three decimals. */
const DOTTED: ReadonlySet<string> = new Set(
  'ARS BRL CLP COP CZK DKK EUR IDR ISK NOK PLN RON RSD SEK TRY VND'.split(' '),
);
const GROUPED = /^[1-9]\d{0,2}\.\d{3}$/;

/** `€180.000` is as much as `€180,000`; only a price for one of something (`€1.799 per litre`) may have three decimals. */
function isGroupedByDot(
  number: Token | undefined,
  currency: string,
  tokens: readonly Token[],
  behind: number,
): boolean {
  if (!number || !DOTTED.has(currency) || !GROUPED.test(number.text)) return false;
  const isEach = EACH.has(tokens[behind]?.lower ?? '') && !DURATIONS.has(tokens[behind + 1]?.lower ?? '');
  return number.value >= 10 || !isEach;
}

const EACH: ReadonlySet<string> = new Set(['per', '/', 'a', 'each']);

/** The plus of `99+ users` and `80%+`. */
export function isTrailingPlus(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.text === '+' && !token.spaced && tokens[at + 1]?.kind !== 'number';
}

/** The hyphen of `25-person` and `12-week`. */
function skipHyphen(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.text === '-' && !token.spaced && isGluedWord(tokens[at + 1]) ? at + 1 : at;
}

function isGluedWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.spaced;
}

function isUnitWord(token: Token): boolean {
  if (STOP_WORDS.has(token.lower) || ADVERBS.has(token.lower)) return false;
  const last = token.text.charCodeAt(token.text.length - 1);
  return !(last >= 48 && last <= 57);
}

function startsBound(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.lower ?? '';
  if (!FIRST_OF_BOUNDS.has(first)) return false;
  return BOUNDS_AFTER.has(first) || BOUNDS_AFTER.has(`${first} ${tokens[at + 1]?.lower ?? ''}`);
}

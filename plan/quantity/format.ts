import { clean } from './round.ts';
import type { Quantity } from './types.ts';
import { DURATIONS, type DurationUnit, plural, singular } from './units.ts';

/**
 * How much to say. `short` suits labels (`2.1 hours`, `30 min`, `16 of 25 (64%)`), `tight` a crowded drawing (`2.1 h`, `64%`),
 * `long` a sentence (`2.1 hours per report`, `30 minutes per report`).
 */
export interface FormatOptions {
  readonly form?: 'tight' | 'short' | 'long';
}

type Form = 'tight' | 'short' | 'long';

/** A quantity in words, with every digit that was written, its bound, sign and range. What comes out reads as the same quantity. */
export function formatQuantity(quantity: Quantity, options: FormatOptions = {}): string {
  const form = options.form ?? 'short';
  const bound = quantity.comparator === undefined ? '' : `${quantity.comparator} `;
  const about = quantity.approximate ? '~' : '';
  const plus = quantity.sign === '+' && quantity.value >= 0 ? '+' : '';
  const per = form === 'long' && quantity.per !== undefined ? ` per ${quantity.per}` : '';
  return `${bound}${about}${plus}${body(quantity, form)}${per}`;
}

function body(quantity: Quantity, form: Form): string {
  const { of, range } = quantity;
  if (of && form !== 'tight') return partOf(of.part, of.whole, quantity, form);
  if (of) return isRating(of) ? rating(of.part, of.whole) : `${share(of.part, of.whole)}%`;
  if (!range) return withUnit(quantity.value, quantity, form, display => written(display, quantity));
  const low = numeral(written(displayValue(range.low, quantity), quantity));
  const link = range.low < 0 ? ' to ' : '–';
  return dress(
    `${low}${link}${numeral(written(displayValue(range.high, quantity), quantity))}`,
    range.high,
    quantity,
    form,
  );
}

/** A computed value, given in the base unit, in the way `like` is written: its unit, currency and scale, with sensible digits. No bound or sign is taken over. */
export function formatLike(value: number, like: Quantity, options: FormatOptions = {}): string {
  const form = options.form ?? 'short';
  const per = form === 'long' && like.per !== undefined ? ` per ${like.per}` : '';
  const { of } = like;
  if (of && isRating(of)) {
    const part = Number(roundTo(value * of.whole, Math.max(1, Math.min(decimalsOf(of.part), MOST_OF_RATING))));
    return form === 'tight' ? rating(part, of.whole) : `${partOf(part, of.whole, like, form)}${per}`;
  }
  if (of && form !== 'tight') {
    const part = value * of.whole;
    // 16.7 people are none: an in-between value is a percentage.
    if (Math.abs(part - Math.round(part)) < 1e-6) return `${partOf(Math.round(part), of.whole, like, form)}${per}`;
  }
  return `${withUnit(value, like, form, display => sensible(display, like))}${per}`;
}

/** A tick between two labelled ends: the number alone, in the unit of `like`. */
export function formatTick(value: number, like: Quantity): string {
  return numeral(sensible(displayValue(value, like), like));
}

/** A value of the base unit in the unit that `like` is written in: 7560 s is 2.1 for `4 hours`, 0.64 is 64 for `80%`. */
export function displayValue(value: number, like: Quantity): number {
  return clean(value / like.style.factor);
}

/** The inverse of `displayValue`. */
export function fromDisplay(display: number, like: Quantity): number {
  return clean(display * like.style.factor);
}

/** A whole percentage of a fraction, `54%` for 0.543, with a true minus sign. What is not all is never 100%: 0.997 is `99.7%`. */
export function formatPercent(fraction: number): string {
  if (fraction >= 0.995 && fraction < 1 - 1e-9) return `${percentOf(fraction)}%`;
  return `${numeral(exact(Math.round(fraction * 100) || 0))}%`;
}

/** `4.2 of 5`: a place on a scale, where `8 of 25` counts. */
export function isRating({ part }: { readonly part: number }): boolean {
  return !Number.isInteger(part);
}

const MOST_OF_RATING = 3;

function rating(part: number, whole: number): string {
  return `${numeral(exact(part))} of ${numeral(exact(whole))}`;
}

function decimalsOf(value: number): number {
  const text = exact(value);
  return text.length - (text.indexOf('.') + 1 || text.length);
}

/** Per cent with one decimal, and 100 only for all of it. */
export function percentOf(fraction: number): number {
  const rounded = Math.round(fraction * 1000) / 10 || 0;
  return rounded === 100 && fraction < 1 - 1e-9 ? 99.9 : rounded;
}

/** How far two values of one metric are apart: `1.5 hours`, `4 points` between shares, `0.4 of 5` between ratings, `8` between NPS 12 and NPS 4. */
export function formatDifference(apart: number, like: Quantity): string {
  if (like.of && isRating(like.of)) return formatLike(apart, like, { form: 'tight' });
  if (like.dimension === 'ratio') {
    const points = Number(roundTo(apart * 100, Math.max(1, like.style.decimals)));
    return `${numeral(exact(points))} ${points === 1 ? 'point' : 'points'}`;
  }
  if (like.dimension === 'count' && like.style.before !== '') return `${formatTick(apart, like)}${like.style.after}`;
  return formatLike(apart, like);
}

function partOf(part: number, whole: number, like: Quantity, form: Form): string {
  const percent = share(part, whole);
  const unit =
    form === 'long' && like.unit !== '' && like.unitKey === 'percent' && like.unit !== '%' ? ` ${like.unit}` : '';
  return `${rating(part, whole)}${unit} (${percent}%)`;
}

/** The percentage of a part, to a tenth: 3 of 11 is 27.3. */
function share(part: number, whole: number): string {
  return numeral(roundTo((part / whole) * 100, 1));
}

function withUnit(value: number, like: Quantity, form: Form, digits: (display: number) => string): string {
  if (like.style.compound) return compound(value, like, value === like.value ? 4 : 2);
  const text = digits(displayValue(value, like));
  return dress(numeral(text), Number(text) * like.style.factor, like, form);
}

/** Puts currency, scale and unit around a number. `value` decides between singular and plural. */
function dress(number: string, value: number, like: Quantity, form: Form): string {
  const { before, after } = like.style;
  // −$500, but NPS −5.
  const minus = like.dimension === 'money' && number.startsWith('−') ? '−' : '';
  const core = `${minus}${before}${minus === '' ? number : number.slice(1)}${after}`;
  if (like.dimension === 'duration') return `${core} ${durationWord(value, like, form)}`;
  if (like.dimension !== 'count' || before !== '') return core;
  return `${core} ${countWord(value, like)}`;
}

function durationWord(value: number, like: Quantity, form: Form): string {
  const unit = unitOf(like);
  if (!unit) return like.unit;
  if (form !== 'long' && unit.label !== undefined) return unit.label;
  if (form === 'tight' && unit.key === 'hour') return unit.sign;
  return Math.abs(value) === unit.seconds ? unit.key : `${unit.key}s`;
}

/** The counted unit in the number that suits the value. Abbreviations and mass nouns stay as they were written. */
function countWord(value: number, like: Quantity): string {
  const words = like.unit.split(' ');
  const last = words.pop() ?? '';
  const one = Math.abs(value) === 1;
  const wasOne = Math.abs(like.value) === 1 && !like.range;
  if (one === wasOne) return like.unit;
  return [...words, one ? (last === last.toLowerCase() ? singular(last) : last) : plural(last)].join(' ');
}

const LADDER: readonly string[] = ['week', 'day', 'hour', 'minute', 'second'];
const TALL_LADDER: readonly string[] = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/** `1h 30m`: from the unit of `like` downwards, or from the largest that the value has one of, rounded to the last of at most `parts` parts. */
function compound(value: number, like: Quantity, parts: number): string {
  const unit = unitOf(like);
  const ladder = unit && LADDER.includes(unit.key) ? LADDER : TALL_LADDER;
  const whole = Math.round(Math.abs(value));
  const first = Math.max(0, ladder.indexOf(unit?.key ?? 'hour'));
  const reached = ladder.findIndex((key, index) => index >= first && whole >= (DURATIONS.get(key)?.seconds ?? 0));
  const from = reached < 0 ? first : reached;
  const rungs = ladder.slice(from, from + parts).flatMap(key => DURATIONS.get(key) ?? []);
  const smallest = rungs[rungs.length - 1]?.seconds ?? 1;
  let rest = Math.round(Math.abs(value) / smallest) * smallest;
  const texts: string[] = [];
  for (const rung of rungs) {
    const count = Math.floor(rest / rung.seconds + 1e-9);
    rest = clean(rest - count * rung.seconds);
    if (count > 0) texts.push(`${numeral(exact(count))}${rung.key === 'minute' ? 'm' : rung.sign}`);
  }
  if (texts.length === 0) return `0${rungs[0]?.sign ?? 'h'}`;
  return `${value < 0 ? '−' : ''}${texts.join(' ')}`;
}

function unitOf(like: Quantity): DurationUnit | undefined {
  return DURATIONS.get(like.unitKey);
}

/** All the digits there are, less the noise of binary fractions. */
function exact(display: number): string {
  return String(clean(display));
}

/** As `exact`, but a sum with cents has two of them: $1,200.50. */
function written(display: number, like: Quantity): string {
  const text = exact(display);
  const cents = like.dimension === 'money' && like.style.factor === 1 && /\.\d$/u.test(text);
  return cents && !text.includes('e') ? display.toFixed(2) : text;
}

/** As many digits as a reader wants of a computed value: one decimal more than whole units, two digits of small ones, cents for small sums. */
function sensible(display: number, like: Quantity): string {
  const size = Math.abs(display);
  if (like.dimension === 'money' && like.style.factor === 1) {
    const cents = like.style.decimals > 0 || (size < 100 && !Number.isInteger(display));
    return cents ? (Number.isInteger(display) ? exact(display) : display.toFixed(2)) : roundTo(display, 0);
  }
  const decimals = like.of ? 1 : like.style.decimals;
  if (size >= 1000) return roundTo(display, Math.min(decimals, 1));
  const wanted = size >= 100 ? decimals : Math.max(decimals, 1);
  const small = size > 0 && size < 1 ? Math.ceil(-Math.log10(size)) + 1 : 0;
  return roundTo(display, Math.min(Math.max(wanted, small), 8));
}

function roundTo(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e15) return String(value);
  const rounded = Number(value.toFixed(decimals));
  return String(rounded === 0 ? 0 : rounded);
}

/** Groups of three and a true minus sign. Takes what String(number) gives. */
function numeral(text: string): string {
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const point = digits.indexOf('.');
  const whole = point < 0 ? digits : digits.slice(0, point);
  const rest = point < 0 ? '' : digits.slice(point);
  let grouped = whole;
  if (whole.length > 3 && !whole.includes('e')) {
    grouped = '';
    for (let end = whole.length; end > 0; end -= 3) {
      const group = whole.slice(Math.max(0, end - 3), end);
      grouped = grouped === '' ? group : `${group},${grouped}`;
    }
  }
  return `${negative ? '−' : ''}${grouped}${rest}`;
}

import { saysNotMeasured } from './absent.ts';
import { isName, readPer, readPrefix, readSuffixBound } from './context.ts';
import { lex, type Token } from './lex.ts';
import { isCurrency, isTrailingPlus, type Lead, type Measure, readLead, readMeasure } from './measure.ts';
import { clean } from './round.ts';
import { readDurationUnit } from './times.ts';
import type { Quantity, QuantityReading } from './types.ts';
import { APPROXIMATE, BOUNDS_BEFORE, DURATIONS, NUMBER_WORDS } from './units.ts';

/**
 * Reads a quantity as people write it. The first number that is an amount counts; dates, years, ordinals and names
 * (`O1`, `Phase 2`) are passed over. Never throws; the time is bounded, since only the first characters are looked at.
 */
export function readQuantity(written: string | number | null | undefined): QuantityReading {
  if (written === null || written === undefined) return { kind: 'not-measured', written: '' };
  if (typeof written === 'number') return readPlainNumber(written);
  if (written.length > SHORT) return readWords(written);
  let reading = shortOnes.get(written);
  if (reading) return reading;
  reading = readWords(written);
  if (shortOnes.size >= MOST_KEPT) shortOnes.clear();
  shortOnes.set(written, reading);
  return reading;
}

/**
 * What short texts were read as: the same few figures stand in many places and plans. Longer ones are not kept, since V8 keeps with a stretch of
 * 13 characters and more the whole text that it was cut from.
 */
const shortOnes = new Map<string, QuantityReading>();
const SHORT = 12;
const MOST_KEPT = 2000;

function readWords(written: string): QuantityReading {
  const trimmed = written.trim();
  if (saysNotMeasured(trimmed)) return { kind: 'not-measured', written };
  const tokens = lex(trimmed);
  const quantity = firstQuantity(tokens, written) ?? firstQuantity(spellOut(tokens), written);
  return quantity ? { kind: 'quantity', quantity } : { kind: 'not-measurable', written };
}

/** The quantity of a reading; undefined where nothing was measured, or what is written holds no number. */
export function quantityOf(reading: QuantityReading | undefined): Quantity | undefined {
  return reading?.kind === 'quantity' ? reading.quantity : undefined;
}

function readPlainNumber(value: number): QuantityReading {
  const written = String(value);
  if (!Number.isFinite(value)) return { kind: 'not-measurable', written };
  const decimals = written.includes('e') ? 0 : written.length - (written.indexOf('.') + 1 || written.length);
  const style = { factor: 1, decimals, before: '', after: '', compound: false };
  return { kind: 'quantity', quantity: { value, dimension: 'number', unit: '', unitKey: '', style, written } };
}

function firstQuantity(tokens: readonly Token[], written: string): Quantity | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== 'number' || isName(tokens, at) || isSecondFigure(tokens, at)) continue;
    const found = quantityAt(tokens, at, written)?.quantity;
    if (found && Number.isFinite(found.value)) return found;
  }
  return undefined;
}

/** The 7 of `24/7`: what is no ratio as a whole is no quantity in its parts either. */
export function isSecondFigure(tokens: readonly Token[], at: number): boolean {
  const link = tokens[at - 1];
  return (link?.text === '/' || link?.lower === 'of') && tokens[at - 2]?.kind === 'number';
}

interface Found {
  readonly measure: Measure;
  readonly next: number;
  readonly range?: { readonly low: number; readonly high: number };
  readonly of?: { readonly part: number; readonly whole: number };
}

/** A quantity in a row of tokens: from `first`, and up to but not including `next`. */
export interface QuantityAt {
  readonly quantity: Quantity;
  readonly first: number;
  readonly next: number;
}

/**
 * The quantity whose number stands at `at`. In a sentence (`inSentence`) the words before it name no unit, the two figures of a change
 * (`from 4 hours to 30 minutes`) are two quantities, and what is written is only what was read.
 */
export function quantityAt(
  tokens: readonly Token[],
  at: number,
  written: string,
  inSentence = false,
): QuantityAt | undefined {
  const lead = readLead(tokens, at, !inSentence);
  const measure = readMeasure(tokens, at, lead);
  const bare = measure.dimension === 'number' && measure.unitKey === '';
  const prefix = readPrefix(tokens, lead.first - 1, bare && !inSentence);

  const share = readPartOf(tokens, measure);
  if (share === 'none') return undefined;
  const apart = inSentence && !DASHES.has(tokens[measure.next]?.text ?? '');
  const second = share || apart ? undefined : readSecond(tokens, at, lead, measure, prefix.from, prefix.between);
  const found: Found = share ?? second ?? { measure, next: measure.next };

  const label = found.of || found.range || found.measure !== measure ? undefined : prefix.label;
  const named = label ? withLabel(found.measure, label) : found.measure;
  const early = isTrailingPlus(tokens, found.next)
    ? { comparator: '≥' as const, next: found.next + 1 }
    : readSuffixBound(tokens, found.next);
  const each = readPer(tokens, early?.next ?? found.next);
  const late = early ?? (each ? readSuffixBound(tokens, each.next) : undefined);
  const comparator = prefix.comparator ?? late?.comparator ?? (found.measure.plus || measure.plus ? '≥' : undefined);
  const per = each?.per ?? prefix.per;
  const stated = readBeside(tokens, found);
  const of = found.of ?? stated?.of;

  // Put in one by one: spreads of what is mostly absent cost more than all the reading.
  const quantity: { -readonly [K in keyof Quantity]: Quantity[K] } = {
    value: of ? of.part / of.whole : found.range ? (found.range.low + found.range.high) / 2 : named.value,
    dimension: of ? 'ratio' : named.dimension,
    unit: named.unit,
    unitKey: of ? 'percent' : named.unitKey,
    style: of
      ? { factor: 0.01, decimals: stated?.decimals ?? 0, before: '', after: '%', compound: false }
      : named.style,
    written: inSentence ? written.slice(tokens[lead.first]?.start, tokens[found.next - 1]?.end) : written,
  };
  if (per !== undefined) quantity.per = per;
  if (named.currency !== undefined) quantity.currency = named.currency;
  if (of) quantity.of = of;
  if (stated && of) {
    quantity.statedPercent = stated.percent;
    quantity.statedDecimals = stated.decimals;
  }
  if (found.range) quantity.range = found.range;
  if (comparator !== undefined) quantity.comparator = comparator;
  if (prefix.approximate) quantity.approximate = true;
  if (lead.sign !== undefined && !found.range) quantity.sign = lead.sign;
  return { quantity, first: lead.first, next: found.next };
}

/** `NPS 31`; and `Hours: 4`, where the label is a unit of time. */
function withLabel(measure: Measure, label: { text: string; key: string }): Measure {
  const unit = DURATIONS.get(label.text.toLowerCase());
  if (unit && label.text.length > 2) {
    const style = { ...measure.style, factor: unit.seconds, after: '' };
    return {
      ...measure,
      value: measure.value * unit.seconds,
      dimension: 'duration',
      unit: label.text,
      unitKey: unit.key,
      style,
    };
  }
  return {
    ...measure,
    dimension: 'count',
    unit: label.text,
    unitKey: label.key,
    style: { ...measure.style, before: `${label.text} ` },
  };
}

const FILLERS: ReadonlySet<string> = new Set(['the', 'our', 'all', 'their', 'its', 'total', 'a', 'possible', 'your']);

/**
 * `8 of 25`, `8 out of 25`, `8/25`, `1 in 4`. With a slash the part may not exceed the whole: `24/7` is no ratio, and
 * no quantity either ('none'); nor is `3/4/2026`.
 */
function readPartOf(tokens: readonly Token[], part: Measure): Found | 'none' | undefined {
  if (part.dimension !== 'number' && part.dimension !== 'count') return undefined;
  const link = tokens[part.next];
  const slash = link?.text === '/';
  const out = link?.lower === 'out' && tokens[part.next + 1]?.lower === 'of';
  if (!slash && !out && link?.lower !== 'of' && link?.lower !== 'in') return undefined;
  let at = part.next + (out ? 2 : 1);
  if (!slash) while (at < part.next + 4 && FILLERS.has(tokens[at]?.lower ?? '')) at += 1;
  if (tokens[at]?.kind !== 'number') return undefined;
  const whole = readMeasure(tokens, at, { first: at, currency: undefined, before: '', sign: undefined, times: false });
  if (slash) {
    if (tokens[whole.next]?.text === '/' && tokens[whole.next + 1]?.kind === 'number') return 'none';
    if (whole.dimension === 'duration' && part.unitKey === '') {
      // 1/2 hour
      const figure = whole.value / whole.style.factor;
      const value = clean((part.value / figure) * whole.style.factor);
      return figure === 0
        ? 'none'
        : { measure: { ...whole, value, style: { ...whole.style, decimals: 2 } }, next: whole.next };
    }
  }
  if (whole.dimension !== 'number' && whole.dimension !== 'count') return undefined;
  if (whole.value <= 0) return 'none';
  if (slash && part.value > whole.value) return 'none';
  if (link?.lower === 'in' && (part.value > whole.value || !Number.isInteger(whole.value) || isName(tokens, at)))
    return undefined;
  const unit = whole.unit === '' ? part.unit : whole.unit;
  return { measure: { ...whole, unit }, next: whole.next, of: { part: part.value, whole: whole.value } };
}

/** What joins the two ends of a range. */
const DASHES: ReadonlySet<string> = new Set(['-', '–', '…', '~']);

/** The second figure of a range (`4-5 hours`) or of a change (`from 4 hours to 30 minutes`, `4h → 30 min`). */
function readSecond(
  tokens: readonly Token[],
  at: number,
  lead: Lead,
  first: Measure,
  from: boolean,
  between: boolean,
): Found | undefined {
  const link = tokens[first.next];
  if (!link) return undefined;
  const joins =
    DASHES.has(link.text) ||
    link.lower === 'to' ||
    link.text === '→' ||
    (between && (link.lower === 'and' || link.text === '&'));
  if (!joins) return undefined;
  let index = first.next + 1;
  while (index < first.next + 4 && tokens[index]?.kind !== 'number') {
    const token = tokens[index];
    if (!token || !(isCurrency(token) || token.text === '-' || token.text === '+')) return undefined;
    index += 1;
  }
  if (tokens[index]?.kind !== 'number' || isName(tokens, index)) return undefined;
  const ownLead = readLead(tokens, index);
  const borrowed = ownLead.currency === undefined && lead.currency !== undefined;
  const secondLead = {
    ...ownLead,
    ...(borrowed ? { currency: lead.currency, before: lead.before } : {}),
    sign: link.text === '-' && ownLead.first <= first.next ? undefined : ownLead.sign,
  };
  const second = readMeasure(tokens, index, secondLead);
  const start = aligned(first, second);
  if (start === undefined || at === index) return undefined;
  if (link.text === '→' || (link.lower === 'to' && (from || start > second.value)))
    return { measure: second, next: second.next };
  const range = { low: Math.min(start, second.value), high: Math.max(start, second.value) };
  const decimals = Math.max(first.style.decimals, second.style.decimals);
  const style = { ...second.style, decimals, compound: false };
  return { measure: { ...second, style }, next: second.next, range };
}

/** The first figure in the second's unit and scale, where it left them out: the 4 of `4-5 hours`, the 1 of `$1-2M`. */
function aligned(first: Measure, second: Measure): number | undefined {
  if (first.dimension === second.dimension && first.currency === second.currency) {
    const scaled = first.value * second.scale;
    return first.scale === 1 && second.scale !== 1 && scaled <= second.value ? scaled : first.value;
  }
  if (first.dimension !== 'number' || first.unitKey !== '') return undefined;
  const scaled = clean(first.value * second.style.factor);
  return scaled <= second.value || first.scale !== 1 ? (first.scale === 1 ? scaled : first.value) : scaled;
}

const BESIDE: ReadonlySet<string> = new Set(['(', '[', '=', ',', ':', '–', '-', '≈', '~', ';']);

/** The percentage beside an `a of b`, or the `a of b` beside a percentage. An approximate one is held to nothing. */
function readBeside(
  tokens: readonly Token[],
  found: Found,
): { percent: number; decimals: number; of?: { part: number; whole: number } } | undefined {
  const percentFirst =
    found.of === undefined && found.measure.dimension === 'ratio' && found.measure.unitKey === 'percent';
  if ((!found.of && !percentFirst) || found.range) return undefined;
  for (let at = found.next; at < tokens.length; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token?.kind !== 'number' || !before) continue;
    const about = APPROXIMATE.has(before.lower) || BOUNDS_BEFORE.has(before.lower);
    const measure = readMeasure(tokens, at, {
      first: at,
      currency: undefined,
      before: '',
      sign: undefined,
      times: false,
    });
    if (found.of) {
      if (measure.dimension !== 'ratio' || measure.unitKey !== 'percent') continue;
      return about || !BESIDE.has(before.text) ? undefined : { percent: token.value, decimals: token.decimals };
    }
    if (!BESIDE.has(before.text)) return undefined;
    const share = readPartOf(tokens, measure);
    if (!share || share === 'none' || !share.of) return undefined;
    const percent = clean(found.measure.value * 100);
    return { percent, decimals: found.measure.style.decimals, of: share.of };
  }
  return undefined;
}

/**
 * Number words turned into numbers, only where a unit of time or "percent" follows (`two hours`, `half a day`), and
 * "an hour" only as the whole value: elsewhere "one" and "a" are grammar.
 */
function spellOut(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const named = token.kind === 'word' ? NUMBER_WORDS.get(token.lower) : undefined;
    let value = named;
    if (value === undefined && (token.lower === 'a' || token.lower === 'an') && isOpening(out)) value = 1;
    const following = tokens[at + 1]?.lower;
    const article = token.lower === 'half' && (following === 'a' || following === 'an') ? 1 : 0;
    const unitAt = tokens[at + 1 + article]?.text === '-' ? at + 2 + article : at + 1 + article;
    const unit = value === undefined ? undefined : readDurationUnit(tokens, unitAt);
    const percent = tokens[at + 1]?.lower === 'percent' || (following === 'per' && tokens[at + 2]?.lower === 'cent');
    // A word for a number may stand alone; an “A” that does is a grade.
    const isAlone = named !== undefined && isOpening(out) && at === tokens.length - 1;
    if (value !== undefined && (unit || percent || isAlone)) {
      const text = String(value);
      const decimals = value === 0.5 ? 1 : 0;
      out.push({ ...token, kind: 'number', text, lower: text, value, decimals });
      at = unitAt - 1;
    } else out.push(token);
  }
  return out;
}

function isOpening(before: readonly Token[]): boolean {
  return before.every(
    token =>
      APPROXIMATE.has(token.lower) ||
      token.lower === 'under' ||
      token.lower === 'within' ||
      BOUNDS_BEFORE.has(token.lower),
  );
}

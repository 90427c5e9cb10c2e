import { saysNotMeasured } from './absent.ts';
import { isName, readPer, readPrefix, readSuffixBound } from './context.ts';
import { lex, type Token } from './lex.ts';
import { isTrailingPlus, type Measure, readLead, readMeasure } from './measure.ts';
import { spellOut } from './spelled.ts';
import { DASHES, type Found, readBeside, readPartOf, readSecond } from './two-figures.ts';
import type { Quantity, QuantityReading } from './types.ts';
import { DURATIONS } from './units.ts';

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

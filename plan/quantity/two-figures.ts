import { isName } from './context.ts';
import type { Token } from './lex.ts';
import { type Lead, type Measure, readLead, readMeasure } from './measure.ts';
import { isCurrency } from './money.ts';
import { clean } from './round.ts';
import { APPROXIMATE, BOUNDS_BEFORE } from './units.ts';

/* Quantities of two figures: a part of a whole, a range, a change, a percentage beside what it is of. */

/** What was read, and where that ends. */
export interface Found {
  readonly measure: Measure;
  readonly next: number;
  readonly range?: { readonly low: number; readonly high: number };
  readonly of?: { readonly part: number; readonly whole: number };
}

/** What may stand between `of` and the whole. */
const FILLERS: ReadonlySet<string> = new Set(['the', 'our', 'all', 'their', 'its', 'total', 'a', 'possible', 'your']);

/**
 * `8 of 25`, `8 out of 25`, `8/25`, `1 in 4`. With a slash the part may not exceed the whole: `24/7` is no ratio, and
 * no quantity either ('none'); nor is `3/4/2026`.
 */
export function readPartOf(tokens: readonly Token[], part: Measure): Found | 'none' | undefined {
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
export const DASHES: ReadonlySet<string> = new Set(['-', '–', '…', '~']);

/** The second figure of a range (`4-5 hours`) or of a change (`from 4 hours to 30 minutes`, `4h → 30 min`). */
export function readSecond(
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

/** The first figure in the second's unit and scale, where it left them out: the 4 of `4-5 hours`, the 1 of `$1-2M`; the 800 of `800-1k users` has its own. */
function aligned(first: Measure, second: Measure): number | undefined {
  const isLike = first.dimension === second.dimension && first.currency === second.currency;
  if (!isLike && (first.dimension !== 'number' || first.unitKey !== '')) return undefined;
  const hasUnit = !isLike && (second.dimension === 'duration' || second.dimension === 'ratio');
  const own = clean(first.value * (hasUnit ? second.style.factor : 1));
  const scaled = clean(own * second.scale);
  return first.scale === 1 && scaled <= second.value ? scaled : own;
}

/** What parts a figure from the same one said in another way. */
const BESIDE: ReadonlySet<string> = new Set(['(', '[', '=', ',', ':', '–', '-', '≈', '~', ';']);

/** The percentage beside an `a of b`, or the `a of b` beside a percentage. An approximate one is held to nothing. */
export function readBeside(
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

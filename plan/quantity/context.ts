import type { Token } from './lex.ts';
import { readNoun } from './nouns.ts';
import type { Comparator } from './types.ts';
import {
  ADVERBS,
  APPROXIMATE,
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  DURATIONS,
  FIRST_OF_BOUNDS,
  MONTH_WORDS,
  NAMING_WORDS,
  STOP_WORDS,
  singular,
  YEAR_WORDS,
} from './units.ts';

/** What the words before a number say about it. */
export interface Prefix {
  readonly comparator: Comparator | undefined;
  readonly approximate: boolean;
  /** `from 4 hours to …`: a change, so that the second figure is the one meant. */
  readonly from: boolean;
  /** `between 4 and 5` */
  readonly between: boolean;
  /** The name written before the number: `NPS` in `NPS: 31`. */
  readonly label: { readonly text: string; readonly key: string } | undefined;
  readonly per: string | undefined;
}

const LINKS: ReadonlySet<string> = new Set([
  ':',
  '=',
  'of',
  'is',
  'at',
  'was',
  'are',
  'equals',
  'stands',
  'now',
  'currently',
]);
const OPENERS: ReadonlySet<string> = new Set([
  '(',
  '[',
  '"',
  "'",
  ',',
  ';',
  '.',
  '!',
  '-',
  '–',
  '•',
  '*',
  '/',
  '|',
  '→',
]);
/** Words before a number that tell what is done with it, not what it counts. */
const NOT_LABELS: ReadonlySet<string> = new Set(
  'reduce reduced reduces reducing increase increased increases increasing improve improved improves improving achieve achieved achieves reach reaches cut cuts raise raised raises grow grew grows lower decrease decreased decreases get gets keep keeps hold held holds maintain maintained maintains save saved saves drop dropped drops launch deliver delivered complete completed goal target baseline current value approx stay stays remain remains have has had top first last next we they it'.split(
    ' ',
  ),
);
const MOST_LABEL_WORDS = 4;

/** Reads leftwards from `at`, the token before the number and its currency or sign. */
export function readPrefix(tokens: readonly Token[], at: number, wantsLabel: boolean): Prefix {
  if (at < 0) return NO_PREFIX;
  const near = readQualifiers(tokens, at);
  const named = wantsLabel && !near.from && !near.between ? readLabel(tokens, near.left) : undefined;
  if (!named) return near;
  // "at least NPS 45": the bound may stand before the name.
  const far = near.comparator === undefined ? readQualifiers(tokens, named.left) : near;
  return {
    comparator: near.comparator ?? far.comparator,
    approximate: near.approximate || far.approximate,
    from: false,
    between: false,
    label: named.label,
    per: named.per,
  };
}

/** Most values begin with their number. */
const NO_PREFIX: Prefix = {
  comparator: undefined,
  approximate: false,
  from: false,
  between: false,
  label: undefined,
  per: undefined,
};

/** A prefix without a label, and the token before it. */
type Qualifiers = Prefix & { readonly left: number };

function readQualifiers(tokens: readonly Token[], at: number): Qualifiers {
  let left = at;
  let comparator: Comparator | undefined;
  let approximate = false;
  let from = false;
  let between = false;
  for (;;) {
    const token = tokens[left];
    if (!token) break;
    const bound = comparator === undefined ? boundEndingAt(tokens, left) : undefined;
    if (bound) {
      comparator = bound.comparator;
      left -= bound.length;
    } else if (APPROXIMATE.has(token.lower)) {
      approximate = true;
      left -= 1;
    } else if (token.lower === 'from') {
      from = true;
      left -= 1;
    } else if (token.lower === 'between') {
      between = true;
      left -= 1;
    } else if (LINKS.has(token.lower) || (token.text === '.' && isAbbreviation(tokens[left - 1]))) {
      left -= 1;
    } else break;
  }
  return { comparator, approximate, from, between, label: undefined, per: undefined, left };
}

/** The word before the full stop of "approx." and "max." */
function isAbbreviation(token: Token | undefined): boolean {
  return token !== undefined && (APPROXIMATE.has(token.lower) || BOUNDS_BEFORE.has(token.lower));
}

function boundEndingAt(tokens: readonly Token[], at: number): { comparator: Comparator; length: number } | undefined {
  if (!LAST_OF_BOUNDS.has(tokens[at]?.lower ?? '')) return undefined;
  const words = [tokens[at - 2]?.lower ?? '', tokens[at - 1]?.lower ?? '', tokens[at]?.lower ?? ''];
  for (let length = 3; length > 0; length -= 1) {
    const comparator = BOUNDS_BEFORE.get(words.slice(3 - length).join(' '));
    if (comparator !== undefined) return { comparator, length };
  }
  return undefined;
}

/** The words that bounds end with: nearly every other word is told by that. */
const LAST_OF_BOUNDS: ReadonlySet<string> = new Set(
  [...BOUNDS_BEFORE.keys()].map(phrase => phrase.slice(phrase.lastIndexOf(' ') + 1)),
);

/** The words between the start of the text (or of a bracket) and the number, if they can name a unit. */
function readLabel(
  tokens: readonly Token[],
  at: number,
): { label: { text: string; key: string } | undefined; per: string | undefined; left: number } | undefined {
  const words: Token[] = [];
  let per: string | undefined;
  let left = at;
  for (;;) {
    const token = tokens[left];
    if (token?.kind !== 'word' || words.length >= MOST_LABEL_WORDS) break;
    if (words.length > 0 && qualifies(tokens, left)) break;
    if (token.lower === 'per' && words.length > 0 && per === undefined) {
      per = perKey(words.splice(0).map(word => word.text));
    } else if (STOP_WORDS.has(token.lower)) {
      return undefined;
    } else words.unshift(token);
    left -= 1;
  }
  const edge = tokens[left];
  if (edge && !OPENERS.has(edge.text) && !qualifies(tokens, left)) return undefined;
  const kept = words.filter(word => !NOT_LABELS.has(word.lower));
  const last = kept[kept.length - 1];
  if (!last) return per === undefined ? undefined : { label: undefined, per, left };
  const key = [...kept.slice(0, -1).map(word => word.lower), singular(last.text)].join(' ');
  return { label: { text: kept.map(word => word.text).join(' '), key }, per, left };
}

function qualifies(tokens: readonly Token[], at: number): boolean {
  return APPROXIMATE.has(tokens[at]?.lower ?? '') || boundEndingAt(tokens, at) !== undefined;
}

/** A bound written after the unit: "or less", "max". */
export function readSuffixBound(
  tokens: readonly Token[],
  at: number,
): { comparator: Comparator; next: number } | undefined {
  const first = tokens[at]?.lower;
  if (first === undefined || !FIRST_OF_BOUNDS.has(first)) return undefined;
  const pair = BOUNDS_AFTER.get(`${first} ${tokens[at + 1]?.lower ?? ''}`);
  if (pair !== undefined) return { comparator: pair, next: at + 2 };
  const single = BOUNDS_AFTER.get(first);
  return single === undefined ? undefined : { comparator: single, next: at + 1 };
}

/**
 * What the value is for each of. Looks at everything after the unit up to the end of the sentence or the next number:
 * `4 hours of analyst time per report`, `/ week`, `a year`, `weekly`, `per user per month`.
 */
export function readPer(tokens: readonly Token[], from: number): { per: string; next: number } | undefined {
  const first = tokens[from];
  const adverb = first?.kind === 'word' ? ADVERBS.get(first.lower) : undefined;
  if (adverb !== undefined) return { per: adverb, next: from + 1 };
  if (first?.lower === 'a' || first?.lower === 'an') {
    const noun = readNoun(tokens, from + 1);
    if (noun) return { per: perKey(noun.unit.split(' ')), next: noun.next };
  }
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.text === '(') depth += 1;
    else if (token.text === ')') depth -= 1;
    else if (token.text === ';' || token.text === '.') return undefined;
    else if (token.kind === 'number' && depth === 0) return undefined;
    else if (isPerWord(token) && tokens[at + 1]?.lower !== 'cent') {
      const read = readPerNoun(tokens, at + 1, token.text === '/');
      if (!read) continue;
      const again = tokens[read.next];
      const second = again && isPerWord(again) ? readPerNoun(tokens, read.next + 1, again.text === '/') : undefined;
      return second ? { per: `${read.per} per ${second.per}`, next: second.next } : read;
    }
  }
  return undefined;
}

function isPerWord(token: Token): boolean {
  return token.lower === 'per' || token.text === '/' || token.lower === 'each' || token.lower === 'every';
}

function readPerNoun(tokens: readonly Token[], at: number, slash: boolean): { per: string; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind === 'number' && !slash) {
    const noun = readNoun(tokens, at + 1);
    return noun ? { per: `${token.value} ${noun.key}`, next: noun.next } : undefined;
  }
  const adverb = token?.kind === 'word' ? ADVERBS.get(token.lower) : undefined;
  const noun = readNoun(tokens, at);
  if (!noun) return adverb === undefined ? undefined : { per: adverb, next: at + 1 };
  return { per: perKey(noun.unit.split(' ')), next: noun.next };
}

/** `reports` → `report`, `yr` and `annum` → `year`. */
function perKey(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  const lower = last.toLowerCase();
  const unit = lower === 'm' ? 'month' : lower === 'annum' ? 'year' : (DURATIONS.get(lower)?.key ?? singular(last));
  return [...words.slice(0, -1).map(word => word.toLowerCase()), unit].join(' ');
}

const ORDINALS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** True when the number is no amount: part of a date or a name, a year, an ordinal. */
export function isName(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at];
  if (!number) return true;
  const left = tokens[at - 1];
  const right = tokens[at + 1];
  if (left?.text === '#') return true;
  if (right && !right.spaced && ORDINALS.has(right.lower)) return true;
  const bare = number.decimals === 0 && number.value <= 2100 && number.text.length <= 4;
  if (!bare) return false;
  if (left && MONTH_WORDS.has(left.lower)) return true;
  if (right?.kind === 'word' && MONTH_WORDS.has(right.lower) && number.value <= 31 && right.lower !== 'may')
    return true;
  if (left?.kind === 'word' && NAMING_WORDS.has(left.lower)) return true;
  if (!isYear(number)) return false;
  if (left && YEAR_WORDS.has(left.lower) && right?.kind !== 'word') return true;
  const other = tokens[at + 2];
  return (right?.text === '-' || right?.text === '–' || right?.text === '/') && other !== undefined && isYear(other);
}

function isYear(token: Token): boolean {
  return token.kind === 'number' && token.text.length === 4 && token.value >= 1900 && token.value <= 2100;
}

import { isDigit, scanNumber } from './numerals.ts';
import { CURRENCY_SIGNS, CURRENCY_WORDS } from './units.ts';

/** A piece of a quantity. `spaced` says that white space stands before it. */
export interface Token {
  readonly kind: 'number' | 'word' | 'sign';
  /** Signs are normalised (`<=` is `≤`, every dash of a minus is `-`); words keep their case. */
  readonly text: string;
  /** Lower case of `text`. */
  readonly lower: string;
  readonly spaced: boolean;
  readonly value: number;
  readonly decimals: number;
  /** Where it begins and ends in the text that was cut, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** More than anyone writes into a value. What lies beyond is not looked at, so hostile text costs no more than this. */
const LONGEST_READ = 240;

const FRACTIONS: ReadonlyMap<string, string> = new Map([
  ['½', '.5'],
  ['¼', '.25'],
  ['¾', '.75'],
  ['⅓', '.333333333333'],
  ['⅔', '.666666666667'],
  ['⅛', '.125'],
  ['1/2', '.5'],
  ['1/4', '.25'],
  ['3/4', '.75'],
  ['1/3', '.333333333333'],
  ['2/3', '.666666666667'],
  ['1/8', '.125'],
]);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '–'],
  ['—', '–'],
  ['⁄', '/'],
  ['∕', '/'],
  ['×', '×'],
  ['≤', '≤'],
  ['⩽', '≤'],
  ['≥', '≥'],
  ['⩾', '≥'],
  ['≈', '≈'],
  ['∼', '~'],
  ['±', '±'],
  ['→', '→'],
  ['⇒', '→'],
  ['‰', '‰'],
  ['…', '…'],
  ['“', '"'],
  ['”', '"'],
]);

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['<=', '≤'],
  ['=<', '≤'],
  ['>=', '≥'],
  ['->', '→'],
  ['=>', '→'],
  ['..', '…'],
]);

/** Cuts the text into numbers, words and signs, in one pass over its first characters (`longest`). Never throws. */
export function lex(text: string, longest = LONGEST_READ): readonly Token[] {
  const { source, origin } = normalise(text.length > longest ? text.slice(0, longest) : text);
  const tokens: Token[] = [];
  let at = 0;
  let spaced = false;
  let afterNumber = false;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (isSpace(code)) {
      spaced = true;
      afterNumber = false;
      at += 1;
      continue;
    }
    const from = at;
    let kind: Token['kind'] = 'sign';
    let bare: string;
    let lower: string;
    const number = code <= NINE ? scanNumber(source, at) : undefined;
    if (number) {
      at = number.end;
      if (number.value !== undefined) kind = 'number';
      bare = lower = source.slice(from, at);
    } else if (isLetter(source, at)) {
      at = endOfWord(source, at, afterNumber);
      const word = source.slice(from, at);
      const sign = source.charCodeAt(at) === DOLLAR ? CURRENCY_SIGNS.get(`${word.toUpperCase()}$`) : undefined;
      if (sign !== undefined) {
        at += 1;
        bare = lower = `${word.toUpperCase()}$`;
      } else {
        kind = 'word';
        bare = word.includes('.') ? word.replaceAll('.', '') : word;
        lower = bare.toLowerCase();
      }
    } else {
      const pair = PAIRS.get(source.slice(at, at + 2));
      bare = lower = pair ?? SIGNS.get(source.charAt(at)) ?? source.charAt(at);
      at += pair === undefined ? 1 : 2;
      // A run of dots is one ellipsis.
      if (bare === '…') while (source.charAt(at) === '.') at += 1;
    }
    afterNumber = number !== undefined;
    tokens.push({
      kind,
      text: bare,
      lower,
      spaced,
      value: number?.value ?? 0,
      decimals: number?.value === undefined ? 0 : number.decimals,
      start: origin ? (origin[from] ?? from) : from,
      end: origin ? (origin[at] ?? at) : at,
    });
    spaced = false;
  }
  return tokens;
}

/** No number begins with a sign behind the figures, and most of what is cut are words. */
const NINE = 57;
const DOLLAR = 36;

interface Normal {
  readonly source: string;
  /** Where each character of the source, and its end, stands in the text as it was written; undefined where they are one. */
  readonly origin: readonly number[] | undefined;
}

/** Full-width digits, thin spaces and their like become the plain ones; written fractions become decimals. */
function normalise(text: string): Normal {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return normaliseRare(text);
  return text.includes('/') && MIXED.test(text) ? normaliseRare(text) : { source: text, origin: undefined };
}

function normaliseRare(text: string): Normal {
  let source = '';
  let at = 0;
  const origin: number[] = [];
  while (at < text.length) {
    const mixed = fractionBehind(source, text, at);
    const char = mixed ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    const fraction = FRACTIONS.get(mixed?.trim() ?? char);
    if (fraction !== undefined) source += isDigit(source.charCodeAt(source.length - 1)) ? fraction : `0${fraction}`;
    else source += SIGNS.has(char) ? char : char.normalize('NFKC');
    while (origin.length < source.length) origin.push(at);
    at += char.length;
  }
  origin.push(at);
  return { source, origin };
}

/** `3 ½` and `1 1/2`: the fraction of a whole number, with the blank before it, where one stands there. */
function fractionBehind(source: string, text: string, at: number): string | undefined {
  if (!isDigit(source.charCodeAt(source.length - 1)) || !isSpace(text.charCodeAt(at))) return undefined;
  return MIXED_HERE.exec(`${/(?:^|[^\d.,/])(\d+)$/.exec(source)?.[1] ?? ''}${text.slice(at, at + 5)}`)?.[1];
}

const MIXED = /\d\s[1-3]\/[2-8]/;
const MIXED_HERE = /^\d+(\s(?:[½¼¾⅓⅔⅛]|1\/2|1\/4|3\/4|1\/3|2\/3|1\/8)(?![\d/]))/;

function endOfWord(source: string, from: number, afterNumber: boolean): number {
  let at = from + 1;
  while (at < source.length && (isLetter(source, at) || isInnerApostrophe(source, at))) at += 1;
  // p.a., n.a.
  if (at === from + 1 && source.charAt(at) === '.' && isLetter(source, at + 1) && !isLetter(source, at + 2)) {
    return source.charAt(at + 2) === '.' ? at + 3 : at + 2;
  }
  if (afterNumber || !isDigit(source.charCodeAt(at))) return at;
  const word = source.slice(from, at);
  // USD40k and x2 are amounts; O1, Q3 and v2.1 are names.
  if (CURRENCY_WORDS.has(word) || word === 'x' || word === 'X') return at;
  while (at < source.length && (isLetter(source, at) || isDigit(source.charCodeAt(at)))) at += 1;
  while (source.charAt(at) === '.' && isDigit(source.charCodeAt(at + 1))) {
    at += 1;
    while (isDigit(source.charCodeAt(at))) at += 1;
  }
  return at;
}

function isInnerApostrophe(source: string, at: number): boolean {
  const char = source.charAt(at);
  return (char === "'" || char === '’') && isLetter(source, at + 1);
}

function isLetter(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  return (
    code > 191 &&
    !SIGNS.has(source.charAt(at)) &&
    !CURRENCY_SIGNS.has(source.charAt(at)) &&
    !isSpace(code) &&
    !isPunctuation(code)
  );
}

function isPunctuation(code: number): boolean {
  return (code >= 0x2000 && code <= 0x2bff) || code === 0xd7 || code === 0xf7;
}

/** White space after normalisation; the zero-width ones count too. */
function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0xfeff ||
    code === 0x2028 ||
    code === 0x2029
  );
}

import type { Scalar, Span } from './tree.ts';

/** Where a stretch of a value's text stands among the characters that were written for it. */
export interface TextPlaces {
  /** The span of `text.slice(from, to)` without the blanks around it, counted from the start of the node; undefined for blanks alone. */
  span(from: number, to: number): Span | undefined;
}

/**
 * Ties the text of a value to what is written, whatever its style: quotes, escapes, folded lines and indentation. YAML changes nothing but blanks,
 * quotes and escapes, so that all other characters must stand in both in the same order; undefined where they do not. `raw` is the text of the
 * node. Never throws.
 */
export function textPlaces(raw: string, { text, style }: Pick<Scalar, 'text' | 'style'>): TextPlaces | undefined {
  const quotes = style === 'single' || style === 'double' ? 1 : 0;
  if (style !== 'literal' && style !== 'folded' && raw.length === text.length + 2 * quotes) {
    if (!raw.startsWith(text, quotes)) return undefined;
    return {
      span: (from, to) =>
        around(
          text,
          from,
          to,
          at => at + quotes,
          at => at + quotes + 1,
        ),
    };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const { said, start, end } of WRITTEN[style](raw)) {
    if (isBlank(said)) continue;
    while (isBlank(text.charAt(at))) at++;
    if (!text.startsWith(said, at)) return undefined;
    for (let unit = 0; unit < said.length; unit++, at++) {
      starts[at] = start;
      ends[at] = end;
    }
  }
  if (text.slice(at).trim() !== '') return undefined;
  return {
    span: (from, to) =>
      around(
        text,
        from,
        to,
        unit => starts[unit],
        unit => ends[unit],
      ),
  };
}

type At = (unit: number) => number | undefined;

function around(text: string, from: number, to: number, startOf: At, endOf: At): Span | undefined {
  let [first, last] = [from, to - 1];
  while (first <= last && isBlank(text.charAt(first))) first++;
  while (last >= first && isBlank(text.charAt(last))) last--;
  const [start, end] = [startOf(first), endOf(last)];
  return first > last || start === undefined || end === undefined ? undefined : { start, end };
}

/** A written character or escape, and what it says. */
interface Written extends Span {
  readonly said: string;
}

function isBlank(said: string): boolean {
  return said === ' ' || said === '\n' || said === '\t' || said === '\r';
}

const WRITTEN: Readonly<Record<Scalar['style'], (raw: string) => Iterable<Written>>> = {
  plain: raw => asItStands(raw, 0, raw.length),
  single: raw => singleQuoted(raw),
  double: raw => doubleQuoted(raw),
  literal: raw => asItStands(raw, headLength(raw), raw.length),
  folded: raw => asItStands(raw, headLength(raw), raw.length),
  empty: () => [],
};

function* asItStands(raw: string, from: number, to: number): Generator<Written> {
  for (let at = from; at < to; at++) yield { said: raw.charAt(at), start: at, end: at + 1 };
}

/** `|-` or `>2`, and a comment behind it. */
function headLength(raw: string): number {
  const line = raw.indexOf('\n');
  return line < 0 ? raw.length : line + 1;
}

function* singleQuoted(raw: string): Generator<Written> {
  for (let at = 1; at < raw.length - 1; at++) {
    const start = at;
    if (raw.charAt(at) === "'") at++;
    yield { said: raw.charAt(start), start, end: at + 1 };
  }
}

function* doubleQuoted(raw: string): Generator<Written> {
  for (let at = 1; at < raw.length - 1; ) {
    const start = at;
    if (raw.charAt(at) !== '\\') {
      at++;
      yield { said: raw.charAt(start), start, end: at };
      continue;
    }
    const letter = raw.charAt(at + 1);
    const figures = FIGURES[letter] ?? 0;
    at += 2 + figures;
    const said = figures > 0 ? fromCode(raw.slice(start + 2, at)) : (ESCAPES[letter] ?? letter);
    yield { said, start, end: at };
  }
}

const FIGURES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** What a letter behind a backslash stands for, where it does not stand for itself. A line end there says nothing, as blanks do. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

function fromCode(figures: string): string {
  const code = Number.parseInt(figures, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

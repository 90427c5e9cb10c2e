import { CHOMPING_MODE, type EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Scalar, ScalarStyle } from '../tree.ts';
import { plainValue } from './plain-value.ts';
import { behindSpaces } from './trail.ts';
import { type EventOf, UNUSUAL, type Walk } from './walk.ts';

type ScalarEvent = EventOf<typeof EVENT_ID.SCALAR>;

/** The scalar of an event, its span counted from `base`. Throws `UNUSUAL`. */
export function scalarOf(walk: Walk, event: ScalarEvent, base: number): Scalar {
  const { valueStart, valueEnd, style } = event;
  if (valueStart < 0) return emptyAt(walk, base);
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
  const start = walk.content();
  if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) {
    walk.at = blockEnd(walk.text, start, event);
    walk.last = 'block';
  } else {
    if (start !== valueStart - quote || (!event.fast && isDoubtful(walk.text, event))) throw UNUSUAL;
    walk.at = valueEnd + quote;
    walk.last = 'inline';
  }
  const text = getScalarValue(walk.text, event);
  const value = style === SCALAR_STYLE.PLAIN ? plainValue(text) : text;
  return { kind: 'scalar', value, text, style: STYLES[style], start: start - base, end: walk.at - base };
}

/** A value that was left out stands behind the blanks that follow the colon or dash. */
function emptyAt(walk: Walk, base: number): Scalar {
  walk.at = behindSpaces(walk.text, walk.at);
  walk.last = 'empty';
  const at = walk.at - base;
  return { kind: 'scalar', value: null, text: '', style: 'empty', start: at, end: at };
}

/** The libraries fold blank lines below an escaped line end differently, and beyond Unicode they read different characters. */
function isDoubtful(text: string, { valueStart, valueEnd, style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.DOUBLE_QUOTED && /\\(?:U|\r?\n *\r?\n)/.test(text.slice(valueStart, valueEnd));
}

/** Where a block scalar ends: with its last line that is not blank. */
function blockEnd(text: string, start: number, { valueStart, valueEnd, chomping, indent }: ScalarEvent): number {
  const isPlain = /^[|>]-?(?: .*)?\r?\n$/.test(text.slice(start, valueStart));
  if (!isPlain || chomping === CHOMPING_MODE.KEEP || indent < 1) throw UNUSUAL;
  const written = text.slice(valueStart, valueEnd).trimEnd();
  const newline = text.indexOf('\n', valueStart + written.length);
  const end = newline < 0 ? text.length : newline + 1;
  // Blanks that go further than the text are part of it.
  const below = text.slice(end, valueEnd);
  if (!/^[ \r\n]*$/.test(below) || below.includes(' '.repeat(indent + 1))) throw UNUSUAL;
  return end;
}

const STYLES = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
} as const satisfies Record<ScalarEvent['style'], ScalarStyle>;

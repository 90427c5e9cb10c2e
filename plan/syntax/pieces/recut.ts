import type { Replacement } from '../edited-text.ts';
import type { Cut, Stretch } from './cut.ts';

/** A text that was cut. */
interface Known {
  readonly text: string;
  readonly cut: Cut;
}

/** Where a text is cut, and which one of its stretches says something else than before. */
export interface Recut {
  readonly cut: Cut;
  readonly changed: number;
}

/**
 * The cut of a text that an edit has made of an earlier one, inside one line and behind the first characters of that: as cutting looks at nothing else, it cuts
 * the text where the earlier one was cut. Undefined for any other edit. Never throws.
 */
export function recut({ text, cut }: Known, edit: Replacement): Recut | undefined {
  const { start: from, end } = edit;
  if (edit.text.includes('\n') || text.slice(from, end).includes('\n')) return undefined;
  const line = text.lastIndexOf('\n', from - 1) + 1;
  let first = line;
  while (first < from && text.charCodeAt(first) === SPACE) first++;
  // What stands in the first column, and what follows on a dash, decides.
  if (first === line || from <= first + 1) return undefined;
  const by = edit.text.length - (end - from);
  const { start, stretches } = cut;
  const changed = stretches.findLastIndex(stretch => stretch.start <= first);
  if (changed < 0) return undefined;
  const moved = (stretch: Stretch, index: number): Stretch => {
    if (index < changed || by === 0) return stretch;
    const { kind, key, column } = stretch;
    return { kind, key, column, start: stretch.start + (index > changed ? by : 0), end: stretch.end + by };
  };
  return { cut: { start, stretches: stretches.map(moved) }, changed };
}

/** The edit by which a text differs from an earlier one, up to the end of the line in which it begins; undefined if they differ below that line, too. */
export function editInLine(before: string, text: string): Replacement | undefined {
  const from = differsAt(text, before);
  const [end, was] = [lineEnd(text, from), lineEnd(before, from)];
  if (text.slice(end) !== before.slice(was)) return undefined;
  return { start: from, end: was, text: text.slice(from, end) };
}

/** The first offset at which two texts differ. Long stretches are compared at once, which is many times faster than letter by letter. */
export function differsAt(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (let step = AT_ONCE; step >= 1; step >>= 3) {
    while (at + step <= most && a.slice(at, at + step) === b.slice(at, at + step)) at += step;
  }
  return at;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

const AT_ONCE = 2 ** 15;
const SPACE = 32;

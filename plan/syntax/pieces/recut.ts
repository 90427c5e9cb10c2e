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
 * The cut of a text that an edit has made of an earlier one, where no line begins in another way for it that cutting looks at: it cuts the text where the earlier
 * one was cut. Undefined for any other edit. Never throws.
 */
export function recut({ text, cut }: Known, edit: Replacement): Recut | undefined {
  const { start: from, end } = edit;
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const { start, stretches } = cut;
  const changed = inLine(text, stretches, edit, line) ?? inItem(text, stretches, edit, line);
  if (changed === undefined) return undefined;
  const by = edit.text.length - (end - from);
  const moved = (stretch: Stretch, index: number): Stretch => {
    if (index < changed || by === 0) return stretch;
    const { kind, key, column } = stretch;
    return { kind, key, column, start: stretch.start + (index > changed ? by : 0), end: stretch.end + by };
  };
  return { cut: { start, stretches: stretches.map(moved) }, changed };
}

/** The stretch of an edit inside one line and behind the first characters of that. */
function inLine(
  text: string,
  stretches: readonly Stretch[],
  { start: from, end, text: typed }: Replacement,
  line: number,
): number | undefined {
  if (typed.includes('\n') || text.slice(from, end).includes('\n')) return undefined;
  let first = line;
  while (first < from && text.charCodeAt(first) === SPACE) first++;
  // What stands in the first column decides, and so does what follows on a dash.
  if (first === line || from <= first || (from === first + 1 && text.charCodeAt(first) === DASH)) return undefined;
  return found(stretches.findLastIndex(stretch => stretch.start <= first));
}

/** The stretch of an edit that leaves lines of an item, below its first one, to the item. */
function inItem(
  text: string,
  stretches: readonly Stretch[],
  { start: from, end, text: typed }: Replacement,
  line: number,
): number | undefined {
  const index = stretches.findLastIndex(stretch => stretch.start < line);
  const stretch = stretches[index];
  const to = lineEnd(text, end);
  if (stretch?.kind !== 'items' || to > stretch.end || (to === stretch.end && to < text.length)) return undefined;
  const lines = `${text.slice(line, from)}${typed}${text.slice(end, to)}`.split('\n');
  return lines.every(one => isInside(one, stretch.column)) ? index : undefined;
}

/** True for a line that begins neither a section nor an item of a list with its dashes in that column. */
function isInside(line: string, column: number): boolean {
  let first = 0;
  while (line.charCodeAt(first) === SPACE) first++;
  const code = line.charCodeAt(first);
  if (Number.isNaN(code) || code === HASH || code === RETURN) return true;
  return first > 0 && !(first === column && code === DASH);
}

function found(index: number): number | undefined {
  return index < 0 ? undefined : index;
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
const HASH = 35;
const DASH = 45;
const RETURN = 13;

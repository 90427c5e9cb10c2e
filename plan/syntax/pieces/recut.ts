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
 * The cut of a text that differs from an earlier one inside one line, behind the first characters of that line: as cutting looks at nothing else, it cuts
 * the text where the earlier one was cut. Undefined for any other text, and for one that is the same. Never throws.
 */
export function recut(text: string, before: Known): Recut | undefined {
  const by = text.length - before.text.length;
  const from = differsAt(text, before.text);
  const line = text.lastIndexOf('\n', from - 1) + 1;
  let first = line;
  while (text.charCodeAt(first) === SPACE) first++;
  // What stands in the first column, and what follows on a dash, decides.
  if (first === line || from <= first + 1) return undefined;
  const [end, was] = [lineEnd(text, from), lineEnd(before.text, from)];
  if (end !== was + by || text.slice(end) !== before.text.slice(was)) return undefined;
  const { start, stretches } = before.cut;
  const changed = stretches.findLastIndex(stretch => stretch.start <= first);
  if (changed < 0) return undefined;
  const moved = (stretch: Stretch, index: number): Stretch => {
    if (index < changed || by === 0) return stretch;
    const { kind, key, column } = stretch;
    return { kind, key, column, start: stretch.start + (index > changed ? by : 0), end: stretch.end + by };
  };
  return { cut: { start, stretches: stretches.map(moved) }, changed };
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

import { indentationOf, USUAL } from './indentation.ts';
import { inline, surroundings } from './levels.ts';
import { indentOf, type Line, lineBelow, linesAbove } from './lines.ts';

/** Where on a line something new can stand, and whether what stands above goes on there as prose. */
export interface Landing {
  readonly column: number;
  readonly prose: boolean;
  /** True if deeper lines follow that would belong to a key here. */
  readonly hasBody: boolean;
  /** The entry of a list that stands right below, in the same column: what is new there is an entry too. */
  readonly beforeEntry: Line | undefined;
}

/**
 * Where the first thing on a line goes: in the column it has, if something can stand there, else in the nearest where something can. `typed` is what
 * stands on the line already; a line without anything must not take away what is below it from what is above.
 */
export function landing(text: string, line: Line, column: number, typed: string): Landing {
  const above = linesAbove(text, line.start, () => Number.POSITIVE_INFINITY).next().value;
  const below = lineBelow(text, line);
  const next = below ? indentOf(below) : 0;
  const hasBody = next > column || (below !== undefined && next === column && below.dashes.length > 0);
  const at = (where: number): Landing => ({
    column: where,
    prose: false,
    hasBody: hasBody && typed !== '',
    beforeEntry: typed === '' && below?.dashes[0] === where ? below : undefined,
  });
  if (!above) return at(typed === '' && below ? next : column);
  if (goesOnAsProse(text, line, above, column, typed)) return { ...at(column), prose: true };
  if (typed !== '' && hasBody) return at(column);
  const columns = columnsAround(text, above);
  if (typed === '' && below && isKeyGone(text, column, above, below)) {
    const left = columns.filter(one => one < next);
    const own = opensBody(above) ? column : nearest(column, left.length > 0 ? left : [column]);
    return { column: own, prose: false, hasBody: true, beforeEntry: undefined };
  }
  const opened = opensBody(above) ? columns[0] : undefined;
  // A list may stand in the column of its key.
  const isListBelow = opened === next && above.key !== undefined && below !== undefined && below.dashes.length > 0;
  const isInside = opened !== undefined && (next > opened || isListBelow);
  if (opened !== undefined && column > opened) return at(isInside && typed === '' ? next : column);
  // Between a thing and what belongs to the same, nothing may stand further left.
  const fitting = typed === '' ? [...columns.filter(one => one >= next), ...(isInside ? [next] : [])] : columns;
  return at(nearest(column, fitting.length > 0 ? fitting : [next]));
}

/**
 * True on a blank line where the key is gone that held the lines below: the key above has its value already, or they stand further to the right of it than
 * the text indents, and the cursor between the two.
 */
function isKeyGone(text: string, column: number, above: Line, below: Line): boolean {
  const next = indentOf(below);
  if (above.key === undefined || next <= above.content || (below.key === undefined && below.dashes.length === 0))
    return false;
  if (!opensBody(above)) return COMPLETE.test(inline(above));
  // As the text above indents: below, a list may look as if it stood right under the wrong key.
  const { fields, lists } = indentationOf(text.slice(0, above.start));
  const usual = below.dashes.length > 0 ? lists : fields;
  return above.content < column && column < next && next - above.content > Math.max(usual, USUAL.fields);
}

/** A value on one line that lines below cannot go on with. */
const COMPLETE = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\{.*\}|\[.*\]|[^"'{[|>].*)$/;

/** The columns in which keys and dashes stand around a line, from the inside. */
function columnsAround(text: string, line: Line): number[] {
  const own = line.key === undefined ? [] : [line.content];
  const { levels } = surroundings(text, line, line.key === undefined ? indentOf(line) + 1 : line.content);
  return [...own, ...line.dashes.toReversed(), ...levels.toReversed().map(level => level.column)];
}

function nearest(column: number, columns: readonly number[]): number {
  let best = columns[0] ?? column;
  for (const one of columns) if (Math.abs(one - column) < Math.abs(best - column)) best = one;
  return best;
}

/** True for a line whose key or dash is still without a value. */
function opensBody(line: Line): boolean {
  return inline(line) === '' && (line.key !== undefined || line.dashes.length > 0);
}

/** True where a line goes on with a text that was begun above: in quotes that are open, or as further words. */
function goesOnAsProse(text: string, line: Line, above: Line, column: number, typed: string): boolean {
  let first: Line | undefined = above;
  if (above.key === undefined && above.dashes.length === 0) {
    first = undefined;
    for (const one of linesAbove(text, above.start, () => indentOf(above))) {
      first = one;
      if (one.key !== undefined || one.dashes.length > 0) break;
    }
  }
  if (!first) return false;
  const value = inline(first);
  const quote = value.charAt(0);
  if (quote === '"' || quote === "'") {
    const whole = text.slice(first.start, line.start);
    const from = whole.indexOf(value) + 1;
    const rest = quote === '"' ? whole.slice(from).replaceAll(/\\./gs, '') : whole.slice(from).replaceAll("''", '');
    return !rest.includes(quote);
  }
  if (typed === '' || value === '' || column <= (first.dashes.at(-1) ?? -1)) return false;
  const holder = first.key === undefined ? (first.dashes.at(-1) ?? 0) : first.content;
  // A single word is hardly ever the beginning of a sentence: what follows it is a key in the wrong column.
  return column > holder && (/\s/.test(value) || !/^\w+$/.test(typed));
}

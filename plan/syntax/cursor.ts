import { flowAt } from './flow-cursor.ts';
import { keyLength, type Line, lineAt, lineStart, linesAbove, linesBelow } from './lines.ts';

/** Where the cursor stands in a text that may be half typed: worked out from the lines and their indentation, without a parse. */
export interface Cursor {
  /** Keys and indices from the top of the document to the mapping or list that the cursor is in. */
  readonly path: readonly (string | number)[];
  /** `key`: a key may stand here. `value`: the value of `key`. `item`: an entry of a list behind its dash, where a key may stand too. */
  readonly on: 'key' | 'value' | 'item';
  /** For `value`: the key. */
  readonly key: string | undefined;
  /** The keys that the mapping has already. */
  readonly present: ReadonlySet<string>;
  /** What completing replaces, counted from the start of the text. */
  readonly replace: { readonly start: number; readonly end: number };
  /** The quote in which the value is being typed. */
  readonly quote: '"' | "'" | '';
  readonly flow: boolean;
  /** Column of the key, or of the entry. */
  readonly column: number;
  /** True if the line has a colon behind the word already. */
  readonly colon: boolean;
}

/** The cursor's surroundings, or undefined where nothing can be completed: in comments, text blocks, and prose that runs on. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const start = lineStart(text, offset);
  const line = lineAt(text, start);
  const column = offset - start;
  if (inComment(line.text, column) || inTextBlock(text, line, column)) return undefined;
  const flow = flowAt(text, offset);
  if (flow) {
    const opening = lineAt(text, lineStart(text, flow.open));
    const above = surroundings(text, opening, opening.content);
    return {
      ...flow.cursor,
      path: [...above.path, ...(opening.key === undefined ? [] : [opening.key]), ...flow.cursor.path],
    };
  }
  const separator = line.key === undefined ? -1 : line.content + keyLength(line);
  if (separator >= 0 && column > separator) return valueCursor(text, line, column, separator);
  const from = Math.min(line.content, column);
  const word = /^[^:#]*/.exec(line.text.slice(from))?.[0].trimEnd() ?? '';
  const { path, present } = surroundings(text, line, line.text.trim() === '' ? column : from);
  const behindDash = line.dashes.length > 0;
  const quote = quoteOf(word);
  return {
    path,
    on: behindDash ? 'item' : 'key',
    key: undefined,
    present,
    replace: { start: start + from, end: start + Math.max(from + word.length, column) },
    quote,
    flow: false,
    column: from,
    colon: separator >= 0,
  };
}

function valueCursor(text: string, line: Line, column: number, separator: number): Cursor {
  const { path, present } = surroundings(text, line, line.content);
  const rest = line.text.slice(separator + 1);
  const lead = rest.length - rest.trimStart().length;
  const value = /^("[^"]*"?|'[^']*'?|[^#]*?(?=\s+#|\s*$))/.exec(rest.slice(lead))?.[0] ?? '';
  const from = Math.min(separator + 1 + lead, Math.max(column, separator + 1));
  const end = Math.max(separator + 1 + lead + value.length, column);
  return {
    path,
    on: 'value',
    key: line.key,
    present,
    replace: { start: line.start + from, end: line.start + end },
    quote: quoteOf(value),
    flow: false,
    column: line.content,
    colon: true,
  };
}

/**
 * The way from the top to the mapping or list that a column of a line is in, and the keys of that mapping. Entries of
 * lists count as the first one: what may stand in them is the same for all.
 */
function surroundings(text: string, from: Line, column: number): { path: (string | number)[]; present: Set<string> } {
  const path: (string | number)[] = [];
  const present = new Set<string>();
  let limit = column;
  /** Column of the dashes of the list whose key is looked for. */
  let list: number | undefined;
  let own = true;
  const enter = (dashes: readonly number[]) => {
    const dash = dashes.findLast(d => d < limit);
    if (dash === undefined) return;
    path.unshift(0);
    list = limit = dash;
    own = false;
  };
  enter(from.dashes);
  for (const line of linesAbove(text, from.start, () => limit)) {
    if (line.key === undefined) continue;
    if (own && line.content === limit) present.add(line.key);
    // A list's key may stand in the column of its dashes; any other key stands left of what it holds.
    const holds = list === undefined ? line.content < limit : line.content <= list && !line.dashes.includes(list);
    if (holds) {
      path.unshift(line.key);
      limit = line.content;
      list = undefined;
      own = false;
    }
    if (list === undefined && line.content <= limit) enter(line.dashes);
    if (limit === 0 && list === undefined && !own) break;
  }
  for (const line of linesBelow(text, from, column)) {
    if (line.key !== undefined && line.content === column && line.dashes.length === 0) present.add(line.key);
  }
  return { path, present };
}

/** True behind a # that begins a comment. */
function inComment(line: string, column: number): boolean {
  let quote = '';
  for (let at = 0; at < column; at++) {
    const c = line.charAt(at);
    if (quote) quote = c === quote ? '' : quote;
    else if ((c === '"' || c === "'") && /[\s[{,:]|^$/.test(line.charAt(at - 1))) quote = c;
    else if (c === '#' && (at === 0 || /\s/.test(line.charAt(at - 1)))) return true;
  }
  return false;
}

/** True inside a text block (`>` or `|`): its lines are prose, deeper than the key that opens it. */
function inTextBlock(text: string, line: Line, column: number): boolean {
  const own = line.text.trim() === '' ? column : line.text.length - line.text.trimStart().length;
  let limit = own;
  for (const above of linesAbove(text, line.start, () => limit - 1)) {
    if (/[:-]\s+(?:[&!]\S+\s+)*[|>][+-]?\d?[+-]?\s*(?:#.*)?$/.test(above.text)) return true;
    limit = above.text.length - above.text.trimStart().length;
    if (limit === 0) return false;
  }
  return false;
}

function quoteOf(value: string): Cursor['quote'] {
  const first = value.charAt(0);
  return first === '"' || first === "'" ? first : '';
}

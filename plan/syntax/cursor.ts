import { flowAt } from './flow-cursor.ts';
import { type Landing, landing } from './landing.ts';
import { inline, type Level, surroundings } from './levels.ts';
import {
  indentOf,
  isDocumentMark,
  keyLength,
  type Line,
  lineAt,
  lineBelow,
  lineStart,
  linesAbove,
  withoutComment,
} from './lines.ts';

/** Where the cursor stands in a text that may be half typed: worked out from the lines and their indentation, without a parse. */
export interface Cursor {
  /** Keys and indices from the top of the document to the mapping or list that the cursor is in. */
  readonly path: readonly (string | number)[];
  /** Where each step of the path stands. */
  readonly levels: readonly Level[];
  /** `key`: a key may stand here. `value`: the value of `key`. `item`: an entry of a list behind its dash, where a key may stand too. */
  readonly on: 'key' | 'value' | 'item';
  /** For `value`: the key. */
  readonly key: string | undefined;
  /** The keys that the mapping has already. */
  readonly present: ReadonlySet<string>;
  /** What completing replaces, counted from the start of the text. Never more than one line. */
  readonly replace: { readonly start: number; readonly end: number };
  /** What is missing before it: the space behind a colon or dash, or indentation. */
  readonly before: string;
  /** What is missing behind it: the comma before a next entry. */
  readonly after: string;
  /** The quote in which the value is being typed. */
  readonly quote: '"' | "'" | '';
  readonly flow: boolean;
  /** Column of the key, or of the entry. */
  readonly column: number;
  /** True if the line has a colon behind the word already. */
  readonly colon: boolean;
  /** True if deeper lines follow, which would belong to a key here. */
  readonly hasBody: boolean;
}

/** The cursor's surroundings, or undefined where nothing can be completed: in comments, text blocks, and prose that runs on. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const start = lineStart(text, offset);
  const line = lineAt(text, start);
  const column = offset - start;
  // Between the two characters of a line's end nothing stands.
  if (column > line.text.length) return undefined;
  if (commentStart(line.text, column) >= 0 || line.text.charAt(column) === '#') return undefined;
  if (inTextBlock(text, line, column)) return undefined;
  const flow = flowAt(text, offset);
  if (flow) {
    if (!flow.cursor) return undefined;
    const opening = lineAt(text, lineStart(text, flow.open));
    const { levels: above } = surroundings(text, opening, opening.content);
    const key = opening.key === undefined ? [] : [{ step: opening.key, start: opening.start, column: opening.content }];
    const levels = [...above, ...key, ...flow.cursor.levels];
    return { ...flow.cursor, levels, path: levels.map(level => level.step) };
  }
  const separator = line.key === undefined ? -1 : line.content + keyLength(line);
  if (separator >= 0 && column > separator) return valueCursor(text, line, column, separator);
  if (isDocumentMark(text, start) || line.text.startsWith('%')) return undefined;
  if (line.text.trim() === '') return onNewLine(text, line, column, '');
  const dash = line.dashes.at(-1);
  if (dash === undefined) return column < line.content ? undefined : onNewLine(text, line, line.content, offset);
  if (column <= dash || (line.content < line.text.length && column < line.content)) return undefined;
  if (/[[{|>]/.test(line.text.charAt(line.content))) return undefined;
  const bare = line.content >= line.text.length;
  const from = bare ? column : line.content;
  const begin = bare && column === dash + 1 ? column + 1 : from;
  const typed = wordAt(line, from);
  const { levels, present } = surroundings(text, line, begin);
  return {
    ...place(levels, present),
    on: 'item',
    replace: { start: start + from, end: start + Math.max(from + typed.length, column) },
    before: ' '.repeat(begin - from),
    quote: quoteOf(typed),
    column: begin,
    colon: separator >= 0,
  };
}

const PLAIN = { key: undefined, before: '', after: '', quote: '', flow: false, colon: false, hasBody: false } as const;

function place(levels: readonly Level[], present: ReadonlySet<string>) {
  return { ...PLAIN, levels, path: levels.map(level => level.step), present };
}

/** The cursor at the first word of a line, or on a blank one, where the word may have to move to another column. */
function onNewLine(text: string, line: Line, column: number, offset: number | ''): Cursor | undefined {
  const typed = offset === '' ? '' : wordAt(line, column);
  const colon = line.key !== undefined;
  const found: Landing = colon
    ? { column, prose: false, hasBody: true, beforeEntry: undefined }
    : landing(text, line, column, typed);
  if (found.prose) return undefined;
  const { levels, present } = found.beforeEntry
    ? {
        levels: surroundings(text, found.beforeEntry, found.column + 1).levels.slice(0, -1),
        present: new Set<string>(),
      }
    : surroundings(text, line, found.column);
  const from = Math.min(column, found.column);
  const end = line.start + column + typed.length;
  return {
    ...place(levels, present),
    on: 'key',
    replace: { start: line.start + from, end: offset === '' ? end : Math.max(end, offset) },
    before: ' '.repeat(found.column - from),
    quote: quoteOf(typed),
    column: found.column,
    colon,
    hasBody: found.hasBody,
  };
}

function valueCursor(text: string, line: Line, column: number, separator: number): Cursor | undefined {
  const rest = line.text.slice(separator + 1);
  const lead = /^\s*(?:[&!]\S*(?:\s+|$))*/.exec(rest)?.[0].length ?? 0;
  const value = valueIn(rest.slice(lead));
  const from = value === '' ? column : Math.min(separator + 1 + lead, Math.max(column, separator + 1));
  const end = value === '' ? column : Math.max(separator + 1 + lead + value.length, column);
  if (column < separator + 1 + lead && rest.slice(0, lead).trim() !== '') return undefined;
  if (/^[[{|>]/.test(value)) return undefined;
  if (value === '') {
    const below = lineBelow(text, line);
    if (below && (indentOf(below) > line.content || (indentOf(below) === line.content && below.dashes.length > 0)))
      return undefined;
  }
  const { levels, present } = surroundings(text, line, line.content);
  return {
    ...place(levels, present),
    on: 'value',
    key: line.key,
    replace: { start: line.start + from, end: line.start + end },
    before: /\s/.test(line.text.charAt(from - 1)) ? '' : ' ',
    quote: quoteOf(value),
    column: line.content,
    colon: true,
  };
}

/** The entries of the list that the cursor is in, apart from the one it is at. */
export function entriesBeside(text: string, offset: number, { levels, flow, replace }: Cursor): ReadonlySet<string> {
  const level = levels.at(-1);
  const found = new Set<string>();
  if (!level || typeof level.step !== 'number') return found;
  if (flow) {
    const entry = /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,[\]{}][^,[\]{}\r\n]*/y;
    let at = level.start + 1;
    while (at < text.length && !/[\]{}[]/.test(text.charAt(at))) {
      entry.lastIndex = at;
      const match = entry.exec(text)?.[0];
      if (match && (at < replace.start || at >= replace.end)) found.add(inlineText(match));
      at += match?.length ?? 1;
    }
    return found;
  }
  const own = lineAt(text, lineStart(text, offset));
  const note = (line: Line) => {
    if (line.key === undefined && line.dashes.at(-1) === level.column) found.add(inlineText(inline(line)));
  };
  for (const line of linesAbove(text, own.start, () => level.column)) {
    if (indentOf(line) < level.column || line.dashes.at(-1) !== level.column) break;
    note(line);
  }
  for (let line = lineBelow(text, own, level.column); line; line = lineBelow(text, line, level.column)) {
    if (indentOf(line) < level.column || line.dashes.at(-1) !== level.column) break;
    note(line);
  }
  return found;
}

function inlineText(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** What is typed from a column on: the word that a key would replace, or the whole entry. */
function wordAt(line: Line, from: number): string {
  const rest = line.text.slice(from);
  return line.key === undefined ? valueIn(rest) : rest.slice(0, keyLength(line)).trimEnd();
}

/** A value at the beginning of a text: to the end of its quotes, else up to a comment or the end of the line. */
function valueIn(rest: string): string {
  const closed = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
  return closed ?? withoutComment(rest);
}

/** Where on a line the comment begins that a column is in; -1 if it is in none. */
export function commentStart(line: string, column: number): number {
  let quote = '';
  for (let at = 0; at < column; at++) {
    const c = line.charAt(at);
    if (quote) quote = c === quote ? '' : quote;
    else if ((c === '"' || c === "'") && /[\s[{,:]|^$/.test(line.charAt(at - 1))) quote = c;
    else if (c === '#' && (at === 0 || /\s/.test(line.charAt(at - 1)))) return at;
  }
  return -1;
}

/** True inside a text block (`>` or `|`): its lines are prose, deeper than the key that opens it. */
export function inTextBlock(text: string, line: Line, column: number): boolean {
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

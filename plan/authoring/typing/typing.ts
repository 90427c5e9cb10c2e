import { agendaShape, configShape, planShape, shapeAt } from '../../schema/shape.ts';
import { cursorAt } from '../../syntax/cursor.ts';
import type { Edit } from '../../syntax/edit.ts';
import { type Line, lineAt, lineStart, linesAbove } from '../../syntax/lines.ts';
import { tornOff } from './closers.ts';

/**
 * What is put in order behind a character that was just typed, with the cursor behind it: after Enter a list is begun where only a list may stand, goes on
 * behind an item of words, and ends at an item that was left empty; a dash below the fields of an item begins the next item, in the dashes' column. Nothing but
 * blanks and dashes is touched, and only on a line that holds nothing else; but a quote or bracket that Enter has taken along goes back to the end of its value.
 * `width` is the columns of a level. Never throws.
 */
export function whileTyping(text: string, offset: number, typed: string, width: number): Edit[] {
  const torn = typed === '\n' ? tornOff(text, offset) : undefined;
  if (torn) {
    const { home, stray } = torn;
    const closers = text.slice(stray.start, stray.end).trimEnd();
    const closed = text.slice(0, home.start) + closers + text.slice(home.end, stray.start) + text.slice(stray.end);
    const at = offset + closers.length - (home.end - home.start);
    if (cursorAt(closed, at) === undefined) return [];
    const further = newLine(closed, at, width).map(edit => ({
      ...edit,
      start: edit.start + offset - at,
      end: edit.end + offset - at,
    }));
    return [{ ...home, newText: closers }, ...further, { ...stray, newText: '' }];
  }
  if (cursorAt(text, offset) === undefined) return [];
  if (typed === '-') return dash(text, offset);
  return typed === '\n' ? newLine(text, offset, width) : [];
}

function newLine(text: string, offset: number, width: number): Edit[] {
  const start = lineStart(text, offset);
  const line = lineAt(text, start);
  if (start === 0 || line.text.trim() !== '') return [];
  const above = lineAt(text, lineStart(text, start - 1));
  const isEmptyItem = above.dashes.length > 0 && above.text.trimEnd().endsWith('-') && above.key === undefined;
  if (isEmptyItem) return endList(text, above, line);
  const begun = OPEN_KEY.test(above.text) && above.key !== undefined ? below(text, above, line, width) : nextOf(above);
  if (begun === undefined) return [];
  const { start: from } = line;
  return line.text === begun ? [] : [{ start: from, end: from + line.text.length, newText: begun }];
}

/** A key without a value, whatever comment stands behind it. */
const OPEN_KEY = /:\s*(?:\s#.*)?$/;

/** The line below a key whose value is still to come: as deep as what is there already, and a dash where only a list may stand. */
function below(text: string, above: Line, line: Line, width: number): string | undefined {
  const next = contentBelow(text, line);
  const child = next && (next.dashes[0] ?? next.content);
  const isList = (next?.dashes.length ?? 0) > 0;
  const isFilled = child !== undefined && (child > above.content || (isList && child === above.content));
  const column = isFilled ? child : Math.max(above.content + width, blanksOf(line));
  const indent = ' '.repeat(column);
  if (isFilled) return isList ? `${indent}- ` : indent;
  const end = line.start + line.text.length;
  const cursor = cursorAt(`${text.slice(0, line.start)}${indent}${text.slice(end)}`, line.start + column);
  if (cursor?.on !== 'key' || cursor.flow) return undefined;
  const shape = [planShape, agendaShape, configShape]
    .map(root => shapeAt(root(), cursor.path))
    .find(one => one !== undefined);
  // A definition of its own, such as that of owners, may also be one value.
  return shape?.items && shape.name === '' ? `${indent}- ` : indent;
}

/** The next line that holds more than blanks and comments. */
function contentBelow(text: string, { start }: Line): Line | undefined {
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', end + 1)) {
    const line = lineAt(text, end + 1);
    if (!/^\s*(?:#|$)/.test(line.text)) return line;
  }
  return undefined;
}

/** The line below an item of words; undefined below anything else. */
function nextOf({ dashes, content, key, text }: Line): string | undefined {
  const column = dashes.at(-1);
  const words = text.slice(content);
  return column !== undefined && key === undefined && isWhole(words) ? `${text.slice(0, column)}- ` : undefined;
}

/** True for a value that ends on its line, without a comment behind it. */
function isWhole(words: string): boolean {
  return WORDS.test(words.trimEnd());
}

const WORDS = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s'"[\]{}#&*!|>-](?:[^:#]|:(?=\S)|(?<=\S)#)*)$/;

/** An item that was left empty goes, and the cursor to the column of the list's key. */
function endList(text: string, item: Line, line: Line): Edit[] {
  const column = item.dashes.at(-1) ?? 0;
  if (item.dashes.length > 1) return [];
  let key = 0;
  for (const above of linesAbove(text, item.start, () => column)) {
    if (above.dashes[0] === column) continue;
    key = above.content;
    break;
  }
  return [{ start: item.start, end: line.start + line.text.length, newText: ' '.repeat(key) }];
}

function dash(text: string, offset: number): Edit[] {
  const start = lineStart(text, offset);
  const line = lineAt(text, start);
  const column = offset - start - 1;
  if (line.text.trim() !== '-' || line.text.charAt(column) !== '-') return [];
  const [above] = linesAbove(text, start, () => Number.POSITIVE_INFINITY);
  // Below a key without a value the dash begins that key's list, and below a value that goes on it belongs to that.
  if (!above || above.key === undefined || above.content !== column || OPEN_KEY.test(above.text)) return [];
  if (!/:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[.*\]|\{.*\}|[^\s'"[{|>].*)\s*(?:\s#.*)?$/.test(above.text)) return [];
  const to = above.dashes.at(-1) ?? dashAround(text, start, column);
  return to === undefined ? [] : [{ start: start + to, end: start + column, newText: '' }];
}

/** The column of the dash of the item around a line. */
function dashAround(text: string, start: number, column: number): number | undefined {
  let deepest = column - 1;
  for (const above of linesAbove(text, start, () => deepest)) {
    if (above.dashes.length > 0) return above.dashes.findLast(one => one < column);
    deepest = blanksOf(above) - 1;
  }
  return undefined;
}

function blanksOf({ text }: Line): number {
  return text.length - text.trimStart().length;
}

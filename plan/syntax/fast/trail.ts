/**
 * What stands between the values of a text: blanks, line ends and comments; and how much of it `yaml` counts to a value or list.
 * A tab never gets here.
 */

/** The first character from an offset on that is neither blank nor comment; the text's length if there is none. */
export function contentFrom(text: string, from: number): number {
  let at = from;
  for (;;) {
    const char = text.charCodeAt(at);
    if (char === SPACE || char === NEWLINE || char === RETURN) at++;
    else if (char === HASH && isBehindBlank(text, at)) at = lineEnd(text, at);
    else return at;
  }
}

/** The first character from an offset on that is no space. */
export function behindSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** How a value ends: with its last character (`inline`), with the end of a line (`block`), or at its colon or dash as there is none (`empty`). */
export type Leaf = 'inline' | 'block' | 'empty';

/**
 * What follows the last value of a block list or mapping. `reach` is how far the value goes with its comments, where the collection ends; `next`
 * where something else is written; `deepest` the largest column of the comments in between, -1 without any.
 */
export interface Trail {
  readonly reach: number;
  readonly next: number;
  readonly deepest: number;
}

/**
 * The trail of a value that ends at an offset, in a collection at a column. `yaml` (its parser's `lineEnd` and `atIndentedComment`) gives an
 * inline value the rest of its line and the comments below that stand deeper than the collection; to an empty one,
 * everything down to the next content if a comment is in it.
 */
export function trailOf(text: string, leaf: Leaf, from: number, column: number): Trail {
  // Behind a block scalar a line begins; otherwise the first one is not known, and not needed.
  let lineStart = leaf === 'block' ? from : -1;
  let isOwn = leaf === 'inline';
  let reach = from;
  let deepest = -1;
  let at = from;
  for (;;) {
    const char = text.charCodeAt(at);
    if (char === NEWLINE) {
      if (isOwn && lineStart < 0) reach = at + 1;
      lineStart = ++at;
    } else if (char === SPACE || char === RETURN) at++;
    else if (char === HASH && isBehindBlank(text, at)) {
      const depth = lineStart < 0 ? column + 1 : at - lineStart;
      isOwn &&= depth > column;
      at = lineEnd(text, at);
      if (isOwn) reach = Math.min(at + 1, text.length);
      else deepest = Math.max(deepest, depth);
    } else break;
  }
  if (isOwn && lineStart < 0) reach = at;
  return leaf === 'empty' && deepest >= 0 ? { reach: at, next: at, deepest: -1 } : { reach, next: at, deepest };
}

function isBehindBlank(text: string, at: number): boolean {
  const before = at === 0 ? SPACE : text.charCodeAt(at - 1);
  return before === SPACE || before === NEWLINE || (before === MARK && at === 1);
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

const SPACE = 0x20;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const HASH = 0x23;
const MARK = 0xfeff;

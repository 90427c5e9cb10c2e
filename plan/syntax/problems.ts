import type { Document } from 'yaml';
import { lineEnd, lineStart } from './lines.ts';
import { mergeMessage, problemMessage } from './sentences.ts';
import type { Problem } from './tree.ts';

/**
 * Errors and warnings of the YAML library in our words, spans from the start of the text. One a line: what follows on
 * the same line is the same mistake seen again. Never throws.
 */
export function libraryProblems(text: string, document: Document.Parsed): Problem[] {
  const lines = new Set<number>();
  const problems: Problem[] = [];
  const found = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  let opened = false;
  // Right below a mistake that leaves the reader out of step, it stumbles over lines that are none.
  let wake: number | undefined;
  // A block that is indented too deep is one mistake, at which it stumbles line by line.
  let tooDeep: number | undefined;
  // Behind a mark of git's it is out of step for good, and all that is to be said is said there.
  let isMerged = false;
  for (const error of found) {
    // Behind a quote or bracket that is never closed, the rest of the text is in nobody's place.
    if (opened && error.code === 'UNEXPECTED_TOKEN') continue;
    const opens = /^Missing closing|must end with a|end with a [\]}]/.test(error.message);
    opened ||= opens;
    const noticed = Math.min(placeOf(error.message, error.pos[0], text), Math.max(0, text.length - 1));
    const below = /^Nested mappings/.test(error.message) ? deeperBelow(text, noticed) : undefined;
    const goesOn = below !== undefined && tooDeep !== undefined && isInBlock(text, tooDeep, noticed);
    // Of a line on which something else is wrong, enough is said.
    const deeper = goesOn || !lines.has(lineStart(text, noticed)) ? below : undefined;
    const start = goesOn ? noticed : (deeper ?? noticed);
    if (deeper !== undefined) {
      lines.add(lineStart(text, noticed));
      if (!goesOn) tooDeep = deeper;
    }
    const line = lineStart(text, start);
    const endOfLine = lineEnd(text, start + 1);
    const mark = MERGE_MARK.exec(text.slice(line, endOfLine))?.[0].charAt(0);
    const follows =
      !mark &&
      (goesOn ||
        (isMerged && (FOLLOWS.has(error.code) || error.code === 'UNEXPECTED_TOKEN')) ||
        (wake !== undefined && FOLLOWS.has(error.code) && isInWake(text, wake, start)));
    isMerged ||= mark !== undefined;
    const stumbles = follows && (!goesOn || wake !== undefined);
    wake = opens || stumbles || error.code === 'TAB_AS_INDENT' ? start : undefined;
    if (lines.has(line) && !goesOn) continue;
    lines.add(line);
    const end = start === error.pos[0] ? Math.min(error.pos[1], endOfLine) : endOfLine;
    problems.push({
      start,
      end: Math.min(Math.max(start + 1, end), text.length),
      code: deeper === undefined ? error.code : 'TOO_DEEP',
      message: mark
        ? mergeMessage(mark)
        : isLoneDash(text, start)
          ? LONE_DASH
          : deeper === undefined
            ? problemMessage(error.code, error.message)
            : problemMessage('TOO_DEEP', ''),
      ...(follows && { follows }),
    });
  }
  return problems;
}

/** The lines that git leaves where two sides of a merge differ: `<<<<<<< name`, `||||||| name`, `=======`, `>>>>>>> name`. */
const MERGE_MARK = /^(?:([<|>])\1{6}(?: .*)?|={7})\r?$/;

const LONE_DASH = 'A dash alone begins a list. Put it in quotes, or write n/a.';

/** True for a dash that stands for a value: `current: -`. */
export function isLoneDash(text: string, at: number): boolean {
  if (text.charAt(at) !== '-' || !/^-[ \t]*(?:[\r\n,}\]]|#|$)/.test(text.slice(at, at + 80))) return false;
  return /:[ \t]+$/.test(text.slice(Math.max(0, at - 80), at));
}

/** What the library says of sound lines that it reads out of step. */
const FOLLOWS: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BAD_INDENT', 'MULTILINE_IMPLICIT_KEY']);

/** A reader that is out of step stumbles again within so many lines. */
const WAKE_LINES = 3;

/** True for a place right below a mistake, within the same section. */
function isInWake(text: string, from: number, at: number): boolean {
  const lines = text.slice(from, lineEnd(text, at)).split('\n').slice(1);
  return lines.length <= WAKE_LINES && lines.every(line => /^(?:\s+\S|[-#])/.test(line));
}

/** Where a value has no second key on its own line, the key or dash right below that is read as one; undefined elsewhere, as in a sentence that goes on. */
function deeperBelow(text: string, value: number): number | undefined {
  const end = lineEnd(text, value);
  if (/:(?:\s|$)/.test(text.slice(value, end).replace(/\s#.*$/, ''))) return undefined;
  const below = end + 1 + blankLines(text.slice(end + 1, end + 1 + FAR));
  return /^(?:- |[\w-]+:(?:\s|$))/.test(text.slice(below, below + FAR)) ? below : undefined;
}

/** How many characters there are before the first thing in a text. */
function blankLines(text: string): number {
  return /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/.exec(text)?.[0].length ?? 0;
}

/** Comments between a line and the next are seldom longer. */
const FAR = 2000;

/** True for a place on a line of the block that begins at an offset: no line between is indented less. */
function isInBlock(text: string, block: number, at: number): boolean {
  const column = block - lineStart(text, block);
  const lines = text.slice(block, at).split('\n').slice(1);
  return at >= block && lines.every(line => line.trim() === '' || line.search(/\S/) >= column);
}

/** Where the mistake is. The library says where it noticed it, which may be lines further down. */
function placeOf(message: string, noticed: number, text: string): number {
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote) return openingQuote(text, quote, noticed) ?? noticed;
  const bracket = /end with a ([\]}])/.exec(message)?.[1];
  if (bracket) return openingBracket(text, bracket === ']' ? '[' : '{', noticed);
  if (/block sequence may not be used as an implicit map key/.test(message))
    return noticed + blankLines(text.slice(noticed, noticed + FAR));
  return /without - indicator/.test(message) ? noticed + text.slice(noticed).search(/\S|$/) : noticed;
}

/** The last quote before an offset that is not an escaped one: nothing behind it closed it. */
function openingQuote(text: string, quote: string, before: number): number | undefined {
  const escaped = quote === '"' ? '\\' : quote;
  for (let at = text.lastIndexOf(quote, before - 1); at >= 0; at = text.lastIndexOf(quote, at - 1)) {
    if (text.charAt(at - 1) !== escaped) return at;
    if (quote === "'") at--;
  }
  return undefined;
}

/** The last bracket of that kind on the last line before an offset on which something is written; else where that line begins. */
function openingBracket(text: string, bracket: string, before: number): number {
  let end = before;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  const line = lineStart(text, end);
  const at = text.lastIndexOf(bracket, end - 1);
  return at >= line ? at : line + text.slice(line, end).search(/\S|$/);
}

/** A problem with its spans moved. */
export function moved(problem: Problem, by: number): Problem {
  const there = { ...problem, start: problem.start + by, end: problem.end + by };
  return problem.first ? { ...there, first: { start: problem.first.start + by, end: problem.first.end + by } } : there;
}

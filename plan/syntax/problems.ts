import type { Document } from 'yaml';
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
  // Behind a mark of git's it is out of step for good, and all that is to be said is said there.
  let isMerged = false;
  for (const error of found) {
    // Behind a quote or bracket that is never closed, the rest of the text is in nobody's place.
    if (opened && error.code === 'UNEXPECTED_TOKEN') continue;
    const opens = /^Missing closing|must end with a|end with a [\]}]/.test(error.message);
    opened ||= opens;
    const start = Math.min(placeOf(error.message, error.pos[0], text), Math.max(0, text.length - 1));
    const line = start === 0 ? -1 : text.lastIndexOf('\n', start - 1);
    const lineEnd = lineEndAt(text, start + 1);
    const mark = MERGE_MARK.exec(text.slice(line + 1, lineEnd))?.[0].charAt(0);
    const follows =
      !mark &&
      ((isMerged && (FOLLOWS.has(error.code) || error.code === 'UNEXPECTED_TOKEN')) ||
        (wake !== undefined && FOLLOWS.has(error.code) && isInWake(text, wake, start)));
    isMerged ||= mark !== undefined;
    wake = opens || follows || error.code === 'TAB_AS_INDENT' ? start : undefined;
    if (lines.has(line)) continue;
    lines.add(line);
    const end = start === error.pos[0] ? Math.min(error.pos[1], lineEnd) : lineEnd;
    problems.push({
      start,
      end: Math.min(Math.max(start + 1, end), text.length),
      code: error.code,
      message: mark
        ? mergeMessage(mark)
        : isLoneDash(text, start)
          ? LONE_DASH
          : problemMessage(error.code, error.message),
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
  const lines = text.slice(from, lineEndAt(text, at)).split('\n').slice(1);
  return lines.length <= WAKE_LINES && lines.every(line => /^(?:\s+\S|[-#])/.test(line));
}

function lineEndAt(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

/** Where the mistake is. The library says where it noticed it, which may be lines further down. */
function placeOf(message: string, noticed: number, text: string): number {
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote) return openingQuote(text, quote, noticed) ?? noticed;
  const bracket = /end with a ([\]}])/.exec(message)?.[1];
  if (bracket) return openingBracket(text, bracket === ']' ? '[' : '{', noticed);
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
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  const at = text.lastIndexOf(bracket, end - 1);
  return at >= lineStart ? at : lineStart + text.slice(lineStart, end).search(/\S|$/);
}

/** A problem with its spans moved. */
export function moved(problem: Problem, by: number): Problem {
  const there = { ...problem, start: problem.start + by, end: problem.end + by };
  return problem.first ? { ...there, first: { start: problem.first.start + by, end: problem.first.end + by } } : there;
}

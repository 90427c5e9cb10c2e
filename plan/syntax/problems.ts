import type { Document } from 'yaml';
import { problemMessage } from './sentences.ts';
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
  for (const error of found) {
    // Behind a quote or bracket that is never closed, the rest of the text is in nobody's place.
    if (opened && error.code === 'UNEXPECTED_TOKEN') continue;
    opened ||= /^Missing closing|must end with a|end with a [\]}]/.test(error.message);
    const start = Math.min(placeOf(error.message, error.pos[0], text), Math.max(0, text.length - 1));
    const line = start === 0 ? -1 : text.lastIndexOf('\n', start - 1);
    if (lines.has(line)) continue;
    lines.add(line);
    const newline = text.indexOf('\n', start + 1);
    const lineEnd = newline >= 0 ? newline : text.length;
    const end = start === error.pos[0] ? Math.min(error.pos[1], lineEnd) : lineEnd;
    problems.push({
      start,
      end: Math.min(Math.max(start + 1, end), text.length),
      code: error.code,
      message: problemMessage(error.code, error.message),
    });
  }
  return problems;
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

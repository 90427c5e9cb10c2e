import { type Document, isMap, isPair, isScalar, isSeq } from 'yaml';
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
  for (const error of found) {
    const opened = error.message.startsWith('Missing closing') ? openedQuote(document) : undefined;
    const start = Math.min(opened ?? error.pos[0], Math.max(0, text.length - 1));
    const line = start === 0 ? -1 : text.lastIndexOf('\n', start - 1);
    if (lines.has(line)) continue;
    lines.add(line);
    const newline = text.indexOf('\n', start + 1);
    const end = Math.max(start + 1, newline >= 0 ? Math.min(error.pos[1], newline) : error.pos[1]);
    problems.push({ start, end: Math.min(end, text.length), code: error.code, message: problemMessage(error.code, error.message) });
  }
  return problems;
}

/** Where the quote was opened that swallows the rest of the document: the last quoted scalar in it. */
function openedQuote(document: Document.Parsed): number | undefined {
  let node: unknown = document.contents;
  for (;;) {
    if (isScalar(node)) return node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? node.range?.[0] : undefined;
    if (isPair(node)) node = node.value ?? node.key;
    else if (isMap(node) || isSeq(node)) node = node.items[node.items.length - 1];
    else return undefined;
  }
}

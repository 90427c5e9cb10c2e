import { locate } from './syntax/locate.ts';
import type { Source, Span } from './syntax/tree.ts';

/** A comment that silences rules: on its line and the one below where it stands alone, or in the whole file. */
export interface Ignore {
  readonly rules: readonly string[];
  /** Where findings are silenced. */
  readonly over: Span;
}

const COMMENT =
  /(^|[ \t])#[ \t]*success-plan-ignore(-file)?[ \t]+([a-z][a-z0-9-]*(?:[ \t]*,[ \t]*[a-z][a-z0-9-]*)*)[ \t]*(?::[ \t]*([^\r\n]*))?/gm;

/** The ignore comments of a text. What only looks like one inside a value is none. Never throws. */
export function findIgnores(source: Source): Ignore[] {
  const { text } = source;
  if (!text.includes('success-plan-ignore')) return [];
  const ignores: Ignore[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const start = match.index + (match[1]?.length ?? 0);
    const end = match.index + match[0].length;
    if (locate(source, start + 1)?.on === 'value') continue;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const alone = text.slice(lineStart, start).trim() === '';
    const own = lineEnd(text, end);
    const over = match[2]
      ? { start: 0, end: text.length }
      : { start: lineStart, end: alone ? lineEnd(text, own + 1) : own };
    ignores.push({
      rules: (match[3] ?? '').split(',').map(id => id.trim()),
      over,
    });
  }
  return ignores;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

import { holdsFields } from '../../schema/shape.ts';
import { withoutComment } from '../../syntax/lines.ts';
import type { Span } from '../../syntax/tree.ts';

/** A value beside a key under which the format has fields or a list. */
export interface StrayValue extends Span {
  readonly key: string;
  /** In which column the key stands. */
  readonly column: number;
  /** Without quotes. Its span begins behind the colon. */
  readonly text: string;
  /** False where it is more than a word or a text on one line. */
  readonly simple: boolean;
}

/** The stray value at the end of a text, whose last line is the one above lines that are indented deeper; undefined if there is none. Never throws. */
export function strayValue(above: string, kind: 'plan' | 'agenda'): StrayValue | undefined {
  const lines = above.split('\n');
  const index = lines.findLastIndex(line => !/^\s*(?:#|\r?$)/.test(line));
  const line = withoutComment((lines[index] ?? '').trimEnd());
  const [whole, before = '', key = '', value = ''] = /^([ -]*([a-z][a-z_]*):)[ \t]+(\S.*)$/.exec(line) ?? [];
  if (whole === undefined || !holdsFields(key, kind)) return undefined;
  const from = lines.slice(0, index).reduce((length, one) => length + one.length + 1, 0);
  const simple = /^(?:[\p{L}\p{N}][^"'{}[\]:]*|"[^"\\]*"|'[^']*')$/u.test(value);
  return {
    key,
    column: before.length - key.length - 1,
    text: value.replaceAll(/^["']|["']$/g, ''),
    simple,
    start: from + before.length,
    end: from + whole.length,
  };
}

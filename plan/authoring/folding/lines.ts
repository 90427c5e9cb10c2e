import type { Span } from '../../syntax/tree.ts';
import type { Fold } from './folding.ts';

/** The lines of a text as folding sees them: numbered from 0, each with the column of its first character. */
export class Lines {
  private readonly text: string;
  private readonly starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** The line of an offset. */
  at(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** True if nothing but blanks stands before an offset on its line. */
  isFirst(offset: number, line: number): boolean {
    return this.text.slice(this.starts[line], offset).trim() === '';
  }

  /** The fold of a span; undefined if that has its content on one line. Comments below that are indented deeper than it belong to it. */
  fold(start: number, end: number): Fold | undefined {
    let upTo = Math.min(end, this.text.length);
    while (upTo > start && /\s/.test(this.text.charAt(upTo - 1))) upTo--;
    const first = this.at(start);
    const last = this.withComments(this.at(Math.max(start, upTo - 1)), start - (this.starts[first] ?? 0));
    return last > first ? { start: first, end: last, kind: undefined } : undefined;
  }

  /** A span without the blanks and comments before it. */
  within({ start, end }: Span): Span {
    return { start: start + (/^(?:\s|\uFEFF|#.*)*/.exec(this.text.slice(start, end))?.[0].length ?? 0), end };
  }

  /** Lines with deeper ones below them, down to each one's last; a key also holds the dashes in its own column. */
  byIndent({ start, end }: Span): Span[] {
    const all: Span[] = [];
    const open: { readonly start: number; readonly column: number; readonly isKey: boolean }[] = [];
    let last = start;
    const close = (column: number, isDash: boolean) => {
      for (let top = open.at(-1); top; top = open.at(-1)) {
        if (top.column < column || (top.column === column && top.isKey && isDash)) return;
        all.push({ start: top.start, end: last });
        open.pop();
      }
    };
    for (let line = this.at(start); line < this.starts.length && (this.starts[line] ?? end) < end; line++) {
      const text = this.line(line);
      const column = this.column(text);
      if (column < 0 || text.charAt(column) === '#') continue;
      const isDash = /^-(?:\s|$)/.test(text.slice(column));
      close(column, isDash);
      const from = this.starts[line] ?? 0;
      open.push({ start: from + column, column, isKey: !isDash });
      last = from + text.trimEnd().length;
    }
    close(-1, false);
    return all;
  }

  private withComments(line: number, column: number): number {
    let last = line;
    for (let next = line + 1; next < this.starts.length; next++) {
      const text = this.line(next);
      const at = this.column(text);
      if (at < 0) continue;
      if (at <= column || text.charAt(at) !== '#') break;
      last = next;
    }
    return last;
  }

  private line(line: number): string {
    return this.text.slice(this.starts[line], this.starts[line + 1]);
  }

  /** The column of a line's first character; -1 for a blank line. */
  private column(text: string): number {
    return text.search(/[^\s\uFEFF]/);
  }
}

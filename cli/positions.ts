import type { Span } from '../plan/syntax/tree.ts';

/** A place as LSP counts it: line and character from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From the first position up to, not including, the second. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Lines and characters of one text. Lines end as LSP has it: \n, \r\n or \r. Offsets beyond the text are clamped. */
export class Positions {
  readonly text: string;
  private readonly starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (const end of text.matchAll(/\r\n|\n|\r/g)) this.starts.push(end.index + end[0].length);
  }

  at(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) <= clamped) low = middle;
      else high = middle;
    }
    // An offset between \r and \n is at the end of its line.
    return { line: low, character: Math.min(clamped - this.startOf(low), this.line(low).length) };
  }

  range(span: Span): Range {
    return { start: this.at(span.start), end: this.at(span.end) };
  }

  /** The text of a line without its end; '' for a line that there is not. */
  line(line: number): string {
    return this.text.slice(this.startOf(line), this.starts[line + 1] ?? this.text.length).replace(/[\r\n]+$/, '');
  }

  private startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }
}

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

/** The part of a line around a place, and the place in it, in UTF-16 units: what is needed to show it. */
export interface Excerpt {
  readonly line: string;
  readonly from: number;
  readonly to: number;
}

/** Of a line without an end only this much is shown on either side of a place, in UTF-16 units. */
const REACH = 2000;

/** Lines and characters of one text. Lines end as LSP has it: \n, \r\n or \r. Offsets beyond the text are clamped. */
export class Positions {
  private readonly text: string;
  private starts: number[] = [0];
  /** Where each line's text ends, before what ends the line. */
  private ends: number[] = [];

  constructor(text: string) {
    this.text = text;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      this.ends.push(end);
      this.starts.push(end + 1);
    }
    this.ends.push(text.length);
    if (text.includes('\r')) this.cutAtReturns();
  }

  /** A return ends a line too, alone or before a newline. */
  private cutAtReturns(): void {
    const ends = [...this.text.matchAll(/\r\n|\n|\r/g)];
    this.starts = [0, ...ends.map(end => end.index + end[0].length)];
    this.ends = [...ends.map(end => end.index), this.text.length];
  }

  /** The line and column of an offset, both from 0; one outside the text counts as its nearest end. */
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
    return { line: low, character: Math.min(clamped, this.endOf(low)) - this.startOf(low) };
  }

  /** The same of both ends of a span. */
  range(span: Span): Range {
    return { start: this.at(span.start), end: this.at(span.end) };
  }

  /** The line that a range begins in, around it; a range over several lines goes to the end of the first. */
  excerpt({ start, end }: Range): Excerpt {
    const first = this.startOf(start.line);
    const from = first + Math.max(0, start.character - REACH);
    const to = Math.min(first + start.character + REACH, this.endOf(start.line));
    const lastShown = end.line === start.line ? first + end.character : this.endOf(start.line);
    return {
      line: this.text.slice(from, to),
      from: first + start.character - from,
      to: Math.min(lastShown, to) - from,
    };
  }

  /** The text of a line without its end; '' for a line that there is not. */
  line(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  private startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  private endOf(line: number): number {
    return this.ends[line] ?? this.text.length;
  }
}

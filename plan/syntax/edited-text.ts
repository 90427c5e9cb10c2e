import type { Span } from './tree.ts';

/** What is asked of a text letter by letter. */
export interface Letters {
  readonly length: number;
  charCodeAt(at: number): number;
  slice(from: number, to: number): string;
}

/** What stood from `start` to `end` of a text, and what stands there instead. */
export interface Replacement extends Span {
  readonly text: string;
}

/**
 * A text as one edit leaves it, for whoever looks at some of its letters alone. To put together a text of three megabytes takes longer than to read what
 * was edited: V8 does it at the first look into the whole, and this leaves it until then, or until there is time.
 */
export class EditedText implements Letters {
  readonly edit: Replacement;
  /** The whole text, which takes its time when it is first looked into. */
  readonly text: string;
  private before: string | undefined;

  constructor(before: string, edit: Replacement) {
    this.edit = edit;
    this.before = before;
    this.text = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
  }

  get length(): number {
    return this.text.length;
  }

  /** How much longer it is than it was. */
  get by(): number {
    const { start, end, text } = this.edit;
    return text.length - (end - start);
  }

  charCodeAt(at: number): number {
    const { before, edit } = this;
    if (before === undefined) return this.text.charCodeAt(at);
    if (at < edit.start) return before.charCodeAt(at);
    const inside = at - edit.start;
    return inside < edit.text.length ? edit.text.charCodeAt(inside) : before.charCodeAt(at - this.by);
  }

  slice(from: number, to: number): string {
    const { before, edit, by } = this;
    if (before === undefined) return this.text.slice(from, to);
    const [start, end] = [edit.start, edit.start + edit.text.length];
    const ahead = from < start ? before.slice(from, Math.min(to, start)) : '';
    const inside = edit.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    const behind = to > end ? before.slice(Math.max(from, end) - by, to - by) : '';
    return ahead + inside + behind;
  }

  /** There is time: the whole is put together, and the text before it let go. */
  settle(): void {
    if (this.before === undefined) return;
    this.text.charCodeAt(0);
    this.before = undefined;
  }
}

/** The whole of a text. */
export function wholeOf(text: string | EditedText): string {
  return typeof text === 'string' ? text : text.text;
}

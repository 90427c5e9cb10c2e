import type {
  TextDocument as Lines,
  Position,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument';
import { EditedText, type Letters } from '../plan/syntax/edited-text.ts';

/** A text with its lines. */
export type TextDocument = Pick<
  Lines,
  'uri' | 'languageId' | 'version' | 'lineCount' | 'getText' | 'offsetAt' | 'positionAt'
>;

/** A text with its lines, as LSP counts them, and its version. One that is open changes in place. */
export class LinedText implements TextDocument {
  readonly uri: string;
  readonly languageId: string;
  private current: number;
  /** The version before the last change, if that was one edit. */
  private last: number | undefined;
  private content: string | EditedText;
  /** Where each line starts. */
  private starts: number[] | undefined;

  constructor(uri: string, languageId: string, version: number, content: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.current = version;
    this.content = content;
  }

  /** The version that the client gave it. */
  get version(): number {
    return this.current;
  }

  /** How many lines there are; an empty text has one. */
  get lineCount(): number {
    return this.lines().length;
  }

  /** The text, or what of it is in a range. */
  getText(range?: Range): string {
    const text = typeof this.content === 'string' ? this.content : this.content.text;
    return range ? text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : text;
  }

  /** The text letter by letter, without putting it together where it was just edited. */
  get letters(): Letters {
    return this.content;
  }

  /** The text as one edit has left a version; undefined if more has happened since that, or the text was put together. */
  editedSince(version: number): EditedText | undefined {
    return typeof this.content === 'string' || this.last !== version ? undefined : this.content;
  }

  /** The text as it is now, for good. */
  still(): TextDocument {
    const still = new LinedText(this.uri, this.languageId, this.current, this.getText());
    still.starts = this.starts?.slice();
    return still;
  }

  /** There is time to put the text together. */
  settle(): void {
    if (typeof this.content === 'string') return;
    this.content.settle();
    this.content = this.content.text;
  }

  /** Takes in what a client has changed. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      this.settle();
      if ('range' in change) this.replace(change.range, change.text);
      else {
        this.content = change.text;
        this.starts = undefined;
      }
    }
    this.last = changes.length === 1 ? this.current : undefined;
    this.current = version;
  }

  /** The offset of a position; positions beyond the text, or the end of a line, are clamped. */
  offsetAt({ line, character }: Position): number {
    const lines = this.lines();
    if (line < 0) return 0;
    const start = lines[line];
    if (start === undefined) return this.content.length;
    return character <= 0 ? start : this.beforeBreak(Math.min(start + character, this.endOf(line)), start);
  }

  /** The position of an offset; inside a line break, that before it. */
  positionAt(offset: number): Position {
    const lines = this.lines();
    const inside = Math.max(0, Math.min(offset, this.content.length));
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) > inside) high = middle;
      else low = middle + 1;
    }
    const start = lines[low - 1] ?? 0;
    return { line: low - 1, character: this.beforeBreak(inside, start) - start };
  }

  private replace(range: Range, text: string): void {
    const [from, to] = isBefore(range.end, range.start) ? [range.end, range.start] : [range.start, range.end];
    const [start, end] = [this.offsetAt(from), this.offsetAt(to)];
    const lines = this.lines();
    this.content = new EditedText(this.getText(), { start, end, text });
    // A line break of two signs that an edit makes or parts is no line more.
    if (this.isPair(start) || this.isPair(start + text.length)) {
      this.starts = undefined;
      return;
    }
    const [first, last] = [this.lineAt(from), this.lineAt(to)];
    const made = linesOf(text, start);
    const by = text.length - (end - start);
    if (last - first === made.length) for (const [n, line] of made.entries()) lines[first + 1 + n] = line;
    else this.starts = lines.slice(0, first + 1).concat(made, lines.slice(last + 1));
    const moved = this.lines();
    if (by !== 0) for (let n = first + 1 + made.length; n < moved.length; n++) moved[n] = (moved[n] ?? 0) + by;
  }

  private lineAt({ line }: Position): number {
    return Math.max(0, Math.min(line, this.lines().length - 1));
  }

  /** True between the two signs of a line break. */
  private isPair(at: number): boolean {
    return this.content.charCodeAt(at - 1) === RETURN && this.content.charCodeAt(at) === NEWLINE;
  }

  private beforeBreak(offset: number, start: number): number {
    let at = offset;
    while (at > start && isBreak(this.content.charCodeAt(at - 1))) at--;
    return at;
  }

  private endOf(line: number): number {
    return this.lines()[line + 1] ?? this.content.length;
  }

  private lines(): number[] {
    this.starts ??= [0].concat(linesOf(this.getText(), 0));
    return this.starts;
  }
}

/** Where lines start behind the line breaks of a text that stands at an offset. */
function linesOf(text: string, from: number): number[] {
  const lines: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isBreak(code)) continue;
    if (code === RETURN && text.charCodeAt(at + 1) === NEWLINE) at++;
    lines.push(from + at + 1);
  }
  return lines;
}

function isBreak(code: number): boolean {
  return code === NEWLINE || code === RETURN;
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

const NEWLINE = 10;
const RETURN = 13;

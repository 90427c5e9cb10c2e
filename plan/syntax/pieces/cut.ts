import type { Span } from '../tree.ts';

/**
 * A stretch of a text that can be read on its own. A `section` is a top-level key with all below it. A section that is a list is cut further: its
 * `header` reaches to the first dash, and each of its `items` from its dash to the next.
 */
export interface Stretch extends Span {
  readonly kind: 'section' | 'header' | 'items';
  /** The top-level key that it stands below. */
  readonly key: string;
  /** The column of an item's dash; 0 for anything else. */
  readonly column: number;
}

/** A text that can be read in stretches. They follow each other without gaps, up to the text's end. */
export interface Cut {
  /** Where the document starts: at its `---`, or else at its first key. */
  readonly start: number;
  readonly stretches: readonly Stretch[];
}

/**
 * Cuts a text at its top-level keys, and its lists at their dashes, by looking at the first characters of each line. In a text that YAML can read, nothing
 * but such a key or dash can stand there: whatever runs over several lines is indented deeper. A line that fits nowhere stays with the stretch above it, so that a
 * mistake harms nothing else. Returns undefined where that is not certain: several documents, directives, a key that stands twice, or a document
 * that does not begin with a key in the first column. Never throws.
 */
export function cut(text: string): Cut | undefined {
  const cutter = new Cutter(text);
  return cutter.run() ? { start: cutter.documentStart, stretches: cutter.stretches() } : undefined;
}

/** A section while it is looked through. */
interface Opened {
  readonly key: string;
  readonly start: number;
  /** Where a list's items start; undefined once it is certain that the section is none. */
  items: number[] | undefined;
  /** The column of the list's dashes; -1 before the first content. */
  column: number;
}

class Cutter {
  documentStart = -1;
  private readonly text: string;
  private readonly sections: Opened[] = [];
  private readonly keys = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  /** False if the text cannot be cut. */
  run(): boolean {
    const { text } = this;
    let from = text.charCodeAt(0) === BOM ? 1 : 0;
    while (from < text.length) {
      let at = from;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      const isBlank = code === NEWLINE || code === RETURN || code === HASH || Number.isNaN(code);
      if (!isBlank && !(at === from ? this.top(at, code) : this.indented(from, at, code))) return false;
      const newline = text.indexOf('\n', at);
      if (newline < 0) break;
      from = newline + 1;
    }
    return this.sections.length > 0;
  }

  stretches(): Stretch[] {
    const all: Stretch[] = [];
    this.sections.forEach(({ key, start, items, column }, index) => {
      const end = this.sections[index + 1]?.start ?? this.text.length;
      if (!items || items.length === 0) {
        all.push({ kind: 'section', key, column: 0, start, end });
        return;
      }
      all.push({ kind: 'header', key, column: 0, start, end: items[0] ?? end });
      items.forEach((from, n) => {
        all.push({ kind: 'items', key, column, start: from, end: items[n + 1] ?? end });
      });
    });
    return all;
  }

  /** A line with something in the first column. */
  private top(at: number, code: number): boolean {
    if (code === TAB) return this.indented(at, -1, code);
    KEY.lastIndex = at;
    const key = KEY.exec(this.text);
    if (key) return this.section(at, key[1] ?? '', isBare(this.text, KEY.lastIndex));
    if (code === DASH && this.text.startsWith('---', at)) return this.marker(at);
    if (code === PERCENT || (code === DOT && this.text.startsWith('...', at))) return false;
    if (code === DASH && isDash(this.text, at) && this.sections.length > 0) return this.dash(at, 0);
    return this.stray(at);
  }

  private section(start: number, key: string, isBare: boolean): boolean {
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    if (this.documentStart < 0) this.documentStart = start;
    this.sections.push({ key, start, items: isBare ? [] : undefined, column: -1 });
    return true;
  }

  /** A line that parts documents may stand above the first, with nothing on it. */
  private marker(at: number): boolean {
    if (this.documentStart >= 0 || !EMPTY_MARKER.test(this.text.slice(at, this.lineEnd(at)))) return false;
    this.documentStart = at;
    return true;
  }

  /** Something in the first column that is no plain key. Half a word is left where it is; whatever may be a key of another kind keeps its section whole. */
  private stray(at: number): boolean {
    const section = this.sections.at(-1);
    if (!section) return false;
    if (section.items?.length === 0 || UNUSUAL.test(this.text.slice(at, this.lineEnd(at)))) section.items = undefined;
    return true;
  }

  private indented(from: number, at: number, code: number): boolean {
    const section = this.sections.at(-1);
    if (!section) return false;
    if (section.items === undefined) return true;
    if (code === DASH && isDash(this.text, at)) return this.dash(at, at - from);
    if (section.items.length === 0) section.items = undefined;
    return true;
  }

  private dash(at: number, column: number): boolean {
    const section = this.sections.at(-1);
    if (!section?.items) return true;
    if (section.column < 0) section.column = column;
    if (section.column === column) section.items.push(at);
    return true;
  }

  private lineEnd(at: number): number {
    const newline = this.text.indexOf('\n', at);
    return newline < 0 ? this.text.length : newline;
  }
}

/** A dash with its item behind it, or on the lines below. */
function isDash(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === SPACE || next === NEWLINE || next === RETURN || Number.isNaN(next);
}

/** True if behind a key's colon there is nothing but a comment on its line. */
function isBare(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
  const code = text.charCodeAt(at);
  return code === NEWLINE || code === RETURN || Number.isNaN(code) || (code === HASH && at > from);
}

const KEY = /([A-Za-z_][\w-]*)[ \t]*:(?=[ \t\r\n]|$)/y;
const EMPTY_MARKER = /^---[ \t]*(?:[ \t]#.*)?\r?$/;
/** What a line in the first column begins with, or holds, that is more than half a word. */
const UNUSUAL = /^[-?:"'{}[\]&*!|>@`,]|:(?:\s|$)/;

const BOM = 0xfeff;
const TAB = 9;
const SPACE = 32;
const NEWLINE = 10;
const RETURN = 13;
const HASH = 35;
const DASH = 45;
const DOT = 46;
const PERCENT = 37;

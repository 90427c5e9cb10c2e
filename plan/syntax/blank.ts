import { type CST, Parser } from 'yaml';

/** A text without some of its entries, and how many comments it had. */
export interface Blanked {
  readonly text: string;
  readonly comments: number;
}

/**
 * The text without the entries of mappings whose key stands at some offsets, without the list items that are an alias there, and without what its
 * comments say. Everything that stays is where it was: what goes becomes blanks, and where it stood on lines of its own, comments of which
 * only the `#` is left. So no text above takes the blank lines for its own.
 *
 * For texts that YAML can read; of others, something else may go as well. Never throws but for want of stack.
 */
export function blanked(text: string, goes: (offset: number) => boolean): Blanked {
  const eraser = new Eraser(text, goes);
  for (const token of new Parser().parse(text)) eraser.look(token);
  return eraser.result();
}

type Item = CST.BlockMap['items'][number] | CST.BlockSequence['items'][number] | CST.FlowCollection['items'][number];

class Eraser {
  private readonly text: string;
  private readonly goes: (offset: number) => boolean;
  private readonly units: string[];
  private comments = 0;

  constructor(text: string, goes: (offset: number) => boolean) {
    this.text = text;
    this.goes = goes;
    this.units = text.split('');
  }

  result(): Blanked {
    return { text: this.units.join(''), comments: this.comments };
  }

  look(token: CST.Token | null | undefined): void {
    if (!token) return;
    if (token.type === 'comment') this.silence(token.offset, token.source);
    else if (token.type === 'flow-collection') {
      this.inBraces(token);
      for (const one of token.end) this.look(one);
    } else if ('items' in token) this.inLines(token);
    else if (token.type === 'block-scalar') for (const prop of token.props) this.look(prop);
    else if (token.type === 'document') {
      for (const one of token.start) this.look(one);
      this.look(token.value);
      for (const one of token.end ?? []) this.look(one);
    } else if ('end' in token) for (const one of token.end ?? []) this.look(one);
  }

  /** Of entries below each other, each line becomes a comment that says nothing. */
  private inLines({ items }: CST.BlockMap | CST.BlockSequence): void {
    for (const item of items) {
      this.lookInto(item);
      if (!this.goesAway(item)) continue;
      let [start, end] = [this.text.length, 0];
      // A section may have more tokens than a call takes arguments.
      for (const { type, offset, source } of tokensOf(item)) {
        if (BLANKS.has(type)) continue;
        start = Math.min(start, offset);
        end = Math.max(end, offset + source.length);
      }
      this.erase(start, end, '#');
    }
  }

  /** Of entries in braces, what goes becomes blanks, and with it the comma behind it or before it. */
  private inBraces({ items }: CST.FlowCollection): void {
    let kept = 0;
    for (const item of items) {
      this.lookInto(item);
      const gone = this.goesAway(item);
      for (const token of gone ? tokensOf(item) : item.start) {
        const isComma = token.type === 'comma' && item.start.some(one => one === token);
        if (isComma ? gone || kept === 0 : gone && token.type !== 'comment')
          this.erase(token.offset, token.offset + token.source.length, ' ');
      }
      if (!gone && (item.key || item.value || item.sep)) kept++;
    }
  }

  private lookInto(item: Item): void {
    for (const one of item.start) this.look(one);
    this.look(item.key);
    for (const one of item.sep ?? []) this.look(one);
    this.look(item.value);
  }

  /** A list's item begins where its first key does, so of items only aliases are asked about. */
  private goesAway({ key, value }: Item): boolean {
    if (key) return this.goes(offsetOf(key));
    return value?.type === 'alias' && this.goes(value.offset);
  }

  private silence(start: number, source: string): void {
    if (/[^\s#]/.test(source)) this.comments++;
    this.erase(start + 1, start + source.length, ' ');
  }

  /** Line breaks stay; the first character of each line becomes `first`, all others blanks. */
  private erase(start: number, end: number, first: '#' | ' '): void {
    let mark = first;
    for (let at = start; at < end; at++) {
      const unit = this.text.charAt(at);
      if (unit === '\n') mark = first;
      else if (unit === '\r' && this.text.charAt(at + 1) === '\n') continue;
      else if (/[ \t]/.test(unit)) this.units[at] = ' ';
      else {
        this.units[at] = mark;
        mark = ' ';
      }
    }
  }
}

const BLANKS: ReadonlySet<string> = new Set(['space', 'newline', 'comment']);

/** A token with a place and nothing in it. */
interface Leaf {
  readonly type: string;
  readonly offset: number;
  readonly source: string;
}

/** All tokens of an entry that hold text, in no particular order. */
function tokensOf(item: Item): Leaf[] {
  return [...item.start, ...leaves(item.key), ...(item.sep ?? []), ...leaves(item.value)];
}

function leaves(token: CST.Token | null | undefined): Leaf[] {
  if (!token) return [];
  if (token.type === 'flow-collection') return [token.start, ...token.items.flatMap(tokensOf), ...token.end];
  if ('items' in token) return token.items.flatMap(tokensOf);
  if (token.type === 'block-scalar') {
    // Its own offset is that of the header.
    const header = token.props.flatMap(leaves);
    const last = header.at(-1);
    return [...header, { ...token, offset: last ? last.offset + last.source.length : token.offset }];
  }
  if (token.type === 'document') return [];
  return 'end' in token ? [token, ...(token.end ?? [])] : [token];
}

function offsetOf(token: CST.Token): number {
  return token.type === 'flow-collection' ? token.start.offset : token.offset;
}

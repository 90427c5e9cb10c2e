import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { joinedInBrackets } from '../split-values.ts';
import type { Mapping, Node, Pair, Scalar, ScalarStyle, Sequence } from '../tree.ts';
import { plainValue } from './plain-value.ts';
import { behindSpaces, contentFrom, type Leaf, trailOf } from './trail.ts';

/** Thrown where the two libraries might disagree; it never leaves this folder. */
export const UNUSUAL = new Error('not for the fast reader');

type Of<Type> = Extract<Event, { readonly type: Type }>;
type ScalarEvent = Of<typeof EVENT_ID.SCALAR>;
type CollectionEvent = Of<typeof EVENT_ID.SEQUENCE> | Of<typeof EVENT_ID.MAPPING>;

/** Mappings of more keys are left to the other reader: finding doubled keys here takes time by the square. */
const MOST_KEYS = 100;

/** `yaml` allows a key 1024 characters up to its colon. */
const LONGEST_KEY = 1000;

/**
 * Makes nodes of js-yaml's events, in one pass over events and text. Every character is accounted for: an event has to stand at the first content
 * behind what was read, keys before colons, items behind dashes. So whatever has no place in the tree (anchors, tags, `?`)
 * is noticed without being looked for. All methods throw `UNUSUAL`.
 */
export class NodeReader {
  /** Where the part begins that is being read; spans count from it. */
  base = 0;
  private next = 0;
  private at: number;
  /** How the value ends that was read last; `nested` for a block collection, whose trail is then known. */
  private last: Leaf | 'nested' = 'inline';
  private isEmptyLast = false;
  private reach = 0;
  private deepest = -1;
  private readonly text: string;
  private readonly events: readonly Event[];

  constructor(text: string, events: readonly Event[], at: number) {
    this.text = text;
    this.events = events;
    this.at = at;
  }

  /** The event that comes next, left where it is. */
  peek(): Event {
    const event = this.events[this.next];
    if (!event) throw UNUSUAL;
    return event;
  }

  /** Takes the next event, which has to be of that type. */
  take<Type extends Event['type']>(type: Type): Of<Type> {
    const event = this.peek();
    if (!isOf(event, type)) throw UNUSUAL;
    this.next++;
    return event;
  }

  /**
   * Behind the root: where `yaml` has the document end. It leaves out what follows an empty value, and what stands below the line that follows a
   * root in flow style. Events and text have to be used up.
   */
  finish(): number {
    const { text } = this;
    if (this.next !== this.events.length || this.content() !== text.length) throw UNUSUAL;
    if (this.last === 'nested') return this.isEmptyLast ? this.reach : text.length;
    const newline = text.indexOf('\n', this.at);
    const second = newline < 0 ? -1 : text.indexOf('\n', newline + 1);
    return second < 0 ? text.length : second + 1;
  }

  /** Where the next content is. */
  content(): number {
    return contentFrom(this.text, this.at);
  }

  /** Goes past a word, which has to be the next content and the only one of its line. */
  skip(word: string): void {
    const at = this.content();
    this.at = at + word.length;
    if (!this.text.startsWith(word, at) || !this.text.slice(this.at, this.content()).includes('\n')) throw UNUSUAL;
  }

  node(): Node {
    const event = this.peek();
    if (event.type === EVENT_ID.SCALAR) return this.scalar(this.take(event.type));
    return event.type === EVENT_ID.MAPPING ? this.mapping() : this.sequence();
  }

  /** A key with the colon behind it, unlike those of the pairs before it. */
  key(before: readonly { readonly key: Scalar | undefined }[]): Scalar {
    const event = this.take(EVENT_ID.SCALAR);
    if (!event.fast || event.valueEnd === event.valueStart || event.valueEnd - event.valueStart > LONGEST_KEY)
      throw UNUSUAL;
    const key = this.scalar(event);
    const colon = behindSpaces(this.text, this.at);
    if (this.text.charCodeAt(colon) !== COLON || key.text === '<<' || before.length > MOST_KEYS) throw UNUSUAL;
    for (const { key: earlier } of before) if (earlier?.text === key.text) throw UNUSUAL;
    this.at = colon + 1;
    return key;
  }

  /** Goes into a collection; returns where it starts. */
  open(event: CollectionEvent): number {
    if (this.content() !== event.start) throw UNUSUAL;
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const bracket = event.type === EVENT_ID.MAPPING ? BRACE : BRACKET;
    if (flow && this.text.charCodeAt(event.start) !== bracket) throw UNUSUAL;
    this.at = flow ? event.start + 1 : event.start;
    return event.start;
  }

  /** Goes to the next item of a sequence and returns where its dash is (in flow style: itself); -1 behind the last. */
  item(flow: boolean): number {
    if (this.peek().type === EVENT_ID.POP) return -1;
    if (flow) return this.entry();
    const dash = this.content();
    if (this.text.charCodeAt(dash) !== DASH) throw UNUSUAL;
    this.at = dash + 1;
    return dash;
  }

  /** Leaves a collection that starts at an offset; returns where it ends. */
  close({ type, style, start }: CollectionEvent): number {
    this.take(EVENT_ID.POP);
    if (style === COLLECTION_STYLE.BLOCK) return this.closeBlock(start - this.text.lastIndexOf('\n', start - 1) - 1);
    const end = this.entry();
    if (this.text.charCodeAt(end) !== (type === EVENT_ID.MAPPING ? BRACE : BRACKET) + 2) throw UNUSUAL;
    this.at = end + 1;
    this.last = 'inline';
    return this.at;
  }

  /** `yaml` gives a collection the comments below it that stand no less deep, but not to its own end: to its parent's. */
  private closeBlock(column: number): number {
    if (this.last !== 'nested') {
      const { reach, next, deepest } = trailOf(this.text, this.last, this.at, column);
      this.reach = reach;
      this.deepest = deepest;
      this.at = next;
      this.isEmptyLast = this.last === 'empty';
      this.last = 'nested';
    }
    const end = this.reach;
    if (column > 0 && this.deepest >= column) {
      this.reach = this.at;
      this.deepest = -1;
    }
    return end;
  }

  /** The next content in flow style, past a comma. */
  entry(): number {
    const at = this.content();
    if (this.text.charCodeAt(at) !== COMMA) return at;
    this.at = at + 1;
    return this.content();
  }

  private mapping(): Mapping {
    const event = this.take(EVENT_ID.MAPPING);
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const start = this.open(event) - this.base;
    const pairs: Pair[] = [];
    while (this.peek().type !== EVENT_ID.POP) {
      if (flow) this.entry();
      const key = this.key(pairs);
      const value = this.node();
      pairs.push({ key, value, start: key.start, end: Math.max(value.end, key.end) });
    }
    return { kind: 'mapping', flow, pairs, start, end: this.close(event) - this.base };
  }

  private sequence(): Sequence {
    const event = this.take(EVENT_ID.SEQUENCE);
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const start = this.open(event) - this.base;
    const items: Node[] = [];
    const dashes: number[] = [];
    for (let dash = this.item(flow); dash >= 0; dash = this.item(flow)) {
      dashes.push(dash - this.base);
      items.push(this.node());
    }
    const { text, base } = this;
    if (flow && joinedInBrackets(items, (from, to) => text.slice(base + from, base + to)).length < items.length)
      throw UNUSUAL;
    return { kind: 'sequence', flow, items, dashes, start, end: this.close(event) - this.base };
  }

  private scalar(event: ScalarEvent): Scalar {
    const { valueStart, valueEnd, style } = event;
    if (valueStart < 0) return this.empty();
    if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) return this.block(event);
    const quote = style === SCALAR_STYLE.PLAIN ? 0 : 1;
    const start = valueStart - quote;
    if (this.content() !== start || (!event.fast && this.isDoubtful(event))) throw UNUSUAL;
    this.at = valueEnd + quote;
    this.last = 'inline';
    const text = getScalarValue(this.text, event);
    const value = quote ? text : plainValue(text);
    return { kind: 'scalar', value, text, style: STYLES[style], start: start - this.base, end: this.at - this.base };
  }

  /** Blank lines below an escaped line end are folded differently; beyond Unicode the libraries take different characters. */
  private isDoubtful({ valueStart, valueEnd, style }: ScalarEvent): boolean {
    return style === SCALAR_STYLE.DOUBLE_QUOTED && /\\(?:U|\r?\n *\r?\n)/.test(this.text.slice(valueStart, valueEnd));
  }

  private empty(): Scalar {
    this.at = behindSpaces(this.text, this.at);
    this.last = 'empty';
    const start = this.at - this.base;
    return { kind: 'scalar', value: null, text: '', style: 'empty', start, end: start };
  }

  /** A block scalar ends with its last line that is not blank. */
  private block(event: ScalarEvent): Scalar {
    const { text, base } = this;
    const start = this.content();
    const { valueStart, valueEnd, style, chomping, indent } = event;
    const header = text.slice(start, valueStart);
    if (chomping === CHOMPING_MODE.KEEP || indent < 1 || !/^[|>]-?(?: .*)?\r?\n$/.test(header)) throw UNUSUAL;
    let end = valueEnd;
    while (end > valueStart && isBlank(text.charCodeAt(end - 1))) end--;
    const newline = text.indexOf('\n', end);
    this.at = newline < 0 ? text.length : newline + 1;
    if (text.slice(this.at, valueEnd).includes(' ')) throw UNUSUAL;
    this.last = 'block';
    const value = getScalarValue(text, event);
    return { kind: 'scalar', value, text: value, style: STYLES[style], start: start - base, end: this.at - base };
  }
}

function isOf<Type extends Event['type']>(event: Event, type: Type): event is Of<Type> {
  return event.type === type;
}

function isBlank(char: number): boolean {
  return char === 0x20 || char === 0x0a || char === 0x0d;
}

const STYLES = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
} as const satisfies Record<ScalarEvent['style'], ScalarStyle>;

const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;
const BRACKET = 0x5b;
const BRACE = 0x7b;

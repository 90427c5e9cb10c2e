import { COLLECTION_STYLE, EVENT_ID, type Event } from 'js-yaml';
import { contentFrom, type Leaf, trailOf } from './trail.ts';

/** Thrown where the two libraries might disagree; it never leaves this folder. */
export const UNUSUAL = new Error('not for the fast reader');

/** The events of one type. */
export type EventOf<Type> = Extract<Event, { readonly type: Type }>;

type CollectionEvent = EventOf<typeof EVENT_ID.SEQUENCE> | EventOf<typeof EVENT_ID.MAPPING>;

/**
 * Goes through a text and js-yaml's events of it side by side. Every character is accounted for: an event stands at the first content behind what
 * was read, a key before its colon, an item behind its dash. What has no place in the tree (anchors, tags, `?`) is thus
 * noticed without being looked for. All methods throw `UNUSUAL`.
 */
export class Walk {
  readonly text: string;
  /** What is behind this offset was not read yet. */
  at: number;
  /** How the value ends that was read last; `nested` for a block collection, whose trail is then known. */
  last: Leaf | 'nested' = 'inline';
  private next = 0;
  private trail = { reach: 0, next: 0, deepest: -1 };
  private isEmptyLast = false;
  private readonly events: readonly Event[];
  private readonly first: number;

  /** The text begins at `first`, behind a byte order mark if it has one. */
  constructor(text: string, events: readonly Event[], first: number) {
    this.text = text;
    this.events = events;
    this.first = first;
    this.at = first;
  }

  /** The type of the event that comes next. */
  peek(): Event['type'] | undefined {
    return this.events[this.next]?.type;
  }

  /** Takes the next event, which has to be of that type. */
  take<Type extends Event['type']>(type: Type): EventOf<Type> {
    const event = this.events[this.next++];
    if (!event || !isOf(event, type)) throw UNUSUAL;
    return event;
  }

  /** Where the next content is. */
  content(): number {
    return contentFrom(this.text, this.at);
  }

  /** Goes past the `---` above a document, which has a line of its own. */
  skipMarker(): void {
    const at = this.content();
    this.at = at + 3;
    if (!this.text.startsWith('---', at) || !this.text.slice(at, this.content()).includes('\n')) throw UNUSUAL;
  }

  /** Goes into a collection; returns where it starts. */
  open({ type, style, start }: CollectionEvent): number {
    const flow = style === COLLECTION_STYLE.FLOW;
    if (this.content() !== start || (flow && this.text.charCodeAt(start) !== OPENING[type])) throw UNUSUAL;
    this.at = flow ? start + 1 : start;
    return start;
  }

  /** Goes to the next entry of a collection and returns where it is: a key, a dash, or an item in flow style. -1 behind the last. */
  entry({ type, style, start }: CollectionEvent): number {
    if (this.peek() === EVENT_ID.POP) return -1;
    if (style === COLLECTION_STYLE.FLOW) return this.behindComma();
    const at = this.content();
    // js-yaml lets a key stand behind the last item of a list on its line.
    if (at !== start && this.column(at) !== this.column(start)) throw UNUSUAL;
    if (type === EVENT_ID.MAPPING) return at;
    if (this.text.charCodeAt(at) !== DASH) throw UNUSUAL;
    this.at = at + 1;
    return at;
  }

  /** Leaves a collection; returns where it ends. */
  close({ type, style, start }: CollectionEvent): number {
    this.take(EVENT_ID.POP);
    if (style === COLLECTION_STYLE.BLOCK) return this.closeBlock(this.column(start));
    const end = this.behindComma();
    // Between brackets, `yaml` takes offence at some comments that begin a line.
    const isFine = this.text.charCodeAt(end) === OPENING[type] + 2 && !this.text.slice(start, end).includes('\n#');
    if (!isFine) throw UNUSUAL;
    this.last = 'inline';
    this.at = end + 1;
    return this.at;
  }

  private behindComma(): number {
    const at = this.content();
    if (this.text.charCodeAt(at) !== COMMA) return at;
    this.at = at + 1;
    return this.content();
  }

  private column(at: number): number {
    let start = at;
    while (start > this.first && this.text.charCodeAt(start - 1) !== NEWLINE) start--;
    return at - start;
  }

  /** Comments below a collection that stand no less deep are not in its own end for `yaml`, but in that of its parent. */
  private closeBlock(column: number): number {
    if (this.last !== 'nested') {
      this.trail = trailOf(this.text, this.last, this.at, column);
      this.at = this.trail.next;
      this.isEmptyLast = this.last === 'empty';
      this.last = 'nested';
    }
    const { reach, next, deepest } = this.trail;
    if (column > 0 && deepest >= column) this.trail = { reach: next, next, deepest: -1 };
    return reach;
  }

  /**
   * Behind the root, with events and text used up: where the document ends for `yaml`. It leaves out what follows an empty value, and what stands
   * below the line that follows a root in flow style.
   */
  finish(): number {
    const { text } = this;
    if (this.next !== this.events.length || this.content() !== text.length) throw UNUSUAL;
    if (this.last === 'nested') return this.isEmptyLast ? this.trail.reach : text.length;
    const newline = text.indexOf('\n', this.at);
    return newline < 0 ? text.length : text.indexOf('\n', newline + 1) + 1 || text.length;
  }
}

function isOf<Type extends Event['type']>(event: Event, type: Type): event is EventOf<Type> {
  return event.type === type;
}

const NEWLINE = 0x0a;
const COMMA = 0x2c;
const DASH = 0x2d;

/** The brackets `[` and `{`; the closing ones are two further. */
const OPENING = { [EVENT_ID.SEQUENCE]: 0x5b, [EVENT_ID.MAPPING]: 0x7b } as const;

import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { DrawnPart } from './drawn-part.tsx';

/** What a list is made of. */
export interface ListShape<Item> {
  /** So many are drawn all together: find, print and screen readers then see everything. */
  readonly all: number;
  /** So many are drawn before and behind those on the screen. */
  readonly overscan: number;
  /** The attribute with an item's index. */
  readonly indexAttribute: string;
  /** Pixels, before an item was measured. */
  heightOf(item: Item, narrow: boolean): number;
  /** Which ones are drawn wherever the page is scrolled to: `first` is the first on the screen, `held` the one that is held, if it is there. */
  besides(items: readonly Item[], first: number, held: number | undefined): readonly number[];
}

/** Which items of a long list are drawn: those on the screen, and some that people or keys need. */
export class LongList<Item extends { readonly key: string }> {
  readonly #shape: ListShape<Item>;
  readonly #virtualizer: Virtualizer<Window, Element>;
  readonly #redraw: () => void;
  #items: readonly Item[] = [];
  #narrow = false;
  #keyOf: (index: number) => string | number = index => index;
  #top = 0;
  #held: string | undefined;
  #part: DrawnPart | undefined;
  /** Whether a redraw is under way: what is measured meanwhile is part of it. */
  #drawing = false;

  /** `redraw` is called when other items are to be drawn than were last time. */
  constructor(shape: ListShape<Item>, redraw: () => void) {
    this.#shape = shape;
    this.#redraw = redraw;
    this.#virtualizer = new Virtualizer<Window, Element>(this.#options());
    this.#virtualizer._didMount();
  }

  /** Whether not all of it is drawn. */
  get isLong(): boolean {
    return this.#items.length > this.#shape.all;
  }

  /** What is to be drawn of these items; undefined for all of them. The very same answer while nothing is another. */
  partOf(items: readonly Item[], narrow: boolean): DrawnPart | undefined {
    const virtualizer = this.#virtualizer;
    if (narrow !== this.#narrow) virtualizer.itemSizeCache.clear();
    // Places are worked out anew when this is another function.
    if (narrow !== this.#narrow || !haveSameKeys(items, this.#items)) this.#keyOf = index => items[index]?.key ?? index;
    this.#items = items;
    this.#narrow = narrow;
    virtualizer.setOptions(this.#options());
    if (this.isLong) virtualizer._willUpdate();
    this.#part = this.isLong ? this.#current() : undefined;
    return this.#part;
  }

  /** Begins a redraw of the page. */
  begin(): void {
    this.#drawing = true;
  }

  /** Ends it. */
  end(): void {
    this.#drawing = false;
  }

  /** Tells where on the page the list begins. True if other items are to be drawn than were. */
  isMovedTo(top: number): boolean {
    if (top === this.#top) return false;
    this.#top = top;
    this.#virtualizer.setOptions(this.#options());
    return this.#isStale();
  }

  /** Keeps an item drawn wherever the page is scrolled to. */
  hold(key: string | undefined): void {
    this.#held = key;
  }

  /** Brings an item onto the screen. */
  show(index: number): void {
    if (this.isLong) this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  #isStale(): boolean {
    return this.isLong && this.#current() !== this.#part;
  }

  #current(): DrawnPart {
    const virtualizer = this.#virtualizer;
    const items = virtualizer
      .getVirtualItems()
      .map(({ index, start, end }) => ({ index, start: start - this.#top, end: end - this.#top }));
    const part = { items, height: virtualizer.getTotalSize(), measure: virtualizer.measureElement };
    return this.#part !== undefined && isSame(this.#part, part) ? this.#part : part;
  }

  #options(): VirtualizerOptions<Window, Element> {
    const { heightOf, indexAttribute, overscan } = this.#shape;
    return {
      count: this.#items.length,
      getScrollElement: () => window,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      estimateSize: (index: number) => {
        const item = this.#items[index];
        return item === undefined ? 0 : heightOf(item, this.#narrow);
      },
      getItemKey: this.#keyOf,
      rangeExtractor: (range: Range) => this.#drawnIn(range),
      overscan,
      indexAttribute,
      scrollMargin: this.#top,
      // The head of the table covers the first pixels.
      scrollPaddingStart: 64,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      onChange: () => {
        if (!this.#drawing && this.#isStale()) this.#redraw();
      },
    };
  }

  #drawnIn(range: Range): number[] {
    const items = this.#items;
    const at = this.#held === undefined ? -1 : items.findIndex(({ key }) => key === this.#held);
    const besides = this.#shape.besides(items, range.startIndex, at < 0 ? undefined : at);
    return [...new Set([...defaultRangeExtractor(range), ...besides])].sort((a, b) => a - b);
  }
}

function haveSameKeys<Item extends { readonly key: string }>(some: readonly Item[], others: readonly Item[]): boolean {
  return some === others || (some.length === others.length && some.every(({ key }, i) => key === others[i]?.key));
}

function isSame(one: DrawnPart, other: DrawnPart): boolean {
  return (
    one.height === other.height &&
    one.items.length === other.items.length &&
    one.items.every(({ index, start, end }, i) => {
      const same = other.items[i];
      return same?.index === index && same.start === start && same.end === end;
    })
  );
}

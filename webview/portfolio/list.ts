import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { DrawnItem, DrawnPart } from './drawn-part.tsx';
import { Slots } from './slots.ts';

/** What a list is made of. */
export interface ListShape<Item> {
  /** So many are drawn all together: find, print and screen readers then see everything. */
  readonly all: number;
  /** Where on the page it begins, in pixels, before that was measured. */
  readonly top: number;
  /** So many are drawn before and behind those on the screen. */
  readonly overscan: number;
  /** The attribute with an item's index. */
  readonly indexAttribute: string;
  /** Whether the item's element may become that of another such item once it is no longer drawn: then little is made anew as people scroll and search. */
  isRecycled(item: Item): boolean;
  /** Pixels, before an item was measured. */
  heightOf(item: Item, narrow: boolean): number;
  /** Which ones are drawn wherever the page is scrolled to: `first` is the first on the screen, `held` the one that is held, if it is there. */
  besides(items: readonly Item[], first: number, held: number | undefined): readonly number[];
}

/** Which items of a long list are drawn: those on the screen, and some that people or keys need. */
export class LongList<Item extends { readonly key: string }> {
  readonly #shape: ListShape<Item>;
  readonly #virtualizer: Virtualizer<Window, HTMLElement>;
  readonly #redraw: () => void;
  readonly #slots = new Slots();
  #items: readonly Item[] = [];
  #narrow = false;
  #keyOf: (index: number) => string | number = index => index;
  #top: number;
  #held: string | undefined;
  #part: DrawnPart | undefined;
  /** Whether a redraw is under way: what is measured meanwhile is part of it. */
  #drawing = false;
  #seenOnly = false;

  /** `redraw` is called when other items are to be drawn than were last time. */
  constructor(shape: ListShape<Item>, redraw: () => void) {
    this.#shape = shape;
    this.#top = shape.top;
    this.#redraw = redraw;
    this.#virtualizer = new Virtualizer<Window, HTMLElement>(this.#options());
    this.#virtualizer._didMount();
  }

  /** Whether not all of it is drawn. */
  get isLong(): boolean {
    return this.#items.length > this.#shape.all;
  }

  /**
   * What is to be drawn of these items; undefined for all of them. The very same answer while nothing is another. `seenOnly`: none before and behind
   * those on the screen.
   */
  partOf(items: readonly Item[], narrow: boolean, seenOnly: boolean): DrawnPart | undefined {
    const virtualizer = this.#virtualizer;
    this.#seenOnly = seenOnly;
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

  /** Measures what is drawn, and where on the page it begins. True if there is more to be drawn. */
  measure(list: Element): boolean {
    const top = Math.round(list.getBoundingClientRect().top + window.scrollY);
    if (top !== this.#top) {
      this.#top = top;
      this.#virtualizer.setOptions(this.#options());
    }
    for (const element of list.children) {
      const index = element.getAttribute(this.#shape.indexAttribute);
      if (index !== null && element instanceof HTMLElement)
        this.#virtualizer.resizeItem(Number(index), element.offsetHeight);
    }
    return this.#lacks();
  }

  /** Keeps an item drawn wherever the page is scrolled to. */
  hold(key: string | undefined): void {
    this.#held = key;
  }

  /** The key of the item that is held. */
  get held(): string | undefined {
    return this.#held;
  }

  /** Brings an item onto the screen. */
  show(index: number): void {
    if (this.isLong) this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  #current(): DrawnPart {
    const places = this.#places();
    const height = this.#virtualizer.getTotalSize();
    if (this.#part !== undefined && isSame(this.#part, places, height)) return this.#part;
    const recycled = places.flatMap(({ index, key }) => {
      const item = this.#items[index];
      return item !== undefined && this.#shape.isRecycled(item) ? key : [];
    });
    const slots = this.#slots.assign(recycled, this.#held);
    return { height, items: places.map(place => ({ ...place, slot: slots.get(place.key) ?? place.key })) };
  }

  #places(): Omit<DrawnItem, 'slot'>[] {
    return this.#virtualizer.getVirtualItems().map(({ index, start, end }) => ({
      index,
      key: this.#items[index]?.key ?? '',
      start: start - this.#top,
      end: end - this.#top,
    }));
  }

  /** Whether there is more to be drawn. That a drawn item is higher or lower than was thought, the page shows by itself. */
  #lacks(): boolean {
    const drawn = new Set(this.#part?.items.map(({ index }) => index));
    return this.isLong && this.#virtualizer.getVirtualIndexes().some(index => !drawn.has(index));
  }

  #options(): VirtualizerOptions<Window, HTMLElement> {
    const { heightOf, overscan } = this.#shape;
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
      overscan: this.#seenOnly ? 0 : overscan,
      scrollMargin: this.#top,
      // The head of the table covers the first pixels.
      scrollPaddingStart: 64,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      onChange: () => {
        if (!this.#drawing && this.#lacks()) this.#redraw();
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

function isSame(part: DrawnPart, places: readonly Omit<DrawnItem, 'slot'>[], height: number): boolean {
  return (
    part.height === height &&
    part.items.length === places.length &&
    part.items.every(({ index, key, start, end }, i) => {
      const place = places[i];
      return place?.index === index && place.key === key && place.start === start && place.end === end;
    })
  );
}

import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { Row } from './rows.ts';
import type { DrawnPart } from './Table.tsx';

/** So many lines are drawn all together: find, print and screen readers then see everything. */
const ALL = 150;
const OVERSCAN = 12;
/** Before a line was measured, in pixels. */
const HEIGHTS = { row: 38, card: 118, group: 41 } as const;

/** Which lines of a long table are drawn: those on the screen, the head of the group they are in, and the one that has the focus. */
export class LongList {
  readonly #virtualizer: Virtualizer<Window, Element>;
  readonly #redraw: () => void;
  #rows: readonly Row[] = [];
  #cards = false;
  #keyOf: (index: number) => string | number = index => index;
  #top = 0;
  #focused: number | undefined;
  /** Whether a redraw is under way: what is measured meanwhile is part of it. */
  #drawing = false;

  /** `redraw` is called when other lines are to be drawn than were last time. */
  constructor(redraw: () => void) {
    this.#redraw = redraw;
    this.#virtualizer = new Virtualizer<Window, Element>(this.#options());
    this.#virtualizer._didMount();
  }

  /** What is to be drawn of these lines; undefined for all of them. */
  partOf(rows: readonly Row[], cards: boolean): DrawnPart | undefined {
    const virtualizer = this.#virtualizer;
    if (cards !== this.#cards) virtualizer.itemSizeCache.clear();
    // Places are worked out anew when this is another function.
    if (cards !== this.#cards || !sameKeys(rows, this.#rows)) this.#keyOf = index => rows[index]?.key ?? index;
    this.#rows = rows;
    this.#cards = cards;
    virtualizer.setOptions(this.#options());
    if (rows.length <= ALL) return undefined;
    virtualizer._willUpdate();
    return {
      items: virtualizer
        .getVirtualItems()
        .map(({ index, start, end }) => ({ index, start: start - this.#top, end: end - this.#top })),
      height: virtualizer.getTotalSize(),
      measure: virtualizer.measureElement,
    };
  }

  /** Begins and ends a redraw of the page, behind which the table may stand elsewhere. */
  drawn(draw: () => void, table: () => Element | null): void {
    this.#drawing = true;
    try {
      draw();
      const body = table();
      const top = body === null ? 0 : Math.round(body.getBoundingClientRect().top + window.scrollY);
      if (top === this.#top) return;
      this.#top = top;
      if (this.#rows.length > ALL) draw();
    } finally {
      this.#drawing = false;
    }
  }

  /** Keeps a line drawn wherever the page is scrolled to. */
  hold(index: number | undefined): void {
    this.#focused = index;
  }

  /** Brings a line onto the screen. */
  show(index: number): void {
    if (this.#rows.length > ALL) this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  #options(): VirtualizerOptions<Window, Element> {
    return {
      count: this.#rows.length,
      getScrollElement: () => window,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      estimateSize: (index: number) =>
        this.#rows[index]?.kind === 'group' ? HEIGHTS.group : this.#cards ? HEIGHTS.card : HEIGHTS.row,
      getItemKey: this.#keyOf,
      rangeExtractor: (range: Range) => this.#drawnIn(range),
      overscan: OVERSCAN,
      scrollMargin: this.#top,
      // The head of the table covers the first pixels.
      scrollPaddingStart: 64,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      onChange: () => {
        if (!this.#drawing) this.#redraw();
      },
    };
  }

  #drawnIn(range: Range): number[] {
    const indexes = new Set(defaultRangeExtractor(range));
    let head = range.startIndex;
    while (head > 0 && this.#rows[head]?.kind !== 'group') head--;
    indexes.add(head);
    if (this.#focused !== undefined && this.#focused < this.#rows.length) indexes.add(this.#focused);
    return [...indexes].sort((a, b) => a - b);
  }
}

function sameKeys(some: readonly Row[], others: readonly Row[]): boolean {
  return some.length === others.length && some.every((row, i) => row.key === others[i]?.key);
}

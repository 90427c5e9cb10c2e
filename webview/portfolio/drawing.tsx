import { render } from 'preact';
import type { CsmAhead } from '../../plan/portfolio/ahead.ts';
import { LongList } from './list.ts';
import { LANES, LINES } from './lists.ts';
import { PortfolioPage, WIDE } from './PortfolioPage.tsx';
import type { PortfolioState } from './page-state.ts';
import type { Row } from './rows.ts';
import { keepStop } from './stops.ts';

/** So long nothing may have changed before what nobody sees is drawn, in milliseconds. */
const REST_MS = 150;

/** So many screens below the one that is seen are kept drawn: people scroll. */
const SCREENS = 2;

/** The page as it is drawn: all of it, but of long lists what is seen; what stands below a long table when nothing has changed for a moment. */
export class Drawing {
  readonly root: HTMLElement;
  /** The table's lines as they were drawn last. */
  rows: readonly Row[] = [];
  readonly lines = new LongList<Row>(LINES, () => this.#drawAll());
  readonly lanes = new LongList<CsmAhead>(LANES, () => this.#drawAll());
  readonly #state: PortfolioState;
  #width: number;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, state: PortfolioState) {
    this.root = root;
    this.#state = state;
    this.#width = root.clientWidth;
  }

  /** Draws what the state says: what is seen at once, and the rest a moment later. */
  draw(): void {
    const canWait = this.#canWait();
    this.#draw(canWait);
    if (!canWait || !this.lines.isLong) return;
    if (this.#isBelowSeen()) this.#drawAll();
    else this.#resting = setTimeout(() => this.#drawAll(), REST_MS);
  }

  /** Draws again where the page has another width. */
  resized(): void {
    const { clientWidth } = this.root;
    if (clientWidth === this.#width) return;
    this.#width = clientWidth;
    this.draw();
  }

  /** One line and one mark can be reached by the tab key; the arrow keys lead to the others. */
  keepStops(): void {
    const { line, mark } = this.#state;
    keepStop(this.root.querySelectorAll('.line-stop'), one => this.rowOf(one)?.key === line);
    keepStop(this.root.querySelectorAll('.mk[data-lane]'), one => one.getAttribute('data-key') === mark);
  }

  /** The index of the line that an element stands in. */
  indexOf(element: Element): number | undefined {
    const index = element.closest('[data-index]')?.getAttribute('data-index');
    return index === null || index === undefined ? undefined : Number(index);
  }

  /** The line that an element stands in. */
  rowOf(element: Element): Row | undefined {
    return this.rows[this.indexOf(element) ?? -1];
  }

  #drawAll(): void {
    this.#draw(false);
  }

  /** Where that moves a long list so that other items of it are seen, these are drawn as well. */
  #draw(seenOnly: boolean): void {
    clearTimeout(this.#resting);
    const lists = [this.lines, this.lanes];
    for (const list of lists) list.begin();
    try {
      this.#render(seenOnly);
      if (this.#lacks()) this.#render(seenOnly);
    } finally {
      for (const list of lists) list.end();
    }
    this.keepStops();
  }

  /** Whether nobody has the keyboard below the table. A page that is to be scrolled needs its whole height. */
  #canWait(): boolean {
    const section = this.root.querySelector('#s90');
    return this.#state.scrollTo === undefined && section?.contains(document.activeElement) !== true;
  }

  #isBelowSeen(): boolean {
    const below = this.root.querySelector('.plans')?.nextElementSibling;
    return below != null && below.getBoundingClientRect().top < SCREENS * window.innerHeight;
  }

  /** Measures long lists where they now stand: the first that grows or shrinks moves the next. */
  #lacks(): boolean {
    const [lines, lanes] = [this.root.querySelector('.plans > .bd'), this.root.querySelector('.ahead > .lanes')];
    const moreLines = lines !== null && this.lines.isLong && this.lines.measure(lines);
    const moreLanes = lanes !== null && this.lanes.isLong && this.lanes.measure(lanes);
    return moreLines || moreLanes;
  }

  #render(seenOnly: boolean): void {
    const narrow = this.#width < WIDE;
    const { portfolio, noServer, settings } = this.#state;
    render(
      <PortfolioPage
        portfolio={portfolio}
        noServer={noServer}
        settings={settings}
        width={this.#width}
        partOf={rows => {
          this.rows = rows;
          return this.lines.partOf(rows, narrow, seenOnly);
        }}
        lanesOf={csms => this.lanes.partOf(csms, narrow, false)}
        seenOnly={seenOnly}
      />,
      this.root,
    );
  }
}

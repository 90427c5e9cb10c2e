import { render } from 'preact';
import type { CsmAhead } from '../../plan/portfolio/ahead.ts';
import { LongList } from './list.ts';
import { LANES, LINES } from './lists.ts';
import { PortfolioPage, WIDE } from './PortfolioPage.tsx';
import type { PortfolioState } from './page-state.ts';
import type { Row } from './rows.ts';
import { keepStop } from './stops.ts';

/** The page as it is drawn: all of it, but of long lists what is seen. */
export class Drawing {
  readonly root: HTMLElement;
  /** The table's lines as they were drawn last. */
  rows: readonly Row[] = [];
  readonly lines = new LongList<Row>(LINES, () => this.draw());
  readonly lanes = new LongList<CsmAhead>(LANES, () => this.draw());
  readonly #state: PortfolioState;
  #width: number;

  constructor(root: HTMLElement, state: PortfolioState) {
    this.root = root;
    this.#state = state;
    this.#width = root.clientWidth;
  }

  /** Draws what the state says. Where that moves a long list so that other items of it are seen, these as well. */
  draw(): void {
    const lists = [this.lines, this.lanes];
    for (const list of lists) list.begin();
    try {
      this.#render();
      if (this.#lacks()) this.#render();
    } finally {
      for (const list of lists) list.end();
    }
    this.keepStops();
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

  /** Measures long lists where they now stand: the first that grows or shrinks moves the next. */
  #lacks(): boolean {
    const [lines, lanes] = [this.root.querySelector('.plans > .bd'), this.root.querySelector('.ahead > .lanes')];
    const moreLines = lines !== null && this.lines.isLong && this.lines.measure(lines);
    const moreLanes = lanes !== null && this.lanes.isLong && this.lanes.measure(lanes);
    return moreLines || moreLanes;
  }

  #render(): void {
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
          return this.lines.partOf(rows, narrow);
        }}
        lanesOf={csms => this.lanes.partOf(csms, narrow)}
      />,
      this.root,
    );
  }
}

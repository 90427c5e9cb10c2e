import { type ComponentChild, render } from 'preact';

const SVG = 'http://www.w3.org/2000/svg';

/** Between the mark and what is said of it, in pixels. */
const GAP = 30;
const MARGIN = 8;

/** How a mark stands in its drawing: `y` in pixels, and which picture it is. */
export function markWith(mark: Element): { readonly y: number; readonly glyph: string } {
  // Marks count from the top of their lane, which says where that is.
  const top = Number(mark.closest('[data-top]')?.getAttribute('data-top') ?? 0);
  return { y: top + Number(mark.getAttribute('data-y')), glyph: mark.getAttribute('data-glyph') ?? 'open' };
}

/**
 * What is drawn while a mark is in the hand, over the page's own drawing: a group at the end of the plot, which takes part in its width, and
 * a box beside it. Both are the script's own; a redraw of the page leaves them alone.
 */
export class Layer {
  readonly #ghost = document.createElementNS(SVG, 'g');
  readonly #box = document.body.appendChild(document.createElement('div'));

  constructor() {
    this.#ghost.setAttribute('class', 'ghost');
    this.#ghost.setAttribute('aria-hidden', 'true');
    this.#box.className = 'hand';
  }

  /** `around`: the plot in which there is a ghost, else what the box stands at. */
  draw(around: Element, ghost: ComponentChild, box: ComponentChild): void {
    // Last in the plot, it is over all other marks.
    if (ghost !== null && (this.#ghost.parentNode !== around || this.#ghost.nextSibling !== null))
      around.append(this.#ghost);
    render(ghost, this.#ghost);
    render(box, this.#box);
    this.#place(this.#ghost.querySelector('use:last-of-type') ?? around, ghost === null ? MARGIN : GAP);
  }

  /** Takes everything off the drawing. */
  clear(): void {
    render(null, this.#ghost);
    render(null, this.#box);
    this.#ghost.remove();
  }

  /** Gives the keyboard to the first button of the box, or to its field. */
  focus(first: 'button' | 'input'): void {
    const control = this.#box.querySelector(first);
    if (control instanceof HTMLElement) control.focus();
  }

  /** Whether an element stands in the box. */
  holds(element: Node | null): boolean {
    return this.#box.contains(element);
  }

  /** Under the mark; over it where there is more room; never over the edges of the page. */
  #place(at: Element, gap: number): void {
    if (this.#box.firstElementChild === null) return;
    const mark = at.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#box;
    const page = document.documentElement.clientWidth;
    const middle = mark.left + mark.width / 2;
    const left = Math.max(MARGIN, Math.min(page - width - MARGIN, middle - width / 2));
    const below = mark.bottom + gap;
    const over = below + height + MARGIN > window.innerHeight && mark.top - 2 * gap - height > 0;
    const top = over ? mark.top - 1.5 * gap - height : below;
    this.#box.style.left = `${Math.round(left + window.scrollX)}px`;
    this.#box.style.top = `${Math.round(top + window.scrollY)}px`;
  }
}

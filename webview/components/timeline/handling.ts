import { isDay } from '../../../plan/day.ts';
import type { TimelineDraft } from '../../../plan/view/timeline/draft.ts';
import type { Zoom } from '../../../plan/view/timeline/options.ts';
import { axisOf, broughtIn, panned, zoomed } from '../../../plan/view/timeline/window.ts';
import { NEARER } from './ZoomTools.tsx';

/** Pixels of a wheel after which the drawing is twice as near. */
const PIXELS_TO_DOUBLE = 280;
/** Two fingers on a trackpad count in few pixels; they are meant like a wheel. */
const PINCH = 25;
const PINCH_TIMES = 3;
/** How much of the width a key moves on. */
const KEY_PAN = 1 / 8;

/** Pixels of a wheel, which may count in lines or pages. */
function pixels(delta: number, mode: number): number {
  return mode === WheelEvent.DOM_DELTA_LINE ? delta * 16 : mode === WheelEvent.DOM_DELTA_PAGE ? delta * 400 : delta;
}

/** What wheels and keys want of the drawn time, taken together until the next frame. */
export class Handling {
  #times = 1;
  #around = 0.5;
  /** Parts of the width. */
  #moved = 0;
  #frame: number | undefined;
  /** Less than a day is kept for the next time. */
  #rest = 0;

  /** What is drawn when the frame comes, and who is told of the new time. */
  draft: TimelineDraft | undefined;
  zoom: Zoom = 'fit';
  choose: (zoom: Zoom) => void = () => {};

  /** Ctrl or Cmd zooms around the pointer, Shift or a wheel to the side pans; a plain wheel is left to the page. */
  wheel(event: WheelEvent, plot: Element): void {
    const { left, width } = plot.getBoundingClientRect();
    const [x, y] = [pixels(event.deltaX, event.deltaMode), pixels(event.deltaY, event.deltaMode)];
    if (event.ctrlKey || event.metaKey) {
      this.#times *= 2 ** (-(Math.abs(y) < PINCH ? y * PINCH_TIMES : y) / PIXELS_TO_DOUBLE);
      this.#around = Math.min(1, Math.max(0, (event.clientX - left) / width));
    } else if (event.shiftKey || Math.abs(x) > Math.abs(y)) this.#moved += (x === 0 ? y : x) / width;
    else return;
    event.preventDefault();
    this.#frame ??= requestAnimationFrame(() => this.#apply());
  }

  /** The time that a key asks for; undefined for keys that ask for none. */
  key(event: KeyboardEvent): Zoom | undefined {
    const { draft, zoom } = this;
    if (draft === undefined || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (event.key === '+' || event.key === '=') return zoomed(draft, zoom, NEARER);
    if (event.key === '-' || event.key === '_') return zoomed(draft, zoom, 1 / NEARER);
    if (event.key === '0') return 'fit';
    const side = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (side === 0 || !event.shiftKey) return undefined;
    const days = axisOf(draft, zoom)?.days ?? 0;
    return panned(draft, zoom, side * Math.max(1, Math.round(days * KEY_PAN)));
  }

  /** The time in which a day stands; undefined for what is no day. */
  to(written: string | null): Zoom | undefined {
    if (this.draft === undefined || written === null || !isDay(written)) return undefined;
    return broughtIn(this.draft, this.zoom, written);
  }

  /** No frame of this drawing comes any more. */
  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #apply(): void {
    this.#frame = undefined;
    const { draft } = this;
    if (draft === undefined) return;
    let to = this.zoom;
    if (this.#times !== 1) {
      const nearer = zoomed(draft, to, this.#times, this.#around);
      // Time is drawn in whole days: what makes no difference yet is kept for the next time, but for no more than that.
      if (axisOf(draft, nearer)?.days === axisOf(draft, to)?.days)
        this.#times = Math.min(1.2, Math.max(0.8, this.#times));
      else {
        to = nearer;
        this.#times = 1;
      }
    }
    const days = this.#moved * (axisOf(draft, to)?.days ?? 0) + this.#rest;
    const whole = Math.trunc(days);
    this.#rest = days - whole;
    if (whole !== 0) to = panned(draft, to, whole);
    this.#moved = 0;
    if (to !== this.zoom) this.choose(to);
  }
}

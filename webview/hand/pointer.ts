import type { Hand } from './hand.ts';

/** Less than this is a click, in pixels. */
const THRESHOLD = 4;

interface Press {
  readonly mark: Element;
  readonly plot: Element;
  readonly pointer: number;
  /** From the plot's left edge, which may move meanwhile. */
  readonly x: number;
  readonly y: number;
  moving: boolean;
}

/** Dragging with mouse, pen and finger. */
export function listenToPointers(root: HTMLElement, hand: Hand): void {
  let press: Press | undefined;
  let dragged = false;

  const end = () => {
    const { pointer, moving } = press ?? { pointer: -1, moving: false };
    press = undefined;
    document.body.removeAttribute('data-dragging');
    if (moving && root.hasPointerCapture(pointer)) root.releasePointerCapture(pointer);
    return moving;
  };

  window.addEventListener(
    'pointerdown',
    event => {
      dragged = false;
      if (!(event.target instanceof Element)) return;
      // A press anywhere else is a no to what is asked.
      if (hand.busy && !hand.holds(event.target)) hand.putBack();
      const mark = root.contains(event.target) ? event.target.closest('.mk[data-movable]') : null;
      const plot = mark?.closest('.plot');
      if (!mark || !plot || event.button !== 0 || !event.isPrimary || hand.busy) return;
      const x = event.clientX - plot.getBoundingClientRect().left;
      press = { mark, plot, pointer: event.pointerId, x, y: event.clientY, moving: false };
    },
    { capture: true },
  );
  root.addEventListener('pointermove', event => {
    if (!press || event.pointerId !== press.pointer) return;
    const { left, width } = press.plot.getBoundingClientRect();
    const moved = event.clientX - left - press.x;
    if (!press.moving) {
      if (Math.hypot(moved, event.clientY - press.y) < THRESHOLD) return;
      if (!hand.begin(press.mark)) {
        press = undefined;
        return;
      }
      press.moving = true;
      root.setPointerCapture(press.pointer);
      document.body.setAttribute('data-dragging', '');
      window.getSelection()?.removeAllRanges();
    }
    if (hand.busy) hand.over(moved / Math.max(1, width));
  });
  root.addEventListener('pointerup', event => {
    if (press?.pointer !== event.pointerId || !end()) return;
    dragged = true;
    if (hand.busy) hand.drop();
  });
  const lost = (event: PointerEvent) => {
    if (press?.pointer === event.pointerId && end() && hand.busy) hand.putBack();
  };
  root.addEventListener('pointercancel', lost);
  root.addEventListener('lostpointercapture', event => {
    // A finger belongs to the mark until the root takes it over.
    if (event.target === root) lost(event);
  });
  // What was dragged was not clicked.
  window.addEventListener(
    'click',
    event => {
      if (!dragged) return;
      dragged = false;
      if (event.target instanceof Node && root.contains(event.target)) event.stopPropagation();
    },
    { capture: true },
  );
}

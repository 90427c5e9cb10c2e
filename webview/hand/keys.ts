import type { Hand } from './hand.ts';

/** Moving with the keys, on a mark that has the keyboard and in the box that asks. */
export function listenToKeys(root: HTMLElement, hand: Hand): void {
  /** The editor opens its menu for an Alt key that seems to have been pressed alone: it sees none of the arrows. */
  let alt = false;

  window.addEventListener(
    'keydown',
    event => {
      if (!(event.target instanceof Element) || !handles(event, event.target, root, hand)) return;
      if (event.altKey) alt = true;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  window.addEventListener(
    'keyup',
    event => {
      if (event.key !== 'Alt' || !alt) return;
      alt = false;
      event.stopPropagation();
    },
    { capture: true },
  );
  // Whoever goes on to something else has decided against it; the editor may take the keyboard for a moment.
  window.addEventListener('focusout', event => {
    if (!hand.busy || !document.hasFocus() || !(event.relatedTarget instanceof Node)) return;
    if (!hand.holds(event.relatedTarget)) hand.putBack();
  });
}

function handles(event: KeyboardEvent, target: Element, root: HTMLElement, hand: Hand): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === 'Escape' && hand.busy) {
    hand.putBack();
    return true;
  }
  if (hand.busy && !hand.holds(target)) return false;
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (event.altKey && step !== 0) {
    if (!hand.busy && !take(target, root, hand)) return false;
    hand.by(event.shiftKey ? 7 * step : step);
    return true;
  }
  if (event.altKey) return false;
  if (event.key === 'Tab' && hand.asking) return turn(target, event.shiftKey);
  if (hand.asking) return false;
  if (event.key === 'F2' && (hand.busy || take(target, root, hand))) {
    hand.ask();
    return true;
  }
  if (!hand.busy) return false;
  if (event.key === 'Enter') hand.drop();
  // The other arrows would leave the mark.
  return event.key === 'Enter' || event.key === ' ' || event.key.startsWith('Arrow');
}

function take(target: Element, root: HTMLElement, hand: Hand): boolean {
  const mark = root.contains(target) ? target.closest('.mk[data-movable]') : null;
  return mark !== null && hand.begin(mark);
}

/** Keeps the tab key in the box: behind its last control comes the first. */
function turn(target: Element, back: boolean): boolean {
  const box = target.closest('[role="dialog"]');
  const controls = [...(box?.querySelectorAll('input, button:not([disabled])') ?? [])];
  const [first, last] = [controls[0], controls[controls.length - 1]];
  const to = back && target === first ? last : !back && target === last ? first : undefined;
  if (!(to instanceof HTMLElement)) return false;
  to.focus();
  return true;
}

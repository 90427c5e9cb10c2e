import type { Hand } from './hand.ts';

/** Moving with the keys, on a mark that has the keyboard and in the box that asks. */
export function listenToKeys(root: HTMLElement, hand: Hand): void {
  /** The editor opens its menu for an Alt key that seems to have been pressed alone: it sees none of the arrows. */
  let alt = false;
  let back = false;

  window.addEventListener(
    'keydown',
    event => {
      if (event.key === 'Tab') back = event.shiftKey;
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
      if (event.key === 'Tab') back = false;
      if (event.key !== 'Alt' || !alt) return;
      alt = false;
      event.stopPropagation();
    },
    { capture: true },
  );
  window.addEventListener('focusout', event => {
    const { target, relatedTarget: to } = event;
    // The editor may take the keyboard for a moment.
    if (!hand.busy || !document.hasFocus() || !(to instanceof Node) || !(target instanceof Element)) return;
    const box = target.closest('[role="dialog"]');
    // Before its first control comes the last one: a date has several stops, and only the browser knows when it is left.
    if (box !== null && back && !box.contains(to)) {
      const last = controlsOf(box).at(-1);
      queueMicrotask(() => last?.focus());
    }
    // Whoever goes on to something else has decided against the move.
    else if (!hand.holds(to)) hand.putBack();
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
  if (hand.asking) return event.key === 'Tab' && !event.shiftKey && goRound(target);
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
function goRound(target: Element): boolean {
  const controls = controlsOf(target.closest('[role="dialog"]'));
  if (controls.at(-1) !== target) return false;
  controls[0]?.focus();
  return true;
}

function controlsOf(box: Element | null): HTMLElement[] {
  const controls = [...(box?.querySelectorAll('input, button:not([disabled])') ?? [])];
  return controls.filter(control => control instanceof HTMLElement);
}

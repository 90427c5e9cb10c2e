import { actOf, type PanelAct } from './act.ts';
import type { Hand } from './hand/hand.ts';
import { markAfter } from './keyboard.ts';
import type { Notes } from './notes.tsx';
import type { Editor, PageState } from './state.ts';

/** What a person's doing reaches. */
export interface Actor {
  readonly root: HTMLElement;
  readonly editor: Editor;
  readonly state: PageState;
  readonly hand: Hand;
  readonly notes: Notes;
}

/** What is said once a command that asks has changed the plan. */
const DONE: Readonly<Record<string, string>> = {
  recordMeasurement: 'Measurement recorded.',
  completeMilestone: 'Milestone marked complete.',
  logReview: 'Review logged.',
};

/** Carries clicks and keys on the drawing to the extension, and the keyboard from mark to mark. */
export function listenToActs(actor: Actor): void {
  const { root, state, hand, notes } = actor;
  root.addEventListener('click', event => {
    if (!(event.target instanceof Element)) return;
    const mark = event.target.closest('.mk');
    if (mark !== null) stopAt(root, mark, state);
    const move = event.target.closest('[data-move]');
    if (move === null) follow(event.target, actor);
    else if (hand.begin(move)) hand.ask();
  });
  root.addEventListener('keydown', event => {
    const mark = event.target instanceof Element ? event.target.closest('.mk') : null;
    if (mark === null || event.ctrlKey || event.metaKey || event.altKey || hand.busy) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (follow(mark, actor)) event.preventDefault();
      return;
    }
    const next = markAfter(root, mark, event.key);
    if (!(next instanceof SVGElement)) return;
    stopAt(root, next, state);
    next.focus();
    event.preventDefault();
  });
  // The editor undoes in texts alone; here the key takes back what was done here.
  window.addEventListener(
    'keydown',
    event => {
      const { undoable } = notes;
      const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'z';
      if (!undo || undoable === undefined || event.target instanceof HTMLInputElement) return;
      takeBack(undoable, actor);
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  root.addEventListener('focusin', event => {
    const mark = event.target instanceof Element ? event.target.closest('.mk') : null;
    if (mark !== null) stopAt(root, mark, state);
  });
}

/** Asks the extension to take back the change that made a version. */
export function takeBack(version: number, { editor, state }: Pick<Actor, 'editor' | 'state'>): void {
  if (state.drawing) editor.postMessage({ type: 'undo', uri: state.drawing.uri, version });
}

/** Makes a mark the one that the tab key returns to. */
export function stopAt(root: ParentNode, mark: Element, state: PageState): void {
  for (const other of root.querySelectorAll('.mk[tabindex="0"]'))
    if (other !== mark) other.setAttribute('tabindex', '-1');
  mark.setAttribute('tabindex', '0');
  const key = mark.getAttribute('data-key') ?? undefined;
  if (key === state.stop) return;
  state.stop = key;
  state.save();
}

/** The mark that the tab key stops at. */
export function stopIn(root: ParentNode): SVGElement | undefined {
  const mark = root.querySelector('.mk[tabindex="0"]');
  return mark instanceof SVGElement ? mark : undefined;
}

/** Follows a control to what it asks for. False when it asks for nothing. */
function follow(target: Element, { editor, state, notes }: Actor): boolean {
  const act = actOf(target, place => state.offset(place));
  if (act === undefined) return false;
  send(act, { editor, state, notes });
  return true;
}

function send(act: PanelAct, { editor, state, notes }: Pick<Actor, 'editor' | 'state' | 'notes'>): void {
  const { drawing, shown } = state;
  switch (act.type) {
    case 'openProblems':
    case 'audience':
    case 'export':
      editor.postMessage(act);
      break;
    case 'reveal':
      if (drawing) editor.postMessage({ ...act, ...drawing });
      break;
    case 'edit':
    case 'dialogue':
      if (!drawing) break;
      if (shown?.broken) {
        notes.tell(`Line ${shown.broken.line} cannot be read: until it can, nothing is changed from here.`);
        break;
      }
      notes.onceDone(
        act.type === 'dialogue' ? (DONE[act.dialogue] ?? 'The plan has changed.') : 'The plan has changed.',
      );
      editor.postMessage({ ...act, ...drawing });
      break;
  }
}

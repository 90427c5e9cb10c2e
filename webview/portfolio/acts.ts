import type { Drawing } from './drawing.tsx';
import type { PortfolioEditor, PortfolioState } from './page-state.ts';
import { COLUMNS, GROUPINGS, ofCsm, type PortfolioSettings, SELECTIONS, sortedBy, turned } from './settings.ts';

/** What a person's doing reaches. */
export interface Actor {
  readonly editor: PortfolioEditor;
  readonly state: PortfolioState;
  readonly drawing: Drawing;
}

/** Draws the page with other settings, and keeps them. */
export function set({ state, drawing }: Actor, settings: PortfolioSettings): void {
  state.settings = settings;
  drawing.draw();
  state.save();
}

type Pressed = (actor: Actor, value: string, button: Element) => void;

/** What the buttons do, by the attribute that they carry. */
const PRESSED: Readonly<Record<string, Pressed>> = {
  'data-by': (actor, value) => {
    const { settings } = actor.state;
    set(actor, { ...settings, by: GROUPINGS.find(one => one === value) ?? settings.by });
  },
  'data-show': (actor, value) => {
    const { settings } = actor.state;
    set(actor, { ...settings, show: SELECTIONS.find(one => one === value) ?? settings.show });
  },
  'data-sort': (actor, value) => {
    const column = COLUMNS.find(one => one === value);
    if (column !== undefined) set(actor, sortedBy(actor.state.settings, column));
  },
  'data-group': (actor, value) => set(actor, turned(actor.state.settings, value)),
  'data-clear': actor => {
    set(actor, { ...ofCsm(actor.state.settings, undefined), show: 'all', text: '' });
    const field = actor.drawing.root.querySelector('[data-find]');
    if (field instanceof HTMLElement) field.focus();
  },
  'data-listing': actor => {
    const list = actor.drawing.root.querySelector('details.listing');
    set(actor, { ...actor.state.settings, listed: list?.hasAttribute('open') !== true });
  },
  'data-panel': ({ editor, state }, value) => {
    const plan = state.planOf(value);
    if (plan !== undefined) editor.postMessage({ type: 'openPanel', uri: plan.file });
  },
  'data-open': ({ editor, state }, value, button) => {
    const plan = state.planOf(value);
    const at = Number(button.getAttribute('data-at') ?? plan?.at);
    if (plan !== undefined) editor.postMessage({ type: 'open', uri: plan.file, at });
  },
  'data-export': ({ editor }) => editor.postMessage({ type: 'export' }),
  'data-new': ({ editor }) => editor.postMessage({ type: 'newPlan' }),
};

/** Does what the button does that was pressed, if it is one. */
export function press(actor: Actor, target: Element): boolean {
  for (const [name, act] of Object.entries(PRESSED)) {
    const button = target.closest(`[${name}]`);
    const value = button?.getAttribute(name);
    if (button === null || value === null || value === undefined) continue;
    act(actor, value, button);
    return true;
  }
  return false;
}

/** Takes over what was typed or chosen in a field. */
export function listenToFields(actor: Actor): void {
  const { root } = actor.drawing;
  root.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('[data-find]'))
      set(actor, { ...actor.state.settings, text: target.value });
  });
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const { settings } = actor.state;
    if (target.matches('[data-csm]'))
      set(actor, ofCsm(settings, target.value === '*' ? undefined : target.value.slice(1)));
    if (target.matches('[data-sorting]')) {
      const { sort: _, ...rest } = settings;
      const column = COLUMNS.find(one => one === target.value);
      set(actor, column === undefined ? rest : { ...rest, sort: { column, reversed: false } });
    }
  });
}

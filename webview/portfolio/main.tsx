import { render } from 'preact';
import type { PlanSummary, Portfolio } from '../../plan/portfolio/types.ts';
import {
  isPortfolioHostMessage,
  type PortfolioHostMessage,
  type PortfolioPageMessage,
} from '../../protocol/portfolio.ts';
import { markAfter } from '../keyboard.ts';
import { listenToTips } from '../tips.ts';
import { LongList } from './list.ts';
import { PortfolioPage, WIDE } from './PortfolioPage.tsx';
import type { Row } from './rows.ts';
import {
  COLUMNS,
  DEFAULTS,
  GROUPINGS,
  ofCsm,
  type PortfolioSettings,
  readSettings,
  SELECTIONS,
  sortedBy,
  turned,
} from './settings.ts';

/** What the editor gives to the page's script. */
interface VsCodeApi {
  postMessage(message: PortfolioPageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));

let portfolio: Portfolio | null = null;
let noServer = false;
let settings: PortfolioSettings = DEFAULTS;
let width = root.clientWidth;
let rows: readonly Row[] = [];
/** Where the page was before it was loaded anew, until there is something to scroll. */
let scrollTo: number | undefined;
/** Keys of the line and of the mark that the tab key returns to; the first ones while undefined. */
let line: string | undefined;
let mark: string | undefined;

const list = new LongList(() => draw());

function draw(): void {
  list.drawn(drawPage, () => root.querySelector('.plans > .bd'));
  keepStops();
}

function drawPage(): void {
  render(
    <PortfolioPage
      portfolio={portfolio}
      noServer={noServer}
      settings={settings}
      width={width}
      partOf={all => {
        rows = all;
        return list.partOf(all, width < WIDE);
      }}
    />,
    root,
  );
}

/** One line and one mark can be reached by the tab key; the arrow keys lead to the others. */
function keepStops(): void {
  const lines = [...root.querySelectorAll('.line-stop')];
  const own = lines.find(one => rowOf(one)?.key === line) ?? lines[0];
  for (const one of lines) one.setAttribute('tabindex', one === own ? '0' : '-1');
  const marks = [...root.querySelectorAll('.mk[data-lane]')];
  const stop = marks.find(one => one.getAttribute('data-key') === mark) ?? marks[0];
  for (const one of marks) one.setAttribute('tabindex', one === stop ? '0' : '-1');
}

function set(next: PortfolioSettings): void {
  settings = next;
  draw();
  save();
}

function receive(message: PortfolioHostMessage): void {
  noServer = message.type === 'noServer';
  if (message.type === 'portfolio') portfolio = message.portfolio;
  draw();
  if (scrollTo !== undefined && portfolio !== null && portfolio.plans.length > 0) {
    window.scrollTo(0, scrollTo);
    if (portfolio.reading === undefined) scrollTo = undefined;
  }
}

/* Plans are not kept: the editor has them at hand. */
let pending: number | undefined;
function save(): void {
  if (pending !== undefined) clearTimeout(pending);
  pending = setTimeout(() => {
    pending = undefined;
    vscode.setState({ settings, scroll: scrollTo ?? window.scrollY });
  }, 150);
}

function restore(): void {
  const state = vscode.getState();
  if (typeof state !== 'object' || state === null) return;
  if ('settings' in state) settings = readSettings(state.settings);
  if ('scroll' in state && typeof state.scroll === 'number') scrollTo = state.scroll;
}

function rowOf(element: Element): Row | undefined {
  const index = element.closest('[data-index]')?.getAttribute('data-index');
  return index === null || index === undefined ? undefined : rows[Number(index)];
}

function planOf(key: string | null): PlanSummary | undefined {
  return portfolio?.plans.find(plan => plan.key === key);
}

/** What the buttons do, by the attribute that they carry. */
const PRESSED: Readonly<Record<string, (value: string, button: Element) => void>> = {
  'data-by': value => set({ ...settings, by: GROUPINGS.find(one => one === value) ?? settings.by }),
  'data-show': value => set({ ...settings, show: SELECTIONS.find(one => one === value) ?? settings.show }),
  'data-sort': value => {
    const column = COLUMNS.find(one => one === value);
    if (column !== undefined) set(sortedBy(settings, column));
  },
  'data-group': value => set(turned(settings, value)),
  'data-clear': () => {
    set({ ...ofCsm(settings, undefined), show: 'all', text: '' });
    focusOn('[data-find]');
  },
  'data-listing': () =>
    set({ ...settings, listed: root.querySelector('details.listing')?.hasAttribute('open') !== true }),
  'data-panel': value => {
    const plan = planOf(value);
    if (plan !== undefined) vscode.postMessage({ type: 'openPanel', uri: plan.file });
  },
  'data-open': (value, button) => {
    const plan = planOf(value);
    const at = Number(button.getAttribute('data-at') ?? plan?.at);
    if (plan !== undefined) vscode.postMessage({ type: 'open', uri: plan.file, at });
  },
  'data-export': () => vscode.postMessage({ type: 'export' }),
  'data-new': () => vscode.postMessage({ type: 'newPlan' }),
};

function press(target: Element): boolean {
  for (const [name, act] of Object.entries(PRESSED)) {
    const button = target.closest(`[${name}]`);
    const value = button?.getAttribute(name);
    if (button === null || value === null || value === undefined) continue;
    act(value, button);
    return true;
  }
  return false;
}

function clearText(): boolean {
  if (settings.text !== '') set({ ...settings, text: '' });
  return true;
}

function focusOn(selector: string): void {
  const found = root.querySelector(selector);
  if (found instanceof HTMLElement) found.focus();
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The arrow keys among the lines of the table: up and down from line to line, to the side between the doors of a plan; a group opens and closes. */
function moveInTable(from: Element, key: string): boolean {
  const index = Number(from.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
  const row = rows[index];
  if (row === undefined) return false;
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    if (row.kind === 'group') {
      if (row.open === (key === 'ArrowRight')) return true;
      set(turned(settings, row.key));
      return true;
    }
    const doors = from.closest('.doors')?.querySelectorAll('button');
    doors?.[key === 'ArrowRight' ? 1 : 0]?.focus();
    return true;
  }
  const to = key === 'Home' ? 0 : key === 'End' ? rows.length - 1 : index + (STEPS[key] ?? 0);
  if (key !== 'Home' && key !== 'End' && STEPS[key] === undefined) return false;
  goTo(Math.min(rows.length - 1, Math.max(0, to)), from.classList.contains('text-door'));
  return true;
}

function goTo(index: number, textDoor: boolean): void {
  line = rows[index]?.key;
  list.hold(index);
  list.show(index);
  draw();
  const drawn = root.querySelector(`[data-index="${index}"]`);
  const stop = (textDoor ? drawn?.querySelector('.text-door') : undefined) ?? drawn?.querySelector('.line-stop');
  if (stop instanceof HTMLElement) {
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: 'nearest' });
  }
}

function moveInDrawing(from: Element, key: string): boolean {
  if (key === 'Enter' || key === ' ') return press(from);
  const next = markAfter(root, from, key);
  if (!(next instanceof SVGElement)) return false;
  mark = next.getAttribute('data-key') ?? undefined;
  keepStops();
  next.focus();
  return true;
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isPortfolioHostMessage(event.data)) receive(event.data);
});
root.addEventListener('click', event => {
  if (!(event.target instanceof Element)) return;
  // Whether the list is open, the page's settings say.
  if (event.target.closest('summary') !== null) event.preventDefault();
  press(event.target);
});
root.addEventListener('keydown', event => {
  const { target, key } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
  const drawing = target.closest('.mk[data-lane]');
  const done =
    drawing !== null
      ? moveInDrawing(drawing, key)
      : target.closest('.plans .bd') !== null
        ? moveInTable(target, key)
        : key === 'Escape' && target.matches('[data-find]') && clearText();
  if (done) event.preventDefault();
});
root.addEventListener('focusin', ({ target }) => {
  const index = target instanceof Element ? target.closest('[data-index]')?.getAttribute('data-index') : undefined;
  list.hold(index === null || index === undefined ? undefined : Number(index));
  const row = index === null || index === undefined ? undefined : rows[Number(index)];
  if (row !== undefined) {
    line = row.key;
    keepStops();
  }
});
root.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches('[data-find]')) set({ ...settings, text: target.value });
});
root.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement)) return;
  if (target.matches('[data-csm]')) set(ofCsm(settings, target.value === '*' ? undefined : target.value.slice(1)));
  if (target.matches('[data-sorting]')) {
    const { sort: _, ...rest } = settings;
    const column = COLUMNS.find(one => one === target.value);
    set(column === undefined ? rest : { ...rest, sort: { column, reversed: false } });
  }
});
window.addEventListener('scroll', save, { passive: true });
new ResizeObserver(() => {
  if (root.clientWidth === width) return;
  width = root.clientWidth;
  draw();
}).observe(root);

listenToTips(root);
restore();
draw();
vscode.postMessage({ type: 'ready' });

import { render } from 'preact';
import {
  type HostMessage,
  isHostMessage,
  isPlanViewResult,
  type PanelMessage,
  type PlanViewResult,
} from '../protocol/panel.ts';
import { Panel } from './components/Panel.tsx';
import { offsetOf } from './kept.ts';
import { markAfter } from './keyboard.ts';
import { litKey } from './lit.ts';
import { type PanelSettings, settingsOf, withSettings } from './settings.ts';

/** What the editor gives to the page's script. */
interface VsCodeApi {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));

let shown: PlanViewResult | undefined;
let cursor: number | undefined;
/** Key of the mark that the tab key returns to; the first one while undefined. */
let stopKey: string | undefined;
/** What was chosen for each plan that was shown. */
let settings: unknown;

function draw(): void {
  const view = shown?.view ?? null;
  const plan = shown?.uri ?? '';
  const choose = (chosen: PanelSettings): void => {
    settings = withSettings(settings, plan, chosen);
    draw();
    save();
  };
  render(
    <Panel
      view={view}
      broken={shown?.broken}
      lit={litKey(view, cursor)}
      settings={settingsOf(settings, plan)}
      onSettings={choose}
    />,
    root,
  );
  const stop = [...root.querySelectorAll('.mk')].find(mark => mark.getAttribute('data-key') === stopKey);
  if (stop !== undefined) stopAt(stop);
}

/** Keeps the last good drawing when the new answer has none. An answer to an older version of the same document is dropped. */
function take(result: PlanViewResult): void {
  const same = shown !== undefined && shown.uri === result.uri;
  if (same && shown !== undefined && result.version < shown.version) return;
  shown =
    same && result.view === null && result.broken !== undefined ? { ...result, view: shown?.view ?? null } : result;
  if (!same) cursor = undefined;
  draw();
  save();
}

function receive(message: HostMessage): void {
  switch (message.type) {
    case 'view':
      take({
        uri: message.uri,
        version: message.version,
        view: message.view,
        ...(message.broken === undefined ? {} : { broken: message.broken }),
      });
      break;
    case 'select':
      cursor = message.offset;
      draw();
      break;
    case 'waiting':
      shown = undefined;
      cursor = undefined;
      draw();
      break;
  }
}

/* The state is written when things have come to rest: `setState` copies the whole view. */
let pending: number | undefined;
function save(): void {
  if (pending !== undefined) clearTimeout(pending);
  pending = setTimeout(() => {
    pending = undefined;
    vscode.setState({ result: shown, scroll: window.scrollY, settings });
  }, 150);
}

function restore(): void {
  const state = vscode.getState();
  if (typeof state !== 'object' || state === null) return;
  if ('settings' in state) settings = state.settings;
  if (!('result' in state) || !isPlanViewResult(state.result)) return;
  // A restarted editor counts versions from 1 again: whatever comes next is newer than what was kept.
  shown = { ...state.result, version: 0 };
  draw();
  if ('scroll' in state && typeof state.scroll === 'number') window.scrollTo(0, state.scroll);
}

/** Follows a control to its line, or to the list of problems. */
function follow(target: Element): boolean {
  if (target.closest('[data-problems]') !== null) {
    vscode.postMessage({ type: 'openProblems' });
    return true;
  }
  const offset = offsetOf(target);
  if (offset === undefined) return false;
  vscode.postMessage({ type: 'reveal', offset, version: shown?.version ?? 0 });
  return true;
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isHostMessage(event.data)) receive(event.data);
});
root.addEventListener('click', event => {
  if (!(event.target instanceof Element)) return;
  const mark = event.target.closest('.mk');
  if (mark !== null) stopAt(mark);
  follow(event.target);
});
root.addEventListener('keydown', event => {
  const mark = event.target instanceof Element ? event.target.closest('.mk') : null;
  if (mark === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    if (follow(mark)) event.preventDefault();
    return;
  }
  const next = markAfter(root, mark, event.key);
  if (!(next instanceof SVGElement)) return;
  stopAt(next);
  next.focus();
  event.preventDefault();
});
window.addEventListener('scroll', save, { passive: true });

/** Makes the mark the one that the tab key returns to. */
function stopAt(mark: Element): void {
  for (const other of root.querySelectorAll('.mk[tabindex="0"]')) other.setAttribute('tabindex', '-1');
  mark.setAttribute('tabindex', '0');
  stopKey = mark.getAttribute('data-key') ?? undefined;
}

draw();
restore();
vscode.postMessage({ type: 'ready' });

import { isPortfolioHostMessage, type PortfolioHostMessage } from '../../protocol/portfolio.ts';
import { listenToTips } from '../tips.ts';
import { type Actor, listenToFields, press } from './acts.ts';
import { Drawing } from './drawing.tsx';
import { listenToKeys } from './keys.ts';
import { type PortfolioEditor, PortfolioState } from './page-state.ts';

declare function acquireVsCodeApi(): PortfolioEditor;

const editor = acquireVsCodeApi();
const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
const state = new PortfolioState(editor);
const drawing = new Drawing(root, state);
const actor: Actor = { editor, state, drawing };

function receive(message: PortfolioHostMessage): void {
  if (!state.take(message)) {
    editor.postMessage({ type: 'ready' });
    return;
  }
  drawing.draw();
  const { portfolio, scrollTo } = state;
  if (scrollTo !== undefined && portfolio !== null && portfolio.plans.length > 0) {
    window.scrollTo(0, scrollTo);
    if (portfolio.reading === undefined) state.scrollTo = undefined;
  }
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isPortfolioHostMessage(event.data)) receive(event.data);
});
root.addEventListener('click', event => {
  if (!(event.target instanceof Element)) return;
  // Whether the list is open, the page's settings say.
  if (event.target.closest('summary') !== null) event.preventDefault();
  press(actor, event.target);
});
listenToFields(actor);
listenToKeys(actor);
listenToTips(root);
window.addEventListener('scroll', () => state.save(), { passive: true });
new ResizeObserver(() => drawing.resized()).observe(root);

state.restore();
drawing.draw();
editor.postMessage({ type: 'ready' });

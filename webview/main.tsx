import { render } from 'preact';
import { isHostMessage, type PanelMessage } from '../protocol/panel.ts';
import { listenToActs, stopAt, stopIn, takeBack } from './acts.ts';
import { Panel } from './components/Panel.tsx';
import { Hand } from './hand/hand.ts';
import { listenToKeys } from './hand/keys.ts';
import { listenToPointers } from './hand/pointer.ts';
import { newestReview } from './hand/review.ts';
import { litKey } from './lit.ts';
import { Notes } from './notes.tsx';
import { receive } from './receive.ts';
import { type PanelSettings, settingsOf, withSettings } from './settings.ts';
import { type Editor, PageState } from './state.ts';
import { listenToTips } from './tips.ts';

declare function acquireVsCodeApi(): Editor;

const editor = acquireVsCodeApi();
const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
const state = new PageState(editor);
const notes = new Notes({
  undo: version => takeBack(version, { editor, state }),
  leave: () => stopIn(root)?.focus(),
});
const post = (message: PanelMessage) => editor.postMessage(message);
const hand = new Hand({
  root,
  get drawing() {
    return state.shown?.broken === undefined ? state.drawing : undefined;
  },
  offset: place => state.offset(place),
  get review() {
    return newestReview(state.shown?.view);
  },
  post,
  tell: text => notes.tell(text, state.shown?.version),
  onceDone: text => notes.onceDone(text),
  say: text => notes.say(text),
});

function choose(chosen: PanelSettings): void {
  state.settings = withSettings(state.settings, state.shown?.uri ?? '', chosen);
  draw();
  state.save();
}

function draw(): void {
  const { view, broken } = state.drawn;
  const lit = litKey(state.shown?.view ?? null, state.cursor);
  const settings = settingsOf(state.settings, state.shown?.uri ?? '');
  render(
    <Panel
      view={view}
      broken={broken}
      unsure={state.shown?.unsure}
      lit={lit}
      settings={settings}
      onSettings={choose}
      controls
    />,
    root,
  );
  const stop = [...root.querySelectorAll('.mk')].find(mark => mark.getAttribute('data-key') === state.stop);
  if (stop !== undefined) stopAt(root, stop, state);
  hand.redrawn();
}

const scroll = state.restore();
draw();
window.scrollTo(0, scroll);
listenToActs({ root, editor, state, hand, notes });
listenToPointers(root, hand);
listenToKeys(root, hand);
listenToTips(root);
window.addEventListener('scroll', () => state.save(), { passive: true });
window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isHostMessage(event.data)) receive(event.data, { state, hand, notes, draw, post });
});
editor.postMessage({ type: 'ready' });

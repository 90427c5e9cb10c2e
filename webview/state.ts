import type { Audience } from '../plan/audience/audience.ts';
import type { Drawing, PanelMessage, PlanViewResult } from '../protocol/panel.ts';
import { type PanelState, readPanelState } from '../protocol/panel-state.ts';

/** What the editor gives to the page's script. */
export interface Editor {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

/* The state is written when things have come to rest: `setState` copies the whole view. */
const SAVE_MS = 150;

/** What the page shows, and what it keeps of that across a reload. */
export class PageState {
  /** The newest drawing: while the text is broken, the last one that could be made. */
  shown: PlanViewResult | undefined;
  /** Where the cursor of the text stands. */
  cursor: number | undefined;
  /** Key of the mark that the tab key returns to; the first one while undefined. */
  stop: string | undefined;
  following = false;
  audience: Audience = 'internal';
  settings: unknown;
  readonly #editor: Editor;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** What offsets on the page belong to; undefined while nothing is drawn. */
  get drawing(): Drawing | undefined {
    return this.shown && { uri: this.shown.uri, version: this.shown.version };
  }

  /** Keeps the last good drawing when the new answer has none. False for an answer to an older version of the same document, which is dropped. */
  take(result: PlanViewResult): boolean {
    const before = this.shown?.uri === result.uri ? this.shown : undefined;
    if (before !== undefined && result.version < before.version) return false;
    const broken = result.view === null && result.broken !== undefined;
    this.shown = broken && before !== undefined ? { ...result, view: before.view } : result;
    if (before === undefined) this.cursor = undefined;
    this.save();
    return true;
  }

  /** What is on show no longer counts. */
  forget(): void {
    this.shown = undefined;
    this.cursor = undefined;
  }

  /** Takes up what an earlier page kept. The answer is how far it was scrolled. */
  restore(): number {
    const { result, stop, scroll, following, audience, settings } = readPanelState(this.#editor.getState());
    // A restarted editor counts versions from 1 again: whatever comes next is newer than what was kept.
    this.shown = result && { ...result, version: 0 };
    this.stop = stop;
    this.following = following;
    this.audience = audience;
    this.settings = settings;
    return scroll;
  }

  /** Keeps what is shown, soon. */
  save(): void {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => {
      const { shown, stop, following, audience, settings } = this;
      this.#editor.setState({
        ...(shown === undefined ? {} : { result: shown }),
        ...(stop === undefined ? {} : { stop }),
        ...(settings === undefined ? {} : { settings }),
        scroll: window.scrollY,
        following,
        audience,
      });
    }, SAVE_MS);
  }
}

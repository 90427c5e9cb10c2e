import type { Audience } from '../plan/audience/audience.ts';
import type { DocumentView } from '../plan/view/types.ts';
import type { Broken, Drawing, PanelMessage, PlanViewResult } from '../protocol/panel.ts';
import { type PanelState, readPanelState } from '../protocol/panel-state.ts';
import { Places } from './places.ts';

/** What the editor gives to the page's script. */
export interface Editor {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

/** What is drawn of an answer: with numbers of places where it has offsets (`webview/places.ts`). */
interface Drawn {
  readonly view: DocumentView | null;
  readonly broken?: Broken | undefined;
}

/* The state is written when things have come to rest: `setState` copies the whole view. */
const SAVE_MS = 150;

/** What the page shows, and what it keeps of that across a reload. */
export class PageState {
  /** Where the cursor of the text stands. */
  cursor: number | undefined;
  /** Key of the mark that the tab key returns to; the first one while undefined. */
  stop: string | undefined;
  following = false;
  audience: Audience = 'internal';
  settings: unknown;
  readonly #editor: Editor;
  readonly #places = new Places<Drawn>();
  #shown: PlanViewResult | undefined;
  #drawn: Drawn = { view: null };
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** The newest drawing: while the text is broken, the last one that could be made. */
  get shown(): PlanViewResult | undefined {
    return this.#shown;
  }

  /** The same as it is drawn: places under numbers, and the same objects as before where nothing has changed. */
  get drawn(): Drawn {
    return this.#drawn;
  }

  /** The offset of a place of the drawing; undefined for a number that it does not have. */
  offset(place: number): number | undefined {
    return this.#places.offset(place);
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
    this.#show(broken && before !== undefined ? { ...result, view: before.view } : result);
    if (before === undefined) this.cursor = undefined;
    this.save();
    return true;
  }

  /** What is on show no longer counts. */
  forget(): void {
    this.#show(undefined);
    this.cursor = undefined;
  }

  /** Takes up what an earlier page kept. The answer is how far it was scrolled. */
  restore(): number {
    const { result, stop, scroll, following, audience, settings } = readPanelState(this.#editor.getState());
    // A restarted editor counts versions from 1 again: whatever comes next is newer than what was kept.
    this.#show(result && { ...result, version: 0 });
    this.stop = stop;
    this.following = following;
    this.audience = audience;
    this.settings = settings;
    return scroll;
  }

  #show(result: PlanViewResult | undefined): void {
    this.#shown = result;
    this.#drawn = this.#places.take({ view: result?.view ?? null, broken: result?.broken });
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

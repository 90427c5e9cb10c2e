import type { PlanSummary } from '../../plan/portfolio/types.ts';
import type { PortfolioAnswer, PortfolioHostMessage, PortfolioPageMessage } from '../../protocol/portfolio.ts';
import { taken } from '../../protocol/portfolio-news.ts';
import { isRecord } from '../../protocol/unknown.ts';
import { DEFAULTS, type PortfolioSettings, readSettings } from './settings.ts';

/** What the editor gives to the page's script. */
export interface PortfolioEditor {
  postMessage(message: PortfolioPageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/* The state is written when things have come to rest. */
const SAVE_MS = 150;

/** What the page shows, and what it keeps of that across a reload: not the plans, which the editor has at hand. */
export class PortfolioState {
  portfolio: PortfolioAnswer | null = null;
  noServer = false;
  settings: PortfolioSettings = DEFAULTS;
  /** Where the page was before it was loaded anew, until there is something to scroll. */
  scrollTo: number | undefined;
  /** Keys of the line and of the mark that the tab key returns to; the first ones while undefined. */
  line: string | undefined;
  mark: string | undefined;
  readonly #editor: PortfolioEditor;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(editor: PortfolioEditor) {
    this.#editor = editor;
  }

  /** Takes in what the extension sends. False for changes to what the page does not have. */
  take(message: PortfolioHostMessage): boolean {
    this.noServer = message.type === 'noServer';
    if (message.type === 'noServer') return true;
    const next = taken(this.portfolio, message.portfolio);
    if (next === undefined) return false;
    this.portfolio = next;
    return true;
  }

  /** The plan of a key; undefined where it is not there any more. */
  planOf(key: string | null): PlanSummary | undefined {
    return this.portfolio?.plans.find(plan => plan.key === key);
  }

  /** Takes up what an earlier page kept. */
  restore(): void {
    const kept = this.#editor.getState();
    if (!isRecord(kept)) return;
    if ('settings' in kept) this.settings = readSettings(kept.settings);
    if (typeof kept.scroll === 'number') this.scrollTo = kept.scroll;
  }

  /** Keeps what was set, soon. */
  save(): void {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => {
      this.#editor.setState({ settings: this.settings, scroll: this.scrollTo ?? window.scrollY });
    }, SAVE_MS);
  }
}

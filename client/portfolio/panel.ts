import * as vscode from 'vscode';
import {
  isPortfolioPageMessage,
  type PortfolioAnswer,
  type PortfolioHostMessage,
  type PortfolioPageMessage,
} from '../../protocol/portfolio.ts';
import { Latest } from '../latest.ts';
import { dress, panelRoot } from '../panel/dress.ts';
import type { PlanPanels } from '../panel/panels.ts';
import type { Revealer } from '../reveal.ts';
import type { PlanServer } from '../server.ts';
import { openAsPlan } from '../team-plans.ts';
import { exportPortfolio } from './export.ts';

/** The kind of webview that it is, in package.json and in saved state. */
export const PORTFOLIO_VIEW = 'successPlan.portfolio';

/** While files are still read, the page gets what is new so often at most. */
const READING_MS = 400;

/** What the portfolio's panel works with. */
export interface PortfolioTools {
  readonly extension: vscode.Uri;
  readonly server: PlanServer;
  readonly revealer: Revealer;
  readonly panels: PlanPanels;
}

/** The panel with all plans; there is one. */
export class PortfolioPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #tools: PortfolioTools;
  #shown: Shown | undefined;

  constructor(tools: PortfolioTools) {
    this.#tools = tools;
  }

  /** Shows the panel, in the column of the active editor if it is not there yet. */
  open(): void {
    if (this.#shown) {
      this.#shown.webview.reveal();
      return;
    }
    const options = { enableScripts: true, localResourceRoots: [panelRoot(this.#tools.extension)] };
    const { Active } = vscode.ViewColumn;
    this.#keep(vscode.window.createWebviewPanel(PORTFOLIO_VIEW, vscode.l10n.t('Portfolio'), Active, options));
  }

  /** The panel of an earlier session comes back; what was set in it, its page has kept. */
  async deserializeWebviewPanel(webview: vscode.WebviewPanel): Promise<void> {
    if (this.#shown) webview.dispose();
    else this.#keep(webview);
  }

  dispose(): void {
    this.#shown?.dispose();
    this.#shown = undefined;
  }

  #keep(webview: vscode.WebviewPanel): void {
    const shown = new Shown(webview, this.#tools);
    this.#shown = shown;
    webview.onDidDispose(() => {
      shown.dispose();
      if (this.#shown === shown) this.#shown = undefined;
    });
  }
}

/** The page in one webview: gets the plans, and has carried out what is clicked. */
class Shown implements vscode.Disposable {
  readonly webview: vscode.WebviewPanel;
  readonly #tools: PortfolioTools;
  readonly #draw: Latest;
  readonly #subscriptions: vscode.Disposable[];
  /** The page runs and listens. False while it is hidden: then it is gone, and starts anew when shown. */
  #ready = false;
  /** The files of the plans on show, by their keys: what a page may ask to open. */
  readonly #files = new Map<string, string>();
  /** Names what the page has; undefined while it has nothing. */
  #state: string | undefined;

  constructor(webview: vscode.WebviewPanel, tools: PortfolioTools) {
    this.webview = webview;
    this.#tools = tools;
    const { server } = tools;
    this.#draw = new Latest(
      () => this.#update(),
      error => server.output.warn(`The portfolio is not up to date: ${String(error)}`),
    );
    this.#subscriptions = [
      this.#draw,
      webview.webview.onDidReceiveMessage((message: unknown) => {
        if (isPortfolioPageMessage(message)) void this.#receive(message);
      }),
      webview.onDidChangeViewState(() => {
        if (!webview.visible) this.#ready = false;
      }),
      server.onDidChangePlans(() => {
        if (this.#ready) this.#draw.ask();
      }),
    ];
    webview.title = vscode.l10n.t('Portfolio');
    dress(webview, tools.extension, 'portfolio');
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #update(): Promise<void> {
    const since = this.#state;
    const portfolio = await this.#tools.server.portfolio(since);
    // A page that started anew meanwhile has nothing.
    if (!this.#ready || this.#state !== since) return;
    if (portfolio === undefined) {
      // One that is about to run says so soon.
      if (!this.#tools.server.running) this.#post({ type: 'noServer' });
      return;
    }
    this.#take(portfolio);
    this.#post({ type: 'portfolio', portfolio });
    if (portfolio.reading) await new Promise(resolve => setTimeout(resolve, READING_MS));
  }

  #take({ state, since, gone = [], plans }: PortfolioAnswer): void {
    this.#state = state;
    if (since === undefined) this.#files.clear();
    for (const key of gone) this.#files.delete(key);
    for (const { key, file } of plans) this.#files.set(key, file);
  }

  #shows(file: string): boolean {
    return [...this.#files.values()].includes(file);
  }

  #post(message: PortfolioHostMessage): void {
    if (this.#ready) void this.webview.webview.postMessage(message);
  }

  /** Never rejects: a file may be gone since it was read. */
  async #receive(message: PortfolioPageMessage): Promise<void> {
    try {
      await this.#carryOut(message);
    } catch (error) {
      this.#tools.server.output.warn(
        `The portfolio could not do what was asked for (${message.type}): ${String(error)}`,
      );
      const why = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The plan could not be opened: {0}', why));
    }
  }

  async #carryOut(message: PortfolioPageMessage): Promise<void> {
    const { panels, revealer, server } = this.#tools;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#state = undefined;
        this.#draw.ask();
        break;
      case 'open':
        if (!this.#shows(message.uri)) break;
        await revealer.reveal(await openAsPlan(vscode.Uri.parse(message.uri)), message.at, this.webview.viewColumn);
        break;
      case 'openPanel':
        if (this.#shows(message.uri)) await panels.open((await openAsPlan(vscode.Uri.parse(message.uri))).uri);
        break;
      case 'export':
        await exportPortfolio(server);
        break;
      case 'newPlan':
        await vscode.commands.executeCommand('successPlan.newPlan');
        break;
    }
  }
}

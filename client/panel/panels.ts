import * as vscode from 'vscode';
import { isPlan } from '../language.ts';
import { type PanelTools, PlanPanel, panelRoot } from './panel.ts';

const VIEW_TYPE = 'successPlan.panel';

/** All open panels: at most one a document. */
export class PlanPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #tools: PanelTools;
  readonly #panels = new Map<string, PlanPanel>();
  readonly #switched = new vscode.EventEmitter<void>();
  /** Fires when another panel, or none, is the active tab. */
  readonly onDidSwitch = this.#switched.event;
  readonly #serializer: vscode.Disposable;

  constructor(tools: PanelTools) {
    this.#tools = tools;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this);
  }

  /** The document whose panel is the active tab. */
  get active(): vscode.Uri | undefined {
    return [...this.#panels.values()].find(panel => panel.webview.active)?.uri;
  }

  /** Shows the panel of a plan beside its text, which keeps the focus. `target`: which plan; else the one in the active editor. */
  async open(target?: vscode.Uri): Promise<void> {
    const active = vscode.window.activeTextEditor?.document;
    const document = target ? await vscode.workspace.openTextDocument(target) : active;
    if (!isPlan(document)) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('Open a success plan first: its panel is drawn from the text in the editor.'),
      );
      return;
    }
    const { uri } = document;
    const panel = this.#panels.get(uri.toString());
    if (panel) {
      panel.webview.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [panelRoot(this.#tools.extension)] };
    this.#keep(uri, vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Plan Panel'), place, options));
  }

  /** A panel of an earlier session comes back with the state that its page had kept. */
  async deserializeWebviewPanel(webview: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = uriOf(state);
    if (uri === undefined || this.#panels.has(uri.toString())) webview.dispose();
    else this.#keep(uri, webview);
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#switched.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
    this.#panels.clear();
  }

  #keep(uri: vscode.Uri, webview: vscode.WebviewPanel): void {
    const panel = new PlanPanel(uri, webview, this.#tools);
    this.#panels.set(uri.toString(), panel);
    webview.onDidChangeViewState(() => this.#switched.fire());
    webview.onDidDispose(() => {
      panel.dispose();
      this.#panels.delete(uri.toString());
      this.#switched.fire();
    });
  }
}

/** The document of a panel, from what its page kept: the drawing, which names it. */
function uriOf(state: unknown): vscode.Uri | undefined {
  if (typeof state !== 'object' || state === null || !('result' in state)) return undefined;
  const { result } = state;
  if (typeof result !== 'object' || result === null || !('uri' in result) || typeof result.uri !== 'string')
    return undefined;
  return vscode.Uri.parse(result.uri);
}

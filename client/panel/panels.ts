import * as vscode from 'vscode';
import { documentOf, readPanelState } from '../../protocol/panel-state.ts';
import { isPlan } from '../language.ts';
import { panelRoot } from './dress.ts';
import { type PanelMode, type PanelTools, PlanPanel } from './panel.ts';

/** The kind of webview that panels are, in package.json and in saved state. */
export const PANEL_VIEW = 'successPlan.panel';

/** Says in `when` clauses whether the panel that is the active tab follows the editor. */
const FOLLOWS = 'successPlan.panelFollows';

/** All open panels: at most one a document that stays with it, and at most one that follows the active editor. */
export class PlanPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #tools: PanelTools;
  readonly #panels = new Set<PlanPanel>();
  readonly #switched = new vscode.EventEmitter<void>();
  /** Fires when another panel, another plan in it, or none, is the active tab. */
  readonly onDidSwitch = this.#switched.event;
  /** The panel that was the active tab last: a button in its title may be pressed before the editor tells that it is again. */
  #last: PlanPanel | undefined;
  readonly #turning: vscode.Disposable;

  constructor(tools: PanelTools) {
    this.#tools = tools;
    this.#turning = vscode.window.onDidChangeActiveTextEditor(editor => {
      if (isPlan(editor?.document)) this.#turn(editor.document.uri);
    });
  }

  /** The document whose panel is the active tab. */
  get active(): vscode.Uri | undefined {
    return this.#active?.uri;
  }

  /** Shows the panel of a plan beside its text, which keeps the focus. `target`: which plan; else the one in the active editor. */
  async open(target?: vscode.Uri): Promise<void> {
    const uri = await planAt(target);
    if (uri === undefined) return;
    const shown = this.#of(uri) ?? (this.#following?.shows(uri) ? this.#following : undefined);
    if (shown) shown.webview.reveal(undefined, true);
    else this.#create(uri, false);
  }

  /** A drawing in pixels, as base64, made in the page of the plan's panel, which is shown for that; null when it cannot be. */
  async picture(plan: vscode.Uri, svg: string): Promise<string | null> {
    const shown = () => [...this.#panels].find(panel => panel.shows(plan) && panel.webview.visible);
    if (shown() === undefined) await this.open(plan);
    const panel = shown() ?? this.#of(plan);
    return panel?.pictures.draw(svg) ?? null;
  }

  /** Shows the panel that follows the active editor; there is one. */
  async openFollowing(): Promise<void> {
    const following = this.#following;
    if (following) {
      following.webview.reveal(undefined, true);
      return;
    }
    const uri = await planAt(undefined);
    if (uri !== undefined) this.#create(uri, true);
  }

  /** The panel that is the active tab (or was it last) follows the editor from now on; the one that follows stays with its plan. */
  follow(following: boolean): void {
    const panel = following ? (this.#active ?? this.#last) : this.#following;
    if (panel === undefined || panel.following === following) return;
    // One follows; the one that did until now stays where it is, unless its plan has a panel already.
    const before = following ? this.#following : undefined;
    before?.follow(false);
    panel.follow(following);
    const spare = following ? before && this.#twin(before) && before : this.#twin(panel);
    spare?.webview.dispose();
    this.#tell();
  }

  /** A panel of an earlier session comes back with the state that its page had kept. */
  async deserializeWebviewPanel(webview: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const address = documentOf(kept);
    const uri = address === undefined ? undefined : vscode.Uri.parse(address);
    const { following, audience } = readPanelState(kept);
    const mode = { following: following && this.#following === undefined, audience };
    if (uri === undefined || (!mode.following && this.#of(uri))) webview.dispose();
    else this.#keep(uri, webview, mode);
  }

  dispose(): void {
    this.#turning.dispose();
    this.#switched.dispose();
    for (const panel of this.#panels) panel.dispose();
    this.#panels.clear();
  }

  get #active(): PlanPanel | undefined {
    return [...this.#panels].find(panel => panel.webview.active);
  }

  get #following(): PlanPanel | undefined {
    return [...this.#panels].find(panel => panel.following);
  }

  /** The panel that stays with the plan. */
  #of(uri: vscode.Uri): PlanPanel | undefined {
    return [...this.#panels].find(panel => !panel.following && panel.shows(uri));
  }

  /** Another panel that stays with the same plan. */
  #twin(panel: PlanPanel): PlanPanel | undefined {
    return [...this.#panels].find(other => other !== panel && !other.following && other.shows(panel.uri));
  }

  /** As the preview of Markdown does, it shows a plan that has a panel of its own, too. */
  #turn(uri: vscode.Uri): void {
    this.#following?.turnTo(uri);
    this.#tell();
  }

  #create(uri: vscode.Uri, following: boolean): void {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [panelRoot(this.#tools.extension)],
    };
    const webview = vscode.window.createWebviewPanel(PANEL_VIEW, vscode.l10n.t('Plan Panel'), place, options);
    this.#keep(uri, webview, { following, audience: 'internal' });
  }

  #keep(uri: vscode.Uri, webview: vscode.WebviewPanel, mode: PanelMode): void {
    const panel = new PlanPanel(uri, webview, this.#tools, mode);
    this.#panels.add(panel);
    webview.onDidChangeViewState(() => this.#tell());
    webview.onDidDispose(() => {
      panel.dispose();
      this.#panels.delete(panel);
      if (this.#last === panel) this.#last = undefined;
      this.#tell();
    });
    this.#tell();
  }

  #tell(): void {
    this.#last = this.#active ?? this.#last;
    this.#switched.fire();
    void vscode.commands.executeCommand('setContext', FOLLOWS, this.#active?.following === true);
  }
}

/** The plan at an address, or the one in the active editor; a person who has none open is told so. */
async function planAt(target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const document = target ? await vscode.workspace.openTextDocument(target) : vscode.window.activeTextEditor?.document;
  if (isPlan(document)) return document.uri;
  await vscode.window.showInformationMessage(
    vscode.l10n.t('Open a success plan first: its panel is drawn from the text in the editor.'),
  );
  return undefined;
}

import * as vscode from 'vscode';
import { type Audience, type HostMessage, isPanelMessage, type PanelMessage } from '../../protocol/panel.ts';
import { Latest } from '../latest.ts';
import type { Revealer } from '../reveal.ts';
import type { PlanServer } from '../server.ts';
import { PanelActs, type Stage } from './acts.ts';
import { ShownDrawing } from './drawing.ts';
import { dress } from './dress.ts';
import { Pictures } from './pictures.ts';

const SELECT_MS = 50;

/** What panels share. */
export interface PanelTools {
  readonly extension: vscode.Uri;
  readonly server: PlanServer;
  readonly revealer: Revealer;
}

/** How a panel begins. */
export interface PanelMode {
  /** It turns to the plan in the active editor. */
  readonly following: boolean;
  readonly audience: Audience;
}

/** The drawing of one document in one webview: asks the server, hands over its answers, has carried out what is done in it. */
export class PlanPanel implements vscode.Disposable, Stage {
  readonly webview: vscode.WebviewPanel;
  /** Drawings in pixels, made in the page. */
  readonly pictures = new Pictures(message => this.post(message));
  readonly #tools: PanelTools;
  readonly #acts: PanelActs;
  readonly #draw: Latest;
  readonly #subscriptions: vscode.Disposable[];
  #drawing: ShownDrawing;
  #mode: PanelMode;
  /** The page runs and listens. False while it is hidden: then it is gone, and starts anew when shown. */
  #ready = false;
  #selecting: NodeJS.Timeout | undefined;

  constructor(uri: vscode.Uri, webview: vscode.WebviewPanel, tools: PanelTools, mode: PanelMode) {
    this.webview = webview;
    this.#tools = tools;
    this.#mode = mode;
    this.#drawing = new ShownDrawing(uri);
    this.#acts = new PanelActs(tools.server, tools.revealer);
    this.#draw = new Latest(
      () => this.#update(),
      error => tools.server.output.warn(`The panel of ${this.uri.toString(true)} has no new drawing: ${String(error)}`),
    );
    this.#subscriptions = [
      this.#acts,
      this.pictures,
      webview.webview.onDidReceiveMessage((message: unknown) => {
        if (isPanelMessage(message)) void this.#receive(message);
      }),
      webview.onDidChangeViewState(() => {
        if (!webview.visible) this.#ready = false;
      }),
      tools.server.onDidKnow(known => {
        if (known === undefined || this.shows(known)) this.refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.shows(textEditor.document.uri)) this.#selectSoon(textEditor);
      }),
    ];
    dress(webview, tools.extension);
    this.#name();
  }

  /** The plan that it shows. */
  get uri(): vscode.Uri {
    return this.#drawing.uri;
  }

  /** What it shows of that plan. */
  get drawing(): ShownDrawing {
    return this.#drawing;
  }

  /** True while it shows whatever plan is active. */
  get following(): boolean {
    return this.#mode.following;
  }

  /** True for the plan that it shows. */
  shows(uri: vscode.Uri): boolean {
    return this.#drawing.isOf(uri);
  }

  /** Turns to another plan. The page keeps the last drawing until there is a new one. */
  turnTo(uri: vscode.Uri): void {
    if (this.shows(uri)) return;
    this.#drawing.dispose();
    this.#drawing = new ShownDrawing(uri);
    this.#name();
    this.refresh();
  }

  /** Follows the active editor from now on, or stays with what it shows. */
  follow(following: boolean): void {
    this.#change({ ...this.#mode, following });
  }

  /** Asks for a new drawing, if there is a page to show it. */
  refresh(): void {
    if (this.#ready) this.#draw.ask();
  }

  /** Sends a message to its page; without one, nowhere. */
  post(message: HostMessage): void {
    if (this.#ready) void this.webview.webview.postMessage(message);
  }

  /** Forgets everything; the webview itself is closed by whoever opened it. */
  dispose(): void {
    this.#draw.dispose();
    this.#drawing.dispose();
    clearTimeout(this.#selecting);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #change(mode: PanelMode): void {
    this.#mode = mode;
    this.post({ type: 'mode', ...mode });
  }

  /** The file's name, until the drawing has a better one. */
  #name(): void {
    this.webview.title = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  async #update(): Promise<void> {
    const drawing = this.#drawing;
    const { audience } = this.#mode;
    await drawing.document();
    const result = await this.#tools.server.view(drawing.uri, audience);
    // The answer may be about what is no longer asked for.
    if (result === undefined || !this.#ready || drawing !== this.#drawing || audience !== this.#mode.audience) return;
    const news = drawing.post(result);
    if (news === 'same') return;
    if (news === 'back') this.post({ type: 'waiting' });
    this.post({ type: 'view', ...result });
    const { view } = result;
    if (view !== null) this.webview.title = view.kind === 'plan' ? view.header.title : view.title;
    const editor = vscode.window.visibleTextEditors.find(({ document }) => this.shows(document.uri));
    if (editor) this.#select(editor);
  }

  /** A key held down moves the cursor faster than anybody can look. */
  #selectSoon(editor: vscode.TextEditor): void {
    this.#selecting ??= setTimeout(() => {
      this.#selecting = undefined;
      if (this.shows(editor.document.uri)) this.#select(editor);
    }, SELECT_MS);
  }

  #select(editor: vscode.TextEditor): void {
    this.post({ type: 'select', offset: editor.document.offsetAt(editor.selection.active) });
  }

  async #receive(message: PanelMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#drawing.restart();
        this.#change(this.#mode);
        this.refresh();
        this.pictures.again();
        break;
      case 'openProblems':
        await vscode.commands.executeCommand('workbench.actions.view.problems');
        break;
      case 'audience':
        this.#change({ ...this.#mode, audience: message.audience });
        this.refresh();
        break;
      case 'export':
        await vscode.commands.executeCommand('successPlan.export', this.uri, message.audience);
        break;
      case 'picture':
        this.pictures.take(message);
        break;
      default:
        await this.#acts.carryOut(message, this);
    }
  }
}

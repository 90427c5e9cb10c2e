import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { type HostMessage, isPanelMessage, type PanelMessage, type PlanViewResult } from '../../protocol/panel.ts';
import { Latest } from '../latest.ts';
import type { Revealer } from '../reveal.ts';
import type { PlanServer } from '../server.ts';
import { EditLog } from './edit-log.ts';
import { panelPage } from './page.ts';

const SELECT_MS = 50;

/** What panels share. */
export interface PanelTools {
  readonly extension: vscode.Uri;
  readonly server: PlanServer;
  readonly revealer: Revealer;
}

/** The folder from which a panel's page may load. */
export function panelRoot(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/** The drawing of one document in one webview: asks the server, hands over its answers, carries out what is clicked. */
export class PlanPanel implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly webview: vscode.WebviewPanel;
  readonly #tools: PanelTools;
  readonly #edits = new EditLog();
  readonly #draw: Latest;
  readonly #subscriptions: vscode.Disposable[];
  /** The page runs and listens. False while it is hidden: then it is gone, and starts anew when shown. */
  #ready = false;
  #posted: { readonly result: PlanViewResult; readonly content: string } | undefined;
  /** The version that the drawing on show was made from: while the text cannot be read, the last one that could. */
  #drawn: number | undefined;
  #selecting: NodeJS.Timeout | undefined;

  constructor(uri: vscode.Uri, webview: vscode.WebviewPanel, tools: PanelTools) {
    this.uri = uri;
    this.webview = webview;
    this.#tools = tools;
    this.#draw = new Latest(
      () => this.#update(),
      error => tools.server.output.warn(`The panel of ${uri.toString(true)} has no new drawing: ${String(error)}`),
    );
    this.#subscriptions = [
      webview.webview.onDidReceiveMessage((message: unknown) => {
        if (isPanelMessage(message)) void this.#receive(message);
      }),
      webview.onDidChangeViewState(() => {
        if (!webview.visible) this.#ready = false;
      }),
      tools.server.onDidKnow(known => {
        if (known === undefined || this.shows(known)) this.refresh();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (this.shows(document.uri)) this.#edits.add(document.version, contentChanges);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri: closed }) => {
        // Opened again, it counts its versions anew.
        if (this.shows(closed)) this.#edits.forgetUntil(Number.POSITIVE_INFINITY);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.shows(textEditor.document.uri)) this.#selectSoon(textEditor);
      }),
    ];
    this.#dress();
  }

  shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  /** Asks for a new drawing, if there is a page to show it. */
  refresh(): void {
    if (this.#ready) this.#draw.ask();
  }

  /** Forgets everything; the webview itself is closed by whoever opened it. */
  dispose(): void {
    this.#draw.dispose();
    clearTimeout(this.#selecting);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #dress(): void {
    const { extension } = this.#tools;
    const { webview } = this.webview;
    const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(panelRoot(extension), file)).toString();
    this.webview.title = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    this.webview.iconPath = {
      light: vscode.Uri.joinPath(extension, 'media/plan-light.svg'),
      dark: vscode.Uri.joinPath(extension, 'media/plan-dark.svg'),
    };
    webview.options = { enableScripts: true, localResourceRoots: [panelRoot(extension)] };
    webview.html = panelPage({
      script: address('webview.js'),
      style: address('panel.css'),
      cspSource: webview.cspSource,
      nonce: randomBytes(18).toString('base64url'),
    });
  }

  async #update(): Promise<void> {
    await this.#document();
    const result = await this.#tools.server.view(this.uri);
    if (result !== undefined && this.#ready) this.#show(result);
  }

  #show(result: PlanViewResult): void {
    const content = JSON.stringify(result);
    if (this.#posted?.content === content) return;
    // A document that was closed and opened again counts from 1, and the page takes no step back unless told to begin anew.
    if (this.#posted && result.version < this.#posted.result.version) this.#post({ type: 'waiting' });
    this.#posted = { result, content };
    if (result.broken === undefined) {
      this.#drawn = result.version;
      this.#edits.forgetUntil(result.version);
    }
    this.#post({ type: 'view', ...result });
    const { view } = result;
    if (view !== null) this.webview.title = view.kind === 'plan' ? view.header.title : view.title;
    const editor = vscode.window.visibleTextEditors.find(({ document }) => this.shows(document.uri));
    if (editor) this.#select(editor);
  }

  /** A key held down moves the cursor faster than anybody can look. */
  #selectSoon(editor: vscode.TextEditor): void {
    this.#selecting ??= setTimeout(() => {
      this.#selecting = undefined;
      this.#select(editor);
    }, SELECT_MS);
  }

  #select(editor: vscode.TextEditor): void {
    this.#post({ type: 'select', offset: editor.document.offsetAt(editor.selection.active) });
  }

  #post(message: HostMessage): void {
    if (this.#ready) void this.webview.webview.postMessage(message);
  }

  async #receive(message: PanelMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#posted = undefined;
        this.refresh();
        break;
      case 'openProblems':
        await vscode.commands.executeCommand('workbench.actions.view.problems');
        break;
      case 'reveal': {
        const document = await this.#document();
        const offset = this.#edits.follow(message.offset, this.#versionOf(message));
        await this.#tools.revealer.reveal(document, offset, this.webview.viewColumn);
        break;
      }
    }
  }

  /** The version in which an offset was true: the drawing's, but the broken place is told by the newest answer. */
  #versionOf({ offset, version }: Extract<PanelMessage, { readonly type: 'reveal' }>): number {
    if (this.#posted?.result.broken === undefined || offset === this.#posted.result.broken.at) return version;
    return this.#drawn ?? version;
  }

  /** The document, read again if every editor of it was closed. */
  async #document(): Promise<vscode.TextDocument> {
    const open = vscode.workspace.textDocuments.find(document => this.shows(document.uri));
    return open ?? vscode.workspace.openTextDocument(this.uri);
  }
}

// A webview panel without a page: what the extension sends is kept, and what a page would send can be said. The extension's own panels run
// in it, with the real server and the real documents.
import * as vscode from 'vscode';
import type { HostMessage, PanelMessage } from '../../protocol/panel.ts';
import { eventually } from './support.ts';

/** Stands in for the tab and its page. */
export class FakePanel implements vscode.WebviewPanel {
  readonly viewType = 'successPlan.panel';
  readonly options = {};
  readonly viewColumn = vscode.ViewColumn.Two;
  readonly sent: HostMessage[] = [];
  readonly #received = new vscode.EventEmitter<PanelMessage>();
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly #changed = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly onDidDispose = this.#disposed.event;
  readonly onDidChangeViewState = this.#changed.event;
  readonly webview: vscode.Webview;
  title = '';
  iconPath?: NonNullable<vscode.WebviewPanel['iconPath']>;
  visible = true;
  active = false;
  closed = false;

  constructor() {
    this.webview = {
      options: {},
      html: '',
      cspSource: 'https://panel.example',
      onDidReceiveMessage: this.#received.event,
      asWebviewUri: uri => uri,
      postMessage: async message => {
        this.sent.push(message);
        return true;
      },
    };
  }

  reveal(): void {
    this.activate(true);
  }

  activate(active: boolean): void {
    this.active = active;
    this.#changed.fire({ webviewPanel: this });
  }

  dispose(): void {
    if (this.closed) return;
    this.closed = true;
    this.#disposed.fire();
  }

  /** What the page says. */
  say(message: PanelMessage): void {
    this.#received.fire(message);
  }

  /** Waits for a message of this kind that the page has not been shown yet, and shows it. */
  async hear<T extends HostMessage['type']>(type: T): Promise<Extract<HostMessage, { readonly type: T }>> {
    const isIt = (message: HostMessage): message is Extract<HostMessage, { readonly type: T }> => message.type === type;
    return eventually(`a message “${type}”`, () => {
      const found = this.sent.find(isIt);
      if (found !== undefined) this.sent.splice(this.sent.indexOf(found), 1);
      return found;
    });
  }

  /** Waits until the drawing of this version is on show. */
  async drawn(version: number): Promise<Extract<HostMessage, { readonly type: 'view' }>> {
    for (;;) {
      const view = await this.hear('view');
      if (view.version >= version) return view;
    }
  }
}

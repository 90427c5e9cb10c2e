import * as vscode from 'vscode';
import type { Drawing, PlanViewResult } from '../../protocol/panel.ts';
import { EditLog } from './edit-log.ts';

/** What a panel shows of one document, and where the places in it stand now. */
export class ShownDrawing implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #edits = new EditLog();
  readonly #subscriptions: vscode.Disposable[];
  #posted: { readonly result: PlanViewResult; readonly content: string } | undefined;
  /** The version that the drawing on show was made from: while the text cannot be read, the last one that could. */
  #drawn: number | undefined;

  constructor(uri: vscode.Uri) {
    this.uri = uri;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (this.isOf(document.uri)) this.#edits.add(document.version, contentChanges);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri: closed }) => {
        // Opened again, it counts its versions anew.
        if (this.isOf(closed)) this.#edits.clear();
      }),
    ];
  }

  /** True for the document that this is a drawing of. */
  isOf(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  /** The document, read again if every editor of it was closed. */
  async document(): Promise<vscode.TextDocument> {
    const open = vscode.workspace.textDocuments.find(document => this.isOf(document.uri));
    return open ?? vscode.workspace.openTextDocument(this.uri);
  }

  /**
   * Notes that an answer goes to the page. `same`: the page has it already; `back`: it counts from 1 again, and the page takes no step
   * back unless it is told to begin anew.
   */
  post(result: PlanViewResult): 'same' | 'back' | 'news' {
    const content = JSON.stringify(result);
    const before = this.#posted;
    if (before?.content === content) return 'same';
    this.#posted = { result, content };
    if (result.broken === undefined) {
      // A person may still act on the drawing before this one.
      if (this.#drawn !== undefined) this.#edits.forgetUntil(Math.min(this.#drawn, result.version));
      this.#drawn = result.version;
    }
    return before && result.version < before.result.version ? 'back' : 'news';
  }

  /** The page begins anew, and has nothing yet. */
  restart(): void {
    this.#posted = undefined;
  }

  /** Where an offset of a drawing stands now, as near as can be told. */
  follow(offset: number, { version }: Drawing): number {
    return this.#edits.follow(offset, this.#versionOf(offset, version));
  }

  /** Where it stands now, or undefined when that is not certain: a page that came back shows what an earlier session drew, as version 0. */
  followExactly(offset: number, { version }: Drawing): number | undefined {
    if (version === 0) return undefined;
    return this.#edits.followExactly(offset, this.#versionOf(offset, version));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** The version in which an offset was true: the drawing's, but the broken place is told by the newest answer. */
  #versionOf(offset: number, version: number): number {
    const broken = this.#posted?.result.broken;
    return broken === undefined || offset === broken.at ? version : (this.#drawn ?? version);
  }
}

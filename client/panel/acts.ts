import * as vscode from 'vscode';
import type { PlanEdit } from '../../protocol/edit.ts';
import type { DrawingMessage, HostMessage } from '../../protocol/panel.ts';
import { applyEdits, select } from '../dialogues/carry-out.ts';
import { runDialogue } from '../dialogues/commands.ts';
import { type Revealer, showPlan } from '../reveal.ts';
import type { PlanServer } from '../server.ts';
import type { ShownDrawing } from './drawing.ts';

/** So often an edit is worked out anew while somebody types. */
const TRIES = 3;

/** The panel in which something was done, as far as doing it needs that. */
export interface Stage {
  readonly drawing: ShownDrawing;
  readonly webview: vscode.WebviewPanel;
  post(message: HostMessage): void;
}

/** What is clicked, dragged and typed in a panel, carried out. One thing at a time: each sees the text that the one before it left. */
export class PanelActs {
  readonly #server: PlanServer;
  readonly #revealer: Revealer;
  /** The version that the panel's own last change made: while it is the newest, the change can be taken back. */
  #made: { readonly uri: string; readonly version: number } | undefined;
  #queue: Promise<void> = Promise.resolve();
  #trying: vscode.CancellationTokenSource | undefined;

  constructor(server: PlanServer, revealer: Revealer) {
    this.#server = server;
    this.#revealer = revealer;
  }

  /** Never rejects: what goes wrong is a line in the log and a word in the panel. */
  async carryOut(message: DrawingMessage, stage: Stage): Promise<void> {
    // A panel may have turned to another plan while the message was on its way.
    if (message.uri !== stage.drawing.uri.toString()) return;
    try {
      switch (message.type) {
        case 'reveal':
          return await this.#reveal(message, stage);
        case 'try':
          return await this.#try(message, stage);
        case 'dialogue':
          // A person may leave a question open: nothing waits for it.
          return await this.#dialogue(message, stage);
        case 'edit':
          return await this.#inTurn(() => this.#edit(message, stage));
        case 'undo':
          return await this.#inTurn(() => this.#undo(message, stage));
      }
    } catch (error) {
      this.#server.output.warn(`The panel could not do what was asked for (${message.type}): ${String(error)}`);
      if (message.type !== 'try') await refuse(stage, vscode.l10n.t('Something went wrong, and nothing was changed.'));
    }
  }

  dispose(): void {
    this.#trying?.dispose();
  }

  async #inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #reveal(message: Extract<DrawingMessage, { type: 'reveal' }>, { drawing, webview }: Stage): Promise<void> {
    const document = await drawing.document();
    await this.#revealer.reveal(document, drawing.follow(message.offset, message), webview.viewColumn);
  }

  async #edit(message: Extract<DrawingMessage, { type: 'edit' }>, stage: Stage): Promise<void> {
    const document = await stage.drawing.document();
    for (let tries = 0; tries < TRIES; tries++) {
      const edit = placed(message.edit, message, stage.drawing, document);
      if (edit === undefined) break;
      const { version } = document;
      const answer = await this.#server.edit({ textDocument: { uri: document.uri.toString() }, version, edit });
      if (answer?.type === 'refused') return refuse(stage, answer.reason);
      if (answer === undefined && document.version === version)
        return refuse(stage, vscode.l10n.t('The language server gave no answer. Nothing was changed.'));
      if (answer?.edits.length === 0) return refuse(stage, vscode.l10n.t('The plan says so already.'));
      if (answer === undefined || !(await applyEdits(answer))) continue;
      // What has just begun is to be filled in, where one types.
      if (edit.kind === 'add' && answer.select) await select(document, answer.select, stage.webview.viewColumn);
      // Whatever is typed right behind it is not part of it.
      return this.#done(document, version + 1, stage);
    }
    await refuse(
      stage,
      vscode.l10n.t('The text changed there meanwhile, so nothing was changed from here. Look again.'),
    );
  }

  async #try(message: Extract<DrawingMessage, { type: 'try' }>, stage: Stage): Promise<void> {
    this.#trying?.cancel();
    this.#trying?.dispose();
    const trying = new vscode.CancellationTokenSource();
    this.#trying = trying;
    const document = await stage.drawing.document();
    const edit = placed(message.edit, message, stage.drawing, document);
    const textDocument = { uri: document.uri.toString() };
    const answer =
      edit && (await this.#server.tryEdit({ textDocument, version: document.version, edit }, trying.token));
    // The page waits for an answer before it asks again.
    stage.post({ type: 'tried', id: message.id, warnings: answer?.warnings ?? [] });
  }

  async #dialogue(message: Extract<DrawingMessage, { type: 'dialogue' }>, stage: Stage): Promise<void> {
    const document = await stage.drawing.document();
    const position = document.positionAt(stage.drawing.follow(message.offset, message));
    const before = document.version;
    const target = { document, position, folder: undefined, stays: true };
    const ending = await runDialogue(message.dialogue, target, this.#server);
    if (ending !== 'done') return front(stage);
    // A new text took the keyboard; a change of this one leaves it where it was.
    if (document.version === before) return;
    this.#done(document, document.version, stage);
    front(stage);
  }

  async #undo({ version }: Extract<DrawingMessage, { type: 'undo' }>, stage: Stage): Promise<void> {
    const document = await stage.drawing.document();
    const own = this.#made?.uri === document.uri.toString() && this.#made.version === version;
    if (!own || document.version !== version)
      return refuse(stage, vscode.l10n.t('The plan was changed since. Undo it in the text.'));
    // The editor undoes only where it has the keyboard; the panel gets it back.
    await showPlan(document, stage.webview.viewColumn);
    await vscode.commands.executeCommand('undo');
    front(stage);
    this.#made = undefined;
    if (document.version === version)
      await refuse(stage, vscode.l10n.t('The editor could not undo it: the plan is as it was.'));
  }

  #done(document: vscode.TextDocument, version: number, stage: Stage): void {
    this.#made = { uri: document.uri.toString(), version };
    stage.post({ type: 'done', version });
  }
}

/** The edit with its offset as it stands now; undefined when what stood there is no longer certain. */
function placed(
  edit: PlanEdit,
  message: DrawingMessage,
  drawing: ShownDrawing,
  { version }: vscode.TextDocument,
): PlanEdit | undefined {
  if (edit.kind === 'add') return edit;
  // Closed and opened again meanwhile: the numbers are of another count.
  if (message.version > version) return undefined;
  const at = drawing.followExactly(edit.at, message);
  return at === undefined ? undefined : { ...edit, at };
}

async function refuse(stage: Stage, reason: string): Promise<void> {
  stage.post({ type: 'refused', reason, version: (await stage.drawing.document()).version });
}

function front({ webview }: Stage): void {
  webview.reveal(undefined, false);
}

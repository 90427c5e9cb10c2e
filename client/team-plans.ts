import * as vscode from 'vscode';
import { CONFIG_FILE, LANGUAGE } from './language.ts';
import type { PlanServer } from './server.ts';

/** What VS Code takes YAML files for. */
const YAML = 'yaml';

/** Opens a file that the server counts among the plans, whatever its name. */
export async function openAsPlan(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  return document.languageId === YAML ? vscode.languages.setTextDocumentLanguage(document, LANGUAGE) : document;
}

/**
 * Gives files that are plans by the globs of a team's configuration the language of plans, which package.json can give by names alone. A file is
 * asked about once while it is open: who then chooses another language for it keeps that.
 */
export class TeamPlans implements vscode.Disposable {
  readonly #server: PlanServer;
  readonly #asked = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(server: PlanServer) {
    this.#server = server;
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument(document => void this.#look(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    ];
    for (const document of vscode.workspace.textDocuments) void this.#look(document);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #look(document: vscode.TextDocument): Promise<void> {
    const { languageId, uri } = document;
    if (languageId !== YAML || uri.scheme !== 'file' || uri.path.endsWith(`/${CONFIG_FILE}`)) return;
    if (this.#asked.has(uri.toString())) return;
    this.#asked.add(uri.toString());
    try {
      if ((await this.#server.isTeamPlan(uri)) && !document.isClosed)
        await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    } catch (error) {
      this.#server.output.warn(`Whether ${uri.path} is a plan is not known: ${String(error)}`);
    }
  }

  /** Another language closes a document, too, and opens it again in the same turn. */
  #forget(uri: vscode.Uri): void {
    const name = uri.toString();
    setTimeout(() => {
      if (!vscode.workspace.textDocuments.some(document => document.uri.toString() === name)) this.#asked.delete(name);
    });
  }
}

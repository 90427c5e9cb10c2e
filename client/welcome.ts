import * as vscode from 'vscode';
import { isPlan } from './language.ts';
import { Latest } from './latest.ts';

/** Files that are plans or agendas by their names, as package.json has them. */
const PLANS = '**/{success-plan,*.success-plan,*.qbr}.{yaml,yml}';

/** The context that says whether there is any. */
export const HAS_PLANS = 'successPlan.hasPlans';
const HAS_WRITTEN = 'successPlan.hasWritten';

/**
 * What greets a person without plans: a view that leads to the first one, and is gone when there is one. It has nothing to list; its
 * words stand in package.json.
 */
export class Welcome implements vscode.Disposable {
  readonly #look: Latest;
  readonly #subscriptions: vscode.Disposable[];

  constructor(log: (message: string) => void) {
    this.#look = new Latest(
      () => this.#tell(),
      error => log(`Whether there are plans is not known: ${String(error)}`),
    );
    const look = () => this.#look.ask();
    const watcher = vscode.workspace.createFileSystemWatcher(PLANS, false, true, false);
    const writing = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isPlan(document) || contentChanges.length === 0) return;
      writing.dispose();
      void vscode.commands.executeCommand('setContext', HAS_WRITTEN, true);
    });
    this.#subscriptions = [
      this.#look,
      watcher,
      writing,
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
      vscode.workspace.onDidChangeWorkspaceFolders(look),
    ];
    look();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #tell(): Promise<void> {
    const [plan] = await vscode.workspace.findFiles(PLANS, undefined, 1);
    await vscode.commands.executeCommand('setContext', HAS_PLANS, plan !== undefined);
  }
}

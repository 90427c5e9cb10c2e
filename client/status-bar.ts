import * as vscode from 'vscode';
import type { PlanStatus } from '../protocol/status.ts';
import { isPlan } from './language.ts';
import { Latest } from './latest.ts';
import type { PlanPanels } from './panel/panels.ts';
import type { PlanServer } from './server.ts';
import { statusText } from './status-text.ts';

/** Findings and attainment of the plan that is looked at, in its text or in its panel; hidden when there is none. */
export class StatusBar implements vscode.Disposable {
  readonly #server: PlanServer;
  readonly #panels: PlanPanels;
  readonly #item = vscode.window.createStatusBarItem('successPlan.status', vscode.StatusBarAlignment.Right, 110);
  readonly #update: Latest;
  readonly #subscriptions: vscode.Disposable[];

  constructor(server: PlanServer, panels: PlanPanels) {
    this.#server = server;
    this.#panels = panels;
    this.#item.name = vscode.l10n.t('Success Plan');
    this.#update = new Latest(
      () => this.#show(),
      error => {
        this.#item.hide();
        server.output.warn(`The status bar knows nothing new: ${String(error)}`);
      },
    );
    const update = () => this.#update.ask();
    this.#subscriptions = [
      this.#item,
      this.#update,
      server.onDidKnow(known => {
        if (known === undefined || known.toString() === this.#plan()?.toString()) update();
      }),
      vscode.window.onDidChangeActiveTextEditor(update),
      panels.onDidSwitch(update),
    ];
    update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #plan(): vscode.Uri | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return isPlan(document) ? document.uri : this.#panels.active;
  }

  async #show(): Promise<void> {
    const uri = this.#plan();
    const status = uri && (await this.#server.status(uri));
    if (uri && status) this.#fill(uri, status);
    else this.#item.hide();
  }

  #fill(uri: vscode.Uri, status: PlanStatus): void {
    const { short, long } = statusText(status);
    this.#item.text = `$(target) ${short}`;
    this.#item.tooltip = vscode.l10n.t('{0} Click to open the plan panel.', long);
    this.#item.accessibilityInformation = { label: vscode.l10n.t('Success plan. {0}', long), role: 'button' };
    this.#item.command = {
      command: 'successPlan.openPanel',
      title: vscode.l10n.t('Open Plan Panel'),
      arguments: [uri],
    };
    this.#item.show();
  }
}

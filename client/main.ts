// Ahead of all others: the server's process begins when this is read.
import './early-process.ts';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { registerDialogues } from './dialogues/commands.ts';
import { earlyProcess } from './early-process.ts';
import { registerExplainRule } from './explain-rule.ts';
import { registerExport } from './export/commands.ts';
import { PANEL_VIEW, PlanPanels } from './panel/panels.ts';
import { registerPortfolio } from './portfolio/commands.ts';
import { Revealer } from './reveal.ts';
import { registerRulePages, rulePages } from './rule-pages.ts';
import { PlanServer } from './server.ts';
import { StatusBar } from './status-bar.ts';
import { TeamPlans } from './team-plans.ts';
import { Welcome } from './welcome.ts';

/**
 * The server is started as soon as this file is read: VS Code calls `activate` only when its window has answered, which takes its time while it opens
 * an editor. Until then the server runs, and has read the plan.
 */
let server: PlanServer | undefined = startedServer();

/** Called by VS Code when a plan is opened, a command is run or a panel comes back. Does not wait for the server. */
export function activate({ extension, extensionUri, subscriptions, workspaceState }: vscode.ExtensionContext): void {
  const plans = server ?? startedServer();
  server = plans;
  const revealer = new Revealer();
  const panels = new PlanPanels({ extension: extensionUri, server: plans, revealer });
  subscriptions.push(
    plans,
    revealer,
    panels,
    vscode.window.registerWebviewPanelSerializer(PANEL_VIEW, panels),
    new StatusBar(plans, panels),
    new TeamPlans(plans),
    registerRulePages(rulePages(extensionUri)),
    registerExplainRule(rulePages(extensionUri), extension.packageJSON),
    registerDialogues(plans, panels),
    registerExport(plans, panels),
    registerPortfolio({ extension: extensionUri, server: plans, revealer, panels }, workspaceState),
    new Welcome(message => plans.output.warn(message)),
    vscode.commands.registerCommand('successPlan.openPanel', (target: unknown) =>
      // A lens names the plan by its address.
      panels.open(
        target instanceof vscode.Uri ? target : typeof target === 'string' ? vscode.Uri.parse(target) : undefined,
      ),
    ),
    vscode.commands.registerCommand('successPlan.openFollowingPanel', () => panels.openFollowing()),
    vscode.commands.registerCommand('successPlan.panel.follow', () => panels.follow(true)),
    vscode.commands.registerCommand('successPlan.panel.stay', () => panels.follow(false)),
    vscode.commands.registerCommand('successPlan.showOutput', () => plans.output.show()),
    vscode.commands.registerCommand('successPlan.restartServer', () => plans.restart()),
  );
}

/** Called by VS Code before it ends. */
export async function deactivate(): Promise<void> {
  const stopped = server;
  server = undefined;
  await stopped?.stop();
}

function startedServer(): PlanServer {
  const plans = new PlanServer(vscode.Uri.file(path.dirname(__dirname)), earlyProcess);
  void plans.start();
  return plans;
}

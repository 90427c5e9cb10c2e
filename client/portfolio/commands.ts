import * as vscode from 'vscode';
import { openAsPlan } from '../team-plans.ts';
import { exportPortfolio } from './export.ts';
import { PORTFOLIO_VIEW, PortfolioPanel, type PortfolioTools } from './panel.ts';
import { PlanTreeView } from './tree.ts';

/** The tree of plans, the portfolio's panel, and the commands of both. */
export function registerPortfolio(tools: PortfolioTools, memory: vscode.Memento): vscode.Disposable {
  const { server, panels, revealer } = tools;
  const tree = new PlanTreeView(server, memory);
  const portfolio = new PortfolioPanel(tools);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    tree,
    portfolio,
    vscode.window.registerWebviewPanelSerializer(PORTFOLIO_VIEW, portfolio),
    registerCommand('successPlan.openPortfolio', () => portfolio.open()),
    registerCommand('successPlan.exportPortfolio', () => exportPortfolio(server)),
    registerCommand('successPlan.refreshPlans', () => tree.refresh()),
    registerCommand('successPlan.groupByAttention', () => tree.groupBy('attention')),
    registerCommand('successPlan.groupByCsm', () => tree.groupBy('csm')),
    registerCommand('successPlan.groupByRenewal', () => tree.groupBy('renewal')),
    registerCommand('successPlan.openPlan', async (uri: unknown, at: unknown) => {
      const plan = planOf(uri);
      if (plan === undefined) return;
      await revealer.reveal(await openAsPlan(plan), typeof at === 'number' ? at : 0, undefined);
    }),
    registerCommand('successPlan.openPanelOf', async (node: unknown) => {
      const plan = planOf(node);
      if (plan !== undefined) await panels.open((await openAsPlan(plan)).uri);
    }),
    registerCommand('successPlan.exportOf', async (node: unknown) => {
      const plan = planOf(node);
      if (plan === undefined) return;
      await openAsPlan(plan);
      await vscode.commands.executeCommand('successPlan.export', plan);
    }),
  );
}

/** The plan that a command is called with: an address, or a line of the tree. */
function planOf(target: unknown): vscode.Uri | undefined {
  if (typeof target === 'string') return vscode.Uri.parse(target);
  if (typeof target !== 'object' || target === null || !('plan' in target)) return undefined;
  const { plan } = target;
  if (typeof plan !== 'object' || plan === null || !('uri' in plan) || typeof plan.uri !== 'string') return undefined;
  return vscode.Uri.parse(plan.uri);
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, open, PLAN, workspaceFile } from '../support.ts';

/** What sorts first by its CSM, and last of all by its customer. */
const NEW = 'zulu.success-plan.yaml';
const TEXT = `plan:
  status: active
  owner: Aaron Abel
customer:
  company: Zulu Freight
  contract:
    renewal_date: 2026-03-01
`;

const { executeCommand } = vscode.commands;

/** The name of the file in the active editor. */
function active(): string {
  return vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1) ?? '';
}

/** The webview tabs of one kind. */
function panels(kind: RegExp): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && kind.test(input.viewType));
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Presses keys in the tree, as a person does that has no mouse. */
async function inTree(...commands: readonly string[]): Promise<void> {
  await executeCommand('successPlan.plans.focus');
  for (const command of commands) {
    await executeCommand(`list.${command}`);
    await pause(60);
  }
}

/** Goes to the first line of the tree, which is a group, and opens it. */
async function toTop(): Promise<void> {
  await inTree('focusFirst', 'collapse', 'expand');
}

/** Opens every group, from the top down. */
async function openGroups(lines: number): Promise<void> {
  await toTop();
  for (let line = 0; line < lines; line++) await inTree('focusDown', 'expand');
}

/**
 * Opens the lines of the tree from the bottom up, until all wanted files were seen, and takes these out: a line that is a group closes when it
 * is chosen, but what is in it was seen before.
 */
async function openFromBelow(lines: number, wanted: Set<string>): Promise<void> {
  await inTree('focusLast');
  for (let line = 0; line < lines && wanted.size > 0; line++) {
    const before = active();
    await inTree('select');
    for (let waited = 0; waited < 500 && active() === before; waited += 50) await pause(50);
    wanted.delete(active());
    await inTree('focusUp');
  }
}

suite('tree of plans', () => {
  suiteSetup(async () => {
    await open(PLAN);
    await executeCommand('successPlan.groupByAttention');
  });
  teardown(closeAll);
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(workspaceFile(NEW)).then(undefined, () => undefined);
    await executeCommand('successPlan.groupByAttention');
    await executeCommand('workbench.view.explorer');
  });

  test('lists the plans of the workspace, and opens them', async function () {
    this.timeout(120_000);
    const all = await vscode.workspace.findFiles('**/{success-plan,*.success-plan}.yaml');
    const unseen = new Set(all.map(({ path }) => path.split('/').at(-1) ?? ''));
    // With the groups, and plans of other tests that the editor has not let go yet.
    const others = vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'success-plan');
    const lines = all.length + others.length + 4;
    // Lines may be passed over while the tree is drawn anew.
    for (let walk = 0; walk < 5 && unseen.size > 0; walk++) {
      await openGroups(lines);
      await openFromBelow(lines, unseen);
    }
    assert.deepEqual([...unseen], []);
  });

  test('changes after a file is written', async function () {
    this.timeout(60_000);
    await executeCommand('successPlan.groupByCsm');
    const first = async () => {
      await toTop();
      await inTree('focusDown', 'select');
      await pause(200);
      return active();
    };
    assert.notEqual(await first(), NEW);
    await vscode.workspace.fs.writeFile(workspaceFile(NEW), new TextEncoder().encode(TEXT));
    await eventually('the new plan at the top', async () => (await first()) === NEW);
  });

  test('opens the panel of a plan', async () => {
    const node = { kind: 'plan', plan: { uri: workspaceFile(PLAN).toString() } };
    await executeCommand('successPlan.openPanelOf', node);
    await eventually('a panel', () => panels(/successPlan\.panel/)[0]);
    await executeCommand('successPlan.openPanelOf', { kind: 'group' });
    await executeCommand('successPlan.openPanelOf');
    assert.equal(panels(/successPlan\.panel/).length, 1);
  });
});

suite('portfolio', () => {
  teardown(closeAll);

  test('opens as one panel, however often it is asked for', async () => {
    await executeCommand('successPlan.openPortfolio');
    const tab = await eventually('the portfolio', () => panels(/successPlan\.portfolio/)[0]);
    assert.equal(tab.label, 'Portfolio');
    await open(PLAN);
    await executeCommand('successPlan.openPortfolio');
    await pause(300);
    assert.equal(panels(/successPlan\.portfolio/).length, 1);
    await vscode.window.tabGroups.close(tab);
    await eventually('no portfolio', () => panels(/successPlan\.portfolio/).length === 0);
    await executeCommand('successPlan.openPortfolio');
    await eventually('the portfolio again', () => panels(/successPlan\.portfolio/)[0]);
  });
});

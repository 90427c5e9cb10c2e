import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION_ID, eventually, open, PLAN } from '../support.ts';

suite('commands', () => {
  teardown(closeAll);

  test('every command that the package names exists', async () => {
    await open(PLAN);
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension);
    await extension.activate();
    const existing = await vscode.commands.getCommands(true);
    const declared: { command: string }[] = extension.packageJSON.contributes.commands;
    const names = declared.map(({ command }) => command);
    assert.ok(names.includes('successPlan.openPanel') && names.includes('successPlan.showOutput'), names.join());
    for (const name of names) assert.ok(existing.includes(name), name);
  });
});

suite('panel', () => {
  teardown(closeAll);

  /** The webview tabs of the extension. */
  function panels(): vscode.Tab[] {
    return vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && /success-?plan/i.test(input.viewType));
  }

  test('opens beside the plan, which stays the active text', async () => {
    const { document } = await open(PLAN);
    await vscode.commands.executeCommand('successPlan.openPanel');
    const panel = await eventually('a panel', () => panels()[0]);
    assert.notEqual(panel.group.viewColumn, vscode.ViewColumn.One);
    const shown = vscode.window.visibleTextEditors.map(editor => editor.document.uri.toString());
    assert.ok(shown.includes(document.uri.toString()), 'the plan is still on show');
  });

  test('asked for twice, the plan has one panel', async () => {
    await open(PLAN);
    await vscode.commands.executeCommand('successPlan.openPanel');
    await eventually('a panel', () => panels()[0]);
    await open(PLAN);
    await vscode.commands.executeCommand('successPlan.openPanel');
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.equal(panels().length, 1);
  });

  test('closes without leaving one behind', async () => {
    await open(PLAN);
    await vscode.commands.executeCommand('successPlan.openPanel');
    const panel = await eventually('a panel', () => panels()[0]);
    await vscode.window.tabGroups.close(panel);
    await eventually('no panel', () => panels().length === 0);
  });
});

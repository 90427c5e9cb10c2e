import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION_ID, eventually, findings, open, openNew, PLAN, workspaceFile } from '../support.ts';

suite('language', () => {
  teardown(closeAll);

  for (const name of [PLAN, 'success-plan.yaml', 'spring.qbr.yaml']) {
    test(`${name} is a success plan`, async () => {
      const { document } = await open(name);
      assert.equal(document.languageId, 'success-plan');
    });
  }

  test('other YAML files stay what they are', async () => {
    const { document } = await open('compose.yaml');
    assert.notEqual(document.languageId, 'success-plan');
  });

  test('a file that the team’s configuration names is a plan, unless somebody says otherwise', async () => {
    const { fs } = vscode.workspace;
    try {
      await openNew('accounts/success-plan.config.yaml', 'plans: ["*/plan.yaml"]\n');
      const { document } = await openNew('accounts/acme/plan.yaml', 'plan:\n  status: lost\n');
      await eventually('the language of plans', () => document.languageId === 'success-plan');
      await eventually('findings', () => findings(document.uri).length > 0);
      await vscode.languages.setTextDocumentLanguage(document, 'yaml');
      await new Promise(resolve => setTimeout(resolve, 500));
      assert.equal(document.languageId, 'yaml');
      await closeAll();

      const line = { plan: { uri: document.uri.toString() } };
      await vscode.commands.executeCommand('successPlan.openPanelOf', line);
      await eventually('the panel', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ input }) => input instanceof vscode.TabInputWebview && /successPlan\.panel/.test(input.viewType)),
      );
    } finally {
      await closeAll();
      await fs.delete(workspaceFile('accounts'), { recursive: true });
    }
  });

  test('opening a plan starts the extension', async () => {
    await open(PLAN);
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension, `${EXTENSION_ID} is installed`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  test('a comment is made and taken back by the editor’s own command', async () => {
    const editor = await open(PLAN);
    const before = editor.document.lineAt(9).text;
    editor.selection = new vscode.Selection(9, 0, 9, 0);
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.match(editor.document.lineAt(9).text, /^\s*# company/);
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.equal(editor.document.lineAt(9).text, before);
  });
});

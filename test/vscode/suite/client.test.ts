import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, findingOf, findings, open, openNew, PLAN, ruleOf } from '../support.ts';

suite('settings', () => {
  teardown(async () => {
    await set('hiddenRules', undefined);
    await closeAll();
  });

  test('a rule that is hidden goes from the editor, and comes back', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri);
    await set('hiddenRules', ['person-unknown']);
    await eventually('no finding', () => findings(document.uri).every(each => ruleOf(each) !== 'person-unknown'));
    await set('hiddenRules', undefined);
    await findingOf('person-unknown', document.uri);
  });

  function set(name: string, value: unknown): Thenable<void> {
    return vscode.workspace.getConfiguration('successPlan').update(name, value, vscode.ConfigurationTarget.Global);
  }
});

suite('the language server', () => {
  teardown(closeAll);

  test('restarts on request and goes on where it was', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri);
    await vscode.commands.executeCommand('successPlan.restartServer');
    await findingOf('person-unknown', document.uri);
  });
});

suite('rule pages', () => {
  teardown(closeAll);

  test('the code of a finding leads to the page, which is shown rendered', async () => {
    const { document } = await open(PLAN);
    const { code } = await findingOf('person-unknown', document.uri);
    assert.ok(typeof code === 'object', 'the code carries a link');
    const { scheme, path, query } = code.target;
    assert.equal(scheme, 'command');
    await vscode.commands.executeCommand(path, ...JSON.parse(query));
    await eventually('the preview of the page', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label, input }) => input instanceof vscode.TabInputWebview && label.includes('person-unknown')),
    );
  });
});

suite('Enter', () => {
  teardown(closeAll);

  for (const [name, what, before, after] of [
    ['key', 'goes a level deeper behind an open key', 'customer:', 'customer:\n  '],
    ['mapping', 'goes to the next key of an item', 'outcomes:\n  - id: O1', 'outcomes:\n  - id: O1\n    '],
    [
      'list',
      'goes to the next item of a list of words',
      'decisions:\n  - Train leads',
      'decisions:\n  - Train leads\n  - ',
    ],
  ] as const) {
    test(what, async () => {
      const editor = await openNew(`enter-${name}.success-plan.yaml`, before);
      const end = editor.document.positionAt(before.length);
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('type', { text: '\n' });
      assert.equal(editor.document.getText(), after);
    });
  }
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  EXTENSION_ID,
  eventually,
  findingOf,
  findings,
  onDisk,
  open,
  openNew,
  PLAN,
  ruleOf,
  workspaceFile,
} from '../support.ts';

/** In a folder of its own, so that the other suites' plans keep their settings. */
const CONFIG = 'settings/success-plan.config.yaml';
const CONFIG_UNOPENED = 'unopened/success-plan.config.yaml';
const OWN_PLAN = `settings/${PLAN}`;

suite('the team’s configuration', () => {
  suiteSetup(async () => {
    await vscode.extensions.getExtension(EXTENSION_ID)?.activate();
  });

  teardown(async () => {
    await closeAll();
    for (const folder of ['settings', 'unopened'])
      await vscode.workspace.fs.delete(workspaceFile(folder), { recursive: true }).then(undefined, () => undefined);
  });

  test('is checked, completed, explained and repaired, and stays YAML', async () => {
    const { document } = await openNew(CONFIG, 'rules:\n  person-unknwn: off\n  \n');
    assert.equal(document.languageId, 'yaml');
    const finding = await findingOf('config', document.uri);
    assert.equal(document.getText(finding.range), 'person-unknwn');
    assert.equal(findings(document.uri).length, 1);
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(2, 2),
    );
    assert.ok(list.items.some(({ label }) => label === 'risks-missing'));
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 2),
    );
    assert.match(
      hovers.flatMap(({ contents }) => contents.map(each => (typeof each === 'string' ? each : each.value))).join('\n'),
      /how loudly each speaks/,
    );
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const fix = actions.find(({ title }) => title === 'Change to “person-unknown”');
    assert.ok(fix?.edit, 'the bulb offers the rule that was meant');
    await vscode.workspace.applyEdit(fix.edit);
    await eventually('no finding', () => findings(document.uri).length === 0);
  });

  test('counts for the plans beside it as soon as it is saved', async () => {
    const { document } = await openNew(OWN_PLAN, await onDisk(PLAN));
    await findingOf('person-unknown', document.uri);
    await openNew(CONFIG, 'rules:\n  person-unknown: off\n');
    await open(OWN_PLAN);
    await eventually('no finding', () => findings(document.uri).every(each => ruleOf(each) !== 'person-unknown'));
  });

  test('is marked while nobody has it open, in its own file, and leads to the page about settings', async () => {
    const config = workspaceFile(CONFIG_UNOPENED);
    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('extends: strikt\n'));
    await openNew(`unopened/${PLAN}`, await onDisk(PLAN));
    const finding = await findingOf('config', config);
    assert.equal(findings(config).length, 1);
    assert.equal(finding.range.start.character, 'extends: '.length);
    const { code } = finding;
    assert.ok(typeof code === 'object', 'the code carries a link');
    await vscode.commands.executeCommand(code.target.path, ...JSON.parse(code.target.query));
    await eventually('the page about settings', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label, input }) => input instanceof vscode.TabInputWebview && label.includes('configuration')),
    );
  });
});

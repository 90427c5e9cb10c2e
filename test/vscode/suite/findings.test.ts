import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  findingOf,
  findings,
  onDisk,
  open,
  openNew,
  PLAN,
  placeOf,
  ruleOf,
  workspaceFile,
} from '../support.ts';

suite('findings', () => {
  teardown(closeAll);

  test('a mistake is marked where it stands, by its rule, with a link to the rule’s page', async () => {
    const { document } = await open(PLAN);
    const finding = await findingOf('person-unknown', document.uri);
    assert.match(document.getText(finding.range), /^"?Mike Tores"?$/);
    assert.match(finding.message, /Mike Tores/);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(typeof finding.code === 'object', 'the code carries a link');
    assert.match(finding.code.target.toString(), /person-unknown/);
  });

  test('the misspelt owner is the plan’s only warning', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri);
    const grave = findings(document.uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(grave.map(ruleOf), ['person-unknown']);
  });

  test('typing a mistake brings a finding, taking it back removes it', async () => {
    const editor = await open(PLAN);
    const { document } = editor;
    await findingOf('person-unknown', document.uri);
    const range = new vscode.Range(placeOf(document, '2026-03-02'), placeOf(document, '2026-03-02', 'end'));
    await editor.edit(edit => edit.replace(range, '2026-02-30'));
    const finding = await findingOf('invalid-date', document.uri);
    assert.match(document.getText(finding.range), /2026-02-30/);
    await vscode.commands.executeCommand('undo');
    await eventually('no finding', () => !findings(document.uri).some(each => ruleOf(each) === 'invalid-date'));
  });

  test('a broken file still gets findings: YAML that cannot be read', async () => {
    const { document } = await openNew('torn.success-plan.yaml', 'plan:\n  version: "1.0\n  status: [active\n');
    const finding = await findingOf('yaml-syntax', document.uri);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
  });

  test('an ordinary YAML file gets none', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri); // by now the server has answered at least once
    const other = await open('compose.yaml');
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.deepEqual(findings(other.document.uri), []);
  });
});

suite('quick fixes', () => {
  teardown(closeAll);

  /** The bulb's repairs at a finding, in the order shown. */
  async function repairsAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    return actions.filter(({ kind }) => kind !== undefined && vscode.CodeActionKind.QuickFix.contains(kind));
  }

  async function apply(action: vscode.CodeAction): Promise<void> {
    if (action.edit) assert.equal(await vscode.workspace.applyEdit(action.edit), true);
    if (action.command) {
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    }
  }

  /** Opens `name`, takes the repair that names Mike Torres, saves; what the file holds then. */
  async function repair(name: string): Promise<string> {
    const { document } = await open(name);
    const { range } = await findingOf('person-unknown', document.uri);
    const action = (await repairsAt(document.uri, range)).find(({ title }) => title.includes('Mike Torres'));
    assert.ok(action, 'a repair that names Mike Torres');
    await apply(action);
    await eventually('no finding', () => !findings(document.uri).some(each => ruleOf(each) === 'person-unknown'));
    assert.equal(await document.save(), true);
    return onDisk(name);
  }

  test('the repair changes the name and not a byte beside it', async () => {
    const before = await onDisk(PLAN);
    try {
      assert.equal(await repair(PLAN), before.replace('Mike Tores', 'Mike Torres'));
    } finally {
      await vscode.workspace.fs.writeFile(workspaceFile(PLAN), new TextEncoder().encode(before));
    }
  });

  test('Windows line ends stay', async () => {
    const before = (await onDisk(PLAN)).replaceAll('\n', '\r\n');
    await openNew('windows.success-plan.yaml', before);
    assert.equal(await repair('windows.success-plan.yaml'), before.replace('Mike Tores', 'Mike Torres'));
  });

  test('where nothing is wrong no repair is offered', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri);
    const place = placeOf(document, 'Food wholesale');
    assert.deepEqual(await repairsAt(document.uri, new vscode.Range(place, place)), []);
  });
});

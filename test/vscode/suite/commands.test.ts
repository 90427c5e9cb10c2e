import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, findingOf, onDisk, open, openNew, PLAN, placeOf, workspaceFile } from '../support.ts';

const MILESTONE = 'Handheld scanners rolled out';

/** Presses Enter at the question that is shown, again and again, until `done` says that all are answered. */
async function acceptUntil<T>(what: string, done: () => T | undefined | false): Promise<T> {
  return eventually(what, async () => {
    const answer = done();
    if (answer !== undefined && answer !== false) return answer;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise(resolve => setTimeout(resolve, 150));
    return done();
  });
}

/** Opens the plan and waits until the server knows it. */
async function known(name = PLAN): Promise<vscode.TextEditor> {
  const editor = await open(name);
  if (name === PLAN) await findingOf('person-unknown', editor.document.uri);
  return editor;
}

/** The untitled document of this name, if an editor has it. */
function untitled(name: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'untitled' && uri.path.endsWith(`/${name}`));
}

suite('commands that ask', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    while (vscode.window.activeTextEditor?.document.isUntitled) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await closeAll();
  });

  test('a milestone is marked complete from a lens, in one step of undo', async () => {
    const { document } = await known();
    const before = document.getText();
    const { line, character } = placeOf(document, MILESTONE);
    const place = { line, character };
    void vscode.commands.executeCommand('successPlan.completeMilestone', document.uri.toString(), place);
    await acceptUntil('the milestone complete', () => document.getText() !== before);
    const after = document.getText();
    assert.match(after.slice(after.indexOf(MILESTONE)), /^.*\n.*\n(.*\n)?\s+status: complete\n/);
    assert.match(after, /actual_date: "?2026-02-10"?/);
    await vscode.commands.executeCommand('undo');
    await eventually('the old text', () => document.getText() === before);
  });

  test('every lens leads to a command that is there; the one over the log logs a review', async () => {
    const { document } = await known();
    const before = document.getText();
    const lenses = await eventually('lenses', async () => {
      const all: vscode.CodeLens[] = await vscode.commands.executeCommand(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      return all.some(({ command }) => command?.command === 'successPlan.logReview') && all;
    });
    const existing = await vscode.commands.getCommands(true);
    for (const { command } of lenses) {
      if (command?.command) assert.ok(existing.includes(command.command), command.command);
    }
    const lens = lenses.find(({ command }) => command?.command === 'successPlan.logReview');
    assert.ok(lens?.command);
    void vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    await acceptUntil('the review logged', () => document.getText() !== before);
    assert.match(document.getText(), /- date: "?2026-02-10"?/);
  });

  test('a review is logged from the palette, with what the questions propose', async () => {
    const { document } = await known();
    const before = document.getText();
    void vscode.commands.executeCommand('successPlan.logReview');
    await acceptUntil('the review logged', () => document.getText() !== before);
    const log = document.getText().slice(document.getText().indexOf('review_history:'));
    assert.match(log, /- date: "?2026-02-10"?/);
    assert.match(document.getText(), /last_reviewed: "?2026-02-10"?/);
    await vscode.commands.executeCommand('undo');
    await eventually('the old text', () => document.getText() === before);
  });

  test('text that is typed while a question waits is kept: the edit belongs to the newest version', async () => {
    const editor = await known();
    const { document } = editor;
    const place = placeOf(document, MILESTONE);
    const run = vscode.commands.executeCommand('successPlan.completeMilestone', document.uri.toString(), {
      line: place.line,
      character: place.character,
    });
    await new Promise(resolve => setTimeout(resolve, 700));
    await editor.edit(edit => edit.insert(new vscode.Position(document.lineCount, 0), '\n# typed meanwhile\n'));
    await acceptUntil('the milestone complete', () => document.getText().includes('status: complete'));
    await run;
    assert.match(document.getText(), /# typed meanwhile/);
    assert.match(document.getText(), /actual_date: "?2026-02-10"?/);
  });

  test('Escape ends it, and nothing has happened', async () => {
    const { document } = await known();
    const before = document.getText();
    const run = vscode.commands.executeCommand('successPlan.logReview');
    await new Promise(resolve => setTimeout(resolve, 700));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await run;
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  test('an agenda opens beside its plan, unsaved, and never over one that is there', async () => {
    await known();
    const agendas = () => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
    void vscode.commands.executeCommand('successPlan.prepareAgenda');
    const first = await acceptUntil('an agenda', () => agendas().find(({ lineCount }) => lineCount > 5));
    assert.equal(first.languageId, 'success-plan');
    assert.match(first.getText(), /^(#.*\n)*qbr:\n/);
    const name = first.uri.path.slice(first.uri.path.lastIndexOf('/') + 1);
    assert.match(name, /\.qbr\.yaml$/);
    assert.equal(first.uri.path, workspaceFile(name).path);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, new vscode.Position(0, 0));

    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const taken = new TextEncoder().encode('qbr:\n  duration: 60 minutes\n');
    await vscode.workspace.fs.writeFile(workspaceFile(name), taken);
    try {
      await known();
      void vscode.commands.executeCommand('successPlan.prepareAgenda');
      const next = name.replace('.qbr', '-2.qbr');
      await acceptUntil('a second agenda', () => untitled(next)?.getText().includes('qbr:'));
      assert.equal(await onDisk(name), new TextDecoder().decode(taken));
    } finally {
      await vscode.workspace.fs.delete(workspaceFile(name));
    }
  });

  test('a configuration that is there already is opened, not written again', async () => {
    await openNew('success-plan.config.yaml', 'extends: strict\n');
    try {
      await known();
      await vscode.commands.executeCommand('successPlan.createConfig'); // asks nothing
      assert.equal(vscode.window.activeTextEditor?.document.getText(), 'extends: strict\n');
    } finally {
      await vscode.workspace.fs.delete(workspaceFile('success-plan.config.yaml'));
    }
  });

  test('without a plan a command about one says so, and asks nothing', async () => {
    await open('compose.yaml');
    const before = vscode.window.activeTextEditor?.document.getText();
    await vscode.commands.executeCommand('successPlan.logReview');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), before);
  });

  test('explaining a rule begins with what was found at the cursor', async () => {
    const editor = await known();
    const { range } = await findingOf('person-unknown', editor.document.uri);
    editor.selection = new vscode.Selection(range.start, range.start);
    void vscode.commands.executeCommand('successPlan.explainRule');
    await acceptUntil('the page of the rule', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label, input }) => input instanceof vscode.TabInputWebview && label.includes('person-unknown')),
    );
  });
});

suite('first minutes', () => {
  teardown(closeAll);

  test('a snippet stands where it is wanted, with its tab stops', async () => {
    const editor = await openNew('snippet.success-plan.yaml', 'outcomes:\n  - id: O1\n    milestones:\n      \n');
    const place = new vscode.Position(3, 6);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'success-plan', name: 'Milestone' });
    const lines = editor.document.getText().split('\n');
    assert.match(lines[3] ?? '', /^ {6}- name: \S/);
    assert.match(lines[4] ?? '', /^ {8}target_date: \d{4}-\d{2}-\d{2}$/);
    assert.equal(editor.document.getText(editor.selection), 'What is done by then');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.match(editor.document.getText(editor.selection), /^\d{4}-\d{2}-\d{2}$/);
  });

  test('its prefix and Tab bring it, and the list of suggestions is not full of snippets', async () => {
    const editor = await openNew('prefix.success-plan.yaml', 'outcomes:\n  - id: O1\n    milestones:\n      \n');
    const place = new vscode.Position(3, 6);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('type', { text: 'sp-milestone' });
    await eventually('the snippet', async () => {
      await vscode.commands.executeCommand('hideSuggestWidget');
      await vscode.commands.executeCommand('insertSnippet');
      return editor.document.lineAt(3).text.startsWith('      - name: ');
    });
    const settings = vscode.workspace.getConfiguration('editor', editor.document);
    assert.equal(settings.get('suggest.showSnippets'), false);
  });

  test('no key of ours is one of VS Code’s own in the same place', async () => {
    const text = (
      await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'))
    ).getText();
    const all: { key: string; command: string; when?: string }[] = JSON.parse(
      text.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*\])/g, '$1'),
    );
    const ours = all.filter(({ command }) => command.startsWith('successPlan.'));
    assert.ok(ours.length >= 6, `${ours.length} keys of ours among VS Code’s ${all.length}`);
    const taken = all.filter(
      ({ key, command, when }) =>
        !command.startsWith('successPlan.') &&
        !command.startsWith('markdown.') && // in Markdown files alone
        when !== 'false' &&
        ours.some(own => own.key === key || own.key.startsWith(`${key} `)),
    );
    assert.deepEqual(taken, []);
  });
});

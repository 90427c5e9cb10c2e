import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PlanPanels } from '../../../client/panel/panels.ts';
import { Revealer } from '../../../client/reveal.ts';
import { PlanServer } from '../../../client/server.ts';
import type { PlanEdit } from '../../../protocol/edit.ts';
import { FakePanel } from '../fake-panel.ts';
import { closeAll, EXTENSION_ID, eventually, onDisk, open, openNew, PLAN, workspaceFile } from '../support.ts';

const MILESTONE = 'Handheld scanners rolled out';

let server: PlanServer;
let panels: PlanPanels;
let fakes: FakePanel[] = [];

/** The panel's side of the extension once more, with the real server, so that the suite can speak for its page. */
async function start(): Promise<void> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  assert.ok(extension);
  await extension.activate();
  server = new PlanServer(extension.extensionUri);
  await server.start();
  panels = new PlanPanels({ extension: extension.extensionUri, server, revealer: new Revealer() });
}

async function stop(): Promise<void> {
  panels.dispose();
  // Its log outlives it: the process says its last word later.
  await server.stop();
}

async function cleanUp(): Promise<void> {
  for (const fake of fakes) fake.dispose();
  fakes = [];
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await closeAll();
}

/** A panel of a plan that has come back from an earlier session, with the plan drawn in it. */
async function panelOf(name: string, kept: object = {}): Promise<FakePanel> {
  const fake = new FakePanel();
  fakes.push(fake);
  await panels.deserializeWebviewPanel(fake, { result: { uri: workspaceFile(name).toString() }, ...kept });
  fake.say({ type: 'ready' });
  return fake;
}

/** The lines that two texts do not have in common, of the second one. */
function newLines(before: string, after: string): string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter(line => !known.has(line));
}

suite('a plan changed from its panel', () => {
  suiteSetup(start);
  suiteTeardown(stop);
  teardown(cleanUp);

  /** The plan, its panel, and what the page would send. */
  async function drawn(name = PLAN) {
    const fake = await panelOf(name);
    const { version } = await fake.hear('view');
    const document = await vscode.workspace.openTextDocument(workspaceFile(name));
    const uri = document.uri.toString();
    const move = (to: string, log = false): PlanEdit => ({
      kind: 'move',
      at: document.getText().lastIndexOf('- ', document.getText().indexOf(MILESTONE)) + 2,
      to,
      log,
    });
    return { fake, document, drawing: { uri, version }, move };
  }

  test('a move changes one line of a text that no editor shows; one undo brings it back', async () => {
    const { fake, document, drawing, move } = await drawn();
    const before = document.getText();
    fake.say({ type: 'edit', ...drawing, edit: move('2026-03-23') });
    const { version } = await fake.hear('done');
    assert.equal(version, document.version);
    assert.deepEqual(newLines(before, document.getText()), ['        target_date: 2026-03-23']);
    assert.equal(document.getText().length, before.length);
    assert.equal(document.isDirty, true);
    assert.equal(await onDisk(PLAN), before, 'nothing is saved');
    assert.equal((await fake.drawn(version)).version, version, 'the panel shows it');

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false, 'as it was on disk');
  });

  test('a move with its entry in the log is one step, too', async () => {
    const { fake, document, drawing, move } = await drawn();
    const before = document.getText();
    fake.say({ type: 'edit', ...drawing, edit: move('2026-03-23', true) });
    await fake.hear('done');
    const lines = newLines(before, document.getText());
    assert.equal(lines[0], '        target_date: 2026-03-23');
    assert.equal(lines.length, 2);
    assert.match(lines[1] ?? '', /^ {4}plan_changes: .*“Handheld scanners rolled out”.* to 23 Mar 2026/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('the panel takes its own change back, and nobody else’s', async () => {
    const { fake, document, drawing, move } = await drawn();
    const before = document.getText();
    fake.say({ type: 'edit', ...drawing, edit: move('2026-03-23') });
    const { version } = await fake.hear('done');
    fake.say({ type: 'undo', uri: drawing.uri, version });
    await eventually('the old text', () => document.getText() === before);

    await fake.drawn(document.version);
    fake.say({ type: 'edit', uri: drawing.uri, version: document.version, edit: move('2026-03-24') });
    const second = await fake.hear('done');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# mine\n'));
    fake.say({ type: 'undo', uri: drawing.uri, version: second.version });
    assert.match((await fake.hear('refused')).reason, /changed since/);
    assert.match(document.getText(), /^# mine\n/);
    assert.match(document.getText(), /2026-03-24/);
  });

  test('an edit of an older drawing finds its place, and is refused when the place is gone', async () => {
    const { fake, document, drawing, move } = await drawn();
    const edit = move('2026-03-23');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(change => change.insert(new vscode.Position(0, 0), '# a line above everything\n'));
    fake.say({ type: 'edit', ...drawing, edit });
    await fake.hear('done');
    assert.match(document.getText(), /Handheld scanners rolled out\n {8}target_date: 2026-03-23\n/);

    const at = document.getText().indexOf('name: Handheld');
    const stale = { uri: drawing.uri, version: document.version };
    await fake.drawn(document.version);
    await editor.edit(change =>
      change.replace(new vscode.Range(document.positionAt(at), document.positionAt(at + 40)), 'name: Something else'),
    );
    const before = document.getText();
    fake.say({ type: 'edit', ...stale, edit: { kind: 'move', at, to: '2026-04-20', log: false } });
    assert.match((await fake.hear('refused')).reason, /changed there/);
    fake.say({ type: 'edit', ...stale, uri: workspaceFile('success-plan.yaml').toString(), edit });
    await new Promise(resolve => setTimeout(resolve, 300));
    assert.equal(document.getText(), before, 'what belongs to another plan is dropped');
  });

  test('many moves at once are done one after the other', async () => {
    const { fake, document, drawing, move } = await drawn();
    for (const to of ['2026-03-03', '2026-03-04', '2026-03-05']) fake.say({ type: 'edit', ...drawing, edit: move(to) });
    for (let i = 0; i < 3; i++) await fake.hear('done');
    assert.match(document.getText(), /Handheld scanners rolled out\n {8}target_date: 2026-03-05\n/);
  });

  test('before a drop it is known what the checks would say', async () => {
    const { fake, document, drawing, move } = await drawn();
    const before = document.getText();
    fake.say({ type: 'try', ...drawing, edit: move('2026-12-24'), id: 7 });
    const { id, warnings } = await fake.hear('tried');
    assert.equal(id, 7);
    assert.ok(warnings.length > 0, 'after the goal date and the renewal');
    assert.equal(document.getText(), before);
    fake.say({ type: 'try', ...drawing, edit: move('2026-12-25'), id: 8 });
    fake.say({ type: 'try', ...drawing, edit: move('2026-12-26'), id: 9 });
    assert.deepEqual(
      [(await fake.hear('tried')).id, (await fake.hear('tried')).id].sort(),
      [8, 9],
      'each has an answer',
    );
  });

  test('a measurement is recorded from its row, and the keyboard comes back to the panel', async () => {
    const { fake, document, drawing } = await drawn();
    const before = document.getText();
    const boxes: vscode.InputBox[] = [];
    const { createInputBox } = vscode.window;
    vscode.window.createInputBox = () => {
      const box = createInputBox();
      boxes.push(box);
      return box;
    };
    try {
      const offset = before.indexOf('id: O1');
      fake.say({ type: 'dialogue', ...drawing, dialogue: 'recordMeasurement', offset });
      await eventually('the measurement', async () => {
        for (const box of boxes) if (box.value === '') box.value = '38 minutes';
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await new Promise(resolve => setTimeout(resolve, 150));
        return document.getText() !== before;
      });
    } finally {
      vscode.window.createInputBox = createInputBox;
    }
    const { version } = await fake.hear('done');
    assert.match(newLines(before, document.getText()).join('\n'), /38 minutes/);
    assert.match(newLines(before, document.getText()).join('\n'), /2026-02-10/);
    await eventually('the keyboard in the panel', () => fake.active);
    fake.say({ type: 'undo', uri: drawing.uri, version });
    await eventually('the old text', () => document.getText() === before);
  });

  test('a milestone is marked complete from the panel, and no editor is opened for it', async () => {
    const { fake, document, drawing } = await drawn();
    const before = document.getText();
    // What is on show does not tell: VS Code itself opens a text that stays unsaved for a while.
    const { showTextDocument } = vscode.window;
    let shown = 0;
    vscode.window.showTextDocument = new Proxy(showTextDocument, {
      apply(show, self, given) {
        shown++;
        return Reflect.apply(show, self, given);
      },
    });
    try {
      fake.activate(false);
      fake.say({ type: 'dialogue', ...drawing, dialogue: 'completeMilestone', offset: before.indexOf(MILESTONE) });
      await eventually('the milestone complete', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await new Promise(resolve => setTimeout(resolve, 150));
        return document.getText() !== before;
      });
      assert.equal((await fake.hear('done')).version, document.version);
      await eventually('the keyboard in the panel', () => fake.active);
    } finally {
      vscode.window.showTextDocument = showTextDocument;
    }
    assert.equal(shown, 0, 'no editor was opened');
  });

  test('another audience gets another drawing, and the page is told to keep it', async () => {
    const { fake, document, drawing, move } = await drawn();
    fake.sent.splice(0);
    fake.say({ type: 'audience', audience: 'customer' });
    assert.deepEqual(await fake.hear('mode'), { type: 'mode', following: false, audience: 'customer' });
    const { view } = await fake.hear('view');
    assert.doesNotMatch(JSON.stringify(view), /84,000/);
    // What is left out leaves everything else in its place: an edit from there is the same edit.
    fake.say({ type: 'edit', ...drawing, edit: move('2026-03-23') });
    await fake.hear('done');
    assert.match(document.getText(), /Handheld scanners rolled out\n {8}target_date: 2026-03-23\n/);
    const view2 = (await fake.drawn(document.version)).view;
    assert.match(JSON.stringify(view2), /2026-03-23/);
    assert.doesNotMatch(JSON.stringify(view2), /84,000/);
  });

  test('what the plan says already is no edit, and nothing that could be taken back', async () => {
    const { fake, document, drawing, move } = await drawn();
    fake.say({ type: 'edit', ...drawing, edit: move('2026-03-02') });
    assert.match((await fake.hear('refused')).reason, /already/);
    assert.equal(document.isDirty, false);
    fake.say({ type: 'undo', ...drawing });
    await fake.hear('refused');
    assert.equal(document.version, drawing.version);
  });

  test('a broken page cannot do harm', async () => {
    const { fake, document, drawing } = await drawn();
    const before = document.getText();
    fake.say({ type: 'edit', ...drawing, edit: { kind: 'move', at: 10_000_000, to: '2026-03-23', log: false } });
    await fake.hear('refused');
    fake.say({ type: 'edit', ...drawing, edit: { kind: 'move', at: 12, to: 'no day', log: false } });
    await fake.hear('refused');
    fake.say({
      type: 'edit',
      ...drawing,
      version: drawing.version + 100,
      edit: { kind: 'fix', rule: 'x', at: 0, fix: 9 },
    });
    await fake.hear('refused');
    assert.equal(document.getText(), before);
  });
});

suite('panels', () => {
  suiteSetup(start);
  suiteTeardown(stop);
  teardown(cleanUp);

  const OTHER = 'second.success-plan.yaml';
  const shows = async (fake: FakePanel, name: string) =>
    eventually(`a drawing of ${name}`, () =>
      fake.sent.some(message => message.type === 'view' && message.uri === workspaceFile(name).toString()),
    );

  test('one that follows turns to the plan in the active editor, one that stays does not', async () => {
    await openNew(OTHER, 'plan:\n  status: active\ncustomer:\n  company: Second Corp\n');
    await open(PLAN);
    const following = await panelOf(PLAN, { following: true });
    const staying = await panelOf(PLAN);
    assert.deepEqual(await following.hear('mode'), { type: 'mode', following: true, audience: 'internal' });
    await shows(following, PLAN);
    await shows(staying, PLAN);
    staying.sent.splice(0);
    await open(OTHER);
    await shows(following, OTHER);
    await eventually('its name', () => following.title.includes('Second Corp'));
    await open('compose.yaml');
    assert.match(following.title, /Second Corp/, 'what is no plan changes nothing');
    assert.ok(staying.sent.every(message => message.type !== 'view' || message.uri.endsWith(PLAN)));
  });

  test('one panel follows; one that stays where another stays closes it', async () => {
    await open(PLAN);
    const first = await panelOf(PLAN, { following: true });
    const second = await panelOf(PLAN);
    second.activate(true);
    panels.follow(true);
    assert.deepEqual(
      [first, second].map(({ closed }) => closed),
      [false, false],
      'the first one is the plan’s own now',
    );
    await first.hear('mode');
    assert.equal((await first.hear('mode')).following, false);
    panels.follow(false);
    assert.deepEqual([first.closed, second.closed], [true, false]);
  });

  test('plans have one panel each, with what its page has kept', async () => {
    await openNew(OTHER, 'plan:\n  status: active\ncustomer:\n  company: Second Corp\n');
    const one = await panelOf(PLAN, { audience: 'customer' });
    const two = await panelOf(OTHER);
    const again = await panelOf(PLAN);
    assert.deepEqual([one.closed, two.closed, again.closed], [false, false, true]);
    assert.deepEqual(await one.hear('mode'), { type: 'mode', following: false, audience: 'customer' });
    await shows(one, PLAN);
    await shows(two, OTHER);
    const none = new FakePanel();
    await panels.deserializeWebviewPanel(none, { scroll: 3 });
    assert.equal(none.closed, true, 'without a document there is nothing to show');
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, findingOf, open, openNew, PLAN, workspaceFile } from '../support.ts';

suite('export', () => {
  const undo: (() => void)[] = [];
  teardown(async () => {
    for (const back of undo.splice(0)) back();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  /** Puts something else in the place of a function of the editor until the test is over. */
  function replace(
    name: 'createQuickPick' | 'showSaveDialog' | 'showInformationMessage' | 'showWarningMessage',
    value: unknown,
  ) {
    const before = Object.getOwnPropertyDescriptor(vscode.window, name);
    Object.defineProperty(vscode.window, name, { value, configurable: true, writable: true });
    undo.push(() => Object.defineProperty(vscode.window, name, before ?? {}));
  }

  /** The editor's own pickers, each of them answered with the item of a label, by the editor's own command. */
  function answering(...labels: readonly RegExp[]) {
    const create = vscode.window.createQuickPick.bind(vscode.window);
    const asked: { readonly title: string | undefined; readonly items: readonly vscode.QuickPickItem[] }[] = [];
    replace('createQuickPick', () => {
      const pick = create();
      const wanted = labels[asked.length];
      let accepted = false;
      pick.onDidAccept(() => {
        accepted = true;
      });
      const { show } = pick;
      pick.show = () => {
        asked.push({ title: pick.title, items: pick.items });
        pick.activeItems = pick.items.filter(({ label }) => wanted?.test(label)).slice(0, 1);
        show.call(pick);
        void eventually('an answer', async () => {
          // Told so early, the editor would not know yet which one is active.
          await new Promise(resolve => setTimeout(resolve, 150));
          if (!accepted) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return accepted;
        });
      };
      return pick;
    });
    return asked;
  }

  /** Everything that is said, and where files are to be saved. */
  function saving(name: string) {
    const seen = { offered: '', said: [] as string[], warned: [] as string[] };
    replace('showSaveDialog', async (options: vscode.SaveDialogOptions) => {
      seen.offered = options.defaultUri?.path ?? '';
      return workspaceFile(name);
    });
    replace('showInformationMessage', async (text: string) => void seen.said.push(text));
    replace('showWarningMessage', async (text: string) => void seen.warned.push(text));
    return seen;
  }

  async function written(name: string): Promise<Uint8Array> {
    return eventually(`${name} written`, async () => {
      try {
        const bytes = await vscode.workspace.fs.readFile(workspaceFile(name));
        return bytes.length > 0 && bytes;
      } catch {
        return false;
      }
    });
  }

  /** The beginning of a file, short enough to be read in a report. */
  const head = (bytes: Uint8Array) => text(bytes).slice(0, 400);
  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  test('asks for whom and as what, writes beside the plan, and says so', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri);
    const asked = answering(/own team/, /^Markdown$/);
    const seen = saving('out/harbor.md');
    await vscode.commands.executeCommand('successPlan.export');
    assert.match(head(await written('out/harbor.md')), /^# Harbor Foods\n/);
    assert.equal(seen.offered, workspaceFile('harbor-foods.md').path);
    await eventually('a message', () => seen.said.includes('harbor.md is written.'));
    assert.deepEqual(
      asked.map(({ items }) => items.length),
      [2, 6],
    );
    assert.match(String(asked[0]?.items[1]?.detail), /^Left out: .*value of the contract/);
  });

  test('writes for the customer what is theirs, and says what was left out', async () => {
    const { document } = await openNew(
      'gull.success-plan.yaml',
      'plan:\n  status: active # not for Gull\ncustomer:\n  company: Gull Bay\n  contract:\n    renewal_date: 2026-09-01\n    arr: "$77,123"\ninternal: Secret\n',
    );
    answering(/customer/, /Page/);
    const seen = saving('out/gull.html');
    await vscode.commands.executeCommand('successPlan.export', document.uri);
    const page = text(await written('out/gull.html'));
    assert.ok(page.includes('Gull Bay'));
    for (const secret of ['77,123', 'Secret', 'not for Gull']) assert.ok(!page.includes(secret), secret);
    assert.match(seen.offered, /gull-customer\.html$/);
    await eventually('a message', () => seen.said.some(one => /Left out: .*value of the contract/.test(one)));
  });

  test('writes an unsaved plan as it stands in the editor', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'success-plan',
      content:
        'plan: { status: active }\ncustomer: { company: "=Łukasz" }\noutcomes:\n  - { id: O1, description: First }\n',
    });
    await vscode.window.showTextDocument(document);
    answering(/own team/, /Table/);
    saving('out/unsaved.csv');
    await vscode.commands.executeCommand('successPlan.export');
    assert.match(head(await written('out/unsaved.csv')), /^\ufeffcompany,kind,[^\n]*\r\n'=Łukasz,outcome,O1,First,/);
  });

  test('says why there is no file for a plan that cannot be read', async () => {
    const { document } = await openNew('torn.success-plan.yaml', 'plan:\n  status: "active\n');
    answering(/own team/, /Calendar/);
    const seen = saving('out/torn.ics');
    await vscode.commands.executeCommand('successPlan.export', document.uri);
    assert.equal(seen.warned.length, 1);
    assert.match(String(seen.warned[0]), /cannot be read/);
    assert.equal(seen.offered, '');
  });

  test('draws a picture in the panel, which it opens for that', async () => {
    await open(PLAN);
    answering(/own team/, /PNG/);
    saving('out/harbor.png');
    await vscode.commands.executeCommand('successPlan.export');
    const png = Buffer.from(await written('out/harbor.png'));
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    assert.equal(png.readUInt32BE(16), 2200, 'two pixels to each of the drawing’s 1,100');
    assert.ok(png.length > 20_000, `${png.length} bytes`);
  });
});

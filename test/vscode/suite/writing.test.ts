import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, findingOf, open, openNew, PLAN, placeOf } from '../support.ts';

suite('writing help', () => {
  teardown(closeAll);

  /** The labels that completion offers at a place. */
  async function labelsAt(uri: vscode.Uri, place: vscode.Position): Promise<string[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      place,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  /** Asks until the server has started and offers something that fits. */
  function offered(wanted: string, uri: vscode.Uri, place: vscode.Position): Promise<string[]> {
    return eventually(`${wanted} offered`, async () => {
      const labels = await labelsAt(uri, place);
      return labels.includes(wanted) && labels;
    });
  }

  test('the words that a status may have', async () => {
    const { document } = await open(PLAN);
    const labels = await offered('at_risk', document.uri, placeOf(document, 'status: ', 'end'));
    for (const status of ['active', 'completed', 'archived']) assert.ok(labels.includes(status), status);
  });

  test('the keys that may stand here, without those that stand here already', async () => {
    const { document } = await openNew('keys.success-plan.yaml', 'plan:\n  version: "1.0"\n  \n');
    const labels = await offered('next_review', document.uri, new vscode.Position(2, 2));
    assert.ok(!labels.includes('version'), 'version is taken');
  });

  test('the people of the plan as owners', async () => {
    const { document } = await open(PLAN);
    const labels = await offered('Elena Duarte', document.uri, placeOf(document, 'owner: Elena', 'end'));
    assert.ok(labels.includes('Jane Smith'), 'vendor side too');
  });

  test('hovering a key explains it', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri);
    const text = await hoverText(document.uri, placeOf(document, 'baseline'));
    assert.ok(text.length > 20, `some words about a baseline: “${text}”`);
  });

  test('hovering an outcome tells its numbers', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri);
    const text = await hoverText(document.uri, placeOf(document, 'O1'));
    assert.match(text, /25 min/);
  });

  async function hoverText(uri: vscode.Uri, place: vscode.Position): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
    return hovers
      .flatMap(({ contents }) => contents)
      .map(content => (typeof content === 'string' ? content : content.value))
      .join('\n');
  }

  test('the outline names the plan’s parts', async () => {
    const { document } = await open(PLAN);
    await findingOf('person-unknown', document.uri);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...names(children)]);
    const all = names(symbols).join('\n');
    for (const part of ['O1', 'Handheld scanners rolled out', 'Elena Duarte']) assert.ok(all.includes(part), part);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionContext, CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withCursor } from '../support/cursor.ts';
import { soundPlan } from '../support/examples.ts';
import { LspClient } from '../support/lsp.ts';

let client: LspClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const SNIPPETS = { completion: { completionItem: { snippetSupport: true } } };

interface Asked {
  readonly list: CompletionList;
  /** The text after an item was accepted. */
  accept(label: string): string;
}

async function asked(
  marked: string,
  {
    textDocument = {},
    name = 'acme.success-plan.yaml',
    uri = `untitled:${name}`,
    context,
  }: { textDocument?: object; name?: string; uri?: string; context?: CompletionContext } = {},
): Promise<Asked> {
  await client?.stop();
  client = (await LspClient.start({ textDocument, today: '2026-02-10' })).client;
  const { text, offset } = withCursor(marked);
  await client.open(uri, text);
  const document = TextDocument.create(uri, '', 0, text);
  const list = await client.request<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: document.positionAt(offset),
    ...(context && { context }),
  });
  const accept = (label: string) => {
    const edit = list.items.find(item => item.label === label)?.textEdit;
    if (!edit || !('range' in edit)) throw new Error(`${label} is not offered`);
    return TextDocument.applyEdits(document, [edit]);
  };
  return { list, accept };
}

const first = ({ list }: Asked): CompletionItem | undefined => list.items[0];

it('gives tab stops to clients that know them, and plain text to others', async () => {
  const marked = soundPlan().replace('risks:', '  <|>\nrisks:');
  const stops = first(await asked(marked, { textDocument: SNIPPETS }));
  expect(stops).toMatchObject({ label: 'outcome O4', insertTextFormat: 2 });
  expect(JSON.stringify(stops?.textEdit)).toMatch(/description: \\"\$\{1\}\\"/);
  const plain = first(await asked(marked));
  expect(plain?.insertTextFormat).toBeUndefined();
  expect(JSON.stringify(plain?.textEdit)).not.toContain('$');
  expect(plain?.documentation).toMatchObject({
    value: expect.stringMatching(/^```yaml\nid: O4\n|^```yaml\n- id: O4\n/),
  });
});

describe('texts of several lines', () => {
  const marked = 'plan:\n  status: active\noutcomes:\n  - <|>';
  const outcome = async (completionItem: object) => {
    const item = first(await asked(marked, { textDocument: { completion: { completionItem } } }));
    const [, second = ''] = item?.textEdit?.newText.split('\n') ?? [];
    return { mode: item?.insertTextMode, second };
  };

  it('are left to be indented by clients that do that', async () => {
    const both = { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } };
    expect(await outcome(both)).toEqual({ mode: 2, second: expect.stringMatching(/^ {2}description: /) });
    const plain = { insertTextModeSupport: { valueSet: [2] } };
    expect(await outcome(plain)).toEqual({ mode: 2, second: expect.stringMatching(/^ {2}description: /) });
  });

  it('are told as they stand to clients that leave them so', async () => {
    const asIs = { snippetSupport: true, insertTextModeSupport: { valueSet: [1] } };
    expect(await outcome(asIs)).toEqual({ mode: 1, second: expect.stringMatching(/^ {4}description: /) });
  });

  it('have tab stops and no mode for clients that name none, which indent these alone', async () => {
    const second = expect.stringMatching(/^ {2}description: /);
    expect(await outcome({ snippetSupport: true })).toEqual({ mode: undefined, second });
    const whole = expect.stringMatching(/^ {4}description: /);
    expect(await outcome({})).toEqual({ mode: undefined, second: whole });
  });
});

it('ends lines as the file does', async () => {
  const { accept } = await asked('plan:\r\n  version: "1.0"\r\n<|>', {});
  expect(accept('agreement').replaceAll('\r\n', '')).not.toContain('\n');
});

it('replaces what stood there when it was asked, however much is typed before it answers', async () => {
  client = (await LspClient.start({ today: '2026-02-10' })).client;
  const uri = 'untitled:acme.success-plan.yaml';
  const { text, offset } = withCursor('customer:\n  company: Acme\n  industry: "L<|>"  # asked\n');
  const position = TextDocument.create(uri, '', 0, text).positionAt(offset);
  const opened = client.open(uri, text);
  const asking = client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
  const typed = client.change(uri, 2, [{ range: { start: position, end: position }, text: 'ogistics' }]);
  const [list] = await Promise.all([asking, opened, typed]);
  const { line, character } = position;
  expect(list.items.map(item => item.textEdit)).toEqual([
    { newText: 'Logistics', range: { start: { line, character: character - 1 }, end: position } },
  ]);
});

it('takes a unit along while a number is typed', async () => {
  const marked = soundPlan().replace('        value: 9 minutes', '        value: "7<|>"');
  const { list, accept } = await asked(marked, { textDocument: SNIPPETS });
  expect(list.isIncomplete).toBe(true);
  expect(list.items.map(item => item.label)).toEqual(['7 minutes']);
  expect(list.items[0]?.filterText).toBe('7 minutes');
  expect(accept('7 minutes')).toContain('        value: "7 minutes"\n');
});

it('is found by what is typed: within quotes, by role, by what a day means', async () => {
  const people = await asked(soundPlan().replace('owner: Ken Abe\n', 'owner: "K<|>"\n'));
  expect(people.list.items.map(item => item.filterText)).toContain('Ken Abe Depot Manager, customer');
  expect(people.list.isIncomplete).toBe(false);
  const days = await asked('plan:\n  next_review: <|>\n');
  expect(days.list.items.map(item => item.filterText)).toContain('2026-03-31 the end of the quarter, 31 Mar 2026');
});

it('shows examples to those who ask, not after every blank in a sentence', async () => {
  const context = { triggerKind: 2, triggerCharacter: ' ' } as const;
  const marked = 'customer:\n  company: <|>\n';
  expect((await asked(marked, { context })).list.items).toEqual([]);
  expect((await asked(marked)).list.items.map(item => item.label)).toEqual(['Lakeshore Health Group']);
  const status = await asked('plan:\n  status: <|>\n', { context });
  expect(status.list.items.map(item => item.label)).toContain('at_risk');
});

it('begins an agenda in a file that is called one', async () => {
  const { list, accept } = await asked('<|>', { name: 'acme.qbr.yaml' });
  expect(list.items.map(item => item.label)).toEqual(['review agenda', 'qbr']);
  expect(accept('review agenda')).toContain('  plan: "acme.success-plan.yaml"\n');
});

it('serves files whose names no address may have, and clients that send items back otherwise', async () => {
  const { list } = await asked('plan:\n  <|>\n', { name: '100% of acme.success-plan.yaml' });
  expect(list.items.map(item => item.label)).toContain('status');
  for (const data of [[1, 'map'], ['1', 0], [99, 0], {}, null])
    expect(await client?.request('completionItem/resolve', { label: 'status', data })).toEqual({
      label: 'status',
      data,
    });
});

it('knows the people of the plan that an agenda reviews, and its next review', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'agenda-'));
  await writeFile(path.join(folder, 'acme.success-plan.yaml'), soundPlan());
  const uri = pathToFileURL(path.join(folder, 'acme.qbr.yaml')).href;
  const people = await asked('qbr:\n  attendees:\n    customer: [<|>]\n', { uri });
  expect(people.list.items.map(item => item.label).slice(0, 3)).toEqual(['Dana Ruiz', 'Ken Abe', 'executive_sponsor']);
  expect(people.accept('Ken Abe')).toContain('customer: [Ken Abe]\n');
  const review = await asked('qbr:\n  date: <|>\n', { uri });
  expect(review.list.items[0]).toMatchObject({ label: '2026-04-21', detail: 'the next review, 21 Apr 2026' });
  await rm(folder, { recursive: true });
});

it('offers the rules that speak on the line before all others in a comment that silences', async () => {
  const marked = soundPlan().replace('    owner: Ken Abe\n', '    owner: Kenn Abe # success-plan-ignore <|>\n');
  const { list } = await asked(marked);
  expect(list.items[0]?.label).toBe('person-unknown');
  expect(list.items.map(item => item.label)).toContain('unused-ignore');
});

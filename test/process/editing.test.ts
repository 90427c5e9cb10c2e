import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, DocumentSymbol } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lsp.ts';

const TEMPLATE = readFileSync('test/fixtures/template.success-plan.yaml', 'utf8');
const uri = 'untitled:plan.success-plan.yaml';

let client: LspClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function started(textDocument: object, text: string): Promise<LspClient> {
  client = (await LspClient.start({ textDocument })).client;
  await client.open(uri, text);
  return client;
}

async function keysOfPlan(asking: LspClient): Promise<CompletionItem[]> {
  const position = { line: 2, character: 2 };
  const list = await asking.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
  return list.items;
}

const HALF = 'plan:\n  version: "1.0"\n  \n';

it('gives the documentation of a suggestion when the client asks for it', async () => {
  const resolves = { completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } } };
  const asking = await started(resolves, HALF);
  const [first, ...more] = await keysOfPlan(asking);
  expect(more.length).toBeGreaterThan(5);
  expect([first, ...more].every(item => item?.documentation === undefined)).toBe(true);
  // Another list in between does no harm.
  await keysOfPlan(asking);
  const whole = await asking.request<CompletionItem>('completionItem/resolve', first ?? {});
  expect(whole).toEqual({ ...first, documentation: { kind: 'markdown', value: expect.stringMatching(/\w/) } });
  expect(await asking.request('completionItem/resolve', { label: 'own' })).toEqual({ label: 'own' });
  expect(await asking.request('completionItem/resolve', { label: 'own', data: [99, 0] })).toMatchObject({
    label: 'own',
  });

  await asking.stop();
  const eager = await started({}, HALF);
  const [same] = await keysOfPlan(eager);
  expect(same).toMatchObject({ label: first?.label, documentation: whole.documentation });
  expect(same?.data).toBeUndefined();
});

it('bounds the outline of a huge plan, and says so at its end', async () => {
  const milestone = (n: number) => `      - name: Depot ${n} works without paper\n        target_date: "2026-05-01"\n`;
  const outcome = (n: number) =>
    `  - id: O${n}\n    description: Depot ${n} ships a day sooner\n    milestones:\n${milestone(n)}${milestone(n)}`;
  const outcomes = Array.from({ length: 3000 }, (_, n) => outcome(n + 1)).join('');
  const asking = await started({}, `plan:\n  version: "1.0"\noutcomes:\n${outcomes}risks: []\n`);
  const symbols = await asking.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  const count = (all: readonly DocumentSymbol[]): number =>
    all.reduce((sum, one) => sum + 1 + count(one.children ?? []), 0);
  expect(count(symbols)).toBeLessThanOrEqual(5001);
  expect(count(symbols)).toBeGreaterThan(4900);
  expect(symbols.map(one => one.name)).toEqual(['Plan', 'Outcomes', 'Risks', 'More is in the text']);
  expect(symbols.at(-1)?.detail).toBe('the outline ends at 5,000 entries');
  // Every outcome is there; of milestones, which are deeper, the first.
  expect(symbols[1]?.children).toHaveLength(3000);
  expect(symbols[1]?.children?.[0]?.children?.[0]?.children).toHaveLength(2);
  expect(symbols[1]?.children?.at(-1)?.children).toEqual([]);
});

it('shows the outline of a plan whole', async () => {
  const asking = await started({}, TEMPLATE);
  const symbols = await asking.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  expect(JSON.stringify(symbols)).not.toContain('More is in the text');
});

it('speaks over the channel of a process that forked it, and goes when that does', async () => {
  const server = fork('dist/server.js', ['--node-ipc']);
  const answer = new Promise(resolve => server.once('message', resolve));
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  server.send({ jsonrpc: '2.0', id: 0, method: 'initialize', params });
  expect(await answer).toMatchObject({ id: 0, result: { capabilities: { hoverProvider: true } } });
  const ended = new Promise(resolve => server.once('exit', resolve));
  server.disconnect();
  expect(await ended).toBe(1);
});

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeLens, Hover, InitializeResult, InlayHint } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lsp.ts';

/** What the built server says of a plan beside its findings: hover, code lenses, inlay hints. */

const PLAN = readFileSync(path.resolve('examples/acme.success-plan.yaml'), 'utf8');
const LINES = PLAN.split('\n');

let client: LspClient;
let initialized: InitializeResult;
const refreshed: string[] = [];
let documents = 0;

beforeAll(async () => {
  ({ client, initialized } = await LspClient.start({
    textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
    workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
  }));
  for (const what of ['codeLens', 'inlayHint'])
    client.connection.onRequest(`workspace/${what}/refresh`, () => {
      refreshed.push(what);
      return null;
    });
});

afterAll(async () => {
  await client.stop();
});

async function opened(text = PLAN, scheme = 'file:///plans/a (b)'): Promise<string> {
  const uri = `${scheme}/plan-${++documents}.success-plan.yaml`;
  await client.open(uri, text);
  return uri;
}

function settings(sent: object): Promise<void> {
  return client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { successPlan: sent } });
}

async function lensesOf(uri: string): Promise<string[]> {
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const seen: string[] = [];
  for (const lens of lenses) {
    const { range, command } = await client.request<CodeLens>('codeLens/resolve', lens);
    seen.push(
      `${range.start.line}: ${command?.title} → ${command?.command} ${JSON.stringify(command?.arguments ?? [])}`,
    );
  }
  return seen;
}

it('declares what it can do', () => {
  expect(initialized.capabilities).toMatchObject({
    hoverProvider: true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
  });
});

it('hover links to where things are defined, in files alone', async () => {
  const line = LINES.findIndex(text => /owner: "?Sarah Chen/.test(text));
  const position = { line, character: (LINES[line] ?? '').length - 3 };
  const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri: await opened() }, position });
  const defined = LINES.findIndex(text => /name: "?Sarah Chen/.test(text));
  expect(hover.contents).toMatchObject({ kind: 'markdown' });
  expect(JSON.stringify(hover.contents)).toContain(
    `[Sarah Chen](file:///plans/a%20%28b%29/plan-${documents}.success-plan.yaml#L${defined + 1},`,
  );
  expect(hover.range?.start.line).toBe(line);
  const unsaved = await opened(PLAN, 'untitled:plans');
  const bare = await client.request<Hover>('textDocument/hover', { textDocument: { uri: unsaved }, position });
  expect(JSON.stringify(bare.contents)).not.toContain('](');
});

it('an agenda’s hover tells who is meant, and links into the plan beside it', async () => {
  const file = path.resolve('examples/northwind.qbr.yaml');
  const text = readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).href;
  await client.open(uri, text);
  const line = text.split('\n').findIndex(one => one.includes('executive_sponsor'));
  const character = (text.split('\n')[line] ?? '').indexOf('executive_sponsor') + 2;
  const hover = await client.request<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });
  expect(JSON.stringify(hover.contents)).toMatch(
    /In this plan: \[Dana Ruiz\]\(file:[^)]*northwind\.success-plan\.yaml#L\d+,\d+\)/,
  );
});

it('lenses only tell where the editor has no commands', async () => {
  const seen = await lensesOf(await opened());
  expect(seen.length).toBeGreaterThan(4);
  expect(seen.every(lens => lens.endsWith('→  []'))).toBe(true);
  expect(seen.join('\n')).toContain('Off track · 54% attained, 78% expected · 2/4 milestones');
  expect(seen.join('\n')).toContain('26 days late · blocked');
});

it('lenses run commands where it has them, each kind can be switched off, and what is shown is asked for anew', async () => {
  const uri = await opened(PLAN.replaceAll('\n', '\r\n'));
  refreshed.length = 0;
  await settings({ commands: true });
  const line = LINES.findIndex(text => text.includes('id: O1'));
  const seen = await lensesOf(uri);
  expect(seen).toContainEqual(
    `${line}: Record measurement → successPlan.recordMeasurement ["${uri}",{"line":${line},"character":4}]`,
  );
  expect(seen).toContainEqual(`${LINES.indexOf('plan:')}: Open panel → successPlan.openPanel ["${uri}"]`);
  expect(seen.find(lens => lens.includes('54% attained'))).toContain(`→ successPlan.openPanel ["${uri}"]`);
  expect([...refreshed].sort()).toEqual(['codeLens', 'inlayHint']);
  await settings({ codeLens: { numbers: false } });
  expect((await lensesOf(uri)).join('\n')).not.toContain('attained');
  await settings({ codeLens: { actions: false, numbers: 'perhaps' } });
  expect(await lensesOf(uri)).toEqual([]);
  await settings({ commands: false, codeLens: { numbers: true, actions: true } });
});

it('resolves no lens that it did not send, and of a changed text what is there now', async () => {
  const uri = await opened();
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  for (const data of [
    undefined,
    null,
    7,
    {},
    { textDocument: {}, subject: {} },
    { textDocument: { uri }, subject: { of: 'outcome', document: 0 } },
  ])
    expect((await client.request<CodeLens>('codeLens/resolve', { range, data })).command?.title).toBe('');
  const [first] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  await client.change(uri, 2, [{ text: '' }]);
  expect((await client.request<CodeLens>('codeLens/resolve', { ...first })).command).toMatchObject({ command: '' });
});

it('the panel that an agenda’s lens opens is that of the plan it reviews', async () => {
  const file = path.resolve('examples/northwind.qbr.yaml');
  const uri = pathToFileURL(file).href;
  await client.open(uri, readFileSync(file, 'utf8'));
  await settings({ commands: true });
  try {
    const opening = (await lensesOf(uri)).filter(lens => lens.includes('successPlan.openPanel'));
    expect(opening).toHaveLength(2);
    for (const lens of opening) expect(lens).toContain('/examples/northwind.success-plan.yaml"]');
  } finally {
    await settings({ commands: false });
  }
});

it('hints stand behind the days of the lines that are asked for, and can be switched off', async () => {
  const uri = await opened();
  const hints = (from: number, to: number) =>
    client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
    });
  const line = LINES.findIndex(text => text.includes('2026-01-15'));
  expect(await hints(line, line + 1)).toEqual([
    {
      position: { line, character: (LINES[line] ?? '').indexOf('2026-01-15') + 11 },
      label: '26 days late',
      tooltip: 'Planned for 15 Jan 2026, still to be done',
      paddingLeft: true,
    },
  ]);
  const all = await hints(0, LINES.length);
  await settings({ inlayHints: { distance: false } });
  const slips = await hints(0, LINES.length);
  expect(slips.length).toBeGreaterThan(0);
  expect(slips.length).toBeLessThan(all.length);
  expect(slips.every(({ label }) => /late|early|overdue/.test(String(label)))).toBe(true);
  await settings({ inlayHints: { slip: false } });
  expect(await hints(0, LINES.length)).toEqual([]);
  await settings({ inlayHints: { distance: true, slip: true } });
});

it('speaks the editor’s language where a phrase is translated', async () => {
  const uri = await opened();
  await settings({ translations: { '{0} days late': '{0} Tage zu spät', blocked: 'blockiert' } });
  expect((await lensesOf(uri)).join('\n')).toContain('26 Tage zu spät · blockiert');
  // The bundle that a German VS Code sends.
  await settings({ translations: JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) });
  expect((await lensesOf(uri)).join('\n')).toContain('54\u{a0}% erreicht, 78\u{a0}% erwartet');
  await settings({ translations: {} });
});

it('says the days in its phrases in the editor’s language, too', async () => {
  const translations: object = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8'));
  const { client: german } = await LspClient.start({ translations, locale: 'de' });
  const uri = 'file:///plans/german.success-plan.yaml';
  await german.open(uri, PLAN);
  const line = LINES.findIndex(text => text.includes('2026-01-15'));
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  expect(await german.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range })).toMatchObject([
    { label: '26 Tage zu spät', tooltip: 'Geplant für 15. Jan. 2026, noch zu tun' },
  ]);
  await german.stop();
});

it('writes plain text for an editor that shows no Markdown', async () => {
  const { client: plain } = await LspClient.start({ textDocument: { hover: { contentFormat: ['plaintext'] } } });
  await plain.open('file:///plans/plain.success-plan.yaml', PLAN);
  const hover = await plain.request<Hover>('textDocument/hover', {
    textDocument: { uri: 'file:///plans/plain.success-plan.yaml' },
    position: { line: LINES.indexOf('plan:'), character: 1 },
  });
  expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.not.stringMatching(/[*`]|\]\(/) });
  await plain.stop();
});

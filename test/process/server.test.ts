import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  InitializeResult,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withCursor } from '../support/cursor.ts';
import { LspClient } from '../support/lsp.ts';

const TEMPLATE = readFileSync(path.resolve('test/fixtures/template.success-plan.yaml'), 'utf8');
const QBR = readFileSync(path.resolve('test/fixtures/template.qbr.yaml'), 'utf8');

let client: LspClient;
let initialized: InitializeResult;
let documents = 0;

beforeAll(async () => {
  ({ client, initialized } = await LspClient.start());
});

afterAll(async () => {
  await client.stop();
  expect(client.exitCode).toBe(0);
});

async function opened(text: string): Promise<string> {
  const uri = `untitled:plan-${++documents}.success-plan.yaml`;
  await client.open(uri, text);
  return uri;
}

/** `line:column severity rule`, lines counted from 1. */
function brief({ range, severity, code }: Diagnostic): string {
  return `${range.start.line + 1}:${range.start.character + 1} ${severity} ${code}`;
}

it('declares what it can do', () => {
  expect(initialized.capabilities).toMatchObject({
    textDocumentSync: { openClose: true, change: 2 },
    completionProvider: { resolveProvider: true },
    hoverProvider: true,
    documentSymbolProvider: {},
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { full: { delta: true }, range: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.successPlan'] },
  });
});

describe('diagnostics', () => {
  it('finds the late milestone and the contradiction with the log in the template, and no error', async () => {
    const uri = await opened(TEMPLATE);
    const found = await client.diagnostics(uri, 1);
    expect(found.filter(d => (d.severity ?? 1) <= 2).map(brief)).toEqual([
      '68:22 2 milestone-overdue',
      '68:22 2 plan-change-not-applied',
    ]);
    const late = found.find(d => d.code === 'milestone-overdue');
    expect(late?.message).toContain('26 days late');
    expect(late?.source).toBe('success-plan');
    expect(late?.codeDescription?.href).toMatch(/^file:.*\/docs\/rules\/milestone-overdue\.md$/);
    expect(found.find(d => d.code === 'plan-change-not-applied')?.relatedInformation?.length).toBeGreaterThan(0);
  });

  it('finds nothing in the agenda', async () => {
    const uri = await opened(QBR);
    expect((await client.diagnostics(uri, 1)).filter(d => (d.severity ?? 1) <= 2).map(brief)).toEqual([]);
  });

  it('follows incremental changes, and the last of many at once', async () => {
    const uri = await opened('plan:\n  version: "1"\n  status: active\n');
    await client.diagnostics(uri, 1);
    const typed = [...'sttaus: active\n  '].map((text, index) => ({
      range: { start: { line: 2, character: 2 + index }, end: { line: 2, character: 2 + index } },
      text,
    }));
    typed.pop();
    for (const [index, change] of typed.slice(0, 14).entries()) void client.change(uri, index + 2, [change]);
    const last = await client.diagnostics(uri, 15);
    expect(last.length).toBeGreaterThan(0);
    await client.change(uri, 16, [{ text: 'plan:\n  version: "1"\n  sttaus: active\n' }]);
    expect((await client.diagnostics(uri, 16)).map(brief)).toContain('3:3 2 unknown-key');
  });

  it('answers clients that pull, and pushes nothing to them', async () => {
    const { client: puller, initialized: offered } = await LspClient.start({ pull: true });
    const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
    expect(offered.capabilities).toMatchObject({ diagnosticProvider });
    expect(initialized.capabilities).not.toHaveProperty('diagnosticProvider');
    const uri = 'untitled:pulled.success-plan.yaml';
    await puller.open(uri, TEMPLATE);
    const report = await puller.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    expect(report.kind).toBe('full');
    const pushed = await client.diagnostics(await opened(TEMPLATE), 1);
    expect(report.kind === 'full' ? report.items.map(brief) : []).toEqual(pushed.map(brief));
    expect(puller.published.size).toBe(0);
    await puller.stop();
  });
});

describe('quick fixes', () => {
  it('repair what they say and nothing else', async () => {
    const text = '# Ours\nplan:\n  version: "1.0"   # first\n  statsu: active\n';
    const uri = await opened(text);
    const [diagnostic] = (await client.diagnostics(uri, 1)).filter(d => d.code === 'unknown-key');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic?.range,
      context: { diagnostics: [diagnostic], only: ['quickfix'] },
    });
    expect(actions.map(a => a.title)).toEqual(['Change to “status”', 'Mark as your own: “x-statsu”']);
    const edits = actions[0]?.edit?.changes?.[uri] ?? [];
    expect(TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits)).toBe(
      text.replace('statsu', 'status'),
    );
  });
});

describe('fix all', () => {
  it('makes what success-plan fix makes, as one edit, and leaves the rest', async () => {
    const text =
      '# Ours\nplan:\n  version: "1.0"\n  status: active\n  status: active\n  created: 2026-1-5\nrisks: []\n';
    const uri = await opened(text);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    const edits = actions[0]?.edit?.changes?.[uri] ?? [];
    expect(actions).toHaveLength(1);
    expect(TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits)).toBe(
      '# Ours\nplan:\n  version: "1.0"\n  status: active\n  created: 2026-01-05\nrisks: []\n',
    );
  });
});

it('keeps hidden rules out of diagnostics and bulb alike', async () => {
  const { client: hiding } = await LspClient.start({ hiddenRules: ['milestone-overdue'] });
  const uri = 'untitled:hidden.success-plan.yaml';
  await hiding.open(uri, TEMPLATE);
  const shown = await hiding.diagnostics(uri, 1);
  expect(shown.map(d => d.code)).not.toContain('milestone-overdue');
  const place = shown.find(d => d.code === 'plan-change-not-applied')?.range;
  const actions = await hiding.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: place,
    context: { diagnostics: [] },
  });
  expect(actions.filter(a => a.kind === 'quickfix').map(a => a.title)).toEqual([
    'Move to 1 Mar 2026, as the log says',
    'Move to 1 Apr 2026, as was decided',
  ]);
  await hiding.stop();
});

describe('completion', () => {
  async function labels(marked: string): Promise<string[]> {
    const { text, offset } = withCursor(marked);
    const uri = await opened(text);
    const position = TextDocument.create(uri, '', 0, text).positionAt(offset);
    const list = await client.request<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    return list?.items.map(item => item.label) ?? [];
  }

  it('offers the keys that are missing, in the template’s order', async () => {
    expect((await labels('plan:\n  version: "1.0"\n  <|>\n')).slice(0, 4)).toEqual([
      'created',
      'last_reviewed',
      'next_review',
      'status',
    ]);
    expect(await labels('plan:\n  version: "1.0"\n\n<|>\n')).not.toContain('plan');
  });

  it('offers a milestone’s name first, and the values of a status', async () => {
    expect((await labels('plan: {}\noutcomes:\n  - id: O1\n    milestones:\n      - <|>\n')).slice(0, 2)).toEqual([
      'milestone',
      'name',
    ]);
    expect(await labels('outcomes:\n  - status: <|>\n')).toEqual([
      'not_started',
      'in_progress',
      'achieved',
      'at_risk',
      'missed',
      'deferred',
    ]);
  });

  it('offers people by name, also on a line that cannot be read yet', async () => {
    const owner = TEMPLATE.replace('    owner: "Mike Torres"\n', '    owner: "<|>\n');
    expect(await labels(owner)).toEqual(['Sarah Chen', 'Mike Torres', 'Lisa Park', 'Jane Smith', 'Tom Brown']);
  });

  it('offers nothing in prose and comments', async () => {
    expect(await labels('outcomes:\n  - description: >\n      Cut the <|>\n')).toEqual([]);
    expect(await labels('plan: # st<|>\n')).toEqual([]);
  });
});

describe('hover', () => {
  async function hover(text: string, word: string): Promise<string> {
    const uri = await opened(text);
    const position = TextDocument.create(uri, '', 0, text).positionAt(text.indexOf(word) + 1);
    const answer = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
    const contents = answer?.contents;
    return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
  }

  it('explains a field with the words of the schema', async () => {
    const schema: { definitions: { contract: { properties: { renewal_date: { description: string } } } } } = JSON.parse(
      readFileSync('schemas/success-plan.schema.json', 'utf8'),
    );
    const said = await hover(TEMPLATE, 'renewal_date');
    expect(said).toContain(schema.definitions.contract.properties.renewal_date.description.split('\n')[0]);
  });

  it('tells where an outcome stands', async () => {
    const measured = TEMPLATE.replace(
      '    status: in_progress\n',
      '    measurements:\n      - { date: "2026-01-20", value: "2.1 hours per report" }\n    status: in_progress\n',
    );
    const said = await hover(measured, 'O1');
    expect(said).toContain('**54%** attained, 78% expected by today');
    expect(await hover(TEMPLATE, 'O1')).toContain('Attainment is unknown');
  });
});

it('gives an outline with outcomes, milestones and how they stand', async () => {
  const uri = await opened(TEMPLATE);
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  expect(symbols.map(s => s.name)).toEqual(['Plan', 'Customer', 'Stakeholders', 'Outcomes', 'Risks', 'Review history']);
  const outcome = symbols[3]?.children?.[0];
  expect(outcome?.name).toMatch(/^O1 Reduce monthly report generation time/);
  expect(outcome?.detail).toBe('unknown · 2/4 milestones');
  expect(outcome?.children?.[0]?.children?.map(m => `${m.name}: ${m.detail}`)[0]).toBe(
    'Report templates configured: done 5 Oct 2025',
  );
});

it('answers for documents that are not open, or not plans at all, without an error', async () => {
  const textDocument = { uri: 'untitled:nowhere' };
  expect(await client.request('textDocument/hover', { textDocument, position: { line: 3, character: 1 } })).toBeNull();
  const uri = await opened('\u0000\u0001{{{{[[[[\n\t- :\n');
  expect((await client.diagnostics(uri, 1)).length).toBeGreaterThan(0);
  expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toBeInstanceOf(Array);
});

it('tells what is to be chosen by it beside every suggestion, where the editor can show that', async () => {
  const { client: able } = await LspClient.start({
    textDocument: { completion: { completionItem: { labelDetailsSupport: true } } },
  });
  const { text, offset } = withCursor('plan:\n  status: <|>\n');
  await able.open('untitled:told.success-plan.yaml', text);
  const { items } = await able.request<CompletionList>('textDocument/completion', {
    textDocument: { uri: 'untitled:told.success-plan.yaml' },
    position: { line: 1, character: offset - text.indexOf('  status') },
  });
  await able.stop();
  expect(items.length).toBeGreaterThan(3);
  for (const { detail, labelDetails } of items) expect(labelDetails).toEqual({ description: detail });
});

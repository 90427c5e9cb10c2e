import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  ServerCapabilities,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LspClient } from '../support/lsp.ts';

const TEMPLATE = readFileSync('test/fixtures/template.success-plan.yaml', 'utf8');

let client: LspClient;
let capabilities: ServerCapabilities;
let documents = 0;

beforeAll(async () => {
  const textDocument = {
    foldingRange: { lineFoldingOnly: true, rangeLimit: 20 },
    documentSymbol: { tagSupport: { valueSet: [1] } },
  };
  const started = await LspClient.start({ textDocument });
  client = started.client;
  capabilities = started.initialized.capabilities;
});

afterAll(async () => {
  await client.stop();
  expect(client.exitCode).toBe(0);
});

/** Opens a text as a plan, or under another name. */
async function opened(text: string, name = 'plan.success-plan.yaml'): Promise<{ uri: string; document: TextDocument }> {
  const uri = `file:///nowhere/${++documents}/${name}`;
  await client.open(uri, text);
  return { uri, document: TextDocument.create(uri, 'success-plan', 1, text) };
}

const OPTIONS = { tabSize: 2, insertSpaces: true };

describe('folding', () => {
  it('is by whole lines where the editor wants it so, and no more than it wants', async () => {
    const { uri } = await opened(TEMPLATE);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    expect(folds).toHaveLength(20);
    expect(folds.every(fold => fold.startCharacter === undefined && fold.endLine > fold.startLine)).toBe(true);
    const lines = TEMPLATE.split('\n');
    expect(folds.map(fold => lines[fold.startLine])).toEqual(
      expect.arrayContaining(['plan:', 'customer:', 'outcomes:', 'risks:', 'review_history:']),
    );
  });

  it('is within lines for other editors, in plans, agendas and configurations', async () => {
    const { client: other } = await LspClient.start({});
    const uris = ['a.success-plan.yaml', 'a.qbr.yaml', 'success-plan.config.yaml'].map(
      name => `file:///nowhere/${name}`,
    );
    const texts = ['plan:\r\n  status: active\r\n', 'qbr:\n  agenda: [\n  ]\n', '# our\n# levels\nrules:\n  a: off\n'];
    const folds = [];
    for (const [index, uri] of uris.entries()) {
      await other.open(uri, texts[index] ?? '');
      folds.push(await other.request('textDocument/foldingRange', { textDocument: { uri } }));
    }
    await other.stop();
    expect(folds).toEqual([
      [{ startLine: 0, startCharacter: 5, endLine: 1, endCharacter: 16 }],
      [
        { startLine: 0, startCharacter: 4, endLine: 2, endCharacter: 3 },
        { startLine: 1, startCharacter: 11, endLine: 2, endCharacter: 3 },
      ],
      [
        { startLine: 0, startCharacter: 5, endLine: 1, endCharacter: 8, kind: 'comment' },
        { startLine: 2, startCharacter: 6, endLine: 3, endCharacter: 8 },
      ],
    ]);
  });
});

it('grows the selection around several cursors', async () => {
  const { uri, document } = await opened('plan:\n  owner: Priya Shah # since May\n');
  const positions = [
    { line: 1, character: 11 },
    { line: 1, character: 24 },
  ];
  const ranges = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri },
    positions,
  });
  const grown = ranges.map(innermost => {
    const texts: string[] = [];
    for (let one: SelectionRange | undefined = innermost; one; one = one.parent)
      texts.push(document.getText(one.range));
    return texts.slice(0, 3);
  });
  expect(grown).toEqual([
    ['Priya', 'Priya Shah', 'owner: Priya Shah'],
    ['since', 'since May', '# since May'],
  ]);
});

describe('tokens', () => {
  /** Each token as its text, type and modifiers. */
  function decoded({ data }: SemanticTokens, document: TextDocument): string[] {
    const { legend } = capabilities.semanticTokensProvider ?? { legend: { tokenTypes: [], tokenModifiers: [] } };
    const all: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
      character = down > 0 ? right : character + right;
      line += down;
      const range = { start: { line, character }, end: { line, character: character + length } };
      const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
      all.push([document.getText(range), legend.tokenTypes[type], ...modifiers].join(' '));
    }
    return all;
  }

  const PLAN =
    'milestones:\n  - name: 𝒜 label\n    target_date: "2026-02-01"\n    status: pending\n    owner: [Ken Abe, Łuk]\n';

  it('are told whole, changed and in view', async () => {
    const { uri, document } = await opened(PLAN);
    const textDocument = { uri };
    const whole = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    expect(decoded(whole, document)).toEqual([
      '"2026-02-01" date late',
      'pending status late',
      'Ken Abe person',
      'Łuk person',
    ]);

    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 13 } };
    const inView = await client.request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range });
    expect(decoded(inView, document)).toEqual(['Ken Abe person']);

    const line = { line: 3, character: 12 };
    const change = { range: { start: line, end: { line: 3, character: 19 } }, text: 'complete' };
    await client.change(uri, 2, [change]);
    const delta = await client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: whole.resultId,
    });
    expect(delta.edits).toHaveLength(1);
    const data = [...whole.data];
    for (const edit of delta.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const changed = TextDocument.create(uri, 'success-plan', 2, PLAN.replace('pending', 'complete'));
    expect(decoded({ data }, changed)).toEqual([
      '"2026-02-01" date done',
      'complete status done',
      'Ken Abe person',
      'Łuk person',
    ]);
    const same = { textDocument, previousResultId: delta.resultId };
    expect(await client.request('textDocument/semanticTokens/full/delta', same)).toMatchObject({ edits: [] });
    const unknown = { textDocument, previousResultId: 'another' };
    expect(await client.request('textDocument/semanticTokens/full/delta', unknown)).toMatchObject({ data });
  });
});

it('strikes through in the outline what was given up', async () => {
  const { uri } = await opened(
    'milestones:\n  - { name: Labels, status: skipped }\n  - { name: Scanners, status: complete }\n',
  );
  const [section] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  expect(section?.children?.map(({ name, tags }) => [name, tags])).toEqual([
    ['Labels', [1]],
    ['Scanners', undefined],
  ]);
});

describe('formatting', () => {
  it('puts blanks in order and says what it said', async () => {
    const text = "plan:\r\n    version:  '1.2' # so far\r\n    status: active";
    const { uri, document } = await opened(text);
    const edits = await client.request<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri },
      options: OPTIONS,
    });
    expect(TextDocument.applyEdits(document, edits)).toBe("plan:\r\n  version: '1.2' # so far\r\n  status: active\r\n");
    expect(edits.every(({ newText }) => newText.trim() === '')).toBe(true);
    const wide = { textDocument: { uri }, options: { tabSize: 4, insertSpaces: false } };
    expect(await client.request<TextEdit[]>('textDocument/formatting', wide)).toHaveLength(2);
  });

  it('stays in its range', async () => {
    const { uri, document } = await opened('plan:\n  version:  "1"\n  status:  active\n');
    const range = { start: { line: 1, character: 4 }, end: { line: 2, character: 0 } };
    const edits = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri },
      range,
      options: OPTIONS,
    });
    expect(TextDocument.applyEdits(document, edits)).toBe('plan:\n  version: "1"\n  status:  active\n');
  });

  it('leaves what cannot be read, and says so in the log', async () => {
    const logged: string[] = [];
    const listening = client.connection.onNotification('window/logMessage', ({ message }) => {
      logged.push(message);
    });
    const { uri } = await opened('plan:\n  version:  "1\n  status: active\n');
    expect(await client.request('textDocument/formatting', { textDocument: { uri }, options: OPTIONS })).toEqual([]);
    listening.dispose();
    expect(logged).toContainEqual(expect.stringMatching(/was not formatted: YAML cannot read all of it/));
  });

  it('formats configurations', async () => {
    const { uri, document } = await opened('rules:\n    id-duplicate:   error\n', 'success-plan.config.yaml');
    const edits = await client.request<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri },
      options: OPTIONS,
    });
    expect(TextDocument.applyEdits(document, edits)).toBe('rules:\n  id-duplicate: error\n');
  });

  it('begins a list while somebody types', async () => {
    const { uri, document } = await opened('risks:\n  \n');
    const edits = await client.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri },
      position: { line: 1, character: 2 },
      ch: '\n',
      options: OPTIONS,
    });
    expect(TextDocument.applyEdits(document, edits)).toBe('risks:\n  - \n');
  });
});

it('has an answer for everything that is no plan, or no document', async () => {
  const options = OPTIONS;
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 9 } };
  const position = { line: 5, character: 5 };
  const texts = ['', '\n', '\u0000\u0001{{{{[[[[\n\t- :\n', '---\n...\n---\n- a\n', '*a : &b [*c]\n', '\uFEFF#'];
  const all = [...(await Promise.all(texts.map(text => opened(text)))).map(({ uri }) => uri), 'untitled:nowhere'];
  for (const uri of all) {
    const textDocument = { uri };
    for (const [method, params] of [
      ['textDocument/documentSymbol', {}],
      ['textDocument/foldingRange', {}],
      ['textDocument/selectionRange', { positions: [position] }],
      ['textDocument/semanticTokens/full', {}],
      ['textDocument/semanticTokens/full/delta', { previousResultId: '0' }],
      ['textDocument/semanticTokens/range', { range }],
      ['textDocument/formatting', { options }],
      ['textDocument/rangeFormatting', { options, range }],
      ['textDocument/onTypeFormatting', { options, position, ch: '\n' }],
    ] as const)
      await client.request(method, { textDocument, ...params });
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lsp.ts';
import { Editor } from '../support/typing/editor.ts';
import { type Habit, Typist } from '../support/typing/typist.ts';
import { read, said, type Wanted } from '../support/typing/wanted.ts';

/** A plan of each format, as it is when its writer is done. The first line tells the day, and the story. */
const folder = new URL('./typed/', import.meta.url);
const PLANS = readdirSync(folder);

/** What an editor with tab stops and lazy documentation tells the server. */
const SNIPPETS = {
  completion: {
    completionItem: {
      snippetSupport: true,
      insertReplaceSupport: true,
      documentationFormat: ['markdown'],
      resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      insertTextModeSupport: { valueSet: [1, 2] },
    },
    completionList: { itemDefaults: ['editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
  },
};

interface Way {
  readonly habit: Habit;
  readonly eol?: string;
  readonly textDocument?: object;
}

interface Typed {
  readonly typist: Typist;
  readonly text: string;
  readonly keys: number;
  readonly wanted: Wanted;
  readonly found: readonly Diagnostic[];
  /** What the server wrote into its log as errors. */
  readonly faults: readonly string[];
}

/** Somebody types a plan into an empty document of an editor that is told by `textDocument`. */
async function typed(file: string, { habit, eol = '\n', textDocument = SNIPPETS }: Way): Promise<Typed> {
  const source = readFileSync(new URL(file, folder), 'utf8');
  const [, today, plan] = /^# (\d{4}-\d\d-\d\d)\. [^\n]+\n(.*)$/s.exec(source) ?? [];
  const wanted = read(plan ?? '');
  if (!today || !wanted) throw new Error(`${file} does not begin with its day, or is empty`);
  const { client, initialized } = await LspClient.start({ today, textDocument });
  try {
    const editor = await Editor.open(client, `untitled:${file}.success-plan.yaml`, initialized, eol);
    const typist = new Typist(editor, wanted, habit);
    await typist.write();
    const found = await client.diagnostics(editor.uri, editor.version);
    return { typist, wanted, found, text: editor.text, keys: editor.keys, faults: client.faults };
  } finally {
    await client.stop();
  }
}

/** The plan says what was wanted, nothing was left to be desired on the way, and no warning is left. */
function expectWritten({ typist, text, wanted, found, faults }: Typed): void {
  expect(faults).toEqual([]);
  expect.soft(typist.complaints).toEqual([]);
  expect.soft(said(read(text))).toEqual(said(wanted));
  expect(found.filter(({ severity }) => (severity ?? 1) <= 2).map(({ message }) => message)).toEqual([]);
}

it.each(PLANS)('%s, taking suggestions after a few letters', { timeout: 120_000 }, async file => {
  const result = await typed(file, { habit: 'quick' });
  expectWritten(result);
  expect(result.keys, 'suggestions save keys').toBeLessThan(result.text.length * 0.75);
});

it('northwind.outcome-based.yaml in CRLF, typing words out before taking suggestions', {
  timeout: 120_000,
}, async () => {
  const result = await typed('northwind.outcome-based.yaml', { habit: 'slow', eol: '\r\n' });
  expectWritten(result);
  expect(result.text).not.toMatch(/(?<!\r)\n/);
});

it('orchard.goal-card.yaml in an editor without tab stops, taking no suggestion', { timeout: 120_000 }, async () => {
  expectWritten(await typed('orchard.goal-card.yaml', { habit: 'never', textDocument: {} }));
});

it('kestrel.mutual-action-plan.yaml in an editor without tab stops', { timeout: 120_000 }, async () => {
  expectWritten(await typed('kestrel.mutual-action-plan.yaml', { habit: 'quick', textDocument: {} }));
});

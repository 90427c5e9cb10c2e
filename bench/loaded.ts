import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { serverBundle } from '../scripts/server-bundle.mjs';
import { ourServer, outDir, server } from './build.ts';
import { LspClient } from './lsp-client.ts';
import { makePlan, SIZES } from './plans.ts';

/** How many bytes of the server's bundles are loaded, in a process that is looked at. */
export interface LoadedBytes {
  /** Until the first diagnostics of a plan that was opened. */
  readonly diagnostics: number;
  /** Once an editor has asked what it asks of a plan on the screen, and somebody has pressed a key in it. */
  readonly writing: number;
  /** All that there is to load: the panel's answers, commands that ask, the portfolio, the writers of files, the formatter too. */
  readonly all: number;
  /** Those until the first diagnostics that are libraries'. */
  readonly libraries: number;
}

const URI = 'untitled:loaded.success-plan.yaml';

/** What VS Code asks of a plan that it shows, and of one that somebody writes in. */
const ASKED = [
  'textDocument/codeLens',
  'textDocument/documentLink',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'successPlan/status',
];
const ASKED_IN_RANGE = ['textDocument/codeAction', 'textDocument/inlayHint'];
const ASKED_AT_CURSOR = ['textDocument/completion', 'textDocument/documentHighlight', 'textDocument/hover'];

/** Looks into two processes of the server, as it lies in dist/. */
export async function loadedBytes(): Promise<LoadedBytes> {
  const atDiagnostics = await loadedAfter(async () => {});
  const afterWriting = await loadedAfter(async client => {
    const textDocument = { uri: URI };
    const position = { line: 2, character: 4 };
    const range = { start: position, end: position };
    for (const method of ASKED) await client.request(method, { textDocument });
    for (const method of ASKED_IN_RANGE)
      await client.request(method, { textDocument, range, context: { diagnostics: [] } });
    await client.change(URI, 2, { range: { start: position, end: position }, text: 'x' });
    for (const method of ASKED_AT_CURSOR) await client.request(method, { textDocument, position });
  });
  const folder = path.dirname(server);
  const all = readdirSync(folder).filter(name => /^(?:server(?:-.*)?|globs|yaml)\.js$/.test(name));
  return {
    diagnostics: bytesOf(atDiagnostics),
    writing: bytesOf(afterWriting),
    all: bytesOf(all.map(name => path.join(folder, name))),
    libraries: await librariesIn(atDiagnostics),
  };
}

/** The server's own files that a process has loaded when its first diagnostics are there and something more was done. */
async function loadedAfter(more: (client: LspClient) => Promise<void>): Promise<readonly string[]> {
  const list = path.join(outDir, 'loaded.txt');
  process.env.BENCH_LOADED = list;
  const hook = path.join(import.meta.dirname, 'loaded-at-exit.cjs');
  const client = new LspClient({ ...ourServer, args: ['--require', hook, ...ourServer.args] });
  delete process.env.BENCH_LOADED;
  try {
    await client.initialize();
    await client.open(URI, makePlan(1, SIZES.typical));
    await client.diagnostics('first diagnostics', () => true);
    await more(client);
  } finally {
    await client.stop();
  }
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter(file => path.dirname(file) === path.dirname(server));
}

async function librariesIn(files: readonly string[]): Promise<number> {
  const { metafile } = await build({ ...serverBundle(server), metafile: true, write: false });
  const names = files.map(file => path.basename(file));
  const parts = Object.entries(metafile.outputs);
  // What lies beside and is no part is a library.
  const whole = files.filter(file => !parts.some(([part]) => path.basename(part) === path.basename(file)));
  const inParts = parts
    .filter(([file]) => names.includes(path.basename(file)))
    .flatMap(([, { inputs }]) => Object.entries(inputs))
    .filter(([file]) => file.includes('node_modules/'))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  return bytesOf(whole) + inParts;
}

function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

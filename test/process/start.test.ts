import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder = '';

/** The server alone, without what lies beside it. */
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'success-plan-start-'));
  for (const file of readdirSync('dist').filter(name => /^server.*\.js$/.test(name)))
    copyFileSync(path.join('dist', file), path.join(folder, file));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** One life of the server: the findings in a short plan. */
async function life(): Promise<unknown> {
  const server = fork(path.join(folder, 'server.js'), ['--node-ipc']);
  const send = (message: object) => server.send({ jsonrpc: '2.0', ...message });
  const told = new Promise(resolve => {
    server.on('message', (message: { method?: string; params?: { diagnostics?: unknown } }) => {
      if (message.method === 'textDocument/publishDiagnostics') resolve(message.params?.diagnostics);
    });
  });
  const ended = once(server, 'exit');
  const options = { today: '2026-02-10' };
  send({ id: 1, method: 'initialize', params: { processId: null, capabilities: {}, initializationOptions: options } });
  send({ method: 'initialized', params: {} });
  const text = 'plan:\n  version: "1.0"\n  status: at once\ncustomer:\n  company: Harbor Foods\n';
  const textDocument = { uri: 'file:///plans/harbor.success-plan.yaml', languageId: 'success-plan', version: 1, text };
  send({ method: 'textDocument/didOpen', params: { textDocument } });
  const found = await told;
  send({ id: 2, method: 'shutdown' });
  send({ method: 'exit' });
  expect(await ended).toEqual([0, null]);
  return found;
}

it('keeps what was compiled for the next start, and says the same then', async () => {
  const first = await life();
  expect(first).not.toEqual([]);
  const kept = () => readdirSync(path.join(folder, 'compiled'), { recursive: true, encoding: 'utf8' });
  const sizes = () => kept().map(file => [file, statSync(path.join(folder, 'compiled', file)).mtimeMs]);
  const after = sizes();
  expect(kept().length).toBeGreaterThan(1);
  expect(await life()).toEqual(first);
  // It was of use: what V8 refuses is written anew.
  expect(sizes()).toEqual(after);
});

it('starts where nothing can be kept', async () => {
  writeFileSync(path.join(folder, 'compiled'), 'a file, where a folder would be');
  expect(await life()).not.toEqual([]);
});

import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { CLI_BUNDLE, cliProcess, folderWith } from '../support/cli.ts';
import { soundPlan } from '../support/examples.ts';
import { LspClient } from '../support/lsp.ts';
import { TestRepository } from '../support/repository.ts';

/** What git knows of a plan, in the command line and the server as they are shipped. */

const RULE = 'plan-change-unlogged';
const NAME = 'acme.success-plan.yaml';
/** Its descriptions name no figures, so that a changed one is told of by git alone. */
const REVIEWED = soundPlan().replaceAll(/ from (?:12 minutes to 4 minutes|10% to 3%)/g, '');
const CHANGED = REVIEWED.replace('goal: 4 minutes', 'goal: 5 minutes').replace('current: 10%', 'current: 12%');

function repository(): TestRepository {
  const made = new TestRepository();
  made.commit('2026-01-20', { [NAME]: REVIEWED });
  made.commit('2026-02-03', { [NAME]: CHANGED });
  return made;
}

describe('the command line', { timeout: 30_000 }, () => {
  const check = (folder: string, ...args: string[]) =>
    cliProcess(CLI_BUNDLE, folder, ['check', '--today', '2026-02-10', ...args]);

  it('finds what changed since the last review and was not logged', async () => {
    const { folder } = repository();
    const { code, out, err } = await check(folder);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('1 plan checked: 1 warning, 1 note.');
    expect(out).toMatch(
      /warning Outcome O2: the baseline changed from 10% to 12% on 3 Feb 2026.*\[plan-change-unlogged\]/s,
    );
    expect(await check(folder, '--no-history')).toEqual({ code: 0, out: '1 plan checked: nothing found.\n', err: '' });
    const piped = await cliProcess(
      CLI_BUNDLE,
      folder,
      ['check', '--today', '2026-02-10', '--stdin-filename', NAME, '-'],
      CHANGED,
    );
    expect(piped.out).toContain(RULE);
  });

  it('finds it by whatever name the plan has gone since, committed or not', async () => {
    const made = repository();
    const { out } = await check(made.folder);
    const found = (name: string) => ({ code: 1, out: out.replaceAll(NAME, name), err: '' });
    made.git(['mv', NAME, 'northwind.success-plan.yaml']);
    expect(await check(made.folder)).toEqual(found('northwind.success-plan.yaml'));
    made.commit('2026-02-05', {});
    made.git(['mv', 'northwind.success-plan.yaml', 'nw.success-plan.yaml']);
    expect(await check(made.folder)).toEqual(found('nw.success-plan.yaml'));
    made.commit('2026-02-06', {});
    expect(await check(made.folder)).toEqual(found('nw.success-plan.yaml'));
  });

  it('asks nothing of git where the team has switched the rule off', async () => {
    const made = repository();
    made.write('success-plan.config.yaml', `rules: { ${RULE}: off }\n`);
    expect((await check(made.folder)).out).toBe('1 plan checked: nothing found.\n');
  });

  it('finds nothing in a folder without a repository and in a shallow clone', async () => {
    const nothing = { code: 0, out: '1 plan checked: nothing found.\n', err: '' };
    expect(await check(folderWith({ [NAME]: CHANGED }))).toEqual(nothing);
    const made = repository();
    const clone = folderWith({});
    made.git(['clone', '--quiet', '--depth', '1', `file://${made.folder}`, `${clone}/clone`]);
    expect(await check(`${clone}/clone`)).toEqual({ ...nothing, err: expect.stringContaining('is a shallow clone') });
  });

  it('tells --no-history in its help', async () => {
    expect((await check('.', '--help')).out).toContain('--no-history');
  });
});

describe('the server', { timeout: 30_000 }, () => {
  let client: LspClient;
  beforeAll(async () => {
    ({ client } = await LspClient.start());
  });
  afterAll(() => client.stop());

  const rules = (diagnostics: readonly Diagnostic[]) => diagnostics.map(one => one.code);
  const finds = (diagnostics: readonly Diagnostic[]) => rules(diagnostics).includes(RULE);
  const findsNothing = (diagnostics: readonly Diagnostic[]) => diagnostics.length === 0;
  const save = (uri: string) => client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });

  it('finds it as soon as git has answered, and keeps it while somebody types', async () => {
    const uri = pathToFileURL(repository().path(NAME)).href;
    await client.open(uri, CHANGED);
    const found = await client.diagnosticsOnce(uri, finds);
    expect(rules(found)).toEqual([RULE, RULE]);
    await client.change(uri, 2, [{ text: `${CHANGED}# typed\n` }]);
    expect(rules(await client.diagnostics(uri, 2))).toEqual([RULE, RULE]);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: found[0]?.range,
      context: { diagnostics: [found[0]], only: ['quickfix'] },
    });
    expect(actions.map(one => one.title)).toEqual([
      'Log it in the review of 20 Jan 2026: “O1 goal changed from 4 minutes to 5 minutes”',
    ]);
  });

  it('finds it in a plan that was renamed twice, the second time not committed yet', async () => {
    const made = repository();
    made.git(['mv', NAME, 'northwind.success-plan.yaml']);
    made.commit('2026-02-05', {});
    made.git(['mv', 'northwind.success-plan.yaml', 'nw.success-plan.yaml']);
    const uri = pathToFileURL(made.path('nw.success-plan.yaml')).href;
    await client.open(uri, CHANGED);
    expect(rules(await client.diagnosticsOnce(uri, finds))).toEqual([RULE, RULE]);
  });

  it('looks again when the plan is saved', async () => {
    const made = new TestRepository({ [NAME]: CHANGED });
    const uri = pathToFileURL(made.path(NAME)).href;
    await client.open(uri, CHANGED);
    expect(await client.diagnostics(uri, 1)).toEqual([]);
    made.commit('2026-01-20', { [NAME]: REVIEWED });
    made.write(NAME, CHANGED);
    await save(uri);
    expect(rules(await client.diagnosticsOnce(uri, finds))).toEqual([RULE, RULE]);
  });

  it('looks again when HEAD moves', async () => {
    const made = repository();
    const uri = pathToFileURL(made.path(NAME)).href;
    await client.open(uri, CHANGED);
    await client.diagnosticsOnce(uri, finds);
    made.git(['checkout', '--quiet', '--orphan', 'fresh']);
    made.git(['add', '--all']);
    made.git(['commit', '--quiet', '--message', 'Begin anew'], '2026-02-05');
    expect(await client.diagnosticsOnce(uri, findsNothing)).toEqual([]);
  });

  it('has no history for a document without a file, and for one that was closed', async () => {
    const untitled = 'untitled:history.success-plan.yaml';
    await client.open(untitled, CHANGED);
    expect(await client.diagnostics(untitled, 1)).toEqual([]);
    const uri = pathToFileURL(repository().path(NAME)).href;
    await client.open(uri, CHANGED);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    // Whatever is asked next is answered behind all that a closed document could still send.
    await client.open(untitled, `${CHANGED}# again\n`);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(client.published.get(uri)?.diagnostics ?? []).toEqual([]);
  });
});

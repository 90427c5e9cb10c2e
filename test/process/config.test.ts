import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JsonFinding } from '../../cli/formats/json.ts';
import { CLI_BUNDLE, cliProcess, folderWith, planWith } from '../support/cli.ts';
import { withCursor } from '../support/cursor.ts';
import { EXAMPLE_DAY } from '../support/examples.ts';
import { LspClient } from '../support/lsp.ts';

/** The team's configuration, in the built server and in the built command line: both are to say the same, to the letter. */

const CONFIG = 'plans/success-plan.config.yaml';

/** A late milestone, words of the team's own, a typed field that holds something else. */
const PLAN = planWith({
  'target_date: "2026-02-27"': 'target_date: "2026-01-30"',
  'status: active': 'status: on_hold',
  'type: primary_owner': 'type: csm',
  '  segment: enterprise': '  segment: Stratgic\n  x-tier: c',
});

function repository(own = ''): string {
  return folderWith({
    'standards/base.yaml': `rules: { milestone-overdue: error, unknown-key: info }
vocabulary: { segments: [strategic], vendor_types: [csm] }
custom_fields: { x-tier: { type: one_of, in: [customer], values: [a, b], description: Tier in the CRM } }
`,
    [CONFIG]: `extends: [strict, ../standards/base.yaml]
vocabulary: { statuses: { plan: { on_hold: at_risk } } }
overrides:
  - files: [pilots/**]
    rules: { milestone-overdue: hint }
${own}`,
    'plans/acme.success-plan.yaml': PLAN,
    'plans/pilots/acme.success-plan.yaml': PLAN,
    'acme.success-plan.yaml': PLAN,
  });
}

const uriOf = (folder: string, name: string) => pathToFileURL(path.join(folder, name)).href;
const textOf = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

async function server(pull = false): Promise<LspClient> {
  const { client } = await LspClient.start({ pull });
  onTestFinished(() => client.stop());
  return client;
}

const LEVELS = ['', 'error', 'warning', 'info', 'hint'];

function inWords({ range: { start, end }, severity, code, message }: Diagnostic): string {
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
  return `${place} ${LEVELS[severity ?? 0]} ${code} ${message}`;
}

async function inEditor(client: LspClient, folder: string, name: string): Promise<string[]> {
  await client.open(uriOf(folder, name), textOf(folder, name));
  return (await client.diagnostics(uriOf(folder, name), 1)).map(inWords);
}

async function inTerminal(folder: string, ...args: string[]): Promise<{ code: number | null; found: JsonFinding[] }> {
  const check = ['check', '--today', EXAMPLE_DAY, '--format', 'json', ...args];
  const { code, out } = await cliProcess(CLI_BUNDLE, folder, check);
  return { code, found: JSON.parse(out) };
}

function likeEditor({ range: { start, end }, severity, rule, message }: JsonFinding): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${rule} ${message}`;
}

describe('editor and command line agree', { timeout: 60_000 }, () => {
  it('on what is extended, overridden, and said in the team’s own words', async () => {
    const folder = repository();
    const client = await server();
    const { found } = await inTerminal(folder, '.');
    const seen: Record<string, string[]> = {};
    for (const name of [
      'plans/acme.success-plan.yaml',
      'plans/pilots/acme.success-plan.yaml',
      'acme.success-plan.yaml',
    ]) {
      seen[name] = await inEditor(client, folder, name);
      expect(seen[name]).toEqual(found.filter(finding => finding.path === name).map(likeEditor));
    }
    const brief = (name: string) => seen[name]?.map(line => line.split(' ').slice(1, 4).join(' '));
    expect(brief('plans/acme.success-plan.yaml')).toEqual([
      'info schema “Stratgic”',
      'warning schema “x-tier”',
      expect.stringContaining('error milestone-overdue'),
    ]);
    expect(brief('plans/pilots/acme.success-plan.yaml')?.at(-1)).toContain('hint milestone-overdue');
    // Outside of the team's folder its words are unknown, and its levels do not count.
    expect(brief('acme.success-plan.yaml')?.filter(line => line?.startsWith('error schema'))).toHaveLength(2);
  });

  it('on what cannot be followed', async () => {
    const folder = repository('rules: { milestone-overdu: off }\nredact: [customer.contxt]\n');
    const client = await server();
    const { code, found } = await inTerminal(folder, 'plans');
    const own = found.filter(finding => finding.path === CONFIG);
    expect(code).toBe(2);
    expect(own.map(({ rule, message, help }) => [rule, message, help])).toEqual([
      ['config', 'There is no rule “milestone-overdu”. Did you mean “milestone-overdue”?', 'docs/configuration.md'],
      ['config', expect.stringContaining('Did you mean “customer.context”?'), 'docs/configuration.md'],
    ]);
    expect(await inEditor(client, folder, CONFIG)).toEqual(own.map(likeEditor));
    const alone = await inTerminal(folder, CONFIG);
    expect([alone.code, alone.found]).toEqual([2, own]);
  });
});

describe('the command line', () => {
  it('checks the configuration by its path, and says so', async () => {
    const folder = repository();
    expect(await cliProcess(CLI_BUNDLE, folder, ['check', CONFIG])).toEqual({
      code: 0,
      out: '1 configuration checked: nothing found.\n',
      err: '',
    });
  });

  it('names mistakes in an extended file there, in text and for code scanning', async () => {
    const folder = repository();
    writeFileSync(path.join(folder, 'standards/base.yaml'), 'rules: { nope: off }\n');
    const { code, out } = await cliProcess(CLI_BUNDLE, folder, ['check', 'plans', '--today', EXAMPLE_DAY]);
    expect(code).toBe(2);
    expect(out).toContain('standards/base.yaml:1:10 error There is no rule “nope”.');
    expect(out).toMatch(/^standards\/base\.yaml: 1 error$/m);
    const scan = await cliProcess(CLI_BUNDLE, folder, ['check', 'plans', '--format', 'sarif']);
    const { runs } = JSON.parse(scan.out);
    const [result] = runs[0].results;
    expect([result.ruleId, runs[0].tool.driver.rules[result.ruleIndex].id]).toEqual(['config', 'config']);
    expect(runs[0].invocations[0].executionSuccessful).toBe(false);
  });

  it('prints what counts, and what it prints gives the same findings in its place', async () => {
    const folder = repository();
    const printed = await cliProcess(CLI_BUNDLE, folder, ['config', 'print', 'plans']);
    expect([printed.code, printed.err]).toEqual([0, '']);
    expect(printed.out).toContain('  milestone-overdue: error # standards/base.yaml; by itself warning\n');
    const before = await inTerminal(folder, 'plans');
    expect(before.found).not.toEqual([]);
    writeFileSync(path.join(folder, CONFIG), printed.out);
    expect(await inTerminal(folder, 'plans')).toEqual(before);
  });

  it('writes a configuration to begin with, that check and print can follow', async () => {
    const folder = folderWith({});
    const init = await cliProcess(CLI_BUNDLE, folder, ['config', 'init', 'plans']);
    expect([init.code, init.err]).toEqual([0, '']);
    expect((await cliProcess(CLI_BUNDLE, folder, ['check', CONFIG])).code).toBe(0);
    expect((await cliProcess(CLI_BUNDLE, folder, ['config', 'plans'])).out).toContain('fiscal_year_start: january\n');
    expect((await cliProcess(CLI_BUNDLE, folder, ['config', 'init', 'plans'])).code).toBe(2);
  });

  it('explains what such a finding is', async () => {
    const { code, out } = await cliProcess(CLI_BUNDLE, folderWith({}), ['explain', 'config']);
    expect([code, out]).toEqual([0, expect.stringContaining('A setting that cannot be followed.')]);
  });
});

describe('the server', { timeout: 60_000 }, () => {
  it('completes, explains and repairs in the configuration', async () => {
    const folder = repository();
    const client = await server(true);
    const uri = uriOf(folder, CONFIG);
    const { text, offset } = withCursor('extends: strikt\nrules:\n  risks-missing: <|>\n');
    const document = TextDocument.create(uri, 'yaml', 1, text);
    await client.open(uri, text);
    const textDocument = { uri };
    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument,
      position: document.positionAt(offset),
    });
    expect(list.items.map(item => item.label)).toEqual(['off', 'hint', 'info', 'warning', 'error']);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 2, character: 4 },
    });
    expect(JSON.stringify(hover.contents)).toMatch(/A plan without a single risk.*docs\/rules\/risks-missing\.md/);
    const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    const items = report.kind === 'full' ? report.items : [];
    expect(items.map(item => item.message)).toContain('There is no preset “strikt”. Did you mean “strict”?');
    expect(items[0]?.codeDescription?.href).toMatch(/\/docs\/configuration\.md$/);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: items[0]?.range,
      context: { diagnostics: items },
    });
    expect(actions.map(action => action.title)).toEqual(['Change to “strict”']);
    expect(TextDocument.applyEdits(document, actions[0]?.edit?.changes?.[uri] ?? [])).toContain('extends: strict\n');
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toMatchObject([
      { name: 'Extends', detail: 'strikt' },
      { name: 'Rules', children: [{ name: 'risks-missing' }] },
    ]);
    expect(await client.request('successPlan/view', { textDocument })).toBeNull();
  });

  it('shows what is wrong in configurations that nobody has open, and takes it back', async () => {
    const folder = repository('rules: { milestone-overdu: off }\n');
    const client = await server();
    const uri = uriOf(folder, CONFIG);
    await inEditor(client, folder, 'plans/acme.success-plan.yaml');
    expect(client.published.get(uri)?.diagnostics.map(one => one.code)).toEqual(['config']);
    writeFileSync(path.join(folder, CONFIG), 'rules: { milestone-overdue: off }\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await client.change(uriOf(folder, 'plans/acme.success-plan.yaml'), 2, [{ text: PLAN }]);
    const fresh = await client.diagnostics(uriOf(folder, 'plans/acme.success-plan.yaml'), 2);
    expect(fresh.map(one => one.code)).not.toContain('milestone-overdue');
    expect(client.published.get(uri)?.diagnostics).toEqual([]);
  });

  it('asks to be told of changes in extended files, which go by any name, and follows them', async () => {
    const folder = repository();
    const workspace = { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } };
    const { client } = await LspClient.start({ workspace });
    onTestFinished(() => client.stop());
    await inEditor(client, folder, 'plans/acme.success-plan.yaml');
    const base = uriOf(folder, 'standards/base.yaml');
    expect(client.registered.filter(params => params.includes('"pattern":"base.yaml"'))).toHaveLength(1);
    writeFileSync(path.join(folder, 'standards/base.yaml'), 'rules: { milestone-overdue: off }\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: base, type: 2 }] });
    await client.change(uriOf(folder, 'plans/acme.success-plan.yaml'), 2, [{ text: PLAN }]);
    const fresh = await client.diagnostics(uriOf(folder, 'plans/acme.success-plan.yaml'), 2);
    expect(fresh.map(one => one.code)).not.toContain('milestone-overdue');
  });

  it('tells of a closed configuration as it is saved, once it is closed', async () => {
    const folder = repository();
    const client = await server();
    const uri = uriOf(folder, CONFIG);
    await client.open(uri, 'extends: strikt\n');
    expect(await client.diagnostics(uri, 1)).toHaveLength(1);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await inEditor(client, folder, 'plans/acme.success-plan.yaml');
    expect(client.published.get(uri)?.diagnostics).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, EXPORT_METHOD, type ExportParams, isExportAnswer } from '../../protocol/export.ts';
import { CLI_BUNDLE, cliProcess, folderWith, latePlan } from '../support/cli.ts';
import { soundPlan } from '../support/examples.ts';
import { LspClient } from '../support/lsp.ts';
import { TestRepository } from '../support/repository.ts';

/** A plan as a file, from the command line and the server as they are shipped. */

const PLAN = 'northwind.success-plan.yaml';
const SECRETS = `# said over lunch
${soundPlan()}
internal:
  notes: their director leaves in May
`;

function render(folder: string, args: readonly string[], input = '') {
  return cliProcess(CLI_BUNDLE, folder, ['render', '--today', '2026-02-10', ...args], input);
}

describe('success-plan render', { timeout: 60_000 }, () => {
  it('prints a page, or what the name of the output speaks of', async () => {
    const folder = folderWith({ [PLAN]: soundPlan() });
    const page = await render(folder, [PLAN]);
    expect([page.code, page.err]).toEqual([0, '']);
    expect(page.out).toMatch(/^<!doctype html>\n.*Northwind Traders.*<\/html>\n$/s);
    const begins = {
      'a.svg': '<svg ',
      'a.md': '# ',
      'a.csv': '\ufeffcompany,',
      'a.ics': 'BEGIN:VCALENDAR',
      'a.html': '<!doctype',
    };
    for (const [name, begin] of Object.entries(begins)) {
      expect(await render(folder, [PLAN, '-o', `out/${name}`]), name).toEqual({ code: 0, out: '', err: '' });
      expect(readFileSync(path.join(folder, 'out', name), 'utf8').startsWith(begin), name).toBe(true);
    }
    expect((await render(folder, ['--format', 'csv', '-'], soundPlan())).out).toMatch(/^\ufeffcompany,/);
  });

  it('leaves out for a customer what is not for them, says so beside the output, and knows the configuration', async () => {
    const folder = folderWith({
      [PLAN]: SECRETS,
      'success-plan.config.yaml': 'redact: [customer.current_situation]\n',
    });
    for (const format of EXPORT_FORMATS) {
      const { code, out, err } = await render(folder, [PLAN, '--format', format, '--audience', 'customer']);
      expect(code, format).toBe(0);
      expect(out.length, format).toBeGreaterThan(500);
      for (const secret of ['84,000', 'lunch', 'their director', 'Clerks copy', 'saved hours'])
        expect(out.includes(secret), `${format}: ${secret}`).toBe(false);
      expect(err).toBe(
        'Left out for the customer:\n' +
          '  The section “internal”\n' +
          '  The value of the contract\n' +
          '  The strategy for the renewal\n' +
          '  2 people’s engagement\n' +
          '  customer.current_situation (redacted by the configuration)\n' +
          '  One comment\n',
      );
    }
    const { out } = await render(folder, [PLAN, '--format', 'markdown']);
    for (const shown of ['84,000', 'Clerks copy', 'saved hours']) expect(out).toContain(shown);
  });

  it('says what stays although a withheld field says the same', async () => {
    const text = SECRETS.replace('internal:', 'agreement: { location: the sheet of $84,000 }\ninternal:');
    const { err } = await render(folderWith({ [PLAN]: text }), [PLAN, '--audience', 'customer']);
    expect(err).toMatch(
      /\n {2}One comment\nStays: “\$84,000” \(customer\.contract\.arr\) is also said in agreement\.location\n$/,
    );
  });

  it('makes nothing for a customer under a configuration that cannot be followed', async () => {
    const folder = folderWith({ [PLAN]: SECRETS, 'success-plan.config.yaml': 'redact: [customer.contxt]\n' });
    expect(await render(folder, [PLAN, '--audience', 'customer'])).toEqual({
      code: 2,
      out: '',
      err: `success-plan: ${PLAN}: It is not certain what a customer must not see: success-plan.config.yaml cannot be followed as a whole. Mend it first.\n`,
    });
    expect((await render(folder, [PLAN])).code).toBe(0);
  });

  it('answers bad input with one clear line and 2', async () => {
    const folder = folderWith({
      [PLAN]: soundPlan(),
      'broken.success-plan.yaml': 'plan:\n  status: active\ncustomer: [x\n',
      'team.qbr.yaml': 'qbr:\n  duration: 60 minutes\n',
      'latin.success-plan.yaml': new Uint8Array([0x70, 0xe9, 0x3a]),
      'empty.success-plan.yaml': '',
      'success-plan.config.yaml': 'rules: {}\n',
      'out.html': 'mine',
    });
    const failed = async (...args: string[]) => {
      const { code, out, err } = await render(folder, args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^success-plan: [^\n]+\n$/);
      return err.slice('success-plan: '.length, -1);
    };
    expect(await failed('broken.success-plan.yaml')).toMatch(/^broken\.success-plan\.yaml: Line \d cannot be read: ./);
    expect(await failed('broken.success-plan.yaml', '--audience', 'customer')).toMatch(/: Line \d cannot be read: ./);
    expect(await failed('team.qbr.yaml')).toBe('team.qbr.yaml: There is no success plan in it.');
    expect(await failed('empty.success-plan.yaml')).toBe('empty.success-plan.yaml: There is no success plan in it.');
    expect(await failed('latin.success-plan.yaml')).toContain('not UTF-8 text');
    expect(await failed('success-plan.config.yaml')).toBe('success-plan.config.yaml: is a configuration, not a plan');
    expect(await failed('nowhere.yaml')).toContain('no such file');
    expect(await failed('.')).toMatch(/^\.: ./);
    expect(await failed(PLAN, '-o', 'out.html')).toBe('out.html: is there already, and stays as it is');
    expect(readFileSync(path.join(folder, 'out.html'), 'utf8')).toBe('mine');
    expect(await failed(PLAN, '-o', 'out.pdf')).toContain('out.pdf says no format');
    expect(await failed(PLAN, '--format', 'pdf')).toContain('pdf');
    expect(await failed(PLAN, '--audience', 'everybody')).toContain('everybody');
  });

  it('counts an action without a status as open in the newest review alone, and in milestones that are', async () => {
    const folder = folderWith({
      [PLAN]: `plan: { status: active }
customer: { company: Northwind Traders }
milestones:
  - { name: Past, target_date: 2026-01-15, status: complete, actions: [{ description: Settled by its milestone, due_date: 2026-01-10 }] }
  - { name: Ahead, target_date: 2026-03-15, status: pending, actions: [{ description: Still open, due_date: 2026-03-01 }] }
review_history:
  - { date: 2025-12-01, actions: [{ description: Nobody knows, due_date: 2026-01-01 }] }
  - { date: 2026-02-01, actions: [{ description: Send the minutes, due_date: 2026-02-05 }] }
`,
    });
    const { out } = await render(folder, [PLAN, '--format', 'csv']);
    const actions = [...out.matchAll(/,action,,([^,]*),/g)].map(([, name]) => name);
    expect(actions).toEqual(['Settled by its milestone', 'Still open', 'Nobody knows', 'Send the minutes']);
    const late = [...out.matchAll(/,action,,([^,]*),(?:[^,]*,){6}(\d+),/g)].map(([, name, days]) => `${name}: ${days}`);
    expect(late).toEqual(['Send the minutes: 5']);
    const calendar = (await render(folder, [PLAN, '--format', 'ics'])).out;
    const events = [...calendar.matchAll(/SUMMARY:Northwind Traders: (.*)\r/g)].map(([, name]) => name);
    expect(events).toEqual(['Send the minutes', 'Still open', 'Ahead']);
  });

  it('calls no milestone late of an outcome that is put off, in no drawing and in no reason', async () => {
    const folder = folderWith({ [PLAN]: latePlan() });
    expect((await render(folder, [PLAN, '--format', 'markdown'])).out).toContain('days late');
    const deferred = latePlan().replaceAll('\n    status: in_progress', '\n    status: deferred');
    const { out } = await render(folder, ['--format', 'markdown', '-'], deferred);
    expect(out).toContain('declared: deferred');
    expect(out).not.toContain('days late');
  });

  it('says as many findings as check, those that git brings included', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', { [PLAN]: latePlan() });
    made.write(PLAN, latePlan().replace('target_date: "2026-06-30"', 'target_date: "2026-07-15"'));
    const folder = path.dirname(made.path(PLAN));
    const check = await cliProcess(CLI_BUNDLE, folder, ['check', '--today', '2026-02-10', '--format', 'json', PLAN]);
    const found = [...check.out.matchAll(/"rule":/g)].length;
    const { out } = await render(folder, [PLAN, '--format', 'markdown']);
    expect(found).toBeGreaterThan(1);
    expect(check.out).toContain('plan-change-unlogged');
    expect(out).toMatch(new RegExp(`Findings: \\*\\*${found}\\*\\*`));
  });
});

describe('the server', () => {
  let client: LspClient;
  beforeAll(async () => {
    ({ client } = await LspClient.start());
  });
  afterAll(async () => {
    await client.stop();
  });

  async function exported(uri: string, format: string, audience: string): Promise<unknown> {
    return client.connection.sendRequest(EXPORT_METHOD, { textDocument: { uri }, format, audience });
  }

  it('writes the very bytes that the command line writes', async () => {
    const folder = folderWith({ [PLAN]: SECRETS });
    const uri = `file://${path.join(folder, PLAN)}`;
    await client.open(uri, SECRETS);
    for (const format of EXPORT_FORMATS)
      for (const audience of ['internal', 'customer'] as const satisfies ExportParams['audience'][]) {
        const answer = await exported(uri, format, audience);
        if (!isExportAnswer(answer) || answer.type === 'refused') throw new Error(JSON.stringify(answer));
        expect(answer.fileName).toMatch(audience === 'customer' ? /^northwind-customer\.\w+$/ : /^northwind\.\w+$/);
        const printed = await render(folder, [PLAN, '--format', format, '--audience', audience]);
        expect(answer.content === printed.out, `${format} ${audience}`).toBe(true);
        expect(answer.leftOut.gone.length > 0).toBe(audience === 'customer');
      }
  });

  it('says in the editor’s language what is left out, and why there is no file', async () => {
    const translations: object = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8'));
    const { client: german } = await LspClient.start({ translations });
    const ask = async (text: string, format: string, audience: string) => {
      const uri = `untitled:${audience}.${format}.success-plan.yaml`;
      await german.open(uri, text);
      return german.connection.sendRequest(EXPORT_METHOD, { textDocument: { uri }, format, audience });
    };
    expect(await ask(`${SECRETS}agreement: { location: the sheet of $84,000 }\n`, 'csv', 'customer')).toMatchObject({
      leftOut: {
        gone: [
          'Der Abschnitt „internal“',
          'Der Vertragswert',
          'Die Strategie für die Verlängerung',
          'Das Engagement von 2 Personen',
          'Ein Kommentar',
        ],
        stays: ['„$84,000“ (customer.contract.arr) steht auch in agreement.location'],
      },
    });
    const why = async (text: string, format = 'html', audience = 'internal') => {
      const answer = await ask(text, format, audience);
      return isExportAnswer(answer) && answer.type === 'refused' ? answer.reason : answer;
    };
    expect(await why('')).toBe('Darin steht kein Success Plan.');
    expect(await why('plan: { status: active }\n', 'ics')).toMatch(/^In diesem Plan steht kein Tag mehr bevor/);
    expect(await why('plan:\n  status: [\n', 'svg', 'customer')).toMatch(/^Zeile 2 ist nicht lesbar: ./);
    await german.stop();
  });

  it('refuses what cannot be read, and believes no request of another shape', async () => {
    const uri = 'untitled:broken.success-plan.yaml';
    await client.open(uri, 'plan:\n  status: [\n');
    expect(await exported(uri, 'html', 'customer')).toMatchObject({
      type: 'refused',
      reason: expect.stringMatching(/^Line \d/),
    });
    expect(await exported(uri, 'pdf', 'customer')).toBeNull();
    expect(await exported(uri, 'html', 'everybody')).toBeNull();
    expect(await exported('untitled:nowhere', 'html', 'internal')).toBeNull();
    expect(client.faults).toEqual([]);
  });
});

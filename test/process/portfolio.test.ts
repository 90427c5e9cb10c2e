import { rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JsonFinding } from '../../cli/formats/json.ts';
import type { PlanSummary, Portfolio } from '../../plan/portfolio/types.ts';
import {
  isPlanTree,
  isPortfolio,
  isPortfolioFile,
  PLAN_TREE_METHOD,
  type PlanTree,
  PORTFOLIO_CHANGED,
  PORTFOLIO_EXPORT_METHOD,
  PORTFOLIO_FILE_FORMATS,
  PORTFOLIO_METHOD,
  type PortfolioAnswer,
} from '../../protocol/portfolio.ts';
import { CLI_BUNDLE, cliProcess, folderWith, latePlan } from '../support/cli.ts';
import { soundSections } from '../support/examples.ts';
import { LspClient } from '../support/lsp.ts';
import { TestRepository } from '../support/repository.ts';

const WATCHES = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } } };

/** A sound plan of a customer. */
function planOf(customer: string, more: (text: string) => string = text => text): string {
  return more(soundSections().replace('company: Northwind Traders', `company: ${customer}`));
}

/** A client that has folders open, and what it is told of the portfolio. */
class Portfolios {
  readonly client: LspClient;
  /** When the client was told, in milliseconds. */
  readonly told: number[] = [];

  private constructor(client: LspClient) {
    this.client = client;
    client.connection.onNotification(PORTFOLIO_CHANGED, () => {
      this.told.push(performance.now());
    });
  }

  static async of(folders: readonly string[], options: object = WATCHES): Promise<Portfolios> {
    const { client } = await LspClient.start({ folders, ...options });
    onTestFinished(() => client.stop());
    return new Portfolios(client);
  }

  async now(since?: string): Promise<PortfolioAnswer> {
    const answer: unknown = await this.client.request(PORTFOLIO_METHOD, { since });
    if (!isPortfolio(answer)) throw new Error(`no portfolio: ${JSON.stringify(answer)}`);
    return answer;
  }

  async tree(by: string): Promise<PlanTree> {
    const answer: unknown = await this.client.request(PLAN_TREE_METHOD, { by });
    if (!isPlanTree(answer)) throw new Error(`no tree: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** The portfolio once it is as wanted. It is asked for as clients do: at first, and when there is news. */
  async once(wanted: (portfolio: Portfolio) => boolean): Promise<Portfolio> {
    for (;;) {
      const before = this.told.length;
      const portfolio = await this.now();
      if (!portfolio.reading && wanted(portfolio)) return portfolio;
      while (this.told.length === before) await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  plan(customer: string, wanted: (plan: PlanSummary) => boolean = () => true): Promise<Portfolio> {
    return this.once(({ plans }) => plans.some(plan => plan.customer === customer && wanted(plan)));
  }

  changed(file: string, type = 2): Promise<void> {
    const changes = [{ uri: pathToFileURL(file).href, type }];
    return this.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** How many files were read, run by run. */
  get reads(): number[] {
    return this.client.logged.flatMap(line => {
      const read = /^portfolio: (\d+) of/.exec(line)?.[1];
      return read === undefined ? [] : [Number(read)];
    });
  }
}

const customers = ({ plans }: Pick<Portfolio, 'plans'>) => plans.map(plan => plan.customer).sort();

describe('the portfolio', { timeout: 60_000 }, () => {
  it('has the plans of all folders, no agendas, and those that configurations add', async () => {
    const emea = folderWith({
      'acme.success-plan.yaml': planOf('Acme'),
      'acme.qbr.yaml': 'qbr:\n  duration: 60 minutes\n',
      'success-plan.config.yaml': 'plans: ["more/*.yaml"]\nfiscal_year_start: 2\n',
      'more/beta.yaml': planOf('Beta'),
      'notes.yaml': 'nothing: here\n',
    });
    const apac = folderWith({ 'deep/success-plan.yaml': 'plan:\n  title: \n' });
    const amer = folderWith({ 'torn.success-plan.yaml': planOf('Torn').replace('industry: L', 'industry: [L') });
    const portfolios = await Portfolios.of([emea, apac, amer]);
    const first = await portfolios.now();
    expect(first.reading).toBeDefined();
    const all = await portfolios.once(({ plans }) => plans.length > 0);
    expect(customers(all)).toEqual(['Acme', 'Beta', 'Torn', 'deep']);
    const [torn, acme] = ['Torn', 'Acme'].map(name => all.plans.find(plan => plan.customer === name));
    expect(torn).toMatchObject({ health: 'unreadable', attention: 'watch' });
    expect(torn?.broken?.line).toBeGreaterThan(1);
    expect(acme).toMatchObject({ fiscalYearStart: 2, folder: path.basename(emea), health: 'on_track' });
    expect(portfolios.client.faults).toEqual([]);
    expect(portfolios.reads).toEqual([5]);
  });

  it('tells who has it what changed since', async () => {
    const folder = folderWith({
      'acme.success-plan.yaml': planOf('Acme'),
      'beta.success-plan.yaml': planOf('Beta'),
      'gone.success-plan.yaml': planOf('Gone'),
    });
    const portfolios = await Portfolios.of([folder]);
    await portfolios.once(({ plans }) => plans.length === 3);
    const { state } = await portfolios.now();
    expect(await portfolios.now(state)).toMatchObject({ since: state, plans: [], gone: [] });
    const [beta, gone] = ['beta', 'gone'].map(name => path.join(folder, `${name}.success-plan.yaml`));
    if (beta === undefined || gone === undefined) return;
    writeFileSync(beta, planOf('Beta & Sons'));
    rmSync(gone);
    await portfolios.changed(beta);
    await portfolios.changed(gone, 3);
    await portfolios.once(({ plans }) => customers({ plans }).join() === 'Acme,Beta & Sons');
    const news = await portfolios.now(state);
    expect(customers(news)).toEqual(['Beta & Sons']);
    expect(news.gone).toEqual([pathToFileURL(gone).href]);
  });

  it('is what the command line finds, with what git knows of older versions', async () => {
    const repository = new TestRepository();
    // Its descriptions name no figures, so that a changed one is told of by git alone.
    const reviewed = planOf('Acme').replaceAll(/ from (?:12 minutes to 4 minutes|10% to 3%)/g, '');
    repository.commit('2026-01-20', { 'a.success-plan.yaml': reviewed });
    const changed = reviewed.replace('goal: 4 minutes', 'goal: 5 minutes').replace('current: 10%', 'current: 12%');
    repository.commit('2026-02-03', { 'a.success-plan.yaml': changed });
    repository.write('b.success-plan.yaml', latePlan());
    const portfolios = await Portfolios.of([repository.folder]);
    const { plans } = await portfolios.once(portfolio => portfolio.plans.length === 2);
    const { out } = await cliProcess(CLI_BUNDLE, repository.folder, [
      'check',
      '--today',
      '2026-02-10',
      '--format',
      'json',
    ]);
    const findings: JsonFinding[] = JSON.parse(out);
    expect(findings.map(({ rule }) => rule)).toContain('plan-change-unlogged');
    for (const plan of plans) {
      const own = findings.filter(finding => plan.file.endsWith(finding.path));
      expect(plan.findings).toEqual(
        Object.fromEntries(
          ['error', 'warning', 'info', 'hint'].map(level => [level, own.filter(one => one.severity === level).length]),
        ),
      );
    }
  });

  it('reads what changed on disk, and nothing else', async () => {
    const names = ['Acme', 'Beta', 'Contoso', 'Dalton'];
    const folder = folderWith(
      Object.fromEntries(names.map(name => [`${name.toLowerCase()}.success-plan.yaml`, planOf(name)])),
    );
    const portfolios = await Portfolios.of([folder]);
    await portfolios.once(({ plans }) => plans.length === 4);
    const file = (name: string) => path.join(folder, `${name}.success-plan.yaml`);
    writeFileSync(file('beta'), planOf('Beta Group'));
    await portfolios.changed(file('beta'));
    await portfolios.plan('Beta Group');
    // Told of, but as it was.
    await portfolios.changed(file('acme'));
    writeFileSync(file('egret'), planOf('Egret'));
    await portfolios.changed(file('egret'), 1);
    await portfolios.plan('Egret');
    rmSync(file('dalton'));
    await portfolios.changed(file('dalton'), 3);
    expect(customers(await portfolios.once(({ plans }) => plans.length === 4))).toEqual([
      'Acme',
      'Beta Group',
      'Contoso',
      'Egret',
    ]);
    expect(portfolios.reads).toEqual([4, 1, 1]);
  });

  it('has open plans as they stand in the editor, and reads no other for them', async () => {
    const folder = folderWith({ 'a.success-plan.yaml': planOf('Acme'), 'b.success-plan.yaml': planOf('Beta') });
    const portfolios = await Portfolios.of([folder]);
    await portfolios.plan('Acme');
    const uri = pathToFileURL(path.join(folder, 'a.success-plan.yaml')).href;
    await portfolios.client.open(uri, planOf('Acme in the editor'));
    await portfolios.plan('Acme in the editor');
    await portfolios.client.change(uri, 2, [{ text: planOf('Acme, typed', text => text.replace('id: O1', 'id: O9')) }]);
    const { plans } = await portfolios.plan('Acme, typed');
    expect(plans[0]?.goals[0]?.name).toBe('O9');
    // Older versions of a file are no plans of the workspace.
    await portfolios.client.open(uri.replace('file:', 'git:'), planOf('Acme, older'));
    await portfolios.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(customers(await portfolios.plan('Acme'))).toEqual(['Acme', 'Beta']);
    expect(portfolios.reads).toEqual([2]);
    await portfolios.client.open(uri, planOf('Acme in the editor'));
    await portfolios.plan('Acme in the editor');
    writeFileSync(path.join(folder, 'a.success-plan.yaml'), planOf('Acme, saved'));
    await portfolios.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await portfolios.plan('Acme, saved');
    expect(portfolios.reads).toEqual([2, 1]);
  });

  it('is worked out anew under other settings, and on another day', async () => {
    const folder = folderWith({
      'a.success-plan.yaml': latePlan(),
      'success-plan.config.yaml': 'rules:\n  milestone-overdue: error\n',
    });
    const portfolios = await Portfolios.of([folder]);
    const first = await portfolios.once(({ plans }) => plans.length === 1);
    expect(first.plans[0]?.findings.error).toBe(1);
    const config = path.join(folder, 'success-plan.config.yaml');
    writeFileSync(config, 'rules:\n  milestone-overdue: off\n');
    await portfolios.changed(config);
    await portfolios.once(({ plans }) => plans[0]?.findings.error === 0);
    const settings = (today: string) =>
      portfolios.client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { successPlan: { today } },
      });
    await settings('2026-09-10');
    const later = await portfolios.once(({ plans }) => plans[0]?.attention === 'act');
    expect(later.asOf).toBe('2026-09-10');
    expect(later.plans[0]?.reviewOverdue).toBe(142);
  });

  it('asks the disk where the client does not tell of changes', async () => {
    const folder = folderWith({ 'a.success-plan.yaml': planOf('Acme'), 'b.success-plan.yaml': planOf('Beta') });
    const portfolios = await Portfolios.of([folder], {});
    await portfolios.plan('Acme');
    const before = portfolios.told.length;
    writeFileSync(path.join(folder, 'a.success-plan.yaml'), planOf('Acme Group'));
    for (;;) {
      const { plans, reading } = await portfolios.now();
      if (!reading && plans.some(plan => plan.customer === 'Acme Group')) break;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(portfolios.reads).toEqual([2, 1]);
    // Asking alone brings no news.
    expect(portfolios.told.length - before).toBeLessThanOrEqual(2);
  });

  it('of three hundred plans tells of news a few times a second, and answers others meanwhile', async () => {
    const folder = folderWith(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [`${index}.success-plan.yaml`, planOf(`Customer ${index}`)]),
      ),
    );
    const portfolios = await Portfolios.of([folder]);
    const uri = pathToFileURL(path.join(folder, '7.success-plan.yaml')).href;
    await portfolios.client.open(uri, planOf('Customer seven'));
    await portfolios.client.diagnostics(uri, 1);
    const began = performance.now();
    let answered = 0;
    let isDone = false;
    const answers = (async () => {
      while (!isDone) {
        await portfolios.client.request('textDocument/documentSymbol', { textDocument: { uri } });
        answered++;
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    })();
    const all = await portfolios.once(({ plans }) => plans.length === 300);
    isDone = true;
    await answers;
    expect(customers(all)).toContain('Customer seven');
    // One that read three hundred plans in one go would have answered twice.
    expect(answered).toBeGreaterThan(10);
    expect(portfolios.told.length).toBeLessThanOrEqual((performance.now() - began) / 250 + 2);
  });
});

it('goes into files, once all of it is read: the same as the report', { timeout: 60_000 }, async () => {
  const folder = folderWith({ 'a.success-plan.yaml': planOf('Acme'), 'b.success-plan.yaml': planOf('Beta') });
  const { client } = await Portfolios.of([folder]);
  for (const format of PORTFOLIO_FILE_FORMATS) {
    const file: unknown = await client.request(PORTFOLIO_EXPORT_METHOD, { format });
    if (!isPortfolioFile(file)) throw new Error(`no file: ${JSON.stringify(file)}`);
    const { out } = await cliProcess(CLI_BUNDLE, folder, ['report', '--today', '2026-02-10', '--format', format]);
    // Only where a plan is, editors tell by an address.
    const uri = pathToFileURL(`${folder}${path.sep}`).href;
    expect(file.fileName).toBe(`portfolio.${format === 'markdown' ? 'md' : format}`);
    expect(file.content.replaceAll(uri, '')).toBe(out);
  }
  expect(await client.request(PORTFOLIO_EXPORT_METHOD, { format: 'xml' })).toBeNull();
});

describe('the tree', { timeout: 60_000 }, () => {
  it('has groups with plans in them, in words', async () => {
    const folder = folderWith({
      'a.success-plan.yaml': planOf('Acme', text =>
        text.replace('next_review: "2026-04-21"', 'next_review: "2026-02-01"').replace('2026-10-01', '2026-04-01'),
      ),
      'b.success-plan.yaml': planOf('Beta'),
      'c.success-plan.yaml': '',
    });
    const portfolios = await Portfolios.of([folder]);
    await portfolios.once(({ plans }) => plans.length === 3);
    const tree = await portfolios.tree('attention');
    expect(tree.badge).toBe(1);
    expect(
      tree.groups.map(({ label, description, plans }) => [label, description, plans.map(plan => plan.description)]),
    ).toEqual([
      ['Act now', '1 plan', ['35% of 37%, renews in 50 days']],
      ['Watch', '1 plan', ['no outcomes yet']],
      ['On course', '1 plan', ['35% of 37%, renews in 233 days']],
    ]);
    expect(tree.groups[0]?.plans[0]?.tooltip.split('\n').slice(0, 3)).toEqual([
      'Acme',
      'At risk: Renews in 50 days at 35% of its goals; review 9 days overdue',
      'Attained 35% on average, 37% expected; 3 of 3 outcomes measured',
    ]);
    const labels = async (by: string) => (await portfolios.tree(by)).groups.map(({ label }) => label);
    expect(await labels('csm')).toEqual(['Priya Shah', 'No CSM named']);
    expect(await labels('renewal')).toEqual(['Q2 2026', 'Q4 2026', 'No renewal date']);
    expect(await labels('nonsense')).toEqual(['Act now', 'Watch', 'On course']);
  });
});

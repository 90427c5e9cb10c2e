import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { JsonFinding } from '../../cli/formats/json.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import { CLI_BUNDLE, cli, cliProcess, folderWith, latePlan, type Ran } from '../support/cli.ts';
import { EXAMPLE_DAY, soundPlan, soundSections } from '../support/examples.ts';
import { TestRepository } from '../support/repository.ts';

/** `success-plan report` as it is shipped. */

function report(folder: string, ...args: string[]): Promise<Ran> {
  return cliProcess(CLI_BUNDLE, folder, ['report', '--today', EXAMPLE_DAY, ...args]);
}

function planOf(customer: string, more: (text: string) => string = text => text): string {
  return more(soundSections().replace('company: Northwind Traders', `company: ${customer}`));
}

const behind = (text: string) =>
  text.replace('next_review: "2026-04-21"', 'next_review: "2026-02-01"').replace('2026-10-01', '2026-04-01');

/** Plans of every kind, an agenda, and one that is no text. */
function mixed(): string {
  return folderWith({
    'acme.success-plan.yaml': planOf('Acme', behind),
    'beta.success-plan.yaml': planOf('Beta Group'),
    'empty/success-plan.yaml': '',
    'late.success-plan.yaml': latePlan(),
    'acme.qbr.yaml': 'qbr:\n  duration: 60 minutes\n',
    'torn.success-plan.yaml': planOf('Torn', text => text.replace('industry: L', 'industry: [L')),
    'two.success-plan.yaml': `${planOf('First')}---\n${planOf('Second')}`,
    'latin.success-plan.yaml': new Uint8Array([0x61, 0xff]),
  });
}

const UNREAD = 'success-plan: latin.success-plan.yaml: not UTF-8 text; save it with the encoding UTF-8\n';

const customers = ['Acme', 'latin', 'Torn', 'empty', 'Northwind Traders', 'Beta Group', 'First', 'Second'];

function lines(text: string): PlanSummary[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map((line): PlanSummary => JSON.parse(line));
}

describe('report', { timeout: 60_000 }, () => {
  it('is one object, what needs attention first, with totals that add up', async () => {
    const { code, out, err } = await report(mixed(), '--format', 'json');
    expect([code, err]).toEqual([2, UNREAD]);
    const { asOf, totals, goals, plans } = JSON.parse(out);
    expect(asOf).toBe(EXAMPLE_DAY);
    expect(plans.map(({ customer }: PlanSummary) => customer).sort()).toEqual([...customers].sort());
    expect(plans[0].customer).toBe('Acme');
    expect(totals).toMatchObject({ plans: 8, attention: { act: 1, watch: 4, fine: 3 }, renewals: { count: 1 } });
    expect(goals.bySegment.length).toBeGreaterThan(0);
    const latin = plans.find(({ customer }: PlanSummary) => customer === 'latin');
    expect(latin).toMatchObject({ health: 'unreadable', reason: 'Not UTF-8 text; save it with the encoding UTF-8' });
  });

  it('is a table in the words that people read', async () => {
    const { out } = await report(mixed(), '--format', 'csv');
    for (const word of ['at risk', 'on track', 'cannot read']) expect(out, word).toContain(`,${word},`);
    expect(out).not.toMatch(/,(?:off_track|at_risk|on_track|not_started|unreadable),/);
  });

  it('counts the findings of check, also those of older versions', async () => {
    const repository = new TestRepository();
    const reviewed = soundPlan().replaceAll(/ from (?:12 minutes to 4 minutes|10% to 3%)/g, '');
    repository.commit('2026-01-20', { 'a.success-plan.yaml': reviewed });
    const changed = reviewed.replace('goal: 4 minutes', 'goal: 5 minutes').replace('current: 10%', 'current: 12%');
    repository.commit('2026-02-03', { 'a.success-plan.yaml': changed });
    repository.write('late.success-plan.yaml', latePlan());
    for (const history of [[], ['--no-history']]) {
      const { out: summed } = await report(repository.folder, '--format', 'ndjson', ...history);
      const args = ['check', '--today', EXAMPLE_DAY, '--format', 'json', ...history];
      const findings: JsonFinding[] = JSON.parse((await cliProcess(CLI_BUNDLE, repository.folder, args)).out);
      for (const plan of lines(summed)) {
        const of = (level: string) => findings.filter(one => one.path === plan.file && one.severity === level).length;
        expect(plan.findings).toEqual({
          error: of('error'),
          warning: of('warning'),
          info: of('info'),
          hint: of('hint'),
        });
      }
    }
  });

  it('says the same in other threads', async () => {
    const folder = mixed();
    const alone = await report(folder, '--format', 'json');
    expect(await report(folder, '--format', 'json', '--jobs', '3')).toEqual(alone);
  });

  it('goes into a file, which says its format', async () => {
    const folder = mixed();
    const { code, out, err } = await report(folder, '-o', 'all.md');
    expect([code, out, err]).toEqual([2, '', UNREAD]);
    const text = readFileSync(path.join(folder, 'all.md'), 'utf8');
    expect(text).toMatch(/^# Portfolio\n\n8 plans, as of 10 Feb 2026\.\n/);
    // Written again, it is what it would be anew.
    await report(folder, '-o', 'all.md');
    expect(readFileSync(path.join(folder, 'all.md'), 'utf8')).toBe(text);
    const refused = await report(folder, '-o', 'no/such/all.csv');
    expect([refused.code, refused.err]).toEqual([
      2,
      `${UNREAD}success-plan: no/such/all.csv: cannot be written: no such file or folder\n`,
    ]);
  });

  it('never takes the place of a plan, and no name without a format', async () => {
    const folder = folderWith({ 'a.success-plan.yaml': soundPlan() });
    const over = await report(folder, '-o', 'a.success-plan.yaml');
    expect([over.code, over.out]).toEqual([2, '']);
    expect(over.err).toContain('a.success-plan.yaml would be a plan, not a report');
    expect((await report(folder, '--format', 'csv', '-o', 'a.success-plan.yaml')).code).toBe(2);
    expect(readFileSync(path.join(folder, 'a.success-plan.yaml'), 'utf8')).toBe(soundPlan());
    const sheet = await report(folder, '-o', 'all.xlsx');
    expect([sheet.code, sheet.err]).toEqual([2, expect.stringContaining('all.xlsx says no format')]);
    expect(existsSync(path.join(folder, 'all.xlsx'))).toBe(false);
  });

  it('ends with 0 where everything could be read, and with a line and 2 where nothing is', async () => {
    expect((await report(folderWith({ 'a.success-plan.yaml': soundPlan() }))).code).toBe(0);
    const agendas = await report(folderWith({ 'a.qbr.yaml': 'qbr:\n  duration: 60 minutes\n' }));
    expect(agendas).toEqual({ code: 0, out: '0 plans, 10 Feb 2026\n', err: '' });
    const none = await report(folderWith({}));
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/^success-plan: \.: no plan in this folder/);
    const wrong = await report(
      folderWith({ 'a.success-plan.yaml': soundPlan(), 'success-plan.config.yaml': 'ruels: 1\n' }),
    );
    expect(wrong.code).toBe(2);
    expect(wrong.err).toBe(
      'success-plan: success-plan.config.yaml: what cannot be followed was left out; success-plan check success-plan.config.yaml says more\n',
    );
    expect(wrong.out).toContain('Northwind Traders');
    expect((await report(folderWith({}), '--format', 'xml')).code).toBe(2);
  });

  it('reads standard input', async () => {
    const folder = folderWith({});
    const args = ['report', '--today', EXAMPLE_DAY, '--format', 'ndjson', '-'];
    const { code, out } = await cliProcess(CLI_BUNDLE, folder, args, planOf('Piped'));
    expect([code, lines(out).map(({ customer }) => customer)]).toEqual([0, ['Piped']]);
  });
});

describe('the table', () => {
  const folder = () =>
    folderWith({
      'acme.success-plan.yaml': planOf('株式会社北フーズ・アンド・コールドチェーン', behind),
      'long.success-plan.yaml': planOf(`"${'Northwind Traders '.repeat(12)}"`),
      'evil.success-plan.yaml': planOf('"\\u001b[31mRed\\u202e\\u0007 Corp"'),
      'late.success-plan.yaml': latePlan(),
      'more/\u001b[31m\u202e.success-plan.yaml': latePlan(),
    });

  it.each([40, 60, 80, 100, 140, 200])('fits into %i columns, and no plan moves the cursor', async columns => {
    const { out, code } = await cli(folder(), ['report'], { columns });
    expect(code).toBe(0);
    for (const line of out.split('\n')) expect([line, stringWidth(line) <= columns]).toEqual([line, true]);
    expect(out).toMatch(/^[^\p{Cc}\u202e]*$/mu);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('Act now');
    expect(out).toContain('! At risk');
  });

  it('is coloured on a terminal, and says the same without', async () => {
    const here = folder();
    const plain = await cli(here, ['report'], { columns: 120 });
    const coloured = await cli(here, ['report'], { columns: 120, colour: true });
    expect(coloured.out).toContain('\u001b[33m! At risk');
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
    const file = path.join(here, 'all.txt');
    await cli(here, ['report', '-o', file], { columns: 120, colour: true });
    expect(readFileSync(file, 'utf8')).toBe(plain.out);
  });

  it('tells plans of one customer apart, as Markdown does', async () => {
    const folder = folderWith({
      'emea/acme.success-plan.yaml': planOf('Acme', behind),
      'apac/acme.success-plan.yaml': planOf('Acme'),
      'beta.success-plan.yaml': planOf('Beta Group'),
    });
    const { out } = await cli(folder, ['report'], { columns: 120 });
    expect(out).toContain('\n               emea/acme.success-plan.yaml: Renews in 50 days');
    expect(out).toContain('\n               apac/acme.success-plan.yaml: All 3 outcomes on track');
    expect(out).toContain('\n               All 3 outcomes on track');
    const { out: markdown } = await cli(folder, ['report', '--format', 'markdown']);
    expect(markdown).toContain('| **Acme**, emea/acme.success-plan.yaml | At risk |');
    expect(markdown).toContain('| **Beta Group** | On track |');
  });

  it('has groups, the next 90 days and goals', async () => {
    const { out } = await cli(
      folderWith({ 'acme.success-plan.yaml': planOf('Acme', behind), 'beta.success-plan.yaml': planOf('Beta Group') }),
      ['report'],
      { columns: 120 },
    );
    expect(out).toBe(TABLE);
  });
});

describe('other formats', () => {
  it('are texts in which nothing of a plan is more than text', async () => {
    const folder = folderWith({
      'a.success-plan.yaml': planOf(`"=1+1|<script>alert(1)</script> [x](javascript:1) @all"`).replace(
        'owner: Priya Shah',
        'owner: "+49 30 123"',
      ),
    });
    const { out: csv } = await cli(folder, ['report', '--format', 'csv']);
    const [head = '', row = ''] = csv.split('\r\n');
    expect(head).toMatch(/^\ufeffcustomer,plan,file,csm,/);
    expect(row).toMatch(/^'=1\+1\|<script>.*,,a\.success-plan\.yaml,'\+49 30 123,enterprise,active,/);
    const html = (await report(folder, '--format', 'html')).out;
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(?!!doctype)[a-z]*script|\son\w+=|href="(?!#)|<(?:img|link|iframe|button|input)/i);
    expect(html).toContain('=1+1|&lt;script');
    const { out: markdown } = await cli(folder, ['report', '--format', 'markdown']);
    expect(markdown).not.toMatch(/(?<!\\)[<[]|@all/);
    expect(markdown).toContain('\\|');
  });
});

const TABLE = `2 plans, 10 Feb 2026
Health: 1 at risk, 1 on track.
Renewals in 90 days: 1 worth $84k a year, 1 of them behind ($84k).
Reviews overdue: 1 (Acme).
Milestones late: none.

Health         Customer        Attained     Late  Next review     Renewal    on      A year  Findings    CSM

Act now 1 plan, off track, or at risk within 90 days of the renewal
! At risk      Acme            35% of 37%      –  9 days overdue  50 days    1 Apr     $84k  4 warnings  Priya Shah
               Renews in 50 days at 35% of its goals; review 9 days overdue

On course 1 plan, nothing late
● On track     Beta Group      35% of 37%      –  70 days         233 days   1 Oct     $84k  none        Priya Shah
               All 3 outcomes on track or achieved

Next 90 days 10 Feb to 11 May 2026

Priya Shah 2 plans, 1 review overdue
27 Feb  milestone  Acme                      Address check switched on (O2·1)
27 Feb  milestone  Beta Group                Address check switched on (O2·1)
20 Mar  milestone  Acme                      Tracking shown to the service desk (O3·1)
20 Mar  milestone  Beta Group                Tracking shown to the service desk (O3·1)
31 Mar  milestone  Acme                      All depots trained (O1·2)
31 Mar  milestone  Beta Group                All depots trained (O1·2)
 1 Apr  renewal    Acme                      $84k a year
21 Apr  review     Beta Group

Goals reached 0 of 6, none due

Segment       Plans  Reached    Of those due  Mean attainment
Enterprise        2  0 of 6     none due      35% of 6 measured

Due in                    Plans  Reached    Of those due  Mean attainment
Q2 2026, Apr to Jun 2026      2  0 of 2     none due      38% of 2 measured
Q3 2026, Jul to Sep 2026      2  0 of 4     none due      34% of 4 measured
`;

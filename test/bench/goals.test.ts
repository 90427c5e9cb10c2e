import { describe, expect, it } from 'vitest';
import type { Figures, SizeFigures } from '../../bench/figures.ts';
import { type Goal, judge, NOT_IN_RUN } from '../../bench/goal.ts';
import { goalTable } from '../../bench/goal-table.ts';
import { GOALS } from '../../bench/goals.ts';
import { figures, repository, size } from './support.ts';

const goal = (what: string, at: string, run: Figures): Goal => {
  const found = GOALS.find(one => one.what === what && one.at(run) === at);
  if (!found) throw new Error(`no goal “${what}” at ${at}`);
  return found;
};
const judged = (what: string, at: string, run: Figures) => judge(goal(what, at, run), run);

const typical = (change: Partial<SizeFigures> = {}): SizeFigures =>
  size('typical', {
    servers: {
      ours: { key: [2, 3, 4], cpu: [6], again: [0.5], echo: [0.3] },
      yls: { key: [200, 210, 205], cpu: [10] },
      ylsNoDelay: { key: [5] },
    },
    reading: { item: [0.1], parse: [2], read: [2.2], check: [2.3] },
    ...change,
  });

describe('a goal', () => {
  it('is held or missed by the ratio of the medians', () => {
    const run = figures({ sizes: [typical()] });
    expect(judged('key → diagnostics, p50, to yls', 'typical', run)).toMatchObject({
      found: 3 / 205,
      verdict: 'held',
      floor: undefined,
    });
    expect(judged('key → diagnostics, p50, to yls without its delay', 'typical', run)).toMatchObject({
      found: 3 / 5,
      verdict: 'missed',
      floor: { found: (0.1 + 0.5) / 5 },
    });
    expect(judged('full check / reading alone, `yaml`', 'typical', run)).toMatchObject({
      found: 1.15,
      verdict: 'held',
    });
  });

  it('is held at its very limit', () => {
    const exact = typical({ servers: { ours: { cpu: [5] }, yls: { cpu: [10] }, ylsNoDelay: {} } });
    expect(judged('CPU per key, to yls', 'typical', figures({ sizes: [exact] })).verdict).toBe('held');
  });

  it('has the floor of the same run beside it where it was missed', () => {
    expect(judged('CPU per key, to yls', 'typical', figures({ sizes: [typical()] }))).toMatchObject({
      found: 0.6,
      verdict: 'missed',
      floor: { what: '`yaml` alone, the edited item', found: 0.01 },
    });
  });

  it('is not measured where a figure is missing, and says why', () => {
    const run = figures({ sizes: [typical()] });
    expect(judged('hover, to yls', 'typical', run)).toMatchObject({ found: 'not measured', verdict: 'not measured' });
    expect(judged('full check / reading alone, fast reader', 'typical', run).found).toBe('no fast reader yet');
    expect(judged('hover, to yls', 'large', run).found).toBe(NOT_IN_RUN);
    expect(judged('panel: new view model → drawn', 'typical', run).found).toBe(NOT_IN_RUN);
    const noBrowser = figures({ panel: { drawn: {}, missing: 'there is no browser' } });
    expect(judged('panel: new view model → drawn', 'typical', noBrowser).found).toBe('there is no browser');
  });
});

describe('the goal about the first plan in a window', () => {
  const what = 'first plan opened → diagnostics inside VS Code, to yls in the least of an extension';

  it('compares the extensions', () => {
    const run = figures({ window: { took: { ours: [900, 700], yls: [1_000], floor: [300] }, missing: undefined } });
    expect(judged(what, 'typical', run)).toMatchObject({ found: 0.8, verdict: 'missed', floor: { found: 0.3 } });
  });

  it('is not measured without a browser, and not part of every run', () => {
    const alone = figures({ window: { took: {}, missing: 'there is no browser' } });
    expect(judged(what, 'typical', alone)).toMatchObject({ found: 'there is no browser', verdict: 'not measured' });
    expect(judged(what, 'typical', figures({})).found).toBe(NOT_IN_RUN);
  });
});

describe('a goal about repositories', () => {
  const many = repository(
    10_000,
    { one: [2], two: [1.4], events: [1.6], eventsTwo: [1] },
    { warm: '--cache is not there yet' },
  );

  it('compares whole processes', () => {
    const run = figures({ repositories: [repository(1_000, { ours: [0.4], ajvCli: [0.5] }), many] });
    expect(judged('all rules, to ajv-cli', '1,000 plans', run)).toMatchObject({ found: 0.8, verdict: 'held' });
    expect(judged('two threads / one', '10,000 plans', run)).toMatchObject({ found: 0.7, verdict: 'held' });
    expect(judged('warm cache / cold', '10,000 plans', run).found).toBe('--cache is not there yet');
  });

  it('takes the smaller repository of a quick run, and says so', () => {
    const times = { ours: [1], ajvCli: [0.5], silent: [0.1], silentTwo: [0.2] };
    const quick = figures({ repositories: [repository(200, times)] });
    expect(judged('all rules, to ajv-cli', '200 plans', quick)).toMatchObject({
      found: 2,
      verdict: 'missed',
      floor: { found: 0.2 },
    });
  });

  it('holds ten times as many plans against ten times the time', () => {
    const ten = repository(10_000, { ours: [2] });
    const run = figures({ repositories: [ten, repository(100_000, { ours: [21] })] });
    const linear = 'time a plan, to that of 10,000 plans (linear: 1)';
    expect(judged(linear, '100,000 plans', run)).toMatchObject({ found: 1.05, verdict: 'held' });
    expect(judged(linear, '100,000 plans', figures({ repositories: [ten] })).found).toBe(NOT_IN_RUN);
    expect(judged('peak memory', '100,000 plans', run)).toMatchObject({ found: 100, verdict: 'held' });
  });
});

describe('the table of goals', () => {
  it('says held, missed with the floor, not measured with the reason, and leaves out what was not asked for', () => {
    const told = goalTable(figures({ sizes: [typical()], vsixBytes: 900_000 }));
    const row = (start: string) =>
      told
        .split('\n')
        .find(line => line.startsWith(`| ${start}`))
        ?.split('|')
        .map(cell => cell.trim())
        .slice(1, -1);
    expect(row('key → diagnostics, p50, to yls ')).toEqual([
      'key → diagnostics, p50, to yls',
      'typical',
      '≤ 0.02 ×',
      '0.015 ×',
      'held',
      '',
    ]);
    expect(row('CPU per key')).toEqual([
      'CPU per key, to yls',
      'typical',
      '≤ 0.5 ×',
      '0.6 ×',
      '**missed**',
      '`yaml` alone, the edited item: 0.01 ×',
    ]);
    expect(row('hover')).toEqual(['hover, to yls', 'typical', '≤ 0.2 ×', '–', 'not measured', '(not measured)']);
    expect(row('the .vsix')?.slice(2)).toEqual(['≤ 1,000 kB', '900 kB', 'held', '']);
    expect(told).not.toContain('huge');
    expect(told).toMatch(/\d+ held, 2 missed, \d+ not measured\. \d+ more are about what was not in this run\./);
  });

  it('names every goal once', () => {
    const run = figures({});
    const names = GOALS.map(one => `${one.what} at ${one.at(run)}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { limit } of GOALS) expect(limit).toBeGreaterThan(0);
  });
});

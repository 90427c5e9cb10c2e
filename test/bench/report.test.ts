import { describe, expect, it } from 'vitest';
import { toJson } from '../../bench/figures.ts';
import { report, summary } from '../../bench/report.ts';
import { figures, repository, size } from './support.ts';

const FIGURES = figures({
  sizes: [
    size('typical', {
      servers: { ours: { key: [2, 4, 3], hover: [0.25] }, yls: { key: [200, 300, 400] }, ylsNoDelay: { key: [6] } },
      reading: { library: [1], read: [2], check: [2.5] },
      rules: { schema: [0.1, 0.12, 0.2], 'id-duplicate': [0.01] },
    }),
  ],
  repositories: [repository(1_000, { ours: [0.4, 0.6], ajvCli: [0.75] }, { warm: '--cache is not there yet' })],
  panel: { drawn: { typical: [8, 9] }, missing: undefined },
});

const row = (name: string, told = report(FIGURES)) =>
  told
    .split('\n')
    .findLast(line => line.startsWith(`| ${name}`))
    ?.split('|')
    .map(cell => cell.trim())
    .slice(2, -1);

describe('the report', () => {
  it('sets medians side by side and says what the ratio is', () => {
    expect(row('key → fresh diagnostics')).toEqual(['3', '300', '6', '0.01 ×', '0.5 ×']);
    expect(row('the same, p95')).toEqual(['3.9', '390', '6', '0.01 ×', '0.65 ×']);
    expect(row('reading and checking, all rules')).toEqual(['2.5', '2.5', '1.3 ×']);
    expect(report(FIGURES)).toContain('Typical: 300 lines, 9 kB');
  });

  it('says when something was not measured', () => {
    expect(row('hover, ms')).toEqual(['0.25', 'not measured', 'not measured', '–', '–']);
    expect(row('memory after 200 edits')?.[0]).toBe('not measured');
    expect(summary(FIGURES)).not.toContain('hover');
    expect(summary(FIGURES)).toContain('key → fresh diagnostics: typical 0.01 ×');
  });

  it('has a table for a repository, with what is not there yet', () => {
    const told = report(FIGURES);
    expect(told).toContain('### 1,000 plans, 7.5 MB');
    expect(row('ajv-cli')).toEqual(['0.75', 'not measured', '100', '0.75', '1.5 ×']);
    expect(told).toContain('| success-plan check --jobs 1 --cache, warm: --cache is not there yet ');
  });

  it('has the panel, or why it is not there', () => {
    expect(row('typical, ms')).toEqual(['8.5', '9']);
    const without = figures({ panel: { drawn: {}, missing: 'there is no browser' } });
    expect(report(without)).toContain('The panel was not measured: there is no browser.');
  });

  it('names the rules that cost most', () => {
    expect(report(FIGURES)).toContain(
      'All 2 rules one by one take 13.0% of the time of reading; most of all `schema` 12.0%, `id-duplicate` 1.0%.',
    );
  });
});

it('has every sample in its data', () => {
  expect(toJson(FIGURES)).toMatchObject({
    sizes: [{ servers: { ours: { key: { median: 3, samples: [2, 4, 3] } } }, reading: { read: { median: 2 } } }],
    repositories: [{ programs: { ours: { wall: { median: 0.5, samples: [0.4, 0.6] } } } }],
    panel: { drawn: { typical: { median: 8.5 } } },
  });
});

import { describe, expect, it } from 'vitest';
import { type Figures, report, summary, toJson } from '../../bench/figures.ts';

const FIGURES: Figures = {
  machine: '2 cores',
  bundleBytes: 512_400,
  sizes: [
    {
      name: 'typical',
      lines: 300,
      bytes: 9_400,
      servers: { ours: { key: [2, 4, 3], hover: [0.25] }, yls: { key: [200, 300, 400] }, ylsNoDelay: { key: [6] } },
      reading: { library: [1], read: [2], check: [2.5] },
      rules: { schema: [0.1, 0.12, 0.2], 'id-duplicate': [0.01] },
    },
  ],
};

const row = (name: string) =>
  report(FIGURES)
    .split('\n')
    .find(line => line.includes(name))
    ?.split('|')
    .map(cell => cell.trim())
    .slice(2, -1);

describe('the report', () => {
  it('sets medians side by side and says what the ratio is', () => {
    expect(row('key → fresh diagnostics')).toEqual(['3', '300', '6', '0.01 ×', '0.5 ×']);
    expect(row('the same, p95')).toEqual(['3.9', '390', '6', '0.01 ×', '0.65 ×']);
    expect(row('all rules')).toEqual(['2.5', '2.5', '1.3 ×']);
    expect(report(FIGURES)).toContain('Typical: 300 lines, 9 kB');
  });

  it('says when something was not measured', () => {
    expect(row('hover')).toEqual(['0.25', 'not measured', 'not measured', '–', '–']);
    expect(summary(FIGURES)).not.toContain('hover');
    expect(summary(FIGURES)).toContain('key → fresh diagnostics: typical 0.01 ×');
  });

  it('has every sample in its data', () => {
    expect(toJson(FIGURES)).toMatchObject({
      sizes: [{ servers: { ours: { key: { median: 3, samples: [2, 4, 3] } } }, reading: { read: { median: 2 } } }],
    });
  });
});

it('names the rules that cost most', () => {
  expect(report(FIGURES)).toContain(
    'All 2 rules one by one take 13.0% of the time of reading; most of all `schema` 12.0%, `id-duplicate` 1.0%.',
  );
});

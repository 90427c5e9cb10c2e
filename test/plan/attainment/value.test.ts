import { describe, expect, it } from 'vitest';
import { planStanding, planValue, revenueInWords, yearlyRevenue } from '../../../plan/attainment/index.ts';
import { readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { overlaid } from '../../support/overlay.ts';

/** O1 is at (12 − 9) / (12 − 4) = 37.5 %, O2 at (10 − 8) / (10 − 3) = 2/7, O3 at (6 − 4) / (6 − 1) = 40 %; the contract is $84,000 a year. */
function valueAt(amounts: readonly [string, string][], further = '') {
  const values = amounts.map(([id, value]) => `  - id: ${id}\n    business_value: ${value}\n`).join('');
  const [document] = readPlanFile(overlaid(`outcomes:\n${values}${further}`)).documents;
  if (document?.model.kind !== 'plan') throw new Error('not a plan');
  const today = day('2026-02-10');
  return planValue(document.model, planStanding(document.model, today).outcomes);
}

describe('value of a plan', () => {
  it('weighs what is attained with its yearly amount, and sets it against the contract', () => {
    const { realization, roi } = valueAt([
      ['O1', '{ amount: "$40,000", per: year }'],
      ['O3', '{ amount: $5k, per: month }'],
    ]);
    // 40,000 × 0.375 + 60,000 × 0.4 = 39,000 of 100,000; 39,000 / 84,000.
    expect(realization).toMatchObject({ amount: 100_000, currency: 'USD', known: 2, total: 2 });
    expect(realization?.realized).toBeCloseTo(39_000);
    expect(realization?.fraction).toBeCloseTo(0.39);
    expect(roi).toBeCloseTo(0.4643, 4);
  });

  it.each([
    ['per as text', '{ amount: "$10,000", per: quarterly }', 15_000],
    ['per in the amount', '{ amount: "$10,000 / quarter" }', 15_000],
    ['per of its own over that of the amount', '{ amount: "$10,000 / quarter", per: year }', 3_750],
    ['a year in short', '{ amount: "$10,000", per: yr }', 3_750],
    ['once', '{ amount: "$10,000" }', 3_750],
  ])('reads %s', (_, value, realized) => {
    expect(valueAt([['O1', value]]).realization?.realized).toBeCloseTo(realized);
  });

  it.each([
    ['no amount', 'Frees two people'],
    ['an amount without currency', '{ amount: 40000 }'],
    ['words for an amount', '{ amount: a lot }'],
  ])('is unknown with %s', (_, value) => {
    expect(valueAt([['O1', value]])).toEqual({ realization: undefined, roi: undefined });
  });

  it('adds no two currencies, but sets the contract’s own against the contract', () => {
    const { realization, roi } = valueAt([
      ['O1', '{ amount: "€40,000", per: year }'],
      ['O3', '{ amount: "$84,000", per: year }'],
    ]);
    expect(realization).toBeUndefined();
    expect(roi).toBeCloseTo(0.4);
  });

  it('brings a contract that is written by the month to a year', () => {
    const contract = (arr: string) => `customer:\n  contract:\n    arr: "${arr}"\n`;
    const [document] = readPlanFile(overlaid(contract('$7,000 per month'))).documents;
    if (document?.model.kind !== 'plan') throw new Error('not a plan');
    expect(yearlyRevenue(document.model)).toEqual({ amount: 84_000, currency: 'USD' });
    expect(revenueInWords(document.model)).toBe('$7,000 per month');
    const { roi } = valueAt([['O3', '{ amount: $5k, per: month }']], contract('$7k/mo'));
    expect(roi).toBeCloseTo(24_000 / 84_000);
  });

  it('leaves out what is put off', () => {
    const put = valueAt(
      [['O3', '{ amount: "$10,000" }']],
      '  - id: O1\n    status: deferred\n    business_value: { amount: "$90,000" }\n',
    );
    expect(put.realization).toMatchObject({ amount: 10_000, total: 1 });
  });
});

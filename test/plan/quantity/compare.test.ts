import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, ratioContradiction } from '../../../plan/quantity/index.ts';
import { NOTATIONS } from './notations.ts';
import { quantity } from './quantity.ts';

describe('comparable', () => {
  it.each([
    ['4 hours per report', '30 minutes per report', true],
    ['4 hours per report', '2.1 hours', true],
    ['4 hours per report', '4 hours per ticket', 'per'],
    ['12 tickets per week', '12 tickets per month', 'per'],
    ['$40k / year', '$40k', 'per'],
    ['$40k / year', '$45,000 annually', true],
    ['$15/user/month', '$18 per user', 'per'],
    ['8 of 25 (32%)', '20 of 25 (80%)', true],
    ['8 of 25', '80%', true],
    ['0.5%', '5‰', true],
    ['32%', '+12 percentage points', 'unit'],
    ['680 kWh/t', '610 kWh per tonne', true],
    ['12 t', '9 tonnes', true],
    ['5 l per day', '4 liters per day', true],
    ['40 pcs', '1 piece', true],
    ['12 t', '9 litres', 'unit'],
    ['31', '45 NPS', true],
    ['NPS 31', '45 NPS', true],
    ['31 NPS', '45 points', true],
    ['31 NPS', '45 tickets', 'unit'],
    ['150 users', '200 active users', true],
    ['1 ticket', '5 tickets', true],
    ['2x', '3x', true],
    ['2x', '3 tickets', 'unit'],
    ['$40k', '€40k', 'currency'],
    ['$40k', 'USD 40,000', true],
    ['$40k', '40k', 'dimension'],
    ['4', '30 minutes', 'dimension'],
    ['0', '30 minutes', true],
    ['0', '$40k / year', true],
    ['0', '80%', true],
    ['0 incidents', '6 incidents per year', true],
    ['0 incidents', '30 minutes', 'dimension'],
    ['$0', '€40k', 'currency'],
    ['32', '80%', 'dimension'],
    ['4 hours', '80%', 'dimension'],
    ['8 users', '20 of 25 users', 'dimension'],
    ['2 weeks', '3 business days', true],
    ['4-5 hours', 'under 2 hours', true],
  ] as const)('%s and %s: %s', (a, b, verdict) => {
    expect(comparable(quantity(a), quantity(b))).toBe(verdict);
  });

  it('is the same both ways, and every quantity compares with itself', () => {
    const notation = fc.constantFrom(...NOTATIONS.map(([written]) => quantity(written)));
    fc.assert(
      fc.property(notation, notation, (a, b) => {
        expect(comparable(a, b)).toBe(comparable(b, a));
        expect(comparable(a, a)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('brings units of time to one value', () => {
    for (const [a, b] of [
      ['90 min', '1h 30m'],
      ['2 weeks', '14 days'],
      ['1 year', '12 months'],
      ['0.5 days', '12 hours'],
      ['1500 ms', '1.5 s'],
    ] as const) {
      expect(quantity(a).value).toBeCloseTo(quantity(b).value, 9);
    }
  });

  it('keeps the order of what it reads', () => {
    const number = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        number,
        number,
        fc.constantFrom(' hours', '%', 'k', ' tickets per week', ' of 100000'),
        (a, b, unit) => {
          expect(Math.sign(quantity(`${a}${unit}`).value - quantity(`${b}${unit}`).value)).toBe(Math.sign(a - b));
        },
      ),
    );
  });
});

describe('ratioContradiction', () => {
  it.each([
    ['8 of 25 (32%)'],
    ['2 of 3 (67%)'],
    ['2 of 3 (66%)'],
    ['2 of 3 (66.7%)'],
    ['2 of 3 (66.6%)'],
    ['8 of 25'],
    ['8 of 25 (about 30%)'],
    ['80% (20 of 25)'],
    ['80%'],
  ])('accepts %s', written => {
    expect(ratioContradiction(quantity(written))).toBeUndefined();
  });

  it.each([
    ['8 of 25 (33%)', 33, 32],
    ['20 of 25 (8%)', 8, 80],
    ['2 of 3 (66.5%)', 66.5, 66.6666666667],
    ['75% (20 of 25)', 75, 80],
    ['16/25 = 46%', 46, 64],
  ])('objects to %s', (written, stated, actual) => {
    expect(ratioContradiction(quantity(written))).toEqual({ stated, actual });
  });
});

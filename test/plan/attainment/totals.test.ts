import { describe, expect, it } from 'vitest';
import {
  goalAttainmentRate,
  isSevere,
  meanAttainment,
  milestoneProgress,
  returnOnInvestment,
  riskScore,
  type ValueFacts,
  valueRealization,
} from '../../../plan/attainment/index.ts';
import { day } from '../../../plan/day.ts';

describe('meanAttainment', () => {
  it('is over what is known, and says over how many', () => {
    // (0.542857 + 0.666667) / 2
    const mean = meanAttainment([1.9 / 3.5, 2 / 3, undefined]);
    expect(mean?.mean).toBeCloseTo(0.604762, 6);
    expect(mean).toMatchObject({ known: 2, total: 3 });
    expect(meanAttainment([undefined])).toBeUndefined();
    expect(meanAttainment([])).toBeUndefined();
    expect(meanAttainment([0])).toEqual({ mean: 0, known: 1, total: 1 });
  });
});

describe('milestoneProgress', () => {
  it('is complete out of all that are not skipped', () => {
    expect(milestoneProgress(['complete', 'complete', 'in_progress', 'pending'])).toEqual({
      complete: 2,
      counted: 4,
      fraction: 0.5,
    });
    expect(milestoneProgress(['complete', 'skipped', undefined, 'blocked'])).toEqual({
      complete: 1,
      counted: 3,
      fraction: 1 / 3,
    });
    expect(milestoneProgress(['skipped'])).toEqual({ complete: 0, counted: 0, fraction: undefined });
  });
});

describe('goalAttainmentRate', () => {
  const today = day('2026-02-10');
  it('is achieved out of not deferred, and the same of those due', () => {
    const rate = goalAttainmentRate(
      [
        { achieved: true, targetDate: day('2026-02-10') },
        { achieved: false, targetDate: day('2026-01-31') },
        { achieved: true, targetDate: day('2026-04-01') },
        { achieved: false },
        { achieved: true, deferred: true, targetDate: day('2026-01-01') },
      ],
      today,
    );
    expect(rate).toEqual({ achieved: 2, counted: 4, rate: 0.5, dueAchieved: 1, due: 2, dueRate: 0.5 });
  });

  it('has no rate where nothing counts', () => {
    expect(goalAttainmentRate([{ achieved: false, deferred: true }], today)).toMatchObject({
      counted: 0,
      rate: undefined,
      dueRate: undefined,
    });
  });
});

describe('valueRealization', () => {
  const values: readonly ValueFacts[] = [
    { amount: 60_000, currency: 'USD', per: 'year', attainment: 0.5 },
    { amount: 5_000, currency: 'USD', per: 'month', attainment: 1 },
  ];

  it('weighs attainment with yearly amounts', () => {
    // (30,000 + 60,000) / (60,000 + 60,000)
    expect(valueRealization(values)).toEqual({
      realized: 90_000,
      amount: 120_000,
      fraction: 0.75,
      currency: 'USD',
      known: 2,
      total: 2,
    });
  });

  it('leaves the unknown out of both sums, and says so', () => {
    expect(valueRealization([...values, { amount: 1_000_000, currency: 'USD' }])).toMatchObject({
      fraction: 0.75,
      known: 2,
      total: 3,
    });
    expect(valueRealization([{ amount: 1_000, currency: 'USD' }])).toBeUndefined();
    expect(valueRealization([])).toBeUndefined();
  });

  it('does not clamp, and counts a sum without a span once', () => {
    expect(valueRealization([{ amount: 100, currency: 'EUR', attainment: 1.2 }])?.realized).toBeCloseTo(120, 9);
    expect(valueRealization([{ amount: 100, currency: 'EUR', attainment: -0.1 }])?.fraction).toBeCloseTo(-0.1, 9);
  });

  it('adds no two currencies', () => {
    const mixed = [...values, { amount: 10, currency: 'EUR', attainment: 1 }];
    expect(valueRealization(mixed)).toBeUndefined();
    expect(valueRealization(mixed, 'EUR')).toMatchObject({ realized: 10, total: 1 });
  });

  it('sets the realized yearly amount against the contract', () => {
    expect(returnOnInvestment(values, { amount: 150_000, currency: 'USD' })).toBeCloseTo(0.6, 9);
    expect(returnOnInvestment(values, { amount: 150_000, currency: 'EUR' })).toBeUndefined();
    expect(returnOnInvestment(values, { amount: 0, currency: 'USD' })).toBeUndefined();
    expect(returnOnInvestment(values, undefined)).toBeUndefined();
  });
});

describe('riskScore', () => {
  it('multiplies, and is severe from 6', () => {
    const levels = ['low', 'medium', 'high'] as const;
    const scores = levels.map(impact => levels.map(likelihood => riskScore(impact, likelihood)));
    expect(scores).toEqual([
      [1, 2, 3],
      [2, 4, 6],
      [3, 6, 9],
    ]);
    expect(scores.flat().filter(isSevere)).toEqual([6, 6, 9]);
    expect(riskScore('high', undefined)).toBeUndefined();
    expect(isSevere(undefined)).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { makePlan } from '../../bench/plans.ts';
import { ruleCosts } from '../../bench/rules.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';

it('tells for every rule what it costs, the dearest first', () => {
  const costs = ruleCosts(makePlan(1, 300), 1);
  expect(costs.map(({ rule }) => rule).sort()).toEqual(ALL_RULES.map(({ id }) => id).sort());
  const ratios = costs.map(({ toReading }) => toReading);
  expect(ratios).toEqual([...ratios].sort((a, b) => b - a));
  expect(ratios[0]).toBeGreaterThan(0);
});

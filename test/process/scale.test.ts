import { expect, it } from 'vitest';
import { makePlan, SIZES } from '../../bench/plans.ts';
import { wholePlan } from '../support/examples.ts';
import { findingsOf } from '../support/findings.ts';

/** Plans far larger than people write: apart from the unit tests, which are to take seconds. */
it('finds ten thousand weak places, and none gets lost', () => {
  const milestones = Array.from(
    { length: 10_000 },
    (_, i) => `      - { name: Site ${i} migrated, target_date: 2026-01-30, status: pending, owner: Ken Abe }\n`,
  );
  const text = wholePlan(`outcomes:
  - id: O1
    description: Bring wrong deliveries down from 10% to 3%
    business_value: About $40,000 a year in second trips
    baseline: { metric: Wrong deliveries, current: 10%, measured_on: "2025-11-03" }
    target: { metric: Wrong deliveries, goal: 3%, target_date: "2026-08-31" }
    status: in_progress
    milestones:
${milestones.join('')}`);
  expect(findingsOf(text).filter(f => f.rule === 'milestone-overdue')).toHaveLength(10_000);
});

it('makes a plan of a hundred thousand lines for the bench', () => {
  const made = makePlan(1, SIZES.huge).split('\n').length - 1;
  expect(Math.abs(made - SIZES.huge)).toBeLessThan(45);
});

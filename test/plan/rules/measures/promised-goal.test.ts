import { expect, it } from 'vitest';
import { type Quantity, readQuantity } from '../../../../plan/quantity/index.ts';
import { inUnits, promisedGoal } from '../../../../plan/rules/measures/promised-goal.ts';
import { saidChanges } from '../../../../plan/rules/measures/said-changes.ts';

function quantity(text: string): Quantity {
  const reading = readQuantity(text);
  if (reading.kind !== 'quantity') throw new Error(text);
  return reading.quantity;
}

it.each([
  ['Achieve 80% team adoption across the 25-person team', '32%', '90%', '80%'],
  ['Answer 90% of tickets within 2 hours (today 71%)', '71%', '95%', '90%'],
  ['Answer 95% of tickets within 2 hours (today 71%)', '71%', '95%', undefined],
  ['Achieve 80% team adoption', '8 of 25 (32%)', '20 of 25 (80%)', undefined],
  ['Achieve 5% more at 90% quality', '32%', '80%', undefined],
  ['All 12 sites use the one catalogue', '3', '10', undefined],
])('the goal that “%s” begins with, from %s to %s', (text, from, to, expected) => {
  const found = promisedGoal(text, quantity(from), quantity(to));
  expect(found && text.slice(found.start, found.end)).toBe(expected);
});

it('reads bare figures in the unit of the baseline that they begin with', () => {
  const [change] = saidChanges('Raise NPS among dealers from 18 to 45').changes;
  if (!change) throw new Error('no change');
  expect(inUnits(change, quantity('NPS 18'), quantity('NPS 35')).to.quantity.dimension).toBe('count');
  expect(inUnits(change, quantity('NPS 20'), quantity('NPS 35'))).toBe(change);
});

import { describe, expect, it } from 'vitest';
import { boundOf, sideInWords } from '../../../plan/attainment/hold.ts';
import { attainment, isHold, type Series } from '../../../plan/attainment/series.ts';
import { day } from '../../../plan/day.ts';
import { readQuantity } from '../../../plan/quantity/index.ts';

describe('boundOf', () => {
  it.each([
    ['≤ 5', 'at most'],
    ['under 150', 'at most'],
    ['at least 80%', 'at least'],
    ['> 99.9%', 'at least'],
    ['up to 80%', undefined],
    ['80%', undefined],
  ])('%s', (text, expected) => {
    const reading = readQuantity(text);
    expect(reading.kind === 'quantity' ? boundOf(reading.quantity) : 'no quantity').toBe(expected);
  });
});

describe('sideInWords', () => {
  it.each([
    ['Complaints', 'Hold complaints at 12 a month', 'at most'],
    ['Staff turnover', '', 'at most'],
    ['Headcount', 'No more than 40 people', 'at most'],
    ['Tickets answered within 2 hours', '', undefined],
    ['Uptime', 'Keep the shop open', undefined],
  ])('%s', (metric, description, expected) => {
    expect(sideInWords(metric, description)).toBe(expected);
  });

  it.each([
    ['Order entry time', 'at most'],
    ['Time per report', 'at most'],
    ['Days to close', 'at most'],
    ['Latency of search', 'at most'],
    ['Time between failures', undefined],
    ['Time with patients', undefined],
    ['Selling time per rep', undefined],
    ['Time saved per clerk', undefined],
    ['Hours of training', undefined],
    ['Battery life', undefined],
  ])('of hours and minutes: %s', (metric, expected) => {
    expect(sideInWords(metric, '', true)).toBe(expected);
  });
});

it('is a hold where the baseline keeps the bound already, and a way to go where it does not', () => {
  const series: Series = {
    baseline: { value: 99.93, day: day('2026-02-01') },
    goal: { value: 99.9, day: day('2026-11-30') },
    bound: 'at least',
    measurements: [{ value: 99.95, day: day('2026-06-01') }],
  };
  expect(isHold(series)).toBe(true);
  expect(attainment(series)).toBe(1);
  expect(attainment({ ...series, measurements: [{ value: 99.8, day: day('2026-06-01') }] })).toBe(0);
  const below = { ...series, baseline: { value: 99.5, day: day('2026-02-01') } };
  expect(isHold(below)).toBe(false);
});

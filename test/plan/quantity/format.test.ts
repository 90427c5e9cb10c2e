import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayValue,
  formatDifference,
  formatLike,
  formatPercent,
  formatQuantity,
  formatTick,
  fromDisplay,
  type Quantity,
  readQuantity,
} from '../../../plan/quantity/index.ts';
import { NOTATIONS } from './notations.ts';
import { quantity } from './quantity.ts';

describe('formatQuantity', () => {
  it.each([
    ['4 hours per report', '4 h', '4 hours', '4 hours per report'],
    ['30 minutes per report', '30 min', '30 min', '30 minutes per report'],
    ['1 hrs', '1 h', '1 hour', '1 hour'],
    ['3d', '3 days', '3 days', '3 days'],
    ['1h 30m', '1h 30m', '1h 30m', '1h 30m'],
    ['8 of 25 users', '32%', '8 of 25 (32%)', '8 of 25 users (32%)'],
    ['99.94%', '99.94%', '99.94%', '99.94%'],
    ['$150000', '$150,000', '$150,000', '$150,000'],
    ['$1200.5', '$1,200.50', '$1,200.50', '$1,200.50'],
    ['$0', '$0', '$0', '$0'],
    ['$5', '$5', '$5', '$5'],
    ['-$500', '−$500', '−$500', '−$500'],
    ['USD 40k / year', 'USD 40k', 'USD 40k', 'USD 40k per year'],
    ['€1.2M', '€1.2M', '€1.2M', '€1.2M'],
    ['12.5 tickets/week', '12.5 tickets', '12.5 tickets', '12.5 tickets per week'],
    ['NPS 31', 'NPS 31', 'NPS 31', 'NPS 31'],
    ['+12 pp', '+12 pp', '+12 pp', '+12 pp'],
    ['at least 80%', '≥ 80%', '≥ 80%', '≥ 80%'],
    ['about 4-5 hours', '~4–5 h', '~4–5 hours', '~4–5 hours'],
    ['$40k to $50k', '$40–50k', '$40–50k', '$40–50k'],
    ['-5 to -3', '−5 to −3', '−5 to −3', '−5 to −3'],
    ['2.5x', '2.5x', '2.5x', '2.5x'],
  ])('%s: %s, %s, %s', (written, tight, short, long) => {
    const read = quantity(written);
    expect(formatQuantity(read, { form: 'tight' })).toBe(tight);
    expect(formatQuantity(read)).toBe(short);
    expect(formatQuantity(read, { form: 'long' })).toBe(long);
  });

  const meaning = ({
    value,
    dimension,
    unitKey,
    per,
    currency,
    range,
    comparator,
    approximate,
    sign,
    of,
  }: Quantity) => ({
    value: Number(value.toPrecision(9)),
    // Hours and minutes side by side begin with whichever unit is not nought.
    dimension,
    unitKey: dimension === 'duration' ? '' : unitKey,
    per,
    currency,
    range: range && { low: Number(range.low.toPrecision(9)), high: Number(range.high.toPrecision(9)) },
    comparator,
    approximate,
    sign,
    of,
  });

  it.each(NOTATIONS)('writes %s so that it reads as the same', written => {
    const read = quantity(written);
    expect(meaning(quantity(formatQuantity(read, { form: 'long' })))).toEqual(meaning(read));
  });

  it('writes any figure in any notation so that it reads as the same', () => {
    const figure = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: -99_999, max: 99_999 }).map(n => n / 100),
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }).map(n => Number(n.toPrecision(6))),
    );
    const shape = fc.constantFrom(
      '# hours per report',
      '# min',
      '#%',
      '$#',
      '€#k',
      '# USD / year',
      '#M',
      '# NPS',
      'NPS #',
      '# tickets per week',
      '#x',
      '< # days',
      '~# points',
      '# weeks or more',
    );
    fc.assert(
      fc.property(figure, shape, (number, form) => {
        const read = quantity(form.replace('#', String(number)));
        expect(meaning(quantity(formatQuantity(read, { form: 'long' })))).toEqual(meaning(read));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('formatLike', () => {
  const hours = 3600;
  it.each([
    [2.1 * hours, '4 hours per report', '2.1 hours'],
    [1.2638 * hours, '4 hours per report', '1.3 hours'],
    [1 * hours, '4 hours per report', '1 hour'],
    [0.04 * hours, '4 hours', '0.04 hours'],
    [28 * 60, '4 hours', '0.47 hours'],
    [6.626 * 86_400, '9 days', '6.6 days'],
    [1800, '60 min', '30 min'],
    [7560, '1h 30m', '2h 6m'],
    [405, '7:30 min', '6m 45s'],
    [5430, '1h 30m', '1h 31m'],
    [1830, '1h 30m', '30m 30s'],
    [3599.8, '1h 30m', '1h'],
    [0, '1h 30m', '0h'],
    [0.64, '8 of 25 (32%)', '16 of 25 (64%)'],
    [0.66813, '8 of 25 (32%)', '66.8%'],
    [0.64, '80%', '64%'],
    [0.9994, '99.9%', '99.9%'],
    [0.99941, '99.95%', '99.94%'],
    [97_500, '$150,000', '$97,500'],
    [97_500.4, '$150,000', '$97,500'],
    [12.5, '$20', '$12.50'],
    [97_500, '$150k', '$97.5k'],
    [-97_500, '$150k', '−$97.5k'],
    [800_000, '€1.2M', '€0.8M'],
    [38.42, '31 NPS', '38.4 NPS'],
    [38.42, 'NPS 31', 'NPS 38.4'],
    [1, '12 tickets', '1 ticket'],
    [3, '1 ticket', '3 tickets'],
    [3, '1 query', '3 queries'],
    [1234.56, '1,000', '1,235'],
    [-0.11, '80%', '−11%'],
    [1e-12, '5 points', '0 points'],
  ])('%d like %s is %s', (value, like, text) => {
    expect(formatLike(value, quantity(like))).toBe(text);
  });

  it('says "per" in the long form, and leaves unit and whole out of the tight one', () => {
    expect(formatLike(2.1 * hours, quantity('4 hours per report'), { form: 'long' })).toBe('2.1 hours per report');
    expect(formatLike(1800, quantity('45 min per report'), { form: 'long' })).toBe('30 minutes per report');
    expect(formatLike(2.1 * hours, quantity('4 hours per report'), { form: 'tight' })).toBe('2.1 h');
    expect(formatLike(0.64, quantity('8 of 25'), { form: 'tight' })).toBe('64%');
  });

  it('takes neither bound nor sign nor range over', () => {
    expect(formatLike(1.5 * hours, quantity('< 2 hours'))).toBe('1.5 hours');
    expect(formatLike(10, quantity('+12'))).toBe('10');
    expect(formatLike(4.5 * hours, quantity('4-5 hours'))).toBe('4.5 hours');
  });

  it('reads within a step of the last digit it shows', () => {
    const like = fc.constantFrom('4 hours', '80%', '$40k', '31 NPS', '9 days', '€1.2M');
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 5000, noNaN: true }), like, (display, written) => {
        const model = quantity(written);
        const back = readQuantity(formatLike(fromDisplay(display, model), model));
        if (back.kind !== 'quantity') throw new Error('unreadable');
        expect(Math.abs(displayValue(back.quantity.value, model) - display)).toBeLessThanOrEqual(
          Math.max(0.5 * (display >= 100 ? 1 : 0.1), 1e-9) + 1e-9,
        );
      }),
    );
  });
});

describe('ticks', () => {
  it('counts in the unit of the baseline', () => {
    const baseline = quantity('4 hours per report');
    expect(displayValue(quantity('30 minutes').value, baseline)).toBe(0.5);
    expect(fromDisplay(3, baseline)).toBe(10_800);
    expect([3, 2].map(tick => formatTick(fromDisplay(tick, baseline), baseline))).toEqual(['3', '2']);
    const share = quantity('8 of 25 (32%)');
    expect(displayValue(0.64, share)).toBe(64);
    expect([40, 50, 62.5].map(tick => formatTick(fromDisplay(tick, share), share))).toEqual(['40', '50', '62.5']);
    expect(formatTick(120_000, quantity('$150,000'))).toBe('120,000');
  });

  it('comes back from the display', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.constantFrom(...NOTATIONS),
        (value, [written]) => {
          const like = quantity(written);
          expect(fromDisplay(displayValue(value, like), like)).toBeCloseTo(value, 4);
        },
      ),
    );
  });
});

describe('formatPercent', () => {
  it.each([
    [0.5428, '54%'],
    [-0.114, '−11%'],
    [1.08, '108%'],
    [-0.001, '0%'],
    [12, '1,200%'],
    [0.994, '99%'],
    [0.997, '99.7%'],
    [0.9998, '99.9%'],
    [1 - 1e-12, '100%'],
    [1.002, '100%'],
  ])('%d is %s', (fraction, text) => {
    expect(formatPercent(fraction)).toBe(text);
  });
});

it('tells how far two values are apart', () => {
  expect(formatDifference(0.04, quantity('62%'))).toBe('4 points');
  expect(formatDifference(0.01, quantity('62%'))).toBe('1 point');
  expect(formatDifference(0.0025, quantity('99.75%'))).toBe('0.25 points');
  expect(formatDifference(0.48, quantity('8 of 25'))).toBe('48 points');
  expect(formatDifference(0.16, quantity('3.8 of 5'))).toBe('0.8 of 5');
  expect(formatDifference(8, quantity('NPS -12'))).toBe('8');
  expect(formatDifference(1500, quantity('2 hours'))).toBe('0.42 hours');
  expect(formatDifference(600000, quantity('$1.2M'))).toBe('$0.6M');
});

it('tells a place on a scale as such', () => {
  const rating = quantity('3.8 of 5');
  expect(formatLike(0.84, rating)).toBe('4.2 of 5 (84%)');
  expect(formatLike(0.8379, rating)).toBe('4.2 of 5 (84%)');
  expect(formatLike(0.84, rating, { form: 'tight' })).toBe('4.2 of 5');
  expect(formatQuantity(rating, { form: 'tight' })).toBe('3.8 of 5');
  expect(formatLike(0.85, quantity('4.25 of 5'))).toBe('4.25 of 5 (85%)');
});

it('rounds the share of an “a of b” that has no short percentage', () => {
  const reading = readQuantity('3 of 11');
  expect(reading.kind === 'quantity' && formatQuantity(reading.quantity, { form: 'tight' })).toBe('27.3%');
});

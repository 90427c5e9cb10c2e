import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../../plan/quantity/index.ts';

const found = (text: string) => findQuantities(text).map(({ start, end }) => text.slice(start, end));

describe('findQuantities', () => {
  it.each([
    [
      'Reduce monthly report generation time from 4 hours to 30 minutes by automating the three core reports.',
      ['4 hours', '30 minutes'],
    ],
    ['Cut order entry from 12 to 4 minutes', ['12', '4 minutes']],
    ['Bring order entry by form from 8 to 20 of our 25 depots', ['8', '20 of our 25 depots']],
    ['Raise it from 8 of 25 (32%) to 80%', ['8 of 25', '32%', '80%']],
    ['Close the books in 4 days instead of 9', ['4 days', '9']],
    ['from 4–5 hours to ½ hour per report', ['4–5 hours', '½ hour']],
    ['from $1.2M to €900k a year', ['$1.2M', '€900k']],
    ['Raise NPS from 31 to 45', ['31', '45']],
    ['Cut it by 40% by 30 June 2026, in Q2 of phase 2, with v2.1 (O1, #7)', ['40%']],
    ['Done by 2026-06-30 or on the 3rd of May, 24/7', []],
    ['Größere Läger: von 3 % auf 5 %', ['3 %', '5 %']],
    ['１２ minutes to ４ minutes', ['１２ minutes', '４ minutes']],
    ['“two hours” in words', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('reads each as it would be read alone', () => {
    const text = 'Cut unplanned downtime of line 4 from 42 hours to 15.5 hours a month';
    expect(findQuantities(text).map(({ quantity }) => [quantity.value, quantity.unitKey, quantity.per])).toEqual(
      expect.arrayContaining([
        [151_200, 'hour', undefined],
        [55_800, 'hour', 'month'],
      ]),
    );
  });

  it('never throws, finds places in order and reads hostile texts in no time', () => {
    const piece = fc.constantFrom(
      'from ',
      '4',
      ' hours',
      ' to ',
      '30%',
      ' of ',
      '(',
      '½',
      '１',
      '“',
      '-',
      '$',
      '😀',
      '/',
      'ﬁ',
      '25',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, quantity } of findQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(quantity.value)).toBe(true);
          last = start;
        }
      }),
      { numRuns: 500 },
    );
    // Beyond two thousand letters nothing is looked at, so this comes to an end.
    for (const word of ['4 ', '4 of ', 'from 4 to ', 'a ', '4 hours and '])
      expect(findQuantities(word.repeat(50_000)).length).toBeLessThanOrEqual(1000);
  });
});

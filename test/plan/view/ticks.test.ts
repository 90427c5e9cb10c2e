import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ticks } from '../../../plan/view/ticks.ts';

const ends = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: -10_000, max: 10_000 }).map(cents => cents / 100),
  // Numbers so near to nothing that powers of ten do not reach them make d3's own scale fall over too.
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(value => Math.round(value * 1e6) / 1e6),
);

it('finds the ticks that d3 finds', () => {
  fc.assert(
    fc.property(ends, ends, fc.integer({ min: 3, max: 10 }), (start, stop, count) => {
      expect(ticks(start, stop, count).map(unsigned)).toEqual(
        scaleLinear([start, stop], [0, 1]).ticks(count).map(unsigned),
      );
    }),
    { numRuns: 2000 },
  );
  expect(ticks(12, 5, 4)).toEqual([12, 10, 8, 6]);
  expect(ticks(0, 1, 4)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});

/** Nothing has no sign on a scale. */
function unsigned(value: number): number {
  return value + 0;
}

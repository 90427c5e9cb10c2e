import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween } from '../../../plan/day.ts';
import { dayMoved, xOf } from '../../../webview/hand/axis.ts';

const AXIS = { from: day('2026-01-01'), days: 200 };
const APRIL = day('2026-04-01');

describe('the days under the hand', () => {
  it('are whole days, as far as the hand went', () => {
    expect(dayMoved(APRIL, 21 / 200, AXIS)).toBe('2026-04-22');
    expect(dayMoved(APRIL, -20.6 / 200, AXIS)).toBe('2026-03-11');
    expect(dayMoved(APRIL, 0.4 / 200, AXIS)).toBe(APRIL);
  });

  it('end where the drawing ends', () => {
    expect(dayMoved(APRIL, 5, AXIS)).toBe(addDays(AXIS.from, 200));
    expect(dayMoved(APRIL, -5, AXIS)).toBe(AXIS.from);
  });

  it('of a mark that lies outside begin from there', () => {
    const far = day('2031-04-01');
    expect(dayMoved(far, -10 / 200, AXIS)).toBe('2031-03-22');
    expect(xOf(far, AXIS)).toBe(1);
  });

  it('stand where the hand is, for every day of every drawing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (days, at, moved) => {
          const axis = { from: AXIS.from, days };
          const start = addDays(axis.from, at * days);
          const to = dayMoved(start, moved, axis);
          const wanted = Math.max(0, Math.min(1, xOf(start, axis) + moved));
          expect(Math.abs(xOf(to, axis) - wanted) * days).toBeLessThanOrEqual(1);
          expect(daysBetween(axis.from, to)).toBeLessThanOrEqual(days);
        },
      ),
    );
  });
});

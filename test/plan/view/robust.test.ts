import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../plan/day.ts';
import { drawn, MEASURED, timelineOf } from './support/plans.ts';

describe('a view of anything', () => {
  it('never throws on a prefix of a plan', () => {
    for (let end = 0; end < MEASURED.length; end += 397) expect(() => drawn(MEASURED.slice(0, end))).not.toThrow();
  });

  it('never throws when a line is missing', () => {
    const lines = MEASURED.split('\n');
    for (let i = 0; i < lines.length; i += 11) expect(() => drawn(lines.toSpliced(i, 1).join('\n'))).not.toThrow();
  });

  it.each(['0000-01-01', '0001-01-01', '1899-12-31', '2206-01-01', '9999-12-31'])(
    'draws %s at the edge and keeps the rest',
    odd => {
      for (const written of [
        '2026-04-01',
        '2025-10-05',
        '2026-05-01',
        '2026-08-01',
        '2025-08-01',
        '2026-02-01',
        '2025-11-20',
      ]) {
        const view = drawn(MEASURED.replaceAll(written, odd));
        const timeline = view?.kind === 'plan' ? timelineOf(view) : undefined;
        expect(timeline).toBeDefined();
        for (const x of (timeline?.lanes ?? []).flatMap(lane => lane.milestones.map(mark => mark.x))) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1);
        }
        expect(timeline?.ticks.length).toBeLessThan(100);
      }
    },
  );

  it('never throws, whatever the day', () => {
    for (const today of ['0001-01-01', '1999-12-31', '2025-08-15', '2026-04-01', '2026-12-31', '9999-12-31']) {
      expect(() => drawn(MEASURED, day(today))).not.toThrow();
    }
  });

  it('never throws on odd values, and all its numbers are finite', () => {
    const odd = fc.constantFrom(
      '~',
      '0',
      '-1',
      '1e300',
      'TBD',
      '[]',
      '{}',
      '"€1.2M"',
      '12 of 0',
      '3–5 days',
      '99.9%',
      '"<b>"',
      '2026-13-40',
      '*x',
      '& ',
    );
    fc.assert(
      fc.property(fc.nat({ max: 200 }), odd, (line, value) => {
        const lines = MEASURED.split('\n');
        const at = line % lines.length;
        const view = drawn(lines.with(at, (lines[at] ?? '').replace(/: .*$/u, `: ${value}`)).join('\n'));
        expect(JSON.parse(JSON.stringify(view))).toEqual(view);
      }),
      { numRuns: 25 },
    );
  });
});

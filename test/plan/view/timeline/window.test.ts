import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysBetween } from '../../../../plan/day.ts';
import { shownDay } from '../../../../plan/view/timeline/milestone-words.ts';
import type { Zoom } from '../../../../plan/view/timeline/options.ts';
import { axisOf, broughtIn, panned, timeWindow, zoomed } from '../../../../plan/view/timeline/window.ts';
import { dayAt, draft, laidOut, lane, milestone, TODAY } from './support.ts';

const PLAN = draft([
  lane('O1', [
    milestone('a', { planned: '2025-09-01', glyph: 'done', actual: '2025-09-05' }),
    milestone('b', { planned: '2026-01-15', logged: ['2026-03-01'] }),
    milestone('c', { planned: '2026-06-30', dependsOn: ['b'] }),
  ]),
]);
const anyZoom: fc.Arbitrary<Zoom> = fc.oneof(
  fc.constantFrom('fit' as const, 'quarter' as const, 'year' as const),
  fc.record({ from: fc.integer({ min: -4000, max: 4000 }).map(dayAt), days: fc.integer({ min: 1, max: 9000 }) }),
);
const axis = (zoom: Zoom) => {
  const found = axisOf(PLAN, zoom);
  if (found === undefined) throw new Error('the plan has days');
  return found;
};

describe('the drawn time', () => {
  it('is the whole plan with today, and a little more', () => {
    expect(axis('fit')).toEqual({ from: '2025-08-26', days: 314 });
    expect(axisOf(draft([]), 'fit')).toBeUndefined();
  });

  it('is a quarter around today, or around the end of the plan that is nearer', () => {
    expect(axis('quarter')).toEqual({ from: addDays(TODAY, -45), days: 91 });
    const over = { ...PLAN, today: day('2031-01-01') };
    expect(axisOf(over, 'quarter')).toEqual({ from: addDays(day('2026-06-30'), -45), days: 91 });
  });

  it('comes nearer around a day, which stays where it is', () => {
    const at = (zoom: Zoom, around: number): Day => addDays(axis(zoom).from, Math.round(axis(zoom).days * around));
    for (const around of [0, 0.25, 0.5, 1]) {
      const nearer = zoomed(PLAN, 'fit', 2, around);
      expect(axis(nearer).days).toBe(157);
      expect(Math.abs(daysBetween(at('fit', around), at(nearer, around)))).toBeLessThanOrEqual(1);
    }
  });

  it('never leaves the plan, never ends, and can be come back to', () => {
    fc.assert(
      fc.property(anyZoom, fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer(), (zoom, times, days) => {
        for (const to of [zoom, zoomed(PLAN, zoom, times), panned(PLAN, zoom, days)]) {
          const { from, days: length } = axis(to);
          expect(length).toBeGreaterThanOrEqual(14);
          expect(length).toBeLessThanOrEqual(314 * 3);
          expect(from <= '2026-06-30' && addDays(from, length) >= '2025-09-01').toBe(true);
          // What is held once stays as it is.
          expect(axis({ from, days: length })).toEqual({ from, days: length });
        }
      }),
    );
  });

  it('is moved to where a day can be seen', () => {
    fc.assert(
      fc.property(anyZoom, fc.constantFrom('a', 'b', 'c'), (zoom, key) => {
        const found = PLAN.lanes[0]?.milestones.find(one => one.key === key);
        const to = found && shownDay(found);
        if (to === undefined) throw new Error('it has a day');
        expect(timeWindow(PLAN, broughtIn(PLAN, zoom, to))?.edge(to)).toBeUndefined();
      }),
    );
  });

  it('says which day an x is', () => {
    const window = timeWindow(PLAN, 'quarter');
    expect(window?.x(axis('quarter').from)).toBe(0);
    expect(window?.x(addDays(axis('quarter').from, 91))).toBe(1);
  });
});

describe('what lies outside', () => {
  const near = { from: day('2026-01-20'), days: 30 };

  it('is counted at the ends of its lane, not drawn there', () => {
    const timeline = laidOut(PLAN, { zoom: near });
    const [only] = timeline.lanes;
    expect(only?.milestones).toEqual([]);
    expect(only?.edges.map(({ side, text, to }) => [side, text, to])).toEqual([
      ['before', '‹ 2 earlier', '2026-01-15'],
      ['after', '1 later ›', '2026-06-30'],
    ]);
    expect(only?.strand).toMatchObject({ from: 0, to: 1 });
  });

  it('shows its slip as far as that reaches in', () => {
    const [bar] = laidOut(PLAN, { zoom: near }).lanes[0]?.bars ?? [];
    expect(bar).toMatchObject({ from: 0, to: 21 / 30, kind: 'late' });
  });

  it('has the curve of a dependency with one end in sight, and none with neither', () => {
    expect(laidOut(PLAN, { zoom: near }).dependencies).toEqual([]);
    const [curve] = laidOut(PLAN, { zoom: { from: day('2026-01-10'), days: 60 } }).dependencies;
    expect(curve?.from.x).toBeCloseTo(31 / 60);
    expect(curve?.to.x).toBeGreaterThan(1);
  });

  it('counts all milestones of the lane together with those in it', () => {
    fc.assert(
      fc.property(anyZoom, zoom => {
        const [only] = laidOut(PLAN, { zoom }).lanes;
        const outside = (only?.edges ?? []).reduce((sum, edge) => sum + Number(/\d+/u.exec(edge.text)?.[0]), 0);
        expect((only?.milestones.length ?? 0) + outside).toBe(3);
        for (const mark of only?.milestones ?? []) {
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('ticks', () => {
  const words = (zoom: Zoom) => laidOut(PLAN, { zoom }).ticks.flatMap(tick => tick.label ?? []);

  it('are months, weeks or days, whichever has room', () => {
    expect(words('fit')).toEqual(['Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul']);
    expect(words('quarter').slice(0, 4)).toEqual(['29 Dec', '5 Jan', '12 Jan', '19 Jan']);
    expect(words({ from: day('2026-02-02'), days: 14 }).slice(0, 3)).toEqual(['2 Feb', '3 Feb', '4 Feb']);
  });

  it('are quarters and years in a long plan', () => {
    const long = draft([
      lane(
        'O1',
        ['2023-08-01', '2026-01-01', '2028-08-01'].map(planned => milestone(planned, { planned })),
      ),
    ]);
    const labels = laidOut(long).ticks.flatMap(tick =>
      tick.label === undefined ? [] : `${tick.label} ${tick.year ?? ''}`,
    );
    expect(labels).toContain('2026 ');
    expect(labels).toContain('Jul ');
    expect(labels).not.toContain('Jan ');
    expect(labels).not.toContain('Feb ');
  });

  it('name the year over weeks', () => {
    expect(laidOut(PLAN, { zoom: 'quarter' }).years.map(year => year.text)).toEqual(['2026']);
    expect(laidOut(PLAN, { zoom: { from: day('2025-10-06'), days: 60 } }).years).toEqual([
      { x: 0, text: '2025', tier: 'always' },
    ]);
  });

  it('name the year over months that stand too close for it, and in a narrow drawing', () => {
    // Fifteen months: “Feb 2025” has no room beside “Mar”.
    const days = ['2025-02-01', '2025-06-01', '2026-04-20'];
    const { ticks, years } = laidOut(
      draft([
        lane(
          'O1',
          days.map(planned => milestone(planned, { planned })),
        ),
      ]),
    );
    expect(ticks.filter(tick => tick.year !== undefined)).toEqual([]);
    expect(years.map(({ text, tier, until }) => [text, tier, until])).toEqual([['2025', 'always', undefined]]);
    // Eleven months have room for it in a wide drawing alone.
    const short = laidOut(PLAN);
    expect(short.ticks.flatMap(tick => (tick.year === undefined ? [] : [[tick.year, tick.yearTier]]))).toEqual([
      ['2025', 'wide'],
      ['2026', 'wide'],
    ]);
    expect(short.years.map(({ text, until }) => [text, until])).toEqual([['2025', 'wide']]);
  });
});

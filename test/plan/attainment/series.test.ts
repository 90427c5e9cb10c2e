import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attainment,
  expected,
  expectedValue,
  forecast,
  goalReached,
  isHold,
  latestMeasurement,
  measurementsAfterBaseline,
  type Point,
  reachedOn,
  type Series,
  seriesAsOf,
  trend,
} from '../../../plan/attainment/index.ts';
import { addDays, day, daysBetween } from '../../../plan/day.ts';

const at = (value: number, on?: string): Point => (on === undefined ? { value } : { value, day: day(on) });
const today = day('2026-02-10');

/** Hours per report: less is better. */
const reports: Series = {
  baseline: at(4, '2025-08-15'),
  goal: { value: 0.5, day: day('2026-04-01') },
  measurements: [at(3.2, '2025-11-20'), at(2.1, '2026-01-20')],
};
/** Share of active users: more is better. */
const adoption: Series = {
  baseline: at(8 / 25, '2025-10-01'),
  goal: { value: 20 / 25, day: day('2026-04-01') },
  measurements: [at(0.4, '2025-11-01'), at(16 / 25, '2026-02-01')],
};
/** Days to close the books, never measured since. */
const close: Series = { baseline: at(9, '2025-10-01'), goal: { value: 4, day: day('2026-06-30') }, measurements: [] };

describe('attainment', () => {
  it('is the share of the way from baseline to goal, whichever way the unit runs', () => {
    // (2.1 − 4) / (0.5 − 4) = 1.9 / 3.5
    expect(attainment(reports)).toBeCloseTo(0.542857, 6);
    // (0.64 − 0.32) / (0.80 − 0.32) = 0.32 / 0.48
    expect(attainment(adoption)).toBeCloseTo(0.666667, 6);
  });

  it('goes below 0 and above 1', () => {
    // (4.4 − 4) / (0.5 − 4) = 0.4 / −3.5
    expect(attainment({ ...reports, measurements: [at(4.4, '2025-12-01')] })).toBeCloseTo(-0.114286, 6);
    // (21 − 8) / (20 − 8) = 13 / 12
    expect(attainment({ ...adoption, measurements: [at(21 / 25, '2026-03-20')] })).toBeCloseTo(1.083333, 6);
  });

  it('is unknown without baseline, goal or a measurement after the baseline', () => {
    expect(attainment(close)).toBeUndefined();
    expect(attainment({ measurements: [at(5, '2026-01-01')] })).toBeUndefined();
    expect(attainment({ baseline: at(9), measurements: [at(5)] })).toBeUndefined();
    expect(attainment({ goal: { value: 4 }, measurements: [at(5)] })).toBeUndefined();
    expect(attainment({ ...close, measurements: [at(9, '2025-10-01'), at(12, '2025-09-01')] })).toBeUndefined();
  });

  it('takes the newest measurement wherever it is listed, the last listed of one day, and a dated one before an undated one', () => {
    const [first, second] = reports.measurements;
    if (!first || !second) throw new Error('two measurements');
    expect(attainment({ ...reports, measurements: [second, first] })).toBe(attainment(reports));
    expect(latestMeasurement({ ...reports, measurements: [second, at(1.8, '2026-01-20')] })?.value).toBe(1.8);
    expect(latestMeasurement({ ...reports, measurements: [first, at(1)] })).toBe(first);
    expect(latestMeasurement({ ...reports, measurements: [at(3), at(1)] })?.value).toBe(1);
  });

  it('counts what is later than the baseline, and everything if the baseline has no day', () => {
    const measurements = [at(5, '2025-08-14'), at(4, '2025-08-15'), at(3, '2025-08-16'), at(2)];
    expect(measurementsAfterBaseline({ ...reports, measurements }).map(point => point.value)).toEqual([3, 2]);
    expect(measurementsAfterBaseline({ baseline: at(4), measurements })).toHaveLength(4);
  });

  it('knows on a day what was measured by then', () => {
    expect(attainment(seriesAsOf(reports, day('2025-12-31')))).toBeCloseTo(0.8 / 3.5, 6);
    expect(seriesAsOf(reports, today)).toBe(reports);
  });

  it('is the same in every unit and does not know where nought is', () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, value, fc.integer({ min: 1, max: 100 }), value, (from, to, now, scale, shift) => {
        fc.pre(from !== to);
        const turn = (x: number) => x * scale + shift;
        const before = attainment({ baseline: at(from), goal: { value: to }, measurements: [at(now)] });
        const after = attainment({
          baseline: at(turn(from)),
          goal: { value: turn(to) },
          measurements: [at(turn(now))],
        });
        expect(after).toBeCloseTo(before ?? Number.NaN, 6);
        expect((before ?? 0) >= 1).toBe(to > from ? now >= to : now <= to);
      }),
    );
  });
});

describe('a hold', () => {
  const uptime: Series = {
    baseline: at(99.9, '2025-10-01'),
    goal: { value: 99.9, day: day('2026-04-01') },
    measurements: [at(99.95, '2025-12-01'), at(99.94, '2026-02-01')],
  };

  it('is 100 % while it is not crossed, and nothing once it is', () => {
    expect(isHold(uptime)).toBe(true);
    expect(attainment(uptime)).toBe(1);
    expect(attainment({ ...uptime, measurements: [at(99.9, '2026-02-01')] })).toBe(1);
    expect(attainment({ ...uptime, measurements: [at(99.8, '2026-02-01')] })).toBe(0);
    expect(attainment({ ...uptime, holdDirection: 'at most' })).toBe(0);
    expect(attainment({ ...uptime, holdDirection: 'at most', measurements: [at(99.8, '2026-02-01')] })).toBe(1);
    expect(attainment({ ...uptime, measurements: [] })).toBeUndefined();
  });

  it('is reached once it lasted to the end, not before', () => {
    expect(goalReached(uptime)).toBe(false);
    const lasted = { ...uptime, measurements: [...uptime.measurements, at(99.9, '2026-04-01')] };
    expect(goalReached(lasted)).toBe(true);
    expect(reachedOn(lasted)).toBe('2026-04-01');
  });

  it('is expected whole from the first day and forecasts nothing', () => {
    expect(expected(uptime, day('2025-11-01'))).toBe(1);
    expect(forecast(uptime)).toBeUndefined();
  });
});

describe('goalReached', () => {
  it('is true at the goal and beyond it', () => {
    expect(goalReached(reports)).toBe(false);
    expect(goalReached({ ...reports, measurements: [at(0.5, '2026-03-01')] })).toBe(true);
    expect(goalReached({ ...reports, measurements: [at(0.4, '2026-03-01')] })).toBe(true);
    expect(goalReached({ baseline: at(0), goal: { value: 0.3 }, measurements: [at(0.1 + 0.2)] })).toBe(true);
  });

  it('is false again after a relapse, and dates the reaching from the last time on', () => {
    const relapse = [at(0.5, '2026-01-01'), at(0.9, '2026-02-01')];
    expect(goalReached({ ...reports, measurements: relapse })).toBe(false);
    const again = { ...reports, measurements: [at(0.3, '2026-03-20'), ...relapse, at(0.5, '2026-03-10')] };
    expect(reachedOn(again)).toBe('2026-03-10');
    expect(reachedOn({ ...reports, measurements: relapse })).toBeUndefined();
  });
});

describe('expected', () => {
  it('runs evenly from the baseline to the goal date', () => {
    // 179 of 229 days; 132 of 182; 132 of 272
    expect(expected(reports, today)).toBeCloseTo(179 / 229, 9);
    expect(expected(adoption, today)).toBeCloseTo(132 / 182, 9);
    expect(expected(close, today)).toBeCloseTo(132 / 272, 9);
    expect([reports, adoption, close].map(series => Math.round((expected(series, today) ?? 0) * 100))).toEqual([
      78, 73, 49,
    ]);
  });

  it('stands for a value: 1.3 hours, 66.8 %, 6.6 days', () => {
    expect(expectedValue(reports, today)?.toFixed(1)).toBe('1.3');
    expect(((expectedValue(adoption, today) ?? 0) * 100).toFixed(1)).toBe('66.8');
    expect(expectedValue(close, today)?.toFixed(1)).toBe('6.6');
  });

  it('stays within 0 and 1, and is unknown without both days in order', () => {
    expect(expected(reports, day('2025-01-01'))).toBe(0);
    expect(expected(reports, day('2027-01-01'))).toBe(1);
    expect(expected({ ...reports, baseline: at(4) }, today)).toBeUndefined();
    expect(expected({ ...reports, goal: { value: 0.5 } }, today)).toBeUndefined();
    expect(expected({ ...reports, goal: { value: 0.5, day: day('2025-08-15') } }, today)).toBeUndefined();
  });

  it('never falls as days go by', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), fc.integer({ min: 0, max: 400 }), (start, more) => {
        const first = addDays(today, start);
        expect(expected(reports, addDays(first, more))).toBeGreaterThanOrEqual(expected(reports, first) ?? 2);
      }),
    );
  });
});

describe('forecast', () => {
  it('is where the line of least squares meets the goal, the day floored', () => {
    // Days 0, 97, 158; values 4, 3.2, 2.1. Means 85 and 3.1. Σ(x−x̄)(y−ȳ) = −85·0.9 + 12·0.1 − 73·1 = −148.3; Σ(x−x̄)² = 7225 + 144 + 5329 = 12698.
    const line = trend(reports);
    expect(line?.slope).toBeCloseTo(-148.3 / 12_698, 12);
    expect(line?.intercept).toBeCloseTo(3.1 + (85 * 148.3) / 12_698, 12);
    expect(forecast(reports)).toBe('2026-06-18');
    expect(forecast(adoption)).toBe('2026-04-03');
    expect(daysBetween(day('2026-04-01'), forecast(reports) ?? today)).toBe(78);
  });

  it('needs two dated points', () => {
    expect(forecast(close)).toBeUndefined();
    expect(forecast({ ...reports, measurements: [at(3)] })).toBeUndefined();
    expect(forecast({ ...reports, baseline: at(4), measurements: [at(3, '2025-11-01')] })).toBeUndefined();
    // Without the baseline's day, two measurements make a line: 1 h in 31 days, so 2.5 h more take 77.5.
    const undated = { ...reports, baseline: at(5), measurements: [at(4, '2025-10-01'), at(3, '2025-11-01')] };
    expect(forecast(undated)).toBe('2026-01-17');
  });

  it('hits a whole day exactly', () => {
    // 0.1 a day from 0 on 1 January: 0.6 on the seventh.
    const steady: Series = {
      baseline: at(0, '2026-01-01'),
      goal: { value: 0.6 },
      measurements: [at(0.1, '2026-01-02'), at(0.2, '2026-01-03'), at(0.3, '2026-01-04')],
    };
    expect(forecast(steady)).toBe('2026-01-07');
  });

  it('is none if the trend leads away, along, nowhere near, or was there already', () => {
    expect(forecast({ ...reports, measurements: [at(4.4, '2025-12-01')] })).toBeUndefined();
    expect(forecast({ ...reports, measurements: [at(4, '2025-12-01')] })).toBeUndefined();
    expect(forecast({ ...reports, measurements: [at(3.99, '2025-12-01')] })).toBeUndefined();
    expect(forecast({ ...reports, measurements: [at(0.5, '2025-12-01')] })).toBeUndefined();
    // Nearly there long ago, then a setback: the line is past the goal by the last measurement, which is not.
    const setback = [at(0.2, '2025-08-20'), at(0.2, '2025-08-21'), at(0.2, '2025-08-22'), at(0.6, '2025-08-30')];
    expect(forecast({ ...reports, measurements: setback })).toBeUndefined();
  });

  it('gives the line’s own day for points on a line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 51, max: 2000 }),
        fc.constantFrom(1, -1),
        (last, goal, way) => {
          const start = day('2025-08-15');
          const points = [1, 2, 3].map(n => ({ value: way * last * n, day: addDays(start, last * n) }));
          fc.pre(goal > last * 3);
          const series = { baseline: { value: 0, day: start }, goal: { value: way * goal }, measurements: points };
          expect(forecast(series)).toBe(addDays(start, goal));
        },
      ),
    );
  });
});

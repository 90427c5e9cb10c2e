import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { addDays, addMonths, day, daysBetween, formatFullDay, isDay, latestDay } from '../../plan/day.ts';

const days = fc
  .integer({ min: -719_528, max: 2_932_896 })
  .map(count => day(Temporal.PlainDate.from('1970-01-01').add({ days: count }).toString()));

it('counts days as the calendar does, over leap years and all of year 0 to 9999', () => {
  fc.assert(
    fc.property(days, days, (from, to) => {
      expect(daysBetween(from, to)).toBe(Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days);
    }),
  );
  expect(daysBetween(day('2026-01-15'), day('2026-02-10'))).toBe(26);
  expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(day('0000-01-01'), -3)).toBe('0000-01-01');
  expect(addDays(day('9999-12-31'), 1)).toBe('9999-12-31');
});

it.each(['2026-02-29', '2026-13-01', '2026-2-1', '20260201', '', '2026-02-01T00:00', '+002026-02-01'])(
  'knows that %j is no day',
  text => {
    expect(isDay(text)).toBe(false);
  },
);

it('stays within the years that can be written', () => {
  expect(addDays(day('9999-12-20'), 30)).toBe('9999-12-31');
  expect(addDays(day('0000-01-05'), -30)).toBe('0000-01-01');
  expect(addMonths(day('9999-11-30'), 3)).toBe('9999-12-31');
  expect(addDays(day('2026-01-01'), 1e12)).toBe('9999-12-31');
});

it('goes on by days as the calendar does', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (from, count) => {
      const expected = Temporal.PlainDate.from(from).add({ days: count });
      fc.pre(expected.year >= 0 && expected.year <= 9999);
      expect(addDays(from, count)).toBe(expected.toString());
    }),
    { numRuns: 500 },
  );
});

it('goes on by months as the calendar does', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1200, max: 1200 }), (from, months) => {
      const expected = Temporal.PlainDate.from(from).add({ months });
      fc.pre(expected.year >= 0 && expected.year <= 9999);
      expect(addMonths(from, months)).toBe(expected.toString());
    }),
    { numRuns: 500 },
  );
});

it('knows the days of every month, in leap years and in others', () => {
  for (const year of ['0000', '1900', '2000', '2023', '2024', '2100', '9999']) {
    for (let month = 0; month <= 13; month++) {
      for (let dayOfMonth = 0; dayOfMonth <= 32; dayOfMonth++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
        expect(isDay(text), text).toBe(isCalendars(text));
      }
    }
  }
});

function isCalendars(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }) !== undefined;
  } catch {
    return false;
  }
}

it('writes days as people do', () => {
  expect(formatFullDay(day('2026-03-01'))).toBe('1 Mar 2026');
});

it('finds the latest of the days that are known', () => {
  expect(latestDay([day('2026-01-15'), undefined, day('2026-03-01'), day('2025-12-31')])).toBe('2026-03-01');
  expect(latestDay([undefined])).toBeUndefined();
});

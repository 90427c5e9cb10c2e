import { describe, expect, it } from 'vitest';
import { day } from '../../plan/day.ts';
import {
  firstDayFrom,
  lastDayOfItsMonth,
  lastDayOfPeriod,
  leadingDay,
  nearestDay,
  readWrittenDay,
  toDay,
} from '../../plan/written-day.ts';

describe('readWrittenDay', () => {
  it.each([
    ['2026-02-01', ['2026-02-01']],
    ['2026-2-1', ['2026-02-01']],
    ['2026/2/1', ['2026-02-01']],
    ['2026.02.01', ['2026-02-01']],
    ['2026-02-01T00:00:00Z', ['2026-02-01']],
    ['2026-02-01 09:30', ['2026-02-01']],
    ['2026-02-01T00:00:00.000+01:00', ['2026-02-01']],
    ['20260201', ['2026-02-01']],
    ['1 Feb 2026', ['2026-02-01']],
    ['1st of February, 2026', ['2026-02-01']],
    ['1. Feb 2026', ['2026-02-01']],
    ['01-Feb-2026', ['2026-02-01']],
    ["1 Feb '26", ['2026-02-01']],
    ['Sunday, 1 February 2026', ['2026-02-01']],
    ['Feb 1, 2026', ['2026-02-01']],
    ['Sept. 30 2026', ['2026-09-30']],
    ['february 1st 2026', ['2026-02-01']],
    ['13/02/2026', ['2026-02-13']],
    ['02/13/2026', ['2026-02-13']],
    ['01/02/2026', ['2026-02-01', '2026-01-02']],
    ['1/2/26', ['2026-02-01', '2026-01-02']],
    ['02/02/2026', ['2026-02-02']],
    ['1.2.2026', ['2026-02-01']],
  ])('%s', (text, days) => {
    expect(readWrittenDay(text).map(toDay)).toEqual(days);
  });

  it.each([
    '',
    'TBD',
    'Feb',
    '2026',
    '202602',
    'Feb 2026',
    'Q1 2026',
    '1,250',
    '2026-02-01 or so',
    'Feb 1 and Feb 2',
    '3 Maybe',
    '1.2',
    '99',
    '4-5',
  ])('“%s” is no day', text => {
    expect(readWrittenDay(text)).toEqual([]);
  });

  it('keeps what is not in the calendar', () => {
    expect(readWrittenDay('2026-02-30').map(toDay)).toEqual([undefined]);
    expect(readWrittenDay('2026-13-01')[0]).toEqual({ year: 2026, month: 13, day: 1 });
    expect(lastDayOfItsMonth({ year: 2024, month: 2, day: 30 })).toBe('2024-02-29');
    expect(lastDayOfItsMonth({ year: 2026, month: 2, day: 12 })).toBeUndefined();
    expect(lastDayOfItsMonth({ year: 2026, month: 14, day: 31 })).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    for (const text of ['0000-00-00', '9999-99-99', '٣/٤/2026', '1 Feb 99999', 'Feb 1 '.repeat(1000)])
      expect(() => readWrittenDay(text)).not.toThrow();
  });
});

describe('leadingDay', () => {
  it.each([
    ['Mar 1 because API access is late', 5],
    ['1 March 2026, agreed with Sarah', 12],
    ['2026-03-01.', 10],
    ['Mar 15th (was Jan)', 8],
  ])('%s', (text, length) => {
    expect(leadingDay(text)?.length).toBe(length);
  });

  it.each(['March', 'Mar 100', 'Mar 1%', '12 months', 'May be late', '3 Marketing campaigns'])(
    '%s begins with none',
    text => {
      expect(leadingDay(text)?.readings.map(r => r.month)).toBeUndefined();
    },
  );
});

describe('a day without a year', () => {
  const [jan15] = readWrittenDay('Jan 15');
  const [leap] = readWrittenDay('29 Feb');

  it('is the nearest', () => {
    expect(jan15 && nearestDay(jan15, day('2026-02-01'))).toBe('2026-01-15');
    expect(jan15 && nearestDay(jan15, day('2025-09-01'))).toBe('2026-01-15');
    expect(leap && nearestDay(leap, day('2026-02-01'))).toBe('2024-02-29');
  });

  it('or the first from a day on', () => {
    expect(jan15 && firstDayFrom(jan15, day('2026-01-15'))).toBe('2026-01-15');
    expect(jan15 && firstDayFrom(jan15, day('2026-01-16'))).toBe('2027-01-15');
    expect(leap && firstDayFrom(leap, day('2026-02-01'))).toBe('2028-02-29');
  });
});

describe('lastDayOfPeriod', () => {
  it.each([
    ['Feb 2026', '2026-02-28'],
    ['end of March 2026', '2026-03-31'],
    ['Q2 2026', '2026-06-30'],
    ['2026 Q4', '2026-12-31'],
    ['2026-02', '2026-02-28'],
    ['2026', undefined],
    ['Q5 2026', undefined],
    ['2026-13', undefined],
    ['soon', undefined],
  ])('%s', (text, expected) => {
    expect(lastDayOfPeriod(text)).toBe(expected);
  });
});

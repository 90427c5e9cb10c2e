import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { fixedBy, told } from '../../support/told.ts';

const withMilestoneDay = (written: string) =>
  soundPlan().replace('target_date: "2026-03-31"', `target_date: ${written}`);
const withMeasuredDay = (written: string) =>
  soundPlan().replace('measured_on: "2025-11-03"', `measured_on: ${written}`);

describe('a day of a milestone', () => {
  it.each([
    ['2026-03-31', []],
    ["'2026-03-31'", []],
    ['"2026-02-30"', ['error invalid-date at "2026-02-30" » Change to 2026-02-28, the last day of that month']],
    ['30/02/2026', ['error invalid-date at 30/02/2026 » Change to 2026-02-28, the last day of that month']],
    ['2026-04-31', ['error invalid-date at 2026-04-31 » Change to 2026-04-30, the last day of that month']],
    ['2026-13-03', ['error invalid-date at 2026-13-03 » Change to 2026-03-13, day and month the other way round']],
    ['Mar 31', ['error invalid-date at Mar 31 » Change to 2026-03-31']],
    ['"Feb 12"', ['error invalid-date at "Feb 12" » Change to 2026-02-12']],
    ['31 Mar 2026', ['error invalid-date at 31 Mar 2026 » Change to 2026-03-31 (safe)']],
    ['March 31, 2026', ['error invalid-date at March 31, 2026 » Change to 2026-03-31 (safe)']],
    ['2026/3/31', ['error invalid-date at 2026/3/31 » Change to 2026-03-31 (safe)']],
    ['2026-3-31', ['error invalid-date at 2026-3-31 » Change to 2026-03-31 (safe)']],
    ['20260331', ['error invalid-date at 20260331 » Change to 2026-03-31 (safe)']],
    ['2026-03-31T00:00:00Z', ['error invalid-date at 2026-03-31T00:00:00Z » Change to 2026-03-31 (safe)']],
    [
      '"03/04/2026"',
      ['error invalid-date at "03/04/2026" » Change to 2026-04-03 (3 Apr 2026) » Change to 2026-03-04 (4 Mar 2026)'],
    ],
    ['2206-03-31x', ['error invalid-date at 2206-03-31x']],
    ['2026', ['error invalid-date at 2026']],
    ['Q1 2026', ['error invalid-date at Q1 2026 » Change to 2026-03-31, the last day of Q1 2026']],
    [
      'end of March 2026',
      ['error invalid-date at end of March 2026 » Change to 2026-03-31, the last day of March 2026'],
    ],
    ['H1 2026', ['error invalid-date at H1 2026 » Change to 2026-06-30, the last day of H1 2026']],
    ['Tuesday 31 March 2026', ['error invalid-date at Tuesday 31 March 2026 » Change to 2026-03-31 (safe)']],
    // A Tuesday, too.
    ['Fri, 31 March 2026', ['error invalid-date at Fri, 31 March 2026 » Change to 2026-03-31']],
    ['by 2026-03-31', ['error invalid-date at by 2026-03-31 » Change to 2026-03-31']],
    ['2026-03-31 (tentative)', ['error invalid-date at 2026-03-31 (tentative) » Change to 2026-03-31']],
    [
      '2026-03-24 to 2026-03-31',
      [
        'error invalid-date at 2026-03-24 to 2026-03-31 » Change to 2026-03-24 (24 Mar 2026) » Change to 2026-03-31 (31 Mar 2026)',
      ],
    ],
    ['after the migration', ['error invalid-date at after the migration']],
    ['true', ['error invalid-date at true']],
  ])('%s', (written, expected) => {
    expect(told(withMilestoneDay(written))).toEqual(expected);
  });
});

it('lets the rules that ask for a day speak of TBD', () => {
  expect(told(withMilestoneDay('TBD')).filter(line => line.includes('invalid-date'))).toEqual([]);
  expect(told(soundPlan().replace('actual_date: "2025-12-12"', 'actual_date: TBD'))).toEqual([
    'error invalid-date at TBD',
  ]);
  expect(told(withMilestoneDay('"2026-03-31"\n        actual_date: TBD'))).toEqual([
    'error invalid-date at TBD » Leave it empty until it is known',
  ]);
  // What somebody wrote is not thrown away.
  expect(told(withMilestoneDay('"2026-03-31"\n        actual_date: when the last depot has signed'))).toEqual([
    'error invalid-date at when the last depot has signed',
  ]);
});

it('takes a day that lies far off for a slip, and no fix-all for it', () => {
  const written = soundPlan().replace('measured_on: "2025-11-03"', 'measured_on: 3 Nov 2005');
  expect(told(written)).toEqual(['error invalid-date at 3 Nov 2005 » Change to 2005-11-03']);
});

it('takes a year for what was measured from the past', () => {
  expect(told(withMeasuredDay('Nov 3'))).toEqual(['error invalid-date at Nov 3 » Change to 2025-11-03']);
  expect(told(soundPlan().replace('renewal_date: "2026-10-01"', 'renewal_date: Oct 1'))).toEqual([
    'error invalid-date at Oct 1 » Change to 2026-10-01',
  ]);
});

it('keeps quotes, comments and flow style', () => {
  const plan = withMilestoneDay("'31 Mar 2026'   # agreed in the kick-off");
  expect(fixedBy('Change to 2026-03-31', plan)).toBe(withMilestoneDay("'2026-03-31'   # agreed in the kick-off"));
  const flow = soundPlan().replace(
    /agreement:\n(?: .*\n)+/,
    'agreement: { co_created: yes, shared_on: 27 Oct 2025, location: https://plans.northwind.example }\n',
  );
  expect(fixedBy('Change to 2025-10-27', flow)).toContain('{ co_created: yes, shared_on: 2025-10-27, location:');
});

it('replaces a text in a block and leaves the next line alone', () => {
  const plan = withMilestoneDay('>\n          31 Mar 2026');
  expect(told(plan)).toEqual(['error invalid-date at target_date » Change to 2026-03-31 (safe)']);
  expect(fixedBy('Change to 2026-03-31', plan)).toMatch(/target_date: 2026-03-31\n +status/);
});

it('offers nothing where the text stands elsewhere', () => {
  const plan = soundPlan()
    .replace('target_date: "2025-12-15"', 'target_date: &when 31 Mar 2026')
    .replace('target_date: "2026-03-31"', 'target_date: *when');
  expect(told(plan).filter(line => line.includes('*when'))).toEqual(['error invalid-date at *when']);
});

it.each([
  [
    '"03/04/2026"',
    '“03/04/2026” in target_date can be 3 Apr 2026 or 4 Mar 2026. Write the one that is meant as year-month-day.',
  ],
  [
    '2026-02-30',
    '“2026-02-30” in target_date is not in the calendar: that month has 28 days. Write the day that is meant.',
  ],
  [
    '2026-15-15',
    '“2026-15-15” in target_date is not in the calendar: there is no month 15. Write the day that is meant.',
  ],
  [
    'Mar 31',
    '“Mar 31” in target_date does not say which year. Write it with the year: 2026-03-31, if that is the one.',
  ],
  ['Mar 31 2026', '“Mar 31 2026” in target_date is not read as a day. Write it as 2026-03-31.'],
  [
    'Q1 2026',
    '“Q1 2026” in target_date names no single day. Write the last day on which it still counts, such as 2026-03-31.',
  ],
  ['soon', '“soon” in target_date is not a day. Write it as year-month-day, such as 2026-04-30.'],
])('%s', (written, message) => {
  expect(findingsOf(withMilestoneDay(written)).map(finding => finding.message)).toEqual([message]);
});

it('leaves a list in place of a day to the schema', () => {
  expect(told(withMeasuredDay('[2025-11-03]'))).toEqual(['error schema at [2025-11-03]']);
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'measurement-order';

const LAST = '      - { date: 2026-01-20, value: 9 minutes }\n';
const plan = (measurements: string, fields = '', before = '') =>
  overlaid(`${before}outcomes:\n  - id: O1\n${fields}    measurements:\n${measurements}`);
const found = (line: string, rest: string, severity = 'warning') => {
  const at = line.search(/"?20\d\d-\d\d-\d\d"?/);
  const length = /"?20\d\d-\d\d-\d\d"?/.exec(line)?.[0].length ?? 0;
  return `${line}\n${' '.repeat(at)}${'^'.repeat(length)} ${rule} (${severity}): ${rest}`;
};
const item = (date: string, value = '10 minutes', more = '') => `      - { date: ${date}, value: ${value}${more} }`;
const EARLY =
  'The value “10 minutes” of outcome O1, dated 20 Oct 2025, is from before the baseline of 3 Nov 2025, so progress does not count it. Correct the day, or begin from the earlier value.';

describe(rule, () => {
  it.each([
    ['before the baseline', plan(`${item('2025-10-20')}\n${LAST}`), found(item('2025-10-20'), EARLY)],
    [
      'quoted',
      plan(`      - date: "2025-10-20"\n        value: 10 minutes\n${LAST}`),
      found('      - date: "2025-10-20"', EARLY),
    ],
    [
      'two before the baseline are spoken of once',
      plan(`${item('2025-10-20')}\n${item('2025-10-21', '9 minutes')}\n${LAST}`),
      found(
        item('2025-10-20'),
        'The value “10 minutes” of outcome O1, dated 20 Oct 2025, and 1 more are from before the baseline of 3 Nov 2025, so progress does not count them. Correct the day, or begin from the earlier value.',
      ),
    ],
    [
      'three before the baseline have one cause',
      plan(`${item('2025-10-20')}\n${item('2025-10-21', '9 minutes')}\n${item('2025-10-22', '9.5 minutes')}\n${LAST}`),
      found(
        item('2025-10-20'),
        'The value “10 minutes” of outcome O1, dated 20 Oct 2025, and 2 more are from before the baseline of 3 Nov 2025, so progress does not count them. Correct the day, or begin from the earlier value.',
      ),
    ],
    [
      'in the future',
      plan(`${LAST}${item('2026-02-11')}\n`),
      found(
        item('2026-02-11'),
        'The value “10 minutes” of outcome O1 is dated 11 Feb 2026, and that day is still to come. Write the day on which it was measured.',
      ),
    ],
    [
      'two values of one day',
      plan(`${LAST}${item('2026-01-20')}\n`),
      found(
        item('2026-01-20'),
        'Outcome O1 has two values of 20 Jan 2026, “9 minutes” and “10 minutes”. Keep the right one, or give the other its own day.',
      ),
    ],
    [
      'one value twice',
      plan(`${LAST}${item('2026-01-20', '"9 minutes"')}\n`),
      found(
        item('2026-01-20', '"9 minutes"'),
        'Outcome O1 has two values of 20 Jan 2026, “9 minutes” and “9 minutes”. Take one of them out, or write its right day.',
      ),
    ],
    [
      'from two sources',
      plan(
        `${item('2026-01-20', '9 minutes', ', source: System log')}\n${item('2026-01-20', '10 minutes', ', source: Stopwatch')}\n`,
      ),
      found(
        item('2026-01-20', '10 minutes', ', source: Stopwatch'),
        'Outcome O1 has two values of 20 Jan 2026, “9 minutes” and “10 minutes”. Keep the right one, or give the other its own day.',
        'hint',
      ),
    ],
    ['newest first', plan(`${item('2026-02-02', '8 minutes')}\n${LAST}${item('2025-12-15')}\n`), ''],
    ['in no order', plan(`${LAST}${item('2025-12-15')}\n${item('2026-02-02', '8 minutes')}\n`), ''],
    ['on the day of the baseline', plan(`${item('2025-11-03', '12 minutes')}\n${LAST}`), ''],
    ['today', plan(`${LAST}${item('2026-02-10', '8 minutes')}\n`), ''],
    ['a day that is only planned', plan(`${LAST}${item('2026-04-20', 'TBD')}\n      - { date: 2026-05-20 }\n`), ''],
    ['a day that cannot be read', plan(`${LAST}${item('2026-02-30')}\n`), ''],
    [
      'no day of the baseline',
      plan(`${item('2025-10-20')}\n${LAST}`, '    baseline: { metric: Order entry time, current: 12 minutes }\n'),
      '',
    ],
    [
      'a baseline in the future is the mistake itself',
      plan(LAST, '    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2026-03-03 }\n'),
      '',
    ],
    [
      'a baseline after the goal too',
      plan(
        LAST,
        '    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2026-02-03 }\n    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-02-01 }\n',
      ),
      '',
    ],
    ['a plan that is archived', plan(`${LAST}${item('2026-02-11')}\n`, '', 'plan:\n  status: archived\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('looks at key results too', () => {
    const result = `    key_results:
      - id: KR1
        description: Four minutes in the north
        baseline: { metric: Entry time, current: 12 minutes, measured_on: 2025-11-03 }
        target: { metric: Entry time, goal: 4 minutes, target_date: 2026-06-30 }
        measurements: [{ date: 2025-10-20, value: 10 minutes }, { date: 2026-01-20, value: 9 minutes }]
`;
    const line =
      '        measurements: [{ date: 2025-10-20, value: 10 minutes }, { date: 2026-01-20, value: 9 minutes }]';
    expect(markedBy(rule, plan(LAST, result))).toBe(found(line, EARLY.replace('outcome O1', 'key result KR1')));
  });

  it.each([
    ['the baseline', `${item('2025-10-20')}\n${LAST}`, ['"2025-11-03"', 'The baseline was measured on 3 Nov 2025']],
    ['the other value', `${LAST}${item('2026-01-20')}\n`, ['2026-01-20', 'The other value of this day']],
  ])('points to %s', (_, measurements, expected) => {
    const text = plan(measurements);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([expected]);
  });
});

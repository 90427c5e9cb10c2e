import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'plan-beyond-scope';

const LONG = 'start_date: 2025-10-01, renewal_date: 2030-10-01';
const due = (date: string, plan = '', contract = LONG, more = '') =>
  overlaid(
    `plan:\n  version: "1.2"\n${plan}customer:\n  contract: { ${contract} }\noutcomes:\n  - id: O2\n    target: { metric: Share of wrong deliveries, goal: 3%, target_date: ${date} }\n${more}`,
  );
const found = (date: string, message: string) => {
  const line = `    target: { metric: Share of wrong deliveries, goal: 3%, target_date: ${date} }`;
  return `${line}\n${' '.repeat(line.indexOf(date))}${'^'.repeat(date.length)} ${rule} (info): ${message} Agree on a part of it that can be reached by then, or let the plan cover more.`;
};

describe(rule, () => {
  it.each([
    [
      'beyond six months',
      due('2026-08-11', '  scope: six_month\n'),
      found('2026-08-11', 'Outcome O2 is due on 11 Aug 2026, but the plan looks 6 months ahead, to 10 Aug 2026.'),
    ],
    [
      'beyond twelve months',
      due('2027-06-30', '  scope: "rolling_12_month"\n'),
      found('2027-06-30', 'Outcome O2 is due on 30 Jun 2027, but the plan looks 12 months ahead, to 10 Feb 2027.'),
    ],
    [
      'years away in a plan that names no scope and whose contract is shorter',
      due('2028-12-31', '', 'start_date: 2023-10-01, renewal_date: 2026-01-01'),
      found(
        '2028-12-31',
        'Outcome O2 is due on 31 Dec 2028, but a plan looks twelve months ahead unless it says otherwise.',
      ),
    ],
    [
      'behind the end of a contract that does not renew',
      due('2026-12-31', '  scope: contract_term\n', 'start_date: 2025-10-01, end_date: 2026-09-30'),
      found('2026-12-31', 'Outcome O2 is due on 31 Dec 2026, but the contract runs to 30 Sep 2026.'),
    ],
    [
      'the same without a scope',
      due('2026-12-31', '', 'start_date: 2025-10-01, end_date: 2026-09-30'),
      found('2026-12-31', 'Outcome O2 is due on 31 Dec 2026, but the contract runs to 30 Sep 2026.'),
    ],
    ['on the last day of six months', due('2026-08-10', '  scope: six_month\n'), ''],
    ['within the default', due('2027-02-01'), ''],
    ['a little beyond a scope that nobody wrote', due('2027-06-30'), ''],
    ['within a long contract', due('2028-12-31'), ''],
    ['within the contract as agreed', due('2028-12-31', '  scope: contract_term\n'), ''],
    [
      'behind the renewal, which another rule says',
      due('2027-12-31', '  scope: six_month\n', 'start_date: 2025-10-01, renewal_date: 2026-10-01'),
      '',
    ],
    [
      'a contract that is over',
      due('2026-12-31', '  scope: contract_term\n', 'start_date: 2024-10-01, end_date: 2026-01-31'),
      '',
    ],
    ['a scope that is none', due('2027-12-31', '  scope: two_years\n'), ''],
    ['a plan that begins later', due('2027-01-31', '  scope: six_month\n  created: 2026-09-01\n'), ''],
    ['an outcome put off', due('2027-12-31', '  scope: six_month\n', LONG, '    status: deferred\n'), ''],
    ['an achieved outcome', due('2027-12-31', '  scope: six_month\n', LONG, '    status: achieved\n'), ''],
    ['a day that cannot be read', due('end of 2028', '  scope: six_month\n'), ''],
    ['before the sale', due('2028-12-31', '  scope: six_month\n  stage: pre_sale\n'), ''],
    ['a completed plan', due('2028-12-31', '  scope: six_month\n  status: completed\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to what says how far the plan looks', () => {
    const text = due('2026-12-31', '  scope: six_month   # as agreed\n');
    const related = findingsOf(text).find(finding => finding.rule === rule)?.related;
    expect(related?.map(one => [text.slice(one.start, one.end), one.message])).toEqual([
      ['six_month', 'The plan covers 6 months'],
    ]);
  });
});

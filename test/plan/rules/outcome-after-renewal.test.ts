import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'outcome-after-renewal';

/** The renewal of the sound plan is on 1 October 2026. */
const due = (date: string, more = '', sections = '') =>
  overlaid(
    `${sections}outcomes:\n  - id: O2\n    target: { metric: Share of wrong deliveries, goal: 3%, target_date: ${date} }\n${more}`,
  );
const line = (date: string) => `    target: { metric: Share of wrong deliveries, goal: 3%, target_date: ${date} }`;
const found = (text: string, marks: string, message: string, severity = 'warning') =>
  `${text}\n${' '.repeat(text.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message}`;
const LATE =
  'Outcome O2 is due on 31 Dec 2026, 91 days after the contract renews, so it has no result to show when the customer decides. Bring it forward, or agree on a part that can be shown before 1 Oct 2026.';
const contract = (dates: string) => `customer:\n  contract: { ${dates} }\n`;
const O3 = (status: string) =>
  `  - id: O3\n    target: { metric: Median answer time, goal: 1 hour, target_date: 2026-03-20 }\n    status: ${status}\n`;

describe(rule, () => {
  it.each([
    ['an outcome due after the renewal', due('2026-12-31'), found(line('2026-12-31'), '2026-12-31', LATE)],
    [
      'the day after',
      due('"2026-10-02"'),
      found(
        line('"2026-10-02"'),
        '"2026-10-02"',
        'Outcome O2 is due on 2 Oct 2026, 1 day after the contract renews, so it has no result to show when the customer decides. Bring it forward, or agree on a part that can be shown before 1 Oct 2026.',
      ),
    ],
    [
      'the last key result',
      overlaid(
        'outcomes:\n  - id: O2\n    key_results:\n      - { id: KR1, target: { metric: Wrong addresses, goal: 1%, target_date: 2026-06-30 } }\n      - { id: KR2, target: { metric: Wrong amounts, goal: 1%, target_date: 2026-12-31 } }\n',
        ['outcomes.O2.target'],
      ),
      found(
        '      - { id: KR2, target: { metric: Wrong amounts, goal: 1%, target_date: 2026-12-31 } }',
        '2026-12-31',
        LATE,
      ),
    ],
    [
      'shortly before the renewal, where another one is achieved, it is only pointed out',
      due('2026-12-31', O3('achieved'), contract('start_date: 2025-04-01, renewal_date: 2026-03-31')),
      expect.stringContaining(`${rule} (info): Outcome O2 is due on 31 Dec 2026, 275 days after the contract renews`),
    ],
    [
      'shortly before the renewal, with nothing to show',
      due('2026-12-31', '', contract('start_date: 2025-04-01, renewal_date: 2026-03-31')),
      expect.stringContaining(`${rule} (warning): Outcome O2 is due on 31 Dec 2026, 275 days after`),
    ],
    [
      'a plan made shortly before the renewal for the term to come',
      due(
        '2026-12-31',
        '',
        `plan:\n  created: 2026-02-03\n${contract('start_date: 2025-04-01, renewal_date: 2026-03-31')}`,
      ),
      expect.stringContaining(`${rule} (info): Outcome O2 is due on 31 Dec 2026, 275 days after`),
    ],
    ['on the day of the renewal', due('2026-10-01'), ''],
    ['put off', due('2026-12-31', '    status: deferred\n'), ''],
    ['missed', due('2026-12-31', '    status: missed\n'), ''],
    ['achieved', due('2026-12-31', '    status: achieved\n'), ''],
    ['reached ahead of time', due('2026-12-31', '    measurements: [{ date: 2026-01-20, value: 2.9% }]\n'), ''],
    ['a renewal that is over', due('2026-12-31', '', contract('start_date: 2024-10-01, renewal_date: 2026-02-01')), ''],
    ['no renewal date', due('2026-12-31', '', contract('start_date: 2025-10-01')), ''],
    ['a renewal that cannot be read', due('2026-12-31', '', contract('renewal_date: next autumn')), ''],
    [
      'a contract whose days contradict each other',
      due('2026-12-31', '', contract('start_date: 2026-10-01, renewal_date: 2026-10-01')),
      '',
    ],
    ['a target date that cannot be read', due('2026-13-31'), ''],
    ['before the sale', due('2026-12-31', '', 'plan:\n  stage: pre_sale\n'), ''],
    ['a completed plan', due('2026-12-31', '', 'plan:\n  status: completed\n'), ''],
    ['an archived plan', due('2026-12-31', '', 'plan:\n  status: archived\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toEqual(expected);
  });

  it('points to the renewal', () => {
    const text = due('2026-12-31');
    const related = findingsOf(text).find(finding => finding.rule === rule)?.related;
    expect(related?.map(one => [text.slice(one.start, one.end), one.message])).toEqual([
      ['"2026-10-01"', 'The contract renews on 1 Oct 2026'],
    ]);
  });
});

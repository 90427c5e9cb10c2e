import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'outcome-unmeasured';

const plan = (fields: string, before = '') =>
  overlaid(
    `${before}outcomes:\n  - id: O1\n${fields}`,
    fields.includes('    measurements:') ? [] : ['outcomes.O1.measurements'],
  );
const measured = (...days: string[]) =>
  `    measurements: [${days.map(day => `{ date: ${day}, value: 9 minutes }`).join(', ')}]\n`;
const review = (...entries: string[]) =>
  `review_history:\n${entries.map(entry => `  - { ${entry}, attendees: [Dana Ruiz, Priya Shah], summary: Form is live, decisions: [Train first], plan_changes: none }\n`).join('')}`;
const found = (rest: string, line = '  - id: O1', mark = 'O1') =>
  `${line}\n${' '.repeat(line.indexOf(mark))}${'^'.repeat(mark.length)} ${rule} (info): ${rest} Measure “Order entry time” again, so that the next review sees whether it moves.`;
const NEVER = found(
  'Outcome O1 was not measured again since its baseline of 3 Nov 2025, and the review of 20 Jan 2026 had no value.',
);
const since = (day: string) =>
  found(`Outcome O1 was last measured on ${day}, and the review of 20 Jan 2026 had no newer value.`);
const baseline = (day: string) =>
  `    baseline: { metric: Order entry time, current: 12 minutes, measured_on: ${day} }\n`;
const STEPS = (status: string) =>
  `    milestones:\n      - { name: Form connected, target_date: 2026-03-31, status: ${status}, owner: Ken Abe }\n      - { name: Four minutes confirmed, target_date: 2026-06-30, status: pending, owner: Dana Ruiz, kind: validation }\n`;

describe(rule, () => {
  it.each([
    ['never', plan('    status: in_progress\n'), NEVER],
    ['never, and said to be at risk', plan('    status: at_risk\n'), NEVER],
    ['an empty list', plan('    measurements: []\n'), NEVER],
    ['a value that is still to come', plan('    measurements: [{ date: 2026-01-20, value: TBD }]\n'), NEVER],
    ['a value of the future', plan(measured('2026-03-20')), NEVER],
    ['long before the review', plan(measured('2025-11-20', '2025-12-05')), since('5 Dec 2025')],
    ['called achieved while milestones are open', plan('    status: achieved\n'), NEVER],
    ['begun by its milestones', plan(`    status: not_started\n${STEPS('in_progress')}`), NEVER],
    [
      'no review, and the baseline is older than the rhythm',
      plan('    status: in_progress\n', 'review_history: []\n'),
      found('Outcome O1 was not measured again since its baseline of 3 Nov 2025.'),
    ],
    [
      'no review for long, nor a value',
      plan(`${baseline('2025-06-02')}${measured('2025-09-02')}`, review('date: 2025-09-03, type: qbr')),
      found('Outcome O1 was last measured on 2 Sep 2025.'),
    ],
    ['a few weeks before the review', plan(measured('2025-12-06')), ''],
    ['on the day of the review', plan(measured('2026-01-20')), ''],
    ['after the review', plan(measured('2026-02-02')), ''],
    ['the baseline itself is new', plan(baseline('2026-01-05')), ''],
    [
      'a check-in and a kickoff ask for no value',
      plan(measured('2025-12-15'), review('date: 2025-10-27, type: kickoff', 'date: 2026-02-02, type: check_in')),
      '',
    ],
    [
      'a year between reviews',
      plan('    status: in_progress\n', `plan:\n  review_cadence: annual\n${review('date: 2025-11-20, type: qbr')}`),
      '',
    ],
    ['not started', plan(`    status: not_started\n${STEPS('pending')}`), ''],
    ['achieved and done', plan(`    status: achieved\n${STEPS('complete').replaceAll('pending', 'complete')}`), ''],
    ['confirmed by the customer', plan('    status: achieved\n    acknowledged_on: 2026-02-02\n'), ''],
    ['deferred', plan('    status: deferred\n'), ''],
    ['a status that cannot be read', plan('    status: in progress\n'), ''],
    ['judged by word', plan('    kind: qualitative\n    acceptance: [Clerks say so]\n'), ''],
    ['no baseline', plan('    baseline: { metric: Order entry time, current: TBD }\n'), ''],
    ['no goal', plan('    target: { metric: Order entry time, target_date: 2026-06-30 }\n'), ''],
    ['no day of the baseline', plan('    baseline: { metric: Order entry time, current: 12 minutes }\n'), ''],
    ['a value without a day', plan('    measurements: [{ value: 9 minutes }]\n'), ''],
    ['a day that cannot be read', plan('    measurements: [{ date: Jan 2026, value: 9 minutes }]\n'), ''],
    ['words in place of values', plan('    measurements: see the dashboard\n'), ''],
    ['overdue', plan('    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-01-30 }\n'), ''],
    ['before the sale', plan('    status: in_progress\n', 'plan:\n  stage: pre_sale\n'), ''],
    ['a goal card', plan('    status: in_progress\n', 'plan:\n  format: goal_card\n'), ''],
    ['a draft', plan('    status: in_progress\n', 'plan:\n  status: draft\n'), ''],
    ['a plan that is completed', plan('    status: in_progress\n', 'plan:\n  status: completed\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('counts what was measured of key results', () => {
    const result = (measurements: string) =>
      `    key_results: [{ id: KR1, description: Faster, baseline: { metric: Entry, current: 12 minutes, measured_on: 2025-11-03 }, target: { metric: Entry, goal: 4 minutes, target_date: 2026-06-30 }${measurements} }]\n`;
    expect(markedBy(rule, plan(result('')))).toBe(NEVER);
    expect(markedBy(rule, plan(result(', measurements: [{ date: 2026-01-20, value: 9 minutes }]')))).toBe('');
  });

  it('points to the last review, and lets a team set how old a value may be', () => {
    const text = plan(measured('2025-12-05'));
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['"2026-01-20"', 'The last review was on 20 Jan 2026'],
    ]);
    const settings = new Map([[rule, { options: { toleranceDays: 60 } }]]);
    expect(findingsOf(text, '2026-02-10', settings).filter(one => one.rule === rule)).toEqual([]);
  });
});

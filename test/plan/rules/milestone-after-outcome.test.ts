import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'milestone-after-outcome';

const plan = (milestones: string, { due = '2026-06-30', status = 'in_progress', before = '' } = {}) =>
  wholePlan(`${before}outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    target: { metric: Order entry time, goal: 4 minutes, target_date: ${due} }
    status: ${status}
    milestones:
${milestones}`);
const step = (fields: string, name = 'Depots trained') => `      - { name: ${name}, owner: Ken Abe, ${fields} }\n`;
const late = step('target_date: 2026-07-15, status: pending');
const found = (fields: string, rest: string, severity = 'warning') => {
  const line = step(fields).trimEnd();
  return `${line}\n${' '.repeat(line.indexOf('2026'))}^^^^^^^^^^ ${rule} (${severity}): Milestone “Depots trained” of O1 is due on ${rest}`;
};
const FORWARD = 'Bring it forward, or agree on a later day for the outcome.';

describe(rule, () => {
  it.each([
    ['before', plan(step('target_date: 2026-05-29')), ''],
    ['on the day', plan(step('target_date: 2026-06-30')), ''],
    [
      'one day after',
      plan(step('target_date: 2026-07-01')),
      found(
        'target_date: 2026-07-01',
        `1 Jul 2026, 1 day after the outcome itself, which is due on 30 Jun 2026. ${FORWARD}`,
      ),
    ],
    [
      'two weeks after',
      plan(late),
      found(
        'target_date: 2026-07-15, status: pending',
        `15 Jul 2026, 15 days after the outcome itself, which is due on 30 Jun 2026. ${FORWARD}`,
      ),
    ],
    [
      'the confirmation may come when the figures are in',
      plan(step('target_date: 2026-07-15, kind: validation')),
      found(
        'target_date: 2026-07-15, kind: validation',
        `15 Jul 2026, 15 days after the outcome itself, which is due on 30 Jun 2026. ${FORWARD}`,
        'hint',
      ),
    ],
    [
      'done or skipped',
      plan(
        step('target_date: 2026-07-15, status: skipped') +
          step('target_date: 2026-07-15, actual_date: 2026-01-12, status: complete'),
      ),
      '',
    ],
    ['the outcome has no day', plan(late, { due: 'null' }), ''],
    ['the outcome’s day cannot be read', plan(late, { due: 'mid-year' }), ''],
    ['the milestone’s day cannot be read', plan(step('target_date: July')), ''],
    ['the outcome is overdue itself', plan(late, { due: '2026-01-30' }), ''],
    ['the outcome is achieved', plan(late, { status: 'achieved' }), ''],
    ['the outcome is deferred', plan(late, { status: 'deferred' }), ''],
    ['a plan that is completed', plan(late, { before: 'plan:\n  status: completed\n' }), ''],
    ['at the top level, of no outcome', `${plan('')}milestones:\n  - { name: Fair, target_date: 2026-09-01 }\n`, ''],
    [
      'at the top level',
      `${plan('').replace('milestones:\n', '')}milestones:\n  - { name: Fair, outcome: O1, target_date: 2026-09-01 }\n`,
      `  - { name: Fair, outcome: O1, target_date: 2026-09-01 }\n${' '.repeat(44)}^^^^^^^^^^ ${rule} (warning): Milestone “Fair” of O1 is due on 1 Sep 2026, 63 days after the outcome itself, which is due on 30 Jun 2026. ${FORWARD}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('takes the last day of the key results where the outcome has none', () => {
    const results =
      'key_results:\n      - { id: KR1, target: { goal: 4 minutes, target_date: 2026-05-31 } }\n      - { id: KR2, target: { goal: 5%, target_date: 2026-06-30 } }';
    const text = plan(late).replace(/target: \{ metric.*/, results);
    expect(markedBy(rule, text)).toContain('15 days after the outcome itself, which is due on 30 Jun 2026.');
  });

  it('points to the outcome’s target date', () => {
    const text = plan(late);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['2026-06-30', 'Outcome O1 is due on 30 Jun 2026'],
    ]);
  });

  const [forward, later] = [
    'Move the milestone to 30 Jun 2026, when the outcome is due',
    'Move the outcome to 15 Jul 2026, when the milestone is due',
  ];

  it('offers to move either', () => {
    expect(titles(rule, plan(late))).toEqual([forward, later]);
  });

  it('offers no outcome after the renewal', () => {
    const before = 'customer:\n  company: Northwind Traders\n  contract: { renewal_date: 2026-07-01 }\n';
    expect(titles(rule, plan(late, { before }))).toEqual([forward]);
  });

  it('does not bring a milestone before an earlier one that is late too', () => {
    const text = plan(step('target_date: 2026-07-08', 'Depots equipped') + late);
    expect(titles(rule, text)).toEqual([forward, later.replace('15', '8'), later]);
  });

  it.each([
    [
      'flow style',
      late,
      forward,
      '      - { name: Depots trained, owner: Ken Abe, target_date: 2026-06-30, status: pending }',
    ],
    [
      'block style',
      '      - name: Depots trained\n        owner: Ken Abe\n        target_date: "2026-07-15"   # after the fair\n',
      forward,
      '        target_date: "2026-06-30"   # after the fair',
    ],
    ['the outcome', late, later, '    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-07-15 }'],
  ])('repairs %s', (_, milestones, title, expected) => {
    const text = plan(milestones);
    expect(newLines(text, repaired(rule, text, title))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'stakeholder-disengaged-owner';

const people = (ken: string) => `stakeholders:
  customer:
    - { name: Dana Ruiz, type: executive_sponsor, engagement: active, priorities: [Growth] }
    - { name: Ken Abe, role: Depot Manager, ${ken} }
  vendor:
    - { name: Priya Shah, type: primary_owner }
`;
const plan = (fields: string, { ken = 'engagement: low', status = 'in_progress' } = {}) =>
  wholePlan(`${people(ken)}outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    status: ${status}
    milestones:
      - { name: Depots trained, ${fields} }
`);
const soon = 'target_date: 2026-02-27, status: pending, owner: Ken Abe';
const found = (text: string, message: string) => {
  const line = text.split('\n').find(one => /owner: .*Ken/.test(one)) ?? '';
  return `${line}\n${' '.repeat(line.lastIndexOf('Ken Abe'))}${'^'.repeat(7)} ${rule} (info): ${message}`;
};
const LOW =
  'and belongs to Ken Abe, who takes little part in this plan. Talk to Ken Abe now, or agree on somebody who can help.';

describe(rule, () => {
  it.each([
    ['a milestone', plan(soon), `Milestone “Depots trained” of O1 is due on 27 Feb 2026 ${LOW}`],
    [
      'somebody disengaged',
      plan(soon, { ken: 'engagement: disengaged' }),
      `Milestone “Depots trained” of O1 is due on 27 Feb 2026 ${LOW.replace('takes little part', 'no longer takes part')}`,
    ],
    [
      'due today',
      plan(soon.replace('02-27', '02-10')),
      `Milestone “Depots trained” of O1 is due on 10 Feb 2026 ${LOW}`,
    ],
    [
      'due in thirty days',
      plan(soon.replace('02-27', '03-12')),
      `Milestone “Depots trained” of O1 is due on 12 Mar 2026 ${LOW}`,
    ],
    [
      'an action',
      plan('owner: Dana Ruiz, actions: [{ description: Book rooms, due_date: 2026-02-20, owner: Ken Abe }]'),
      `The action “Book rooms” is due on 20 Feb 2026 ${LOW}`,
    ],
    [
      'a decision step',
      wholePlan(
        `${people('engagement: low')}outcomes: []\ndecision:\n  steps:\n    - { name: Contract read, target_date: 2026-02-27, owner: Ken Abe }\n`,
      ),
      `Decision step “Contract read” is due on 27 Feb 2026 ${LOW}`,
    ],
    [
      'an outcome',
      wholePlan(
        `${people('engagement: low')}outcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n    target: { goal: 4 minutes, target_date: 2026-02-27 }\n    owner: Ken Abe\n`,
      ),
      `Outcome O1 is due on 27 Feb 2026 ${LOW}`,
    ],
  ])('finds %s', (_, text, message) => {
    expect(markedBy(rule, text)).toBe(found(text, message));
  });

  it('tells of an outcome once, where its milestone belongs to the same person', () => {
    const text = wholePlan(
      `${people('engagement: low')}outcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n    target: { goal: 4 minutes, target_date: 2026-02-27 }\n    owner: Ken Abe\n    milestones:\n      - { name: Four minutes confirmed, target_date: 2026-02-27, status: pending, owner: Ken Abe }\n`,
    );
    expect(findingsOf(text).flatMap(one => (one.rule === rule ? [one.message.slice(0, 48)] : []))).toEqual([
      'Milestone “Four minutes confirmed” of O1 is due ',
    ]);
  });

  it('points to the engagement', () => {
    const text = plan(soon);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['low', 'Ken Abe’s engagement is low'],
    ]);
  });

  it('looks as far ahead as a team wants', () => {
    const options = (days: number) => new Map([[rule, { options: { days } }]]);
    const count = (days: number) =>
      findingsOf(plan(soon), undefined, options(days)).filter(one => one.rule === rule).length;
    expect([count(16), count(17), count(-5), count(1e12), count(Number.NaN)]).toEqual([0, 1, 0, 1, 0]);
  });

  it.each([
    ['due later', plan(soon.replace('02-27', '03-13'))],
    ['overdue, which is said already', plan(soon.replace('02-27', '02-09'))],
    ['without a date', plan('owner: Ken Abe')],
    ['of somebody who takes part', plan(soon, { ken: 'engagement: moderate' })],
    ['of somebody of whom it is not said', plan(soon, { ken: 'type: champion' })],
    [
      'of somebody who has left, which is said already',
      plan(soon, { ken: 'engagement: disengaged, until: 2026-01-31' }),
    ],
    ['shared with somebody who takes part', plan(soon.replace('Ken Abe', '[Ken Abe, Dana Ruiz]'))],
    ['done', plan(soon.replace('pending', 'complete'))],
    ['of an outcome that is deferred', plan(soon, { status: 'deferred' })],
    ['with a status that cannot be read', plan(soon.replace('pending', 'ongoing'))],
    ['with a date that cannot be read', plan(soon.replace('2026-02-27', 'soon'))],
    ['with an engagement that cannot be read', plan(soon, { ken: 'engagement: lowish' })],
    [
      'of a plan that is completed',
      wholePlan(`plan:\n  status: completed\n${people('engagement: low')}milestones:\n  - { name: Fair, ${soon} }\n`),
    ],
  ])('is silent about work %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });
});

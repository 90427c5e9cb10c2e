import { describe, expect, it } from 'vitest';
import { soundPlan, wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'executive-sponsor-silent';

const sides = (dana: string, more = '') =>
  `stakeholders:\n  customer:\n    - { name: Dana Ruiz, role: VP Operations, type: executive_sponsor${dana} }\n    - { name: Ken Abe }\n${more}  vendor:\n    - { name: Priya Shah, type: primary_owner }\n`;
const log = (...attendees: string[]) =>
  `review_history:\n${attendees.map((who, i) => `  - { date: 2025-${10 + i}-15, type: qbr, attendees: [${who}], summary: Went well }\n`).join('')}`;
const FULL = ', priorities: [Growth]';
const plan = (dana: string, reviews = '', more = '') => wholePlan(`${sides(dana, more)}${reviews}`);
const AWAY = log('Dana Ruiz, Ken Abe', 'Ken Abe, Priya Shah', 'Ken Abe, Priya Shah');
const found = (text: string, marks: string, message: string, severity = 'info') => {
  const line = text.split('\n').find(one => one.includes('name: Dana Ruiz')) ?? '';
  return `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message}`;
};
const DISENGAGED =
  'Dana Ruiz, the executive sponsor, is disengaged, so nobody speaks for this plan higher up. Find out what changed, or agree on another sponsor.';
const MISSED =
  'Dana Ruiz, the executive sponsor, came to neither of the last two reviews, on 15 Nov 2025 and 15 Dec 2025. Arrange a talk before the next one.';
const UNKNOWN =
  'Nothing says what Dana Ruiz, the executive sponsor, wants from this plan. Ask, and write the priorities down beside the name.';

describe(rule, () => {
  it.each([
    ['disengaged', plan(`${FULL}, engagement: disengaged`), 'disengaged', DISENGAGED],
    ['disengaged and away, once', plan(', engagement: disengaged', AWAY), 'disengaged', DISENGAGED],
    ['away from the last two reviews', plan(FULL, AWAY), 'Dana Ruiz', MISSED],
    [
      'away, in any order of the log',
      plan(
        FULL,
        log('Ken Abe').replace('10-15', '12-15') +
          log('x', 'Ken Abe', 'Dana Ruiz')
            .replace('review_history:\n', '')
            .replace('attendees: [x], ', '')
            .replace('2025-12-15', '2025-09-15'),
      ),
      'Dana Ruiz',
      MISSED,
    ],
    ['away since the beginning', plan(`${FULL}, since: 2025-11-15`, AWAY), 'Dana Ruiz', MISSED],
  ])('finds a sponsor %s', (_, text, marks, message) => {
    expect(markedBy(rule, text)).toBe(found(text, marks, message));
  });

  it.each([
    ['none', plan('')],
    ['an empty list', plan(', priorities: []')],
    ['a placeholder', plan(', priorities: [TBD]')],
    [
      'priorities of others',
      wholePlan(
        `customer:\n  company: Northwind Traders\n  priorities:\n    - { id: P1, name: Growth, sponsor: Ken Abe }\n${sides('')}`,
      ),
    ],
  ])('hints at priorities that are not written down: %s', (_, text) => {
    expect(markedBy(rule, text)).toBe(found(text, 'Dana Ruiz', UNKNOWN, 'hint'));
  });

  it('points to the lists of who came', () => {
    const text = plan(FULL, AWAY);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['attendees', 'Who came on 15 Nov 2025'],
      ['attendees', 'Who came on 15 Dec 2025'],
    ]);
  });

  it.each([
    ['the sound plan', soundPlan()],
    ['came once', plan(FULL, log('Ken Abe', 'Dana Ruiz', 'Ken Abe'))],
    ['came under a short name', plan(FULL, log('Ken Abe', 'Ken Abe', 'D. Ruiz'))],
    [
      'came as a role',
      plan(FULL, log('Ken Abe', 'Ken Abe', 'VP Operations')) +
        plan(FULL, log('Ken Abe', 'Ken Abe', 'executive_sponsor')).replace(/^/, '---\n'),
    ],
    ['may have come with the team', plan(FULL, log('Ken Abe', 'Ken Abe', 'Northwind leadership team'))],
    ['only one review', plan(FULL, log('Ken Abe'))],
    ['nobody wrote down who came', plan(FULL, log('Ken Abe', '', ''))],
    ['only check-ins', plan(FULL, AWAY.replaceAll('qbr', 'check_in'))],
    ['newer than the reviews', plan(`${FULL}, since: 2025-12-01`, AWAY)],
    ['has left', plan(', until: 2026-01-31', AWAY)],
    ['starts later', plan(', since: 2026-03-01', AWAY)],
    ['has no name yet', plan('').replace('name: Dana Ruiz', 'name: TBD')],
    [
      'another sponsor came',
      plan(
        FULL,
        log('Ken Abe', 'Ken Abe', 'Li Wei'),
        '    - { name: Li Wei, type: executive_sponsor, priorities: [Calm] }\n',
      ),
    ],
    [
      'signed since',
      wholePlan(
        `agreement:\n  sign_offs:\n    - { person: Dana Ruiz, scope: plan, status: signed, signed_on: 2025-12-01 }\n${sides(FULL)}${AWAY}`,
      ),
    ],
    ['is low, which is not gone', plan(`${FULL}, engagement: low`)],
    ['priorities as one text', plan(', priorities: Growth')],
    [
      'sponsor of a priority',
      wholePlan(
        `customer:\n  company: Northwind Traders\n  priorities:\n    - { id: P1, name: Growth, sponsor: dana ruiz }\n${sides('')}`,
      ),
    ],
    ['a sponsor at the vendor', plan(FULL).replace('primary_owner', 'executive_sponsor')],
    ['away before the sale', wholePlan(`plan:\n  status: active\n  stage: pre_sale\n${sides(FULL)}${AWAY}`)],
    ['a goal card', wholePlan(`plan:\n  status: active\n  format: goal_card\n${sides('')}`)],
    ['a plan that is archived', wholePlan(`plan:\n  status: archived\n${sides('')}`)],
  ])('is silent: %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });
});

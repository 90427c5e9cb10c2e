import { describe, expect, it } from 'vitest';
import { soundPlan, wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'executive-sponsor-missing';

const sides = (people: readonly string[]) =>
  `stakeholders:\n  customer:\n${people.map(person => `    - { ${person} }\n`).join('')}  vendor:\n    - { name: Priya Shah, type: primary_owner }\n`;
const plan = (...people: string[]) => wholePlan(sides(people));
const status = (fields: string, ...people: string[]) => wholePlan(`plan:\n${fields}${sides(people)}`);
const found = (message: string, severity = 'warning') => `  customer:\n  ^^^^^^^^ ${rule} (${severity}): ${message}`;
const NOBODY =
  'Nobody at Northwind Traders is named as the executive sponsor, who speaks for this plan when money and people are shared out. Ask who that is, and mark the person.';
const MARK = 'Mark the person who speaks for this plan when money and people are shared out.';

describe(rule, () => {
  it.each([
    [
      'nobody has that part',
      plan('name: Dana Ruiz, role: Buyer, type: economic_buyer', 'name: Ken Abe, type: champion'),
      found(NOBODY),
    ],
    [
      'nobody has any part',
      plan('name: Dana Ruiz, role: VP Operations', 'name: Ken Abe, role: Assistant to the CEO'),
      found(NOBODY),
    ],
    ['the part is empty', plan('name: Dana Ruiz, type:', 'name: Ken Abe, type: TBD'), found(NOBODY)],
    ['the vendor has one', plan('name: Ken Abe').replace('primary_owner', 'executive_sponsor'), found(NOBODY)],
    [
      'the sponsor has left',
      plan('name: Dana Ruiz, type: executive_sponsor, until: 2026-01-31', 'name: Ken Abe'),
      found(
        'Dana Ruiz, the executive sponsor at Northwind Traders, left on 31 Jan 2026, and nobody has taken that part over. Agree on who does, and mark that person.',
      ),
    ],
    [
      'the sponsor has left to a successor who is not marked',
      plan('name: Dana Ruiz, type: executive_sponsor, until: 2026-01-31, successor: Ken Abe', 'name: Ken Abe'),
      found(
        'Dana Ruiz, the executive sponsor at Northwind Traders, left on 31 Jan 2026, and Ken Abe, who took over, is not marked as the new one. Mark them, or ask who speaks for this plan now.',
      ),
    ],
    [
      'the sponsor has left to somebody who has left too',
      plan(
        'name: Dana Ruiz, type: executive_sponsor, until: 2026-01-20, successor: Ken Abe',
        'name: Ken Abe, until: 2026-01-31',
        'name: Mia Holm',
      ),
      found(
        'Dana Ruiz, the executive sponsor at Northwind Traders, left on 20 Jan 2026, and nobody has taken that part over. Agree on who does, and mark that person.',
      ),
    ],
    [
      'a role says so',
      plan('name: Dana Ruiz, role: Executive Sponsor', 'name: Ken Abe'),
      found(
        `Nobody at Northwind Traders is marked as the executive sponsor, though Dana Ruiz is “Executive Sponsor” there. ${MARK}`,
        'info',
      ),
    ],
    [
      'somebody without a part leads the company',
      plan('name: Ken Abe', 'name: Dana Ruiz, role: Chief Operating Officer'),
      found(
        `Nobody at Northwind Traders is marked as the executive sponsor, though Dana Ruiz is “Chief Operating Officer” there. ${MARK}`,
      ),
    ],
    [
      'before the sale the buyer decides',
      status('  status: active\n  stage: pre_sale\n', 'name: Dana Ruiz, type: economic_buyer'),
      found(NOBODY.replace('Northwind Traders', 'the customer'), 'info'),
    ],
  ])('finds that %s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('marks the name that is still to come, and a list in one line', () => {
    const text = plan('name: TBD, type: executive_sponsor', 'name: Ken Abe');
    expect(markedBy(rule, text)).toBe(
      `    - { name: TBD, type: executive_sponsor }\n              ^^^ ${rule} (warning): The executive sponsor at Northwind Traders has no name yet (“TBD”). Ask who will speak for this plan there, and write the name down.`,
    );
    expect(markedBy(rule, wholePlan('stakeholders: { customer: [{ name: Ken Abe }], vendor: [] }\n'))).toContain(
      `                ^^^^^^^^ ${rule} (warning)`,
    );
  });

  it('points to the day on which the sponsor left', () => {
    const text = plan('name: Dana Ruiz, type: executive_sponsor, until: 2026-01-31', 'name: Ken Abe');
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['2026-01-31', 'Dana Ruiz left on 31 Jan 2026'],
    ]);
  });

  it.each([
    ['the sound plan', soundPlan()],
    ['one who leaves later', plan('name: Dana Ruiz, type: executive_sponsor, until: 2026-06-30')],
    [
      'one of two still there',
      plan('name: Dana Ruiz, type: executive_sponsor, until: 2026-01-31', 'name: Ken Abe, type: executive_sponsor'),
    ],
    ['one whose last day cannot be read', plan('name: Dana Ruiz, type: executive_sponsor, until: spring')],
    ['no contact at all', wholePlan('stakeholders:\n  customer: []\n  vendor:\n    - { name: Priya Shah }\n')],
    ['no customer side', wholePlan('stakeholders:\n  vendor:\n    - { name: Priya Shah }\n')],
    ['contacts who have all left, or are to be named', plan('name: Ken Abe, until: 2026-01-31', 'name: TBD')],
    ['no stakeholders', soundPlan(['stakeholders'])],
    ['a misspelt part', plan('name: Dana Ruiz, type: exec_sponsor', 'name: Ken Abe')],
    ['several parts in a list', plan('name: Dana Ruiz, type: [executive_sponsor, champion]', 'name: Ken Abe')],
    ['a sponsor whose name is missing', plan('type: executive_sponsor, role: COO', 'name: Ken Abe')],
    ['a name where the list should be', wholePlan('stakeholders:\n  customer: Ken Abe\n')],
    ['a goal card', status('  status: active\n  format: goal_card\n', 'name: Ken Abe')],
    ['a draft', status('  status: draft\n', 'name: Ken Abe')],
    ['a plan that is completed', status('  status: completed\n', 'name: Ken Abe')],
    ['a plan that cannot be read whole', plan('name: Ken Abe').replace('owner: Priya Shah', 'owner: "Priya Shah')],
  ])('is silent about %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });

  it('offers the likeliest: the successor, senior roles, nobody who is needed elsewhere, or stays away', () => {
    const mark = (name: string, role: string) => `Mark ${name}, ${role}, as the executive sponsor`;
    expect(
      titles(
        rule,
        plan(
          'name: Ken Abe, role: Depot Manager, priorities: [Growth]',
          'name: Li Wei, role: Head of IT, type: technical_contact, priorities: [Growth]',
          'name: Ana Sol, role: Director Sales, type: champion, priorities: [Growth]',
          'name: Luis Ortega, role: VP Service, engagement: disengaged, priorities: [Growth]',
          'name: Dana Ruiz, role: VP Operations, type: economic_buyer, priorities: [Growth]',
          'name: Omar Farouk, role: Clerk, type: end_user_lead',
          'name: Eve Lang, role: VP Service',
        ),
      ),
    ).toEqual([mark('Dana Ruiz', 'VP Operations'), mark('Eve Lang', 'VP Service'), mark('Ana Sol', 'Director Sales')]);
    expect(
      titles(
        rule,
        plan(
          'name: Dana Ruiz, type: executive_sponsor, until: 2026-01-31, successor: Ken Abe, priorities: [Growth]',
          'name: Li Wei, role: VP Finance, priorities: [Growth]',
          'name: Ken Abe, type: day_to_day_contact, priorities: [Growth]',
        ).replace('attendees: [', 'attendees: [Li Wei, '),
      ),
    ).toEqual(['Mark Ken Abe as the executive sponsor', mark('Li Wei', 'VP Finance')]);
  });

  it('offers nobody who stays away from reviews', () => {
    const reviews = ['2025-10-15', '2025-12-15']
      .map(date => `  - { date: ${date}, attendees: [Ken Abe, Priya Shah], summary: Went well }\n`)
      .join('');
    const text = wholePlan(
      `${sides(['name: Dana Ruiz, role: VP Operations, priorities: [Growth]', 'name: Ken Abe, priorities: [Growth]'])}review_history:\n${reviews}`,
    );
    expect(titles(rule, text)).toEqual(['Mark Ken Abe as the executive sponsor']);
  });

  it.each([
    [
      'flow style',
      plan('name: Dana Ruiz, role: VP Operations, priorities: [Growth]'),
      'role: VP Operations, type: executive_sponsor, priorities',
    ],
    [
      'another part',
      plan('name: Dana Ruiz, role: VP Operations, type: "champion", priorities: [Growth]'),
      'type: "executive_sponsor", priorities',
    ],
    [
      'an empty value',
      plan('name: Dana Ruiz, role: VP Operations, type: , priorities: [Growth]'),
      'type: executive_sponsor , priorities',
    ],
    [
      'block style',
      wholePlan(
        'stakeholders:\n  customer:\n    - name: "Dana Ruiz"\n      role: "VP Operations"   # since May\n      priorities: ["Growth"]\n    - name: "Ken Abe"\n',
      ),
      '      type: executive_sponsor',
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text, 'Mark Dana Ruiz, VP Operations, as the executive sponsor'))).toContain(
      expected,
    );
  });
});

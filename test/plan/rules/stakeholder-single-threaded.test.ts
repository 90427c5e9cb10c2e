import { describe, expect, it } from 'vitest';
import { soundPlan, wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'stakeholder-single-threaded';

const people = (customer: string, before = '') =>
  wholePlan(
    `${before}stakeholders:\n  customer:\n${customer}  vendor:\n    - { name: Priya Shah, type: primary_owner }\n`,
  );
const ken = (fields = '') => `    - { name: Ken Abe${fields} }\n`;
const dana = (fields = '') => `    - { name: Dana Ruiz${fields} }\n`;
const at = (line: string, key: string, message: string) =>
  `${line}\n${' '.repeat(line.indexOf(key))}${'^'.repeat(key.length)} ${rule} (warning): ${message}`;
const ONLY =
  'Dana Ruiz is the only contact at Northwind Traders: without that person nobody there knows this plan. Name a second one.';
const NOBODY =
  'Nobody at Northwind Traders is named in this plan. Name at least two people there, such as who decides and who runs the work.';

describe(rule, () => {
  it.each([
    ['two', people(dana() + ken()), ''],
    ['one', people(dana()), at('  customer:', 'customer', ONLY)],
    [
      'two, of whom one has left',
      people(dana() + ken(', until: 2026-01-31')),
      at(
        '  customer:',
        'customer',
        'Dana Ruiz is the only contact at Northwind Traders (Ken Abe left on 31 Jan 2026): without that person nobody there knows this plan. Name a second one.',
      ),
    ],
    ['the last day is still there', people(dana() + ken(', until: 2026-02-10')), ''],
    ['leaving soon', people(dana() + ken(', until: 2026-03-31')), ''],
    ['a day that cannot be read is invalid-date’s', people(dana() + ken(', until: last year')), ''],
    ['disengaged people are there', people(dana() + ken(', engagement: disengaged')), ''],
    [
      'the same person twice is one',
      people(`${dana()}    - { name: "dana  ruiz" }\n`),
      at('  customer:', 'customer', ONLY),
    ],
    ['a placeholder is nobody', people(`${dana()}    - { name: TBD }\n`), at('  customer:', 'customer', ONLY)],
    ['an empty list', people('    []\n'), at('  customer:', 'customer', NOBODY)],
    [
      'no customer side',
      wholePlan('stakeholders:\n  vendor:\n    - { name: Priya Shah }\n'),
      at('stakeholders:', 'stakeholders', NOBODY),
    ],
    ['no section', soundPlan(['stakeholders']), at('plan:', 'plan', NOBODY)],
    ['a plan that is archived', people(dana(), 'plan:\n  status: archived\n'), ''],
    ['a file that cannot be read whole', people(`${dana()}    - { name: "Ken Abe }\n`), ''],
    ['a plan that has nothing yet', 'plan:\n  status: draft\ncustomer:\n  company: Northwind Traders\n', ''],
    [
      'a customer without a name',
      'plan:\n  status: active\nstakeholders:\n  customer: []\n',
      at(
        '  customer: []',
        'customer',
        'Nobody at the customer is named in this plan. Name at least two people there, such as who decides and who runs the work.',
      ),
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to who is there and who has left', () => {
    const text = people(dana() + ken(', until: 2026-01-31'));
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['Dana Ruiz', 'Dana Ruiz is the only one still there'],
      ['Ken Abe', 'Ken Abe left on 31 Jan 2026'],
    ]);
  });

  /** The work of the sound plan with the customer's people taken from the list. */
  const list = (customer: string, more = '') =>
    wholePlan(`stakeholders:\n${customer}  vendor:\n    - { name: Priya Shah, type: primary_owner }\n${more}`);
  const KEN = 'Add Ken Abe, who owns “All depots trained”, to the customer side';

  it.each([
    ['block', list('  customer:\n    - name: "Dana Ruiz"\n'), '    - name: "Ken Abe"'],
    ['items in braces', list(`  customer:\n${dana()}`), '    - { name: Ken Abe }'],
    [
      'in brackets',
      list('  customer: [{ name: Dana Ruiz }]\n'),
      '  customer: [{ name: Dana Ruiz }, { name: Ken Abe }]',
    ],
  ])('adds whom the work names: %s', (_, text, expected) => {
    expect(titles(rule, text)).toEqual([KEN]);
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('offers nobody where no contact is there: who speaks for the plan must be asked first', () => {
    expect(titles(rule, list('  customer: []\n'))).toEqual([]);
    expect(titles(rule, list(''))).toEqual([]);
    expect(titles(rule, list('  customer: [{ name: Tom Reed, until: 2026-01-31 }]\n'))).toEqual([]);
    expect(titles(rule, soundPlan(['stakeholders']))).toEqual([]);
  });

  it('takes the role that stands behind a name', () => {
    const text = list(
      '  customer:\n    - name: Dana Ruiz\n      role: VP Operations\n',
      `risks:\n  - id: R1\n    description: Busy until March\n    impact: low\n    likelihood: low\n    mitigation: Weekly slot\n    status: open\n    owner: Mei Lin (Data Lead)\n    reviewed_on: 2026-01-20\n`,
    );
    expect(titles(rule, text)).toEqual([KEN, 'Add Mei Lin, who owns risk R1, to the customer side']);
    expect(newLines(text, repaired(rule, text, titles(rule, text)[1]))).toBe(
      '    - name: Mei Lin\n      role: Data Lead\n    owner: Mei Lin',
    );
  });

  it.each([
    ['the vendor’s', 'Tom Brown (Customer Success Manager)'],
    ['a team', 'Depot team'],
    ['a placeholder', 'TBD'],
    ['a slip of a known name', 'Dana Riuz'],
    ['a first name that is known', 'Dana'],
    ['one word', 'Kenichi'],
    ['several in one', 'Ken Abe & Mei Lin'],
  ])('offers nobody who is not clearly somebody else: %s', (_, name) => {
    expect(titles(rule, list(`  customer:\n${dana()}`).replaceAll('Ken Abe', `"${name}"`))).toEqual([]);
  });

  it('offers nobody whom only the vendor’s places name', () => {
    const text = list(`  customer:\n${dana()}`)
      .replaceAll('Ken Abe', 'Dana Ruiz')
      .replace('owner: Priya Shah\n  co', 'owner: Tom Brown\n  co');
    expect(text).toContain('owner: Tom Brown');
    expect(titles(rule, text)).toEqual([]);
  });
});

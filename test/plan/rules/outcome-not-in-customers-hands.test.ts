import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'outcome-not-in-customers-hands';

const PEOPLE = `stakeholders:
  customer:
    - { name: Dana Ruiz, role: VP Operations, type: executive_sponsor, engagement: active, priorities: [Fewer wrong deliveries] }
    - { name: Ken Abe, role: Depot Manager, type: day_to_day_contact, engagement: active }
  vendor:
    - { name: Priya Shah, role: Customer Success Manager, type: primary_owner }
    - { name: Jonas Weber, role: Solutions Engineer, type: technical_resource }
  partner:
    - { name: Rui Lopes, role: Consultant }
`;
const step = (owner: string, more = '', name = 'Depots trained') =>
  `      - { name: ${name}, target_date: 2026-03-31, status: pending, owner: ${owner}${more} }\n`;
const plan = (steps: string, fields = '', before = '') =>
  overlaid(`${before}${PEOPLE}outcomes:\n  - id: O1\n${fields}    milestones:\n${steps}`);
const found = (names: string, count = 2, company = 'Northwind Traders') =>
  `  - id: O1\n        ^^ ${rule} (warning): All ${count} milestones of outcome O1 are the vendor’s (${names}). Give at least one of them to somebody at ${company}, such as Ken Abe, or the customer will only watch.`;
const both = step('Priya Shah') + step('Jonas Weber', ', kind: validation', 'Four minutes confirmed');

describe(rule, () => {
  it.each([
    ['two of the vendor’s', plan(both), found('Priya Shah and Jonas Weber')],
    ['in other letters', plan(step('priya  shah') + step('PRIYA SHAH')), found('priya  shah and PRIYA SHAH')],
    [
      'several owners of one side',
      plan(step('[Priya Shah, Jonas Weber]') + step('"Priya Shah"')),
      found('Priya Shah and Jonas Weber'),
    ],
    [
      'a skipped one counts for nothing',
      plan(both + step('Ken Abe', ', x-note: dropped').replace('pending', 'skipped')),
      found('Priya Shah and Jonas Weber'),
    ],
    [
      'participants of the vendor',
      plan(step('Priya Shah', ', participants: [Jonas Weber]') + step('Priya Shah')),
      found('Priya Shah'),
    ],
    [
      'at the top level',
      `${overlaid(`${PEOPLE}outcomes:\n  - id: O1\n    milestones: []\n`)}milestones:\n${both.replaceAll('      - {', '  - { outcome: O1,')}`,
      found('Priya Shah and Jonas Weber'),
    ],
    ['one is the customer’s', plan(both + step('Dana Ruiz')), ''],
    ['one is shared', plan(step('Priya Shah') + step('[Priya Shah, Ken Abe]')), ''],
    ['one is the partner’s', plan(both + step('Rui Lopes')), ''],
    ['one has no owner', plan(both + step('TBD')), ''],
    ['somebody is unknown', plan(both + step('Depot team')), ''],
    ['only one milestone', plan(step('Priya Shah')), ''],
    ['the customer takes part', plan(both + step('Priya Shah', ', participants: [Ken Abe]')), ''],
    [
      'the customer has an action',
      plan(both + step('Priya Shah', ', actions: [{ description: Book rooms, owner: Ken Abe }]')),
      '',
    ],
    ['achieved', plan(both, '    status: achieved\n'), ''],
    ['deferred', plan(both, '    status: deferred\n'), ''],
    ['before the sale', plan(both, '', 'plan:\n  stage: pre_sale\n'), ''],
    ['a plan that is completed', plan(both, '', 'plan:\n  status: completed\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('is but a hint where the outcome itself is the customer’s', () => {
    const text = plan(both, '    owner: Dana Ruiz\n');
    expect(markedBy(rule, text)).toBe(
      `  - id: O1\n        ^^ ${rule} (hint): All 2 milestones of outcome O1 are the vendor’s (Priya Shah and Jonas Weber). It is Dana Ruiz’s outcome: let one step be theirs too, at least the word that the goal is reached.`,
    );
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['Dana Ruiz', 'The outcome itself is in the hands of Dana Ruiz'],
    ]);
  });

  it('leaves a plan in which nothing is the customer’s to the rule about that', () => {
    const review =
      'review_history:\n  - { date: 2026-01-20, type: qbr, attendees: [Priya Shah], summary: Form is live }\n';
    const all = (owner: string) =>
      `plan:\n  status: active\n${owner}${PEOPLE}outcomes:\n  - id: O1\n    milestones:\n${both}${review}`;
    expect(markedBy(rule, all(''))).toBe('');
    expect(markedBy(rule, all('  co_owner: Dana Ruiz\n'))).toBe(found('Priya Shah and Jonas Weber', 2, 'the customer'));
  });

  it.each([
    ['is not known yet', 'Ken Abe', 'TBD'],
    ['has left', 'type: day_to_day_contact', 'type: day_to_day_contact, until: 2026-01-31'],
  ])('names nobody who %s', (_, from, to) => {
    const text = plan(both);
    expect(text).toContain(from);
    const message = markedBy(rule, text.replace(from, to));
    expect(message).toContain('such as Dana Ruiz, or the customer will only watch.');
  });

  it('names three at most', () => {
    const vendors = ['Ada Lind', 'Ben Ode', 'Cy Park']
      .map(name => `    - { name: ${name}, role: Engineer, type: support }\n`)
      .join('');
    const text = plan(['Priya Shah', 'Ada Lind', 'Ben Ode', 'Cy Park'].map(name => step(name)).join('')).replace(
      '  partner:',
      `${vendors}  partner:`,
    );
    expect(markedBy(rule, text)).toBe(found('Priya Shah, Ada Lind, Ben Ode and 1 more', 4));
  });
});

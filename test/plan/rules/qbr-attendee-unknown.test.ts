import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'qbr-attendee-unknown';

const agenda = (customer: string, vendor = 'csm') =>
  `qbr:\n  attendees:\n    customer: [${customer}]\n    vendor: [${vendor}]\n  agenda:\n    - topic: Progress of the plan\n    - topic: Next steps\n`;
const found = (line: string, marks: string, said: string, severity = 'warning') =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): “${marks}” ${said}`;
const atCustomer = (name: string, said: string, severity = 'warning') =>
  found(
    `    customer: [${name}]`,
    name,
    `is no part that people have in a plan, so it is not clear who is to come. ${said}`,
    severity,
  );
const NAME_ONE = 'Write one of executive_sponsor, day_to_day_contact or technical_contact, or the name of the person.';

describe(rule, () => {
  it.each([
    [
      'a slip of the pen',
      agenda('executive_sponser'),
      atCustomer('executive_sponser', 'Did you mean executive_sponsor?'),
    ],
    ['a hyphen', agenda('technical-contact'), atCustomer('technical-contact', 'Did you mean technical_contact?')],
    ['one word', agenda('champoin'), atCustomer('champoin', 'Did you mean champion?')],
    [
      'capitals and a slip',
      agenda('Executive Sponser'),
      atCustomer('Executive Sponser', 'Did you mean executive_sponsor?'),
    ],
    [
      'capitals are a hint',
      agenda('Executive Sponsor'),
      atCustomer('Executive Sponsor', 'Did you mean executive_sponsor?', 'hint'),
    ],
    [
      'a part that is spelt out is a hint',
      agenda('', 'customer_success_manager'),
      found(
        '    vendor: [customer_success_manager]',
        'customer_success_manager',
        'is no part that people have in a plan, so it is not clear who is to come. Did you mean csm?',
        'hint',
      ),
    ],
    ['a part that nobody knows', agenda('zoo_keeper'), atCustomer('zoo_keeper', NAME_ONE)],
    ['a title in one word is less sure', agenda('cfo'), atCustomer('cfo', NAME_ONE, 'info')],
    [
      'the vendor’s list, in lines',
      'qbr:\n  attendees:\n    vendor:\n      - acount_executive\n  agenda:\n    - topic: Progress\n    - topic: Next steps\n',
      found(
        '      - acount_executive',
        'acount_executive',
        'is no part that people have in a plan, so it is not clear who is to come. Did you mean account_executive?',
      ),
    ],
    [
      'a part of the other side',
      agenda('champion', 'csm, day_to_day_contact'),
      found(
        '    vendor: [csm, day_to_day_contact]',
        'day_to_day_contact',
        'is a part on the customer’s side, but stands among those who come from the vendor. Move it to the other list, or name who is meant.',
        'info',
      ),
    ],
    ['the template', readFileSync(new URL('../../fixtures/template.qbr.yaml', import.meta.url), 'utf8'), ''],
    [
      'all parts',
      agenda(
        'executive_sponsor, day_to_day_contact, technical_contact, champion, economic_buyer, end_user_lead, legal, procurement, security',
        'csm, CSM, primary_owner, technical_resource, account_executive, executive_sponsor, implementation_lead, support, legal, security',
      ),
      '',
    ],
    ['names', agenda('Ken Abe, Dana, "O’Neil, Mary", Ömer, dana ruiz', 'Priya Shah'), ''],
    ['addresses', agenda('ken.abe@northwind.example', 'priya.shah'), ''],
    ['somebody to be told', agenda('TBD, "?"'), ''],
    ['no list', agenda('', ''), ''],
    ['a text in place of the list', 'qbr:\n  attendees:\n    customer: zoo_keeper\n  agenda: []\n', ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it.each([
    ['in brackets', agenda('executive_sponser, Ken Abe'), '    customer: [executive_sponsor, Ken Abe]'],
    ['in quotes', agenda('"technical contact"'), '    customer: ["technical_contact"]'],
    [
      'in lines',
      'qbr:\n  attendees:\n    vendor:\n      - acount_executive   # for the renewal\n  agenda:\n    - topic: Progress\n    - topic: Next steps\n',
      '      - account_executive   # for the renewal',
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('offers nothing for what is like no part, nor where the text stands elsewhere', () => {
    expect(titles(rule, agenda('zoo_keeper'))).toEqual([]);
    const borrowed = `x-who: &who [executive_sponser]\n${agenda('').replace('customer: []', 'customer: *who')}`;
    expect(markedBy(rule, borrowed)).toContain('Did you mean executive_sponsor?');
    expect(titles(rule, borrowed)).toEqual([]);
  });
});

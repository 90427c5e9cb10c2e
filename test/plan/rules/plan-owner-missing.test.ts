import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'plan-owner-missing';

const found = (line: string, marks: string, message: string, severity = 'warning') =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message} Name the person whom Northwind Traders should call first.`;
/** The sound plan with these people on the vendor's side, and no owner unless given. */
const vendor = (people: string, plan = '', more = '') =>
  overlaid(`${plan && `plan:\n${plan}`}stakeholders:\n${people}${more}`, ['plan.owner']);
const one = (fields: string) => `  vendor:\n    - name: Priya Shah\n${fields}`;
const ROLE = '      role: Customer Success Manager\n';
const PRIYA = 'Priya Shah is on your side, but nobody is said to answer for this plan.';
const without = (fields: string) => overlaid('', ['plan.owner']).replace(/ {2}vendor:[\s\S]*?\n\n/, fields);

describe(rule, () => {
  it.each([
    ['nobody of that type', vendor(one(ROLE)), found('  vendor:', 'vendor', PRIYA)],
    ['another type', vendor(one('      type: support\n')), found('  vendor:', 'vendor', PRIYA)],
    ['an empty type', vendor(one('      type:\n')), found('  vendor:', 'vendor', PRIYA)],
    ['an empty owner', vendor(one(ROLE), '  owner:\n'), found('  owner:', 'owner', PRIYA)],
    [
      'a placeholder for an owner',
      vendor(one(ROLE), '  owner: "TBD"\n'),
      found('  owner: "TBD"', '"TBD"', '“TBD” is nobody who could answer for this plan.'),
    ],
    [
      'several people in flow style',
      vendor('  vendor: [{ name: Priya Shah }, { name: Jonas Weber, type: technical_resource }]\n'),
      found(
        '  vendor: [{ name: Priya Shah }, { name: Jonas Weber, type: technical_resource }]',
        'vendor',
        'Priya Shah and Jonas Weber are on your side, but nobody is said to answer for this plan.',
      ),
    ],
    [
      'nobody on the vendor’s side',
      without(''),
      found('stakeholders:', 'stakeholders', 'Nobody on your side answers for this plan.'),
    ],
    [
      'an empty list',
      without('  vendor: []\n'),
      found('  vendor: []', 'vendor', 'Nobody on your side answers for this plan.'),
    ],
    [
      'an owner who left, and whose work is done',
      vendor(one('      type: primary_owner\n      until: 2026-01-31\n')).replaceAll(
        'owner: Priya Shah',
        'owner: Ken Abe',
      ),
      found('  vendor:', 'vendor', 'Nobody on your side answers for this plan since Priya Shah left on 31 Jan 2026.'),
    ],
    [
      'before the sale an account executive may lead',
      vendor(one('      type: account_executive\n'), '  stage: pre_sale\n'),
      found('  vendor:', 'vendor', PRIYA, 'info'),
    ],
    ['a primary owner', vendor(one('      type: "primary_owner"\n')), ''],
    ['the owner in the plan section', vendor(one(ROLE), '  owner: Priya Shah\n'), ''],
    ['an owner whom nobody knows, which another rule says', vendor(one(ROLE), '  owner: Pria Shah\n'), ''],
    ['an owner who still has open work', vendor(one('      type: primary_owner\n      until: 2026-01-31\n')), ''],
    ['an owner who will leave', vendor(one('      type: primary_owner\n      until: 2026-12-31\n')), ''],
    ['a type of the team’s own', vendor(one('      type: csm\n')), ''],
    ['a reseller who leads', vendor(one(ROLE), '', '  partner:\n    - { name: Lena Vogt, type: primary_owner }\n'), ''],
    ['a name in place of a list', vendor('  vendor: Priya Shah\n'), ''],
    ['names in place of people', vendor('  vendor: [Priya Shah]\n'), ''],
    ['a list of owners, which has the wrong shape', vendor(one(ROLE), '  owner: [Priya Shah]\n'), ''],
    ['a draft', vendor(one(ROLE), '  status: draft\n'), ''],
    ['a completed plan', vendor(one(ROLE), '  status: completed\n'), ''],
    ['no plan section', vendor(one(ROLE)).replace(/^plan:[\s\S]*?\n\n/, ''), ''],
    ['nothing in it yet', 'plan:\n  status: active\ncustomer:\n  company: Northwind Traders\n', ''],
    ['a file that cannot be read whole', vendor(one(ROLE)).replace('company: N', 'company: "N'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('marks the plan section where no people are listed', () => {
    const text =
      'plan:\n  status: active\noutcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n';
    expect(markedBy(rule, text)).toBe(
      `plan:\n^^^^ ${rule} (warning): Nobody on your side answers for this plan. Name the person whom the customer should call first.`,
    );
    expect(titles(rule, text)).toEqual([]);
  });

  it('offers those who are still there, the customer success manager first', () => {
    const people = [
      '{ name: Tom Brown, type: technical_resource, engagement: disengaged }',
      '{ name: Jonas Weber, role: Solutions Engineer, type: technical_resource }',
      '{ name: Amara Okafor, until: 2026-01-31 }',
      '{ name: TBD }',
      '{ name: Priya Shah, role: Senior Customer Success Manager }',
      '{ name: Lee Chan, role: Support }',
    ];
    const text = vendor(`  vendor:\n${people.map(person => `    - ${person}\n`).join('')}`);
    expect(titles(rule, text)).toEqual([
      'Make Priya Shah the primary owner',
      'Set the plan’s owner to Jonas Weber',
      'Make Lee Chan the primary owner',
    ]);
    expect(titles(rule, vendor('  vendor: [{ name: TBD }]\n'))).toEqual([]);
  });

  it.each([
    [
      'a person without a type',
      vendor(one('      role: "Customer Success Manager"   # until June\n')),
      '      type: primary_owner',
    ],
    ['an empty type', vendor(one('      type:   # which?\n')), '      type: primary_owner   # which?'],
    [
      'a person in braces',
      vendor('  vendor: [{ name: Priya Shah, engagement: active }]\n'),
      '  vendor: [{ name: Priya Shah, type: primary_owner, engagement: active }]',
    ],
    ['a person who has another part', vendor(one("      type: 'support'\n")), '  owner: Priya Shah'],
    ['an empty owner', vendor(one(ROLE), '  owner:\n'), '  owner: Priya Shah'],
    ['a placeholder', vendor(one(ROLE), "  owner: 'n/a'   # ask Jonas\n"), '  owner: Priya Shah   # ask Jonas'],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('points to the day on which the owner left', () => {
    const text = vendor(one('      type: primary_owner\n      until: 2026-01-31\n')).replaceAll(
      'owner: Priya Shah',
      'owner: Ken Abe',
    );
    const related = findingsOf(text).find(finding => finding.rule === rule)?.related;
    expect(related?.map(place => [text.slice(place.start, place.end), place.message])).toEqual([
      ['2026-01-31', 'Priya Shah was the primary owner'],
    ]);
  });
});

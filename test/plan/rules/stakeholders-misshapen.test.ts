import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { told } from '../../support/told.ts';

const CUSTOMER = `  customer:
    - { name: Dana Ruiz, role: VP Operations, type: executive_sponsor, priorities: [Fewer wrong deliveries] }
    - { name: Ken Abe, role: Depot Manager, type: day_to_day_contact }
`;
const VENDOR = `  vendor:
    - { name: Priya Shah, role: Customer Success Manager, type: primary_owner }
`;

const plan = (stakeholders: string) => soundPlan().replace(/stakeholders:\n(?: .*\n)+/, `stakeholders:${stakeholders}`);

/** Rules that speak of a plan whose stakeholders are written in this way. */
function rulesOn(stakeholders: string): readonly string[] {
  return told(plan(stakeholders)).map(line => line.split(' ').slice(0, 2).join(' '));
}

it('finds nothing in stakeholders as they should be', () => {
  expect(rulesOn(`\n${CUSTOMER}${VENDOR}`)).toEqual([]);
});

describe('what stands where the people should is found once, and nobody is missed for it', () => {
  it.each([
    [
      'the one person of a side without a dash',
      `\n${CUSTOMER}  vendor:\n    name: Priya Shah\n    role: Customer Success Manager\n    type: primary_owner\n`,
    ],
    ['the same in braces', `\n${CUSTOMER}  vendor: { name: Priya Shah, type: primary_owner }\n`],
    ['a customer without a dash', `\n  customer:\n    name: Dana Ruiz\n    type: executive_sponsor\n${VENDOR}`],
    ['people as keys', `\n  customer:\n    Dana Ruiz: executive_sponsor\n    Ken Abe: champion\n${VENDOR}`],
    ['a name for a side', `\n${CUSTOMER}  vendor: Priya Shah\n`],
    ['names for a side', `\n  customer: Dana Ruiz, Ken Abe\n${VENDOR}`],
    ['a list in the list', `\n  customer:\n    - [Dana Ruiz, Ken Abe]\n${VENDOR}`],
    [
      'a list of all',
      '\n  - { name: Dana Ruiz, type: executive_sponsor }\n  - { name: Priya Shah, type: primary_owner }\n',
    ],
    ['a text', ' Dana Ruiz and Priya Shah\n'],
  ])('%s', (_, stakeholders) => {
    expect(rulesOn(stakeholders)).toEqual(['error schema']);
  });

  it('each side at once', () => {
    const both = '\n  customer: { name: Dana Ruiz }\n  vendor: { name: Priya Shah }\n';
    expect(rulesOn(both)).toEqual(['error schema', 'error schema']);
  });

  it('also where the plan names no owner', () => {
    const text = soundPlan()
      .replace('  owner: Priya Shah\n', '')
      .replace(/stakeholders:\n(?: .*\n)+/, 'stakeholders:\n  - { name: Priya Shah, type: primary_owner }\n');
    expect(told(text).filter(line => line.includes('owner-missing'))).toEqual([]);
  });
});

it.each(['', ' []'])('asks for people where a side has none: customer:%s', nothing => {
  const rules = findingsOf(plan(`\n  customer:${nothing}\n${VENDOR}`)).map(({ rule }) => rule);
  expect(rules).toContain('stakeholder-single-threaded');
});

import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'stakeholder-departed-owner';

const people = (luis = 'until: 2025-12-31', more = '') => `stakeholders:
  customer:
    - { name: Dana Ruiz, role: VP Operations, type: executive_sponsor, priorities: [Growth] }
    - { name: Ken Abe, role: Depot Manager }
    - { name: Luis Ortega, role: Service Desk Manager, ${luis} }
${more}  vendor:
    - { name: Priya Shah, role: Customer Success Manager, type: primary_owner }
    - { name: Jonas Weber, role: Solutions Engineer }
`;
const plan = (
  milestone: string,
  { luis = 'until: 2025-12-31', more = '', status = 'in_progress', outcome = '' } = {},
) =>
  wholePlan(`${people(luis, more)}outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    status: ${status}
${outcome}    milestones:
${milestone}`);
const step = (fields: string) => `      - { name: Depots trained, ${fields} }\n`;
const luisOwns = step('target_date: 2026-03-31, status: pending, owner: Luis Ortega');
const rest = (section: string) => wholePlan(`${people()}${section}`);
const found = (text: string, message: string, severity = 'warning') => {
  const line = text.split('\n').find(one => /owner: .*Luis/.test(one)) ?? '';
  return `${line}\n${' '.repeat(line.indexOf('Luis'))}${'^'.repeat(11)} ${rule} (${severity}): ${message}`;
};
const LEFT = 'still belongs to Luis Ortega, who left on 31 Dec 2025';
const ASK = 'Agree on who takes it over.';

describe(rule, () => {
  it.each([
    ['a milestone', plan(luisOwns), `Milestone “Depots trained” of O1 ${LEFT}, and it is due on 31 Mar 2026. ${ASK}`],
    [
      'a milestone that is late',
      plan(step('target_date: 2026-01-30, status: pending, owner: Luis Ortega')),
      `Milestone “Depots trained” of O1 ${LEFT}, and it was due on 30 Jan 2026. ${ASK}`,
    ],
    ['without a date or status', plan(step('owner: Luis Ortega')), `Milestone “Depots trained” of O1 ${LEFT}. ${ASK}`],
    ['in other case', plan(step('owner: Luis ortega')), `Milestone “Depots trained” of O1 ${LEFT}. ${ASK}`],
    ['in a list', plan(step('owner: [Luis Ortega]')), `Milestone “Depots trained” of O1 ${LEFT}. ${ASK}`],
    ['an outcome', plan('', { outcome: '    owner: Luis Ortega\n' }), `Outcome O1 ${LEFT}. ${ASK}`],
    [
      'a risk',
      rest('risks:\n  - id: R1\n    description: No data until March\n    owner: Luis Ortega\n'),
      `Risk R1 ${LEFT}. ${ASK}`,
    ],
    [
      'a decision step',
      rest('decision:\n  steps:\n    - name: Contract read\n      owner: Luis Ortega\n'),
      `Decision step “Contract read” ${LEFT}. ${ASK}`,
    ],
    [
      'an action of a milestone',
      plan(step('owner: Ken Abe, actions: [{ description: Book rooms, owner: Luis Ortega }]')),
      `The action “Book rooms” ${LEFT}. ${ASK}`,
    ],
    [
      'an action of a review',
      rest(
        'review_history:\n  - date: 2026-01-20\n    attendees: [Ken Abe]\n    actions:\n      - description: Send the file\n        owner: Luis Ortega\n        status: open\n',
      ),
      `The action “Send the file” from the review of 20 Jan 2026 ${LEFT}. ${ASK}`,
    ],
    ['the renewal', rest('renewal:\n  owner: Luis Ortega\n'), `The renewal ${LEFT}. ${ASK}`],
    [
      'the plan',
      wholePlan(`plan:\n  status: active\n  co_owner: Luis Ortega\n${people()}`),
      `The plan ${LEFT}. ${ASK}`,
    ],
    [
      'at the top level',
      rest('milestones:\n  - name: Fair\n    owner: Luis Ortega\n'),
      `Milestone “Fair” ${LEFT}. ${ASK}`,
    ],
    [
      'with a successor',
      plan(luisOwns, { luis: 'until: 2025-12-31, successor: Ken Abe' }),
      `Milestone “Depots trained” of O1 ${LEFT}, and it is due on 31 Mar 2026. Give it to Ken Abe, who took over.`,
    ],
  ])('finds %s', (_, text, message) => {
    expect(markedBy(rule, text)).toBe(found(text, message));
  });

  it('is an info where another owner is still there, and a hint in a preview before the sale', () => {
    const shared = plan(step('owner: [Luis Ortega, Ken Abe]'));
    expect(markedBy(rule, shared)).toBe(
      found(
        shared,
        'Milestone “Depots trained” of O1 is still shared by Luis Ortega, who left on 31 Dec 2025. Take the name out, or put the one who took over in its place.',
        'info',
      ),
    );
    const preview = wholePlan(
      `plan:\n  status: active\n  stage: pre_sale\n${people()}implementation:\n  steps:\n    - name: Kick-off\n      owner: Luis Ortega\n`,
    );
    expect(markedBy(rule, preview)).toBe(found(preview, `Milestone “Kick-off” ${LEFT}. ${ASK}`, 'hint'));
  });

  it.each([
    ['done', plan(step('owner: Luis Ortega, status: complete') + step('owner: Luis Ortega, actual_date: 2025-12-12'))],
    ['skipped', plan(step('owner: Luis Ortega, status: skipped'))],
    ['the last day is today', plan(luisOwns, { luis: 'until: 2026-02-10' })],
    ['the last day is to come', plan(luisOwns, { luis: 'until: 2026-06-30' })],
    ['the last day cannot be read', plan(luisOwns, { luis: 'until: last winter' })],
    ['somebody else owns it', plan(step('owner: Ken Abe, participants: [Luis Ortega]'))],
    ['the outcome is deferred', plan(luisOwns, { status: 'deferred', outcome: '    owner: Luis Ortega\n' })],
    ['the outcome is achieved', plan(luisOwns, { status: 'achieved', outcome: '    owner: Luis Ortega\n' })],
    ['the status cannot be read', plan(step('owner: Luis Ortega, status: done'))],
    ['a risk is closed', rest('risks:\n  - { id: R1, description: No data, owner: Luis Ortega, status: closed }\n')],
    [
      'an old action without a status',
      rest(
        'review_history:\n  - { date: 2025-11-03, attendees: [Luis Ortega], actions: [{ description: Send it, owner: Luis Ortega }] }\n  - { date: 2026-01-20, attendees: [Ken Abe] }\n',
      ),
    ],
    ['back in another role', plan(luisOwns, { more: '    - { name: Luis Ortega, role: COO, since: 2026-01-01 }\n' })],
    ['nobody knows the name', plan(step('owner: Lucy Ortega'))],
    [
      'the plan is completed',
      wholePlan(`plan:\n  status: completed\n${people()}milestones:\n  - { name: Fair, owner: Luis Ortega }\n`),
    ],
  ])('is silent if %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });

  it('points to the last day', () => {
    const text = plan(luisOwns);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['2025-12-31', 'Luis Ortega left on 31 Dec 2025'],
    ]);
  });

  it('offers the successor, the successor’s successor, else people of that side who take part', () => {
    expect(titles(rule, plan(luisOwns, { luis: 'until: 2025-12-31, successor: Ken Abe' }))).toEqual([
      'Give it to Ken Abe, who took over from Luis Ortega',
    ]);
    const chain = {
      luis: 'until: 2025-12-31, successor: Li Wei',
      more: '    - { name: Li Wei, until: 2026-01-31, successor: Ken Abe }\n',
    };
    expect(titles(rule, plan(luisOwns, chain))).toEqual(['Give it to Ken Abe, who took over from Luis Ortega']);
    const ring = {
      luis: 'until: 2025-12-31, successor: Li Wei',
      more: '    - { name: Li Wei, until: 2026-01-31, successor: Luis Ortega }\n',
    };
    const others = ['Give it to Dana Ruiz, VP Operations', 'Give it to Ken Abe, Depot Manager'];
    expect(titles(rule, plan(luisOwns, ring))).toEqual(others);
    expect(titles(rule, plan(luisOwns, { more: '    - { name: Li Wei, engagement: low }\n' }))).toEqual(others);
    expect(titles(rule, plan(step('owner: [Luis Ortega, Ken Abe]')))).toEqual(others.slice(0, 1));
  });

  it('offers nothing where the name stands elsewhere', () => {
    const text = plan(luisOwns.replace('Luis Ortega', '*luis')).replace('name: Luis', 'name: &luis Luis');
    expect(markedBy(rule, text)).toContain('owner: *luis }');
    expect(titles(rule, text)).toEqual([]);
  });

  it.each([
    ['flow style', plan(luisOwns), 'owner: Ken Abe }'],
    [
      'a list, in quotes',
      plan(
        '      - name: Depots trained\n        target_date: 2026-03-31\n        owner:\n          - "Luis Ortega"   # since May\n',
      ),
      '          - "Ken Abe"   # since May',
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text, 'Give it to Ken Abe, Depot Manager'))).toContain(expected);
  });
});

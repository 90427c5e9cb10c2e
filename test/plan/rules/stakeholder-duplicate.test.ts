import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'stakeholder-duplicate';

const plan = (
  customer: readonly string[],
  vendor: readonly string[] = ['name: Priya Shah, type: primary_owner'],
  rest = '',
) => wholePlan(`stakeholders:\n  customer:\n${list(customer)}  vendor:\n${list(vendor)}${rest}`);
const list = (people: readonly string[]) => people.map(person => `    - { ${person} }\n`).join('');
const found = (line: string, marks: string, message: string) =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (error): ${message}`;
const TWICE = (name: string, where: string, what: string) =>
  `${name} stands twice among the stakeholders, ${where}. Keep one entry with what is true of ${what}; if they are two people, tell their names apart.`;

describe(rule, () => {
  it.each([
    [
      'on one side',
      plan(['name: Dana Ruiz, type: executive_sponsor', 'name: Dana Ruiz, type: champion']),
      '    - { name: Dana Ruiz, type: champion }',
      'Dana Ruiz',
      'both times on the customer side',
      'both',
    ],
    [
      'in other case and spacing',
      plan(['name: Dana Ruiz', 'name: "dana  RUIZ"']),
      '    - { name: "dana  RUIZ" }',
      '"dana  RUIZ"',
      'both times on the customer side',
      'both',
    ],
    [
      'with a form of address',
      plan(['name: Dana Ruiz', 'name: Dr. Dana Ruiz']),
      '    - { name: Dr. Dana Ruiz }',
      'Dr. Dana Ruiz',
      'both times on the customer side',
      'both',
    ],
    [
      'without the accent',
      plan(['name: José Peña', 'name: Jose Pena']),
      '    - { name: Jose Pena }',
      'Jose Pena',
      'both times on the customer side',
      'both',
    ],
    [
      'on both sides',
      plan(['name: Dana Ruiz'], ['name: Dana Ruiz, type: primary_owner']),
      '    - { name: Dana Ruiz, type: primary_owner }',
      'Dana Ruiz',
      'on the customer side and on the vendor side',
      'the person',
    ],
    [
      'at the partner',
      plan(['name: Dana Ruiz'], ['name: Priya Shah'], '  partner:\n    - name: Priya Shah\n'),
      '    - name: Priya Shah',
      'Priya Shah',
      'on the vendor side and on the partner side',
      'the person',
    ],
    [
      'with one e-mail',
      plan(['name: Dana Ruiz, email: d@n.example', 'name: Dana Ruiz, email: D@n.example']),
      '    - { name: Dana Ruiz, email: D@n.example }',
      'Dana Ruiz',
      'both times on the customer side',
      'both',
    ],
    [
      'with one e-mail missing',
      plan(['name: Dana Ruiz, email: d@n.example', 'name: Dana Ruiz, role: CFO, email: TBD']),
      '    - { name: Dana Ruiz, role: CFO, email: TBD }',
      'Dana Ruiz',
      'both times on the customer side',
      'both',
    ],
    [
      'gone, and there',
      plan(['name: Dana Ruiz, until: 2025-12-31', 'name: Dana Ruiz, role: CFO']),
      '    - { name: Dana Ruiz, role: CFO }',
      'Dana Ruiz',
      'both times on the customer side',
      'both',
    ],
  ])('finds somebody %s', (_, text, line, marks, where, what) => {
    expect(markedBy(rule, text)).toBe(found(line, marks, TWICE(marks.replaceAll('"', ''), where, what)));
  });

  it('finds each further entry, and points to the first', () => {
    const text = plan(['name: Dana Ruiz', 'name: Ken Abe', 'name: Dana Ruiz', 'name: Dana Ruiz']);
    const all = findingsOf(text).filter(finding => finding.rule === rule);
    const first = text.indexOf('Dana Ruiz', text.indexOf('stakeholders:'));
    expect(all.map(({ related }) => related)).toEqual(
      [1, 2].map(() => [{ start: first, end: first + 9, message: 'Dana Ruiz stands here first' }]),
    );
  });

  it.each([
    ['different people', plan(['name: Dana Ruiz', 'name: Ken Abe'])],
    ['one first name', plan(['name: Dana Ruiz', 'name: Dana', 'name: Dana Abe'])],
    ['one family name', plan(['name: Dana Ruiz', 'name: Ana Ruiz'])],
    ['two e-mails', plan(['name: Dana Ruiz, email: dana@n.example', 'name: Dana Ruiz, email: d.ruiz2@n.example'])],
    [
      'a change of roles',
      plan(['name: Dana Ruiz, role: COO, until: 2025-12-31', 'name: Dana Ruiz, role: CEO, since: 2026-01-01']),
    ],
    [
      'the same the other way round',
      plan(['name: Dana Ruiz, since: 2026-01-01', 'name: Dana Ruiz, until: 2025-12-31']),
    ],
    ['a change of sides', plan(['name: Dana Ruiz, since: 2025-12-01'], ['name: Dana Ruiz, until: 2025-11-30'])],
    ['people still to be named', plan(['name: TBD, type: legal', 'name: TBD, type: security', 'name: ""', 'name: ""'])],
    ['people without a name', plan(['role: COO', 'role: COO'])],
    ['no stakeholders', wholePlan('stakeholders:\n')],
    ['a middle initial', plan(['name: Dana Ruiz', 'name: Dana M. Ruiz'])],
  ])('is silent about %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });

  it('finds it where one stands elsewhere', () => {
    const text = wholePlan(
      'stakeholders:\n  customer: [ &dana { name: Dana Ruiz } ]\n  vendor: [ *dana, { name: Priya Shah } ]\n',
    );
    expect(markedBy(rule, text)).toContain(
      '  vendor: [ *dana, { name: Priya Shah } ]\n            ^^^^^ stakeholder-duplicate',
    );
  });
});

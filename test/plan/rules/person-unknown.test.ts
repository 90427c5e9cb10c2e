import { expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { fixedBy, newLines, told } from '../../support/told.ts';

const ownedBy = (owner: string) =>
  soundPlan().replace('owner: Dana Ruiz\n    reviewed_on', `owner: ${owner}\n    reviewed_on`);
const attended = (attendees: string) =>
  soundPlan().replace('attendees: [Dana Ruiz, Ken Abe, Priya Shah]', `attendees: ${attendees}`);
const add = (name: string) => ` » Add ${name} to the customer side » Add ${name} to the vendor side`;

it.each([
  ['Dana Ruiz', []],
  ['dana  ruiz', []],
  ['"DANA RUIZ"', []],
  ['Dana Riuz', [`warning person-unknown at Dana Riuz » Change to Dana Ruiz${add('Dana Riuz')}`]],
  ['Dana', [`warning person-unknown at Dana » Change to Dana Ruiz${add('Dana')}`]],
  ['Abe', [`warning person-unknown at Abe » Change to Ken Abe${add('Abe')}`]],
  ['Dana Ruiz (VP Operations)', ['warning person-unknown at Dana Ruiz (VP Operations) » Change to Dana Ruiz']],
  ['Ms Dana Ruiz (chair)', ['warning person-unknown at Ms Dana Ruiz (chair) » Change to Dana Ruiz']],
  ['Mrs. Ruiz', [`warning person-unknown at Mrs. Ruiz » Change to Dana Ruiz${add('Mrs. Ruiz')}`]],
  ['Priya Shah, CSM', [`warning person-unknown at Priya Shah, CSM » Change to Priya Shah`]],
  ['Wong, Lee', [`warning person-unknown at Wong, Lee${add('Wong, Lee')}`]],
  ['Lee Wong, CFO', [`warning person-unknown at Lee Wong, CFO${add('Lee Wong')}`]],
  ['Dana M. Ruiz', [`warning person-unknown at Dana M. Ruiz » Change to Dana Ruiz${add('Dana M. Ruiz')}`]],
  // A role is found again, and is nobody's name.
  ['VP Operations', ['warning person-unknown at VP Operations » Change to Dana Ruiz']],
  ['CSM', ['warning person-unknown at CSM » Change to Priya Shah']],
  ['executive sponsor', ['warning person-unknown at executive sponsor » Change to Dana Ruiz']],
  ['lee.wong@northwind.example', ['warning person-unknown at lee.wong@northwind.example']],
  ['CFO', ['warning person-unknown at CFO']],
  ['Cleo', [`warning person-unknown at Cleo${add('Cleo')}`]],
  ['Santos, Caio', [`warning person-unknown at Santos, Caio${add('Santos, Caio')}`]],
  ['Lee Wong', [`warning person-unknown at Lee Wong${add('Lee Wong')}`]],
  ['IT team', ['warning person-unknown at IT team']],
  ['Northwind IT', ['warning person-unknown at Northwind IT']],
  ['Northwind', ['warning person-unknown at Northwind']],
  ['Customer', ['warning person-unknown at Customer']],
  ['Dana Ruiz, Ken Abe', ['warning person-unknown at Dana Ruiz, Ken Abe']],
])('a risk owned by %s', (owner, expected) => {
  expect(told(ownedBy(owner))).toEqual(expected);
});

it.each(['TBD', '"?"', 'n/a', 'none', '~', '""'])('leaves the owner %s to the rule on owners', owner => {
  expect(told(ownedBy(owner)).filter(line => line.includes('person-unknown'))).toEqual([]);
});

it('warns of attendees whom nobody knows and of slips, and only points out a guest', () => {
  expect(told(attended('[Dana Ruiz, Ken Abe, Priya Shah, Lee Wong]'))).toEqual([
    `warning person-unknown at Lee Wong${add('Lee Wong')}`,
  ]);
  expect(told(attended('[Dana Ruiz, Ken Abe, Priya Shah, Lee Wong (guest)]')).map(line => line.slice(0, 20))).toEqual([
    'info person-unknown ',
  ]);
  expect(told(attended('[Dana Ruiz, Ken Aby, Priya Shah]'))).toEqual([
    `warning person-unknown at Ken Aby » Change to Ken Abe${add('Ken Aby')}`,
  ]);
});

it('parts several names in one', () => {
  const milestone = soundPlan().replace(
    'status: in_progress\n        owner: Ken Abe',
    'status: in_progress\n        owner: Ken Abe & Priya Shah',
  );
  expect(fixedBy('Name Ken Abe and Priya Shah one by one', milestone)).toContain('owner: [Ken Abe, Priya Shah]');
  expect(told(milestone)).toEqual([
    'warning person-unknown at Ken Abe & Priya Shah » Name Ken Abe and Priya Shah one by one',
  ]);
  const review = attended('["Dana Ruiz and Ken Abe", Priya Shah]');
  expect(fixedBy('Name Dana Ruiz and Ken Abe one by one', review)).toContain(
    'attendees: ["Dana Ruiz", "Ken Abe", Priya Shah]',
  );
});

it('leaves several attendees in one text to the rule on shapes, which makes a list of them', () => {
  const text = attended('Dana Ruiz, Ken Abe and Priya Shah');
  expect(told(text)).toEqual(['error schema at Dana Ruiz, Ken Abe and Priya Shah » Make it a list']);
  expect(fixedBy('Make it a list', text)).toContain('    attendees: [Dana Ruiz, Ken Abe, Priya Shah]\n');
});

it('knows a person by all first or last names alone', () => {
  const plan = (owner: string) => ownedBy(owner).replaceAll('Ken Abe', 'Tor Espen van Dijk');
  for (const owner of ['Tor Espen', 'Tor-Espen', 'van Dijk'])
    expect(told(plan(owner))).toEqual([
      `warning person-unknown at ${owner} » Change to Tor Espen van Dijk${add(owner)}`,
    ]);
  expect(told(plan('Espen van'))).toEqual([`warning person-unknown at Espen van${add('Espen van')}`]);
});

it('does not choose between two of one name', () => {
  const plan = ownedBy('Dana').replace('- name: Ken Abe', '- name: Dana Abe').replaceAll('Ken Abe', 'Dana Abe');
  expect(told(plan)).toEqual([`warning person-unknown at Dana${add('Dana')}`]);
});

it('offers only the side that the field wants', () => {
  expect(told(soundPlan().replace('  owner: Priya Shah\n  co_owner', '  owner: Lee Wong\n  co_owner'))).toEqual([
    'warning person-unknown at Lee Wong » Add Lee Wong to the vendor side',
  ]);
  expect(told(soundPlan().replace('co_owner: Dana Ruiz', 'co_owner: Lee Wong'))).toEqual([
    'warning person-unknown at Lee Wong » Add Lee Wong to the customer side',
  ]);
});

it('says nothing where the plan lists nobody', () => {
  const nobody = `${soundPlan(['stakeholders'])}\nstakeholders: {}\n`;
  expect(told(nobody).filter(line => line.includes('person-unknown'))).toEqual([]);
});

it('adds a person in the quotes of the others, in block and flow style', () => {
  const plan = ownedBy('Lee Wong');
  expect(newLines(plan, fixedBy('Add Lee Wong to the customer side', plan))).toEqual(['    - name: Lee Wong']);
  const quoted = plan.replace('- name: Dana Ruiz', '- name: "Dana Ruiz"');
  expect(newLines(quoted, fixedBy('Add Lee Wong to the vendor side', quoted))).toEqual(['    - name: "Lee Wong"']);
  const flow = `${ownedBy('Lee Wong').replace(/stakeholders:\n(?: .*\n)+/, '')}\nstakeholders: { customer: [{ name: Dana Ruiz, type: executive_sponsor }, { name: Ken Abe }] }\n`;
  expect(fixedBy('Add Lee Wong to the customer side', flow)).toContain('{ name: Ken Abe }, { name: Lee Wong }] }');
  expect(fixedBy('Add Lee Wong to the vendor side', flow)).toContain(
    '{ name: Ken Abe }], vendor: [{ name: Lee Wong }] }',
  );
  const customers = plan.replace(/ {2}vendor:\n(?: {4}.*\n)+/, '');
  expect(newLines(customers, fixedBy('Add Lee Wong to the vendor side', customers))).toEqual([
    '  vendor:',
    '    - name: Lee Wong',
  ]);
});

it('takes the role behind a new name along', () => {
  const plan = attended('[Dana Ruiz, Ken Abe, Priya Shah, "Lee Wong (Finance)"]');
  const fixed = fixedBy('Add Lee Wong to the customer side', plan);
  expect(newLines(plan, fixed)).toEqual([
    '    - name: Lee Wong',
    '      role: Finance',
    '    attendees: [Dana Ruiz, Ken Abe, Priya Shah, "Lee Wong"]',
  ]);
});

it('knows somebody by first and last name', () => {
  const plan = ownedBy('Dana Ruiz')
    .replaceAll('Dana Ruiz', 'Dana Ann Ruiz')
    .replace('owner: Dana Ann Ruiz\n    reviewed_on', 'owner: Dana Ruiz\n    reviewed_on');
  expect(told(plan)).toEqual([`warning person-unknown at Dana Ruiz » Change to Dana Ann Ruiz${add('Dana Ruiz')}`]);
});

it('finds each place of one name', () => {
  const plan = soundPlan()
    .replaceAll('owner: Ken Abe', 'owner: Kim Abel')
    .replaceAll('owner: Priya Shah', 'owner: Dana Ruiz');
  expect(told(plan).map(line => line.replace(/ ».*/, ''))).toEqual(
    Array.from({ length: 3 }, () => 'warning person-unknown at Kim Abel'),
  );
});

it.each([
  [ownedBy('Dana Riuz'), 'Risk R1 is owned by “Dana Riuz”, who is not among the stakeholders. Did you mean Dana Ruiz?'],
  [
    ownedBy('IT team'),
    'Risk R1 is owned by “IT team”, which is nobody in particular. Name the person among the stakeholders who answers for it.',
  ],
  [
    ownedBy('Lee Wong'),
    'Risk R1 is owned by “Lee Wong”, who is not among the stakeholders. Add them to the stakeholders, or name somebody who is.',
  ],
  [
    attended('[Dana Ruiz, Priya Shah, Lee Wong]'),
    'The review of 20 Jan 2026 lists “Lee Wong”, who is not among the stakeholders. Add them to the stakeholders, or name somebody who is.',
  ],
  [
    ownedBy('Dana Ruiz / Ken Abe'),
    'Risk R1 is owned by “Dana Ruiz / Ken Abe”, which names Dana Ruiz and Ken Abe in one. Write the one who answers for it.',
  ],
  [
    soundPlan().replace('renewal:\n  owner: Priya Shah', 'renewal:\n  owner: Lee Wong'),
    'The renewal is owned by “Lee Wong”, who is not among the stakeholders. Add them to the stakeholders, or name somebody who is.',
  ],
])('message %#', (plan, message) => {
  expect(findingsOf(plan).map(finding => finding.message)).toEqual([message]);
});

it('keeps still while the list of people cannot be read whole', () => {
  const broken = ownedBy('Lee Wong').replace('- name: Ken Abe', '- name: "Ken Abe');
  expect(told(broken).filter(line => line.includes('person-unknown'))).toEqual([]);
});

it('speaks of a sign-off by somebody whom nobody knows', () => {
  const text = soundPlan().replace(
    '  shared_on: "2025-10-27"',
    '  shared_on: "2025-10-27"\n  sign_offs: [{ person: Lee Wong, scope: plan, status: pending }]',
  );
  expect(findingsOf(text).map(finding => finding.message)).toEqual([
    'A sign-off names “Lee Wong”, who is not among the stakeholders. Add them to the stakeholders, or name somebody who is.',
  ]);
});

import { expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { told } from '../../support/told.ts';

const risk = (id: string) => `  - id: ${id}
    description: Depot ${id.length} has a new manager
    impact: low
    likelihood: low
    mitigation: Invited to the training
    status: open
    owner: Ken Abe
`;
const withRisks = (...ids: string[]) => `${soundPlan(['risks'])}\nrisks:\n${ids.map(risk).join('')}`;

it.each([
  [['R1', 'R2'], []],
  [['R1', 'R1'], ['error id-duplicate at R1 » Call this one R2']],
  [
    ['R1', 'R1', 'R1', 'R7'],
    ['error id-duplicate at R1 » Call this one R8', 'error id-duplicate at R1 » Call this one R9'],
  ],
  [['R09', 'R09'], ['error id-duplicate at R09 » Call this one R10']],
  [['R01', '"R01"'], ['error id-duplicate at "R01" » Call this one R02']],
  [['migration', 'migration'], ['error id-duplicate at migration » Call this one migration-2']],
  [['2', '2'], ['error id-duplicate at 2 » Call this one 3']],
  [['R1', 'r1'], []],
  [['R-1', 'R-1'], ['error id-duplicate at R-1 » Call this one R-2']],
])('risks %j', (ids, expected) => {
  expect(told(withRisks(...ids))).toEqual(expected);
});

it('tells one kind from another', () => {
  expect(told(withRisks('O1', 'O2'))).toEqual([]);
});

it('compares milestones across the whole plan, and says which ones they are', () => {
  const plan = soundPlan()
    .replace('- name: Order form connected', '- id: M1\n        name: Order form connected')
    .replace('- name: Tracking shown', '- id: M1\n        name: Tracking shown');
  expect(told(plan)).toEqual(['error id-duplicate at M1 » Call this one M2']);
  expect(findingsOf(plan)[0]?.message).toBe(
    'Two milestones are called M1: “Order form connected” and “Tracking shown to the service desk”. Give one of them an id of its own, such as M2.',
  );
  expect(findingsOf(plan)[0]?.related.map(r => plan.slice(r.start, r.end))).toEqual(['M1']);
});

it('lets key results of two outcomes share an id, not of one', () => {
  const results = (...ids: string[]) =>
    `    key_results:\n${ids.map((id, i) => `      - id: ${id}\n        description: Step ${i + 1} of 3\n`).join('')}`;
  const both = soundPlan().replace(
    '    status: in_progress\n    renewal_evidence',
    `${results('KR1', 'KR2')}    status: in_progress\n    renewal_evidence`,
  );
  expect(told(both)).toEqual([]);
  expect(told(both.replace('id: KR2', 'id: KR1'))).toEqual(['error id-duplicate at KR1 » Call this one KR2']);
});

it('finds priorities and phases, and leaves what has no id alone', () => {
  const plan = `${soundPlan().replace('  contract:\n', '  priorities:\n    - { id: P1, name: Fewer wrong deliveries }\n    - { id: P1, name: Faster answers }\n    - { name: Growth }\n    - { name: Calm }\n  contract:\n')}
phases:
  - { id: A, name: Connect, start_date: 2025-11-01, end_date: 2026-01-31 }
  - { id: A, name: Train, start_date: 2026-02-01, end_date: 2026-06-30 }
`;
  expect(told(plan).filter(line => line.startsWith('error'))).toEqual([
    'error id-duplicate at P1 » Call this one P2',
    'error id-duplicate at A » Call this one A-2',
  ]);
});

it('speaks alone where something names the id that one of the two should have', () => {
  const text = `${withRisks('R1')}phases:\n  - {id: P1, name: Pilot}\n  - {id: P1, name: Rollout}\nmilestones:\n  - {name: Depots in the north trained, outcome: O1, phase: P2, target_date: 2026-04-30, status: pending, owner: Ken Abe}\n`;
  expect(told(text)).toEqual(['error id-duplicate at P1 » Call this one P2']);
});

it('offers the id that something names and nothing has', () => {
  const text = soundPlan()
    .replace('- id: O2', '- id: O1')
    .replace('mitigation: Weekly', 'outcomes: [O2]\n    mitigation: Weekly');
  expect(told(text)).toEqual(['error id-duplicate at O1 » Call this one O2']);
});

it('does not offer a milestone the id that it waits for', () => {
  const text = soundPlan()
    .replace('- name: Order form connected', '- id: M1\n        name: Order form connected')
    .replace('- name: All depots trained', '- id: M1\n        depends_on: [M9]\n        name: All depots trained');
  expect(findingsOf(text).flatMap(finding => finding.fixes().map(fix => fix.title))).toEqual(['Call this one M2']);
});

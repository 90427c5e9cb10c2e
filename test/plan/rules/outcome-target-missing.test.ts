import { expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { fixedBy, newLines, told } from '../../support/told.ts';

const TARGET = '    target:\n      metric: Order entry time\n      goal: 4 minutes\n      target_date: "2026-06-30"\n';
const plan = (target: string) => soundPlan().replace(TARGET, target);
const BOTH = 'Set the target to 4 minutes by 30 Jun 2026';
const DAY = 'Set the target to 30 Jun 2026';

it.each([
  ['no target', '', [`warning outcome-target-missing at O1 » ${BOTH}`]],
  ['an empty target', '    target:\n', ['warning outcome-target-missing at target']],
  [
    'no goal',
    '    target: { metric: Order entry time, target_date: 2026-06-30 }\n',
    ['warning outcome-target-missing at target » Set the target to 4 minutes'],
  ],
  [
    'an empty goal',
    '    target:\n      goal:\n      target_date: "2026-06-30"\n',
    ['warning outcome-target-missing at goal » Set the target to 4 minutes'],
  ],
  [
    'a goal to come',
    '    target: { goal: TBD, target_date: 2026-06-30 }\n',
    ['warning outcome-target-missing at TBD » Set the target to 4 minutes'],
  ],
  [
    'no day',
    '    target: { metric: Order entry time, goal: 4 minutes }\n',
    [`warning outcome-target-missing at target » ${DAY}`],
  ],
  [
    'an empty day',
    '    target:\n      goal: 4 minutes\n      target_date:\n',
    [`warning outcome-target-missing at target_date » ${DAY}`],
  ],
  [
    'a day to come',
    '    target: { goal: 4 minutes, target_date: TBD }\n',
    [`warning outcome-target-missing at TBD » ${DAY}`],
  ],
  [
    'only a metric',
    '    target: { metric: Order entry time }\n',
    [`warning outcome-target-missing at target » ${BOTH}`],
  ],
  [
    'an unreadable day',
    '    target: { goal: 4 minutes, target_date: 30 Jun 2026 }\n',
    ['error invalid-date at 30 Jun 2026 » Change to 2026-06-30 (safe)'],
  ],
  ['words as goal', '    target: { goal: quick, target_date: 2026-06-30 }\n', ['warning invalid-quantity at quick']],
  ['a list as goal', '    target: { goal: [4 minutes], target_date: 2026-06-30 }\n', ['error schema at [4 minutes]']],
])('%s', (_, target, expected) => {
  expect(told(plan(target))).toEqual(expected);
});

it('writes the target in the style of its neighbours', () => {
  const bare = plan('');
  expect(fixedBy(BOTH, bare)).toContain(
    '      measured_on: "2025-11-03"\n    target:\n      metric: Order entry time\n      goal: 4 minutes\n      target_date: "2026-06-30"\n    measurements:',
  );
  const quoted = plan(
    '    target:\n      metric: "Order entry time"   # from the time sheets\n      goal: "4 minutes"\n',
  );
  expect(newLines(quoted, fixedBy(DAY, quoted))).toEqual(['      target_date: "2026-06-30"']);
  expect(fixedBy(DAY, plan('    target: { goal: 4 minutes }\n'))).toContain(
    'target: { goal: 4 minutes, target_date: 2026-06-30 }',
  );
  expect(fixedBy(BOTH, plan('    target: {} # to be agreed\n'))).toContain(
    'target: { goal: 4 minutes, target_date: 2026-06-30 } # to be agreed',
  );
});

it('takes no goal from a description that leaves it open, or that does not fit the baseline', () => {
  expect(told(plan('').replace('from 12 minutes to 4 minutes', 'to 4 minutes, and the errors to 3%'))).toEqual([
    'warning outcome-target-missing at O1',
  ]);
  expect(told(plan('').replace('from 12 minutes to 4 minutes', 'so that $40 is saved'))).toEqual([
    'warning outcome-target-missing at O1',
  ]);
  expect(told(plan('').replace('from 12 minutes to 4 minutes', 'to 20%'))).toEqual([
    'warning outcome-target-missing at O1',
  ]);
});

it('offers no day that has passed or lies behind the renewal', () => {
  const dayless = plan('    target: { goal: 4 minutes }\n');
  expect(told(dayless, '2026-07-01').filter(line => line.includes('target-missing'))).toEqual([
    'warning outcome-target-missing at target',
  ]);
  expect(
    told(dayless.replace('renewal_date: "2026-10-01"', 'renewal_date: "2026-05-01"')).filter(
      line => line.includes('O1') || line.includes('at target'),
    ),
  ).toEqual(['warning outcome-target-missing at target']);
  const empty = dayless.replace(/ {4}milestones:\n {6}- name: Order form connected[\s\S]*?kind: validation\n/, '');
  expect(told(empty).filter(line => line.includes('target-missing'))).toEqual([
    'warning outcome-target-missing at target » Set the target to 1 Sep 2026',
  ]);
});

it('asks what is judged by word for a day only', () => {
  const judged = (target: string) =>
    plan(target).replace(
      '    status: in_progress\n    renewal_evidence',
      '    kind: qualitative\n    acceptance: [Every depot manager says so]\n    status: in_progress\n    renewal_evidence',
    );
  expect(told(judged('    target: { target_date: 2026-06-30 }\n'))).toEqual([]);
  expect(told(judged(''))).toEqual([`warning outcome-target-missing at O1 » ${DAY}`]);
});

it('is content with the targets of key results', () => {
  const results = (due: string) =>
    `    key_results:\n      - { id: KR1, description: Use, baseline: { metric: Use, current: 10%, measured_on: 2025-11-03 }, target: { metric: Use, goal: 80%${due} } }\n`;
  expect(told(plan(results(', target_date: 2026-06-30')))).toEqual([]);
  expect(told(plan(results(''))).map(line => line.replace(/ ».*/, ''))).toEqual([
    'warning outcome-target-missing at O1',
  ]);
});

it('speaks low while a first milestone is to measure what the goal depends on', () => {
  const open = plan('    target: { metric: Order entry time, goal: TBD, target_date: 2026-06-30 }\n').replace(
    'name: All depots trained',
    'name: Baseline measured in all depots',
  );
  expect(told(open)).toEqual(['info outcome-target-missing at TBD » Set the target to 4 minutes']);
});

it.each([
  [
    'deferred',
    plan('').replace('    status: in_progress\n    renewal_evidence', '    status: deferred\n    renewal_evidence'),
  ],
  ['before the sale', plan('').replace('  status: active', '  status: active\n  stage: pre_sale')],
  ['completed', plan('').replace('  status: active', '  status: completed')],
])('keeps still: %s', (_, text) => {
  expect(told(text).filter(line => line.includes('target-missing'))).toEqual([]);
});

it.each([
  [
    '',
    'Outcome O1 has no target. Add the number to be reached for “Order entry time”, and the day by which it is due.',
  ],
  [
    '    target: { goal: TBD, target_date: 2026-06-30 }\n',
    'Outcome O1 has no goal yet but “TBD”, so nobody can say when it is reached. Add the number to be reached for “Order entry time”.',
  ],
  [
    '    target: { metric: TBD, goal: TBD, target_date: 2026-06-30 }\n',
    'Outcome O1 has no goal yet but “TBD”, so nobody can say when it is reached. Add the number to be reached for “Order entry time”.',
  ],
  [
    '    target: { goal: 4 minutes }\n',
    'Outcome O1 has no target date, so nobody can say whether it is late. Add the day by which it is due.',
  ],
])('%j', (target, message) => {
  expect(findingsOf(plan(target)).map(finding => finding.message)).toEqual([message]);
});

it('asks a key result that is measured for its goal, though another one has one', () => {
  const results = (second: string) =>
    plan(`    key_results:
      - id: KR1
        baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
        target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
      - id: KR2
        description: Fewer calls
${second}`);
  const found = (second: string) =>
    findingsOf(results(second))
      .filter(finding => finding.rule === 'outcome-target-missing')
      .map(finding => finding.message);
  const asked =
    'Key result KR2 of O1 has no goal, so nobody can say when it is reached. Add the number to be reached for “Calls”.';
  const baseline = '        baseline: { metric: Calls, current: 40 per day, measured_on: 2025-11-03 }\n';
  expect(found(baseline)).toEqual([asked]);
  expect(found(`${baseline}        target: { goal: TBD }\n`)).toEqual([asked]);
  expect(found('        target: { metric: Calls, target_date: 2026-06-30 }\n')).toEqual([asked]);
  expect(found(`${baseline}        target: { goal: 20 per day }\n`)).toEqual([]);
  expect(found(`${baseline}        target: { goal: few }\n`)).toEqual([]);
  expect(found(`${baseline}        target: 20 per day\n`)).toEqual([]);
  expect(found('')).toEqual([]);
});

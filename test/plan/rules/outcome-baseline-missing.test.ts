import { expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { fixedBy, newLines, told } from '../../support/told.ts';

const BASELINE =
  '    baseline:\n      metric: Order entry time\n      current: 12 minutes\n      measured_on: "2025-11-03"\n';
const without = soundPlan().replace(BASELINE, '');
const withBaseline = (lines: string) => soundPlan().replace(BASELINE, lines);
const FIX = 'Add a first milestone: “Measure the baseline (Order entry time)”, Dana Ruiz, 12 Mar 2026';
const found = (at: string) => [`warning outcome-baseline-missing at ${at} » ${FIX}`];

it.each([
  ['none', '', found('O1')],
  ['an empty one', '    baseline:\n', found('baseline')],
  ['one without a value', '    baseline: { metric: Order entry time }\n', found('baseline')],
  ['an empty value', '    baseline:\n      metric: Order entry time\n      current:\n', found('current')],
  ['TBD', '    baseline: { metric: Order entry time, current: TBD }\n', found('TBD')],
  ['null', '    baseline: { metric: Order entry time, current: null }\n', found('current')],
  ['a number', '    baseline: { metric: Order entry time, current: 12 min, measured_on: 2025-11-03 }\n', []],
])('%s', (_, lines, expected) => {
  expect(
    told(withBaseline(lines).replace('owner: Ken Abe\n      - name: Four', 'owner: Dana Ruiz\n      - name: Four')),
  ).toEqual(expected);
});

it('leaves words in place of a number to the rules that know them', () => {
  expect(told(withBaseline('    baseline: { metric: Order entry time, current: slow }\n'))).toEqual([
    'warning invalid-quantity at slow',
  ]);
  expect(
    told(withBaseline('    baseline: { metric: Order entry time, current: [12 minutes] }\n')).map(line =>
      line.replace(/ ».*/, ''),
    ),
  ).toEqual(['error schema at [12 minutes]']);
});

it.each([
  ['Measure the baseline in two depots', 0],
  ['Baseline established', 0],
  ['Benchmark of all depots', 0],
  ['Measure order entry', 0],
  ['Order form connected to the warehouse', 1],
])('an open milestone “%s” leaves %i', (name, count) => {
  expect(told(without.replace('name: All depots trained', `name: ${name}`))).toHaveLength(count);
});

it('is not content with a last milestone that measures the result, nor with one that is done', () => {
  expect(told(without.replace('name: Four minutes confirmed by the depots', 'name: Measure the result'))).toHaveLength(
    1,
  );
  const done = withBaseline('    baseline: { metric: Order entry time, current: TBD }\n').replace(
    'name: Order form connected',
    'name: Baseline measured',
  );
  expect(findingsOf(done).map(finding => finding.message)).toEqual([
    '“Baseline measured” is done, but outcome O1 has a baseline that nobody has measured (“TBD”), so nobody can show what has changed. Write down what “Order entry time” is today.',
  ]);
  expect(findingsOf(done)[0]?.related).toHaveLength(1);
});

const said = (text: string) => findingsOf(text).map(({ message }) => message);
const NOTHING = 'outcome O1 has no baseline, so nobody can show what has changed. Write down what “Order entry time”';

it('tells of a milestone that was to measure it where no baseline was begun, and of none that was skipped', () => {
  const done = (name: string) => without.replace('name: Order form connected', `name: ${name}`);
  expect(said(done('Baseline measured'))).toEqual([`“Baseline measured” is done, but ${NOTHING} is today.`]);
  expect(said(done('Measure order entry time in the north'))[0]).toMatch(
    /^“Measure order entry time in the n.*is done, /,
  );
  expect(told(done('Baseline measured'))).toEqual(['warning outcome-baseline-missing at O1']);
  expect(said(done('Security assessment'))[0]).toMatch(/^Outcome O1 has no baseline, /);
  const skipped = done('Baseline measured').replace(/actual_date: .*\n +status: complete/, 'status: skipped');
  expect(said(skipped)[0]).toMatch(/^Outcome O1 has no baseline, /);
});

it('asks for what was before the work began, once the outcome is reached or missed', () => {
  const over = without.replace('    status: in_progress\n    renewal', '    status: missed\n    renewal');
  expect(said(over)).toContain(`O${NOTHING.slice(1)} was before the work began.`);
});

it.each([
  [
    'deferred',
    without.replace('    status: in_progress\n    renewal_evidence', '    status: deferred\n    renewal_evidence'),
  ],
  [
    'qualitative',
    without.replace(
      '    status: in_progress\n    renewal_evidence',
      '    kind: qualitative\n    status: in_progress\n    renewal_evidence',
    ),
  ],
  ['before the sale', without.replace('  status: active', '  status: active\n  stage: pre_sale')],
  ['archived', without.replace('  status: active', '  status: archived')],
  ['broken YAML', `${without}\ninternal: { note: "open`],
])('keeps still: %s', (_, plan) => {
  expect(told(plan).filter(line => line.includes('baseline-missing'))).toEqual([]);
});

it('asks key results that have a goal, each by its name', () => {
  const results = (first: string) => `    key_results:
      - { id: KR1, description: Use${first}, target: { metric: Use, goal: 80%, target_date: 2026-06-30 } }
      - { id: KR2, description: Calls, baseline: { metric: Calls, current: 40, measured_on: 2025-11-03 }, target: { metric: Calls, goal: 10, target_date: 2026-06-30 } }
      - { id: KR3, description: Publish the guide }
`;
  const plan = (first: string) =>
    soundPlan()
      .replace(BASELINE, '')
      .replace(/ {4}target:\n {6}metric: Order entry time\n.*\n.*\n/, results(first));
  expect(told(plan('')).map(line => line.replace(/ ».*/, ''))).toEqual(['warning outcome-baseline-missing at KR1']);
  expect(told(plan(', baseline: { metric: Use, current: 10%, measured_on: 2025-11-03 }'))).toEqual([]);
});

it('adds the milestone before the first open one, in the quotes of its neighbours', () => {
  const title = 'Add a first milestone: “Measure the baseline (Order entry time)”, Ken Abe, 12 Mar 2026';
  const quoted = without
    .replace('name: Order form connected', 'name: "Order form connected"')
    .replace('      - name: All depots', '      # spring\n      - name: All depots');
  const fixed = fixedBy(title, quoted);
  expect(fixed).toContain(
    '        owner: Priya Shah\n      - name: "Measure the baseline (Order entry time)"\n        target_date: "2026-03-12"\n        status: pending\n        owner: "Ken Abe"\n      # spring\n      - name: All depots',
  );
  expect(newLines(quoted, fixed)).toHaveLength(4);
  const numbered = quoted.replace('- name: "Order form', '- id: M1\n        name: "Order form');
  expect(fixedBy(title, numbered)).toContain(
    '      - id: M2\n        name: "Measure the baseline (Order entry time)"\n',
  );
});

it('works in flow style and where there are no milestones', () => {
  const flow = without.replace(
    / {4}milestones:\n {6}- name: Order form connected[\s\S]*?kind: validation\n/,
    '    milestones: [{ name: Four minutes confirmed, target_date: 2026-06-30, status: pending, owner: Dana Ruiz }]\n',
  );
  const title = 'Add a first milestone: “Measure the baseline (Order entry time)”, Dana Ruiz, 12 Mar 2026';
  expect(fixedBy(title, flow)).toContain(
    'milestones: [{ name: Measure the baseline (Order entry time), target_date: 2026-03-12, status: pending, owner: Dana Ruiz }, { name: Four',
  );
  expect(told(flow)).toEqual([`warning outcome-baseline-missing at O1 » ${title}`]);
});

it('offers nothing once the outcome is due, and takes the day of what comes first', () => {
  expect(told(without.replace('target_date: "2026-03-31"', 'target_date: "2026-02-20"'))).toEqual([
    'warning outcome-baseline-missing at O1 » Add a first milestone: “Measure the baseline (Order entry time)”, Ken Abe, 20 Feb 2026',
  ]);
  expect(told(without, '2026-07-01').filter(line => line.includes('baseline-missing'))).toEqual([
    'warning outcome-baseline-missing at O1',
  ]);
});

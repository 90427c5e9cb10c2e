import { expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { told } from '../../support/told.ts';

const plan = ({ current = '12 minutes', goal = '4 minutes', value = '9 minutes', description = '' } = {}) =>
  soundPlan()
    .replace('current: 12 minutes', `current: ${current}`)
    .replace('goal: 4 minutes', `goal: ${goal}`)
    .replace('value: 9 minutes', `value: ${value}`)
    .replace(
      'description: Cut the time to enter an order from 12 minutes to 4 minutes',
      description ? `description: ${description}` : '$&',
    );

it.each([
  ['sound', {}, []],
  ['words as baseline', { current: 'far too long' }, ['warning invalid-quantity at far too long']],
  [
    'words as goal, the amount in the description',
    { goal: 'much faster' },
    ['warning invalid-quantity at much faster'],
  ],
  ['words as measurement', { value: 'better' }, ['warning invalid-quantity at better']],
  ['a goal in counting words', { goal: 'no missed orders' }, []],
  ['yes', { value: 'yes' }, ['warning invalid-quantity at yes']],
  ['a name with a figure', { value: 'Phase 2' }, ['warning invalid-quantity at Phase 2']],
  ['a wrong percentage', { value: '8 of 25 (36%)' }, ['warning invalid-quantity at 8 of 25 (36%)']],
  ['a rounded percentage', { value: '2 of 3 (67%)' }, []],
  ['a cut percentage', { value: '2 of 3 (66%)' }, []],
  ['percentage first', { value: '50% (8 of 25)' }, ['warning invalid-quantity at 50% (8 of 25)']],
  ['an estimate', { value: 'about 9 minutes' }, []],
  ['a range', { value: '8-10 minutes' }, []],
])('%s', (_, values, expected) => {
  expect(
    told(plan(values)).filter(line => !/outcome-(?:baseline-missing|target-missing|metric-mismatch)/.test(line)),
  ).toEqual(expected);
});

it.each(['TBD', 'n/a', 'unknown', 'not measured yet', '"-"', '~', '""'])(
  '%s is not measured, and no wrong quantity',
  written => {
    expect(told(plan({ value: written })).filter(line => line.includes('invalid-quantity'))).toEqual([]);
  },
);

it('leaves a mere wish to the rule on outcomes that cannot be measured', () => {
  const wish = plan({ description: 'Improve order entry', goal: 'faster', current: 'slow', value: 'better' });
  expect(told(wish)).toEqual(['warning outcome-not-measurable at faster']);
});

it('keeps still on an outcome that is judged by word', () => {
  const judged = plan({ goal: 'calm depots', current: 'complaints every week', value: 'fewer' }).replace(
    '    status: in_progress',
    '    kind: qualitative\n    status: in_progress',
  );
  expect(told(judged)).toEqual([]);
});

it('looks into key results', () => {
  const results =
    '    key_results:\n      - id: KR1\n        description: Nine of ten orders right the first time\n        baseline: { metric: Right first time, current: rarely, measured_on: 2025-11-03 }\n        target: { metric: Right first time, goal: 90%, target_date: 2026-06-30 }\n';
  expect(
    told(
      soundPlan().replace(
        '    status: in_progress\n    renewal_evidence',
        `${results}    status: in_progress\n    renewal_evidence`,
      ),
    ),
  ).toEqual(['warning invalid-quantity at rarely']);
});

it.each([
  [
    { current: 'far too long' },
    '“far too long” holds no number, so outcome O1 has nothing to be compared with. Write what was measured, such as “4 hours per report”, or TBD until it has been.',
  ],
  [
    { goal: 'quick' },
    '“quick” holds no number, so nobody can tell when outcome O1 is reached. Write the number to be reached, such as “30 minutes per report” or “80%”.',
  ],
  [
    { value: 'better' },
    '“better” holds no number, so the measurement of 20 Jan 2026 does not count towards outcome O1. Write the number that was measured, and keep the words for the note.',
  ],
  [{ value: '8 of 25 (36%)' }, '8 of 25 is 32%, but beside it stands 36%. Correct the figure that is wrong.'],
  [{ value: '2 of 3 (66.2%)' }, '2 of 3 is 66.7%, but beside it stands 66.2%. Correct the figure that is wrong.'],
])('%j', (values, message) => {
  expect(findingsOf(plan(values)).map(finding => finding.message)).toEqual([message]);
});

it('speaks of amounts of money that hold none', () => {
  const text = soundPlan().replace(/arr: .*/, 'arr: plenty');
  expect(told(text)).toEqual(['warning invalid-quantity at plenty']);
  expect(told(soundPlan().replace(/arr: .*/, 'arr: TBD'))).toEqual([]);
});

it('names the key result whose goal is words', () => {
  const text = soundPlan().replace(
    '    status: in_progress',
    '    key_results:\n      - id: KR1\n        baseline: { current: 3.1, measured_on: 2025-11-03 }\n        target: { goal: nicer }\n    status: in_progress',
  );
  expect(findingsOf(text).map(finding => finding.message)).toEqual([
    '“nicer” holds no number, so nobody can tell when key result KR1 of O1 is reached. Write the number to be reached, such as “30 minutes per report” or “80%”.',
  ]);
});

import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'outcome-target-not-a-change';

const sound = soundPlan();
const plan = (
  current: string,
  goal: string,
  { description = 'Cut the time to enter an order', metric = 'Order entry time' } = {},
) =>
  sound
    .replace('current: 12 minutes', `current: ${current}`)
    .replace('goal: 4 minutes', `goal: ${goal}`)
    .replace('Cut the time to enter an order from 12 minutes to 4 minutes', description)
    .replace('    target:\n      metric: Order entry time', `    target:\n      metric: ${metric}`);
const found = (goal: string, written = goal) =>
  `      goal: ${goal}\n${' '.repeat(12)}${'^'.repeat(goal.length)} ${rule} (info): The goal of outcome O1, “${written}”, is where it started, so reaching it would change nothing. Correct the goal or the baseline, or say in the description that it is to be held.`;
const same = plan('12 minutes', '12 minutes');

describe(rule, () => {
  it.each([
    ['a change', sound, ''],
    ['the same', same, found('12 minutes')],
    ['the same in another unit', plan('12 minutes', '0.2 hours'), found('0.2 hours')],
    ['the same share', plan('8 of 25 (32%)', '"32%"'), found('"32%"', '32%')],
    ['a bare number', plan('31', '31'), found('31')],
    ['to be kept', plan('12 minutes', '12 minutes', { description: 'Keep order entry as fast as it is' }), ''],
    [
      'to stay',
      plan('12 minutes', '12 minutes', { description: 'Entry times stay where they are with twice the orders' }),
      '',
    ],
    [
      'while something else grows',
      plan('12 minutes', '12 minutes', { description: 'Grow by 15% while entry takes as long' }),
      '',
    ],
    [
      'something else is kept while this is to change',
      plan('12 minutes', '12 minutes', { description: 'Cut entry from 12 to 4 minutes while quality stays' }),
      found('12 minutes'),
    ],
    [
      'a day by which it is due',
      plan('12 minutes', '12 minutes', { description: 'Cut order entry within 6 months' }),
      found('12 minutes'),
    ],
    ['at most', plan('12 minutes', 'at most 12 minutes'), ''],
    ['≤', plan('12 minutes', '"≤ 12 minutes"'), ''],
    ['held by its metric', plan('12 minutes', '12 minutes', { metric: 'Maximum order entry time, not to exceed' }), ''],
    ['none, and none', plan('0 incidents', '0 incidents'), ''],
    ['all, and all', plan('100%', '100%'), ''],
    ['a change of that size', plan('12 points', '+12 points'), ''],
    ['a range and its middle', plan('10-14 minutes', '12 minutes'), ''],
    ['other units', plan('12 minutes', '12%'), ''],
    ['another metric', plan('12 minutes', '12 minutes', { metric: 'Customer satisfaction' }), ''],
    ['not measured', plan('TBD', '12 minutes'), ''],
    ['deferred', same.replace('status: in_progress', 'status: deferred'), ''],
    ['missed', same.replace('status: in_progress', 'status: missed'), ''],
    ['judged by word', same.replace('status: in_progress', 'kind: qualitative\n    status: in_progress'), ''],
    ['a completed plan', same.replace('status: active', 'status: completed'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('looks at key results', () => {
    const kr = '{ id: KR1, baseline: { metric: Calls, current: 40, measured_on: 2025-11-03 }, target: { goal: 40 } }';
    const text = sound.replace('    status: in_progress', `    key_results: [${kr}]\n    status: in_progress`);
    expect(markedBy(rule, text)).toContain('The goal of key result KR1 of O1, “40”, is where it started');
  });

  it('points to the baseline', () => {
    const [finding] = findingsOf(same).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end }) => same.slice(start, end))).toEqual(['12 minutes']);
    expect(finding?.related[0]?.start).toBe(same.indexOf('current: 12') + 'current: '.length);
  });

  it('is the only one to speak of a description that says another goal', () => {
    const text = sound.replace('goal: 4 minutes', 'goal: 12 minutes');
    expect(findingsOf(text).map(finding => finding.rule)).toEqual([rule]);
  });
});

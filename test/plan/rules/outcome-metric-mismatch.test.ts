import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-metric-mismatch';

const sound = soundPlan();
const metric = (target: string, baseline = 'Order entry time') =>
  sound
    .replace('      metric: Order entry time\n      current', `      metric: ${baseline}\n      current`)
    .replace('      metric: Order entry time\n      goal', `      metric: ${target}\n      goal`);
/** A plan without measurements of O1. */
const plan = (current: string, goal: string, text = sound) =>
  text
    .replace('current: 12 minutes', `current: ${current}`)
    .replace('goal: 4 minutes', `goal: ${goal}`)
    .replace(/ {4}measurements:\n.*\n.*9 minutes\n/, '');
const measured = (value: string) => sound.replace('value: 9 minutes', `value: ${value}`);

describe(rule, () => {
  it.each([
    ['one metric', sound, ''],
    ['in other words', metric('Average time to enter orders'), ''],
    [
      'another metric',
      metric('Customer satisfaction'),
      `      metric: Customer satisfaction\n${' '.repeat(14)}${'^'.repeat(21)} ${rule} (warning): The target of outcome O1 measures “Customer satisfaction”, but its baseline measures “Order entry time”. Name one metric for both, and check that both values are of it.`,
    ],
    ['an abbreviation', metric('NPS', 'Net Promoter Score'), ''],
    ['only one of them named', metric('""'), ''],
    ['a placeholder', metric('TBD'), ''],
  ])('names: %s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const starts = (current: string, goal: string, rest: string, severity = 'warning') =>
    `      goal: ${goal}\n${' '.repeat(12)}${'^'.repeat(goal.length)} ${rule} (${severity}): Outcome O1 starts at “${current}” and is to reach “${goal}”, ${rest}`;

  it.each([
    ['12 minutes', '30%', 'a time against a share, which do not compare. Write both in the same unit.'],
    ['$40k', '€30k', 'one in USD and the other in EUR. Write both in one currency.'],
    ['12 minutes', '4', 'the second without a unit. Add the unit, so that the two compare.'],
    ['40 tickets per week', '90 tickets per month', 'one per week and the other per month. Write both for the same.'],
    ['4 hours per report', '1 hour per invoice', 'one per report and the other per invoice. Write both for the same.'],
    ['40 tickets', '3 depots', 'one counted in tickets and the other in depots. Count the same thing in both.'],
    [
      '12 errors',
      '$4,000',
      'a number of things against a sum of money, which do not compare. Write both in the same unit.',
    ],
    [
      '$40k a year',
      '$30k',
      'and only one of them says per year. Add it to the other one, so that the two compare.',
      'hint',
    ],
    [
      '8 of 25 (32%)',
      '20 depots',
      'a share against a number of things, which do not compare. Write both in the same unit.',
      'info',
    ],
  ])('%s and %s', (current, goal, rest, severity = 'warning') => {
    expect(markedBy(rule, plan(current, goal))).toBe(starts(current, goal, rest, severity));
  });

  it.each([
    ['4 hours per report', '30 minutes'],
    ['12 minutes', '50% less'],
    ['12 minutes', 'reduce by 20%'],
    ['12 minutes', '-20%'],
    ['31 NPS', '+12'],
    ['40 orders', '2x'],
    ['32%', '+12 percentage points'],
    ['8 of 25 (32%)', '80%'],
    ['31', '45 NPS'],
    ['0', '80%'],
    ['12%', '0'],
    ['12 errors', '3 mistakes'],
    ['3 systems, 12 minutes each', '4 minutes'],
    ['TBD', '30%'],
    ['far too long', '30%'],
    ['12 minutes', 'TBD'],
    ['12 minutes', 'much faster'],
  ])('is silent on %s and %s', (current, goal) => {
    expect(markedBy(rule, plan(current, goal))).toBe('');
  });

  it('says more quietly that a unit is missing where the metric names it', () => {
    const text = plan('12', '4 minutes', metric('Order entry time (minutes)'));
    expect(markedBy(rule, text)).toContain(`${rule} (info): Outcome O1 starts at “12”`);
  });

  it('is content where the metric says per what', () => {
    const text = metric('Annual order entry costs', 'Order entry costs per year');
    expect(markedBy(rule, plan('$40k a year', '$30k', text))).toBe('');
  });

  it('understands a goal that the description calls a change', () => {
    const text = sound.replace('from 12 minutes to 4 minutes', 'by 66%');
    expect(markedBy(rule, plan('12 minutes', '66%', text))).toBe('');
    expect(markedBy(rule, plan('12 minutes', '30%', text))).not.toBe('');
  });

  it.each([
    ['deferred', (text: string) => text.replace('status: in_progress', 'status: deferred')],
    [
      'judged by word',
      (text: string) => text.replace('status: in_progress', 'kind: qualitative\n    status: in_progress'),
    ],
    ['archived', (text: string) => text.replace('status: active', 'status: archived')],
  ])('is silent: %s', (_, change) => {
    expect(markedBy(rule, change(plan('12 minutes', '30%')))).toBe('');
    expect(markedBy(rule, change(metric('Customer satisfaction')))).toBe('');
  });

  it('speaks of the first measurement that does not fit and points to the others', () => {
    const text = measured('75%').replace('    status:', '      - { date: 2026-02-02, value: 60% }\n    status:');
    expect(markedBy(rule, text)).toBe(
      `        value: 75%\n${' '.repeat(15)}^^^ ${rule} (warning): Outcome O1 started at “12 minutes”, and the measurement of 20 Jan 2026 says “75%”, a time against a share, which do not compare. Write it in the unit of the baseline.`,
    );
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual(['12 minutes', '60%']);
    expect(markedBy(rule, measured('7'))).toContain(
      'Outcome O1 started at “12 minutes”, and the measurement of 20 Jan 2026 says “7”, the second without a unit.',
    );
    expect(markedBy(rule, measured('0.1 hours'))).toBe('');
    expect(markedBy(rule, measured('going up'))).toBe('');
    expect(markedBy(rule, measured('TBD'))).toBe('');
  });

  it('does not speak of measurements where baseline and goal do not compare', () => {
    expect(markedBy(rule, measured('75%').replace('goal: 4 minutes', 'goal: 75%')).split('\n')).toHaveLength(2);
  });

  it('looks at key results', () => {
    const kr =
      '{ id: KR1, baseline: { metric: Calls, current: 40 calls, measured_on: 2025-11-03 }, target: { goal: 4 hours } }';
    const text = sound.replace('    status: in_progress', `    key_results: [${kr}]\n    status: in_progress`);
    expect(markedBy(rule, text)).toContain('Key result KR1 of O1 starts at “40 calls” and is to reach “4 hours”');
  });

  const [toBaseline, toTarget] = [
    'Set the metric of the target to “Order entry time”, as in the baseline',
    'Set the metric of the baseline to “Customer satisfaction”, as in the target',
  ];
  it.each([
    ['the target', metric('Customer satisfaction'), toBaseline, '      metric: Order entry time'],
    ['the baseline', metric('Customer satisfaction'), toTarget, '      metric: Customer satisfaction'],
    ['in quotes', metric('"Customer satisfaction"   # new'), toBaseline, '      metric: "Order entry time"   # new'],
    [
      'in flow style',
      metric('X').replace(
        / {4}target:\n.*\n.*\n.*\n/,
        '    target: { metric: Customer satisfaction, goal: 4 minutes, target_date: 2026-06-30 }\n',
      ),
      toBaseline,
      '    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }',
    ],
  ])('names one metric for both: %s', (_, text, title, expected) => {
    expect(titles(rule, text)).toEqual([toBaseline, toTarget]);
    expect(newLines(text, repaired(rule, text, title))).toBe(expected);
  });

  it('leaves quantities to people', () => {
    expect(titles(rule, plan('12 minutes', '30%'))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { outcomeNumbers, planStanding, tellExpected, tellLatest } from '../../../plan/attainment/index.ts';
import { readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { formatLike } from '../../../plan/quantity/index.ts';
import { overlaid } from '../../support/overlay.ts';

/** The attainment of an outcome, and how its latest value is told. */
function metric(from: string, to: string, now: string, names: readonly [string, string] = ['Metric', 'Metric']) {
  const text = overlaid(`outcomes:
  - id: O1
    description: Something gets better
    baseline: { metric: ${names[0]}, current: "${from}", measured_on: 2025-11-03 }
    target: { metric: ${names[1]}, goal: "${to}", target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-20, value: "${now}" }]
`);
  const [document] = readPlanFile(text).documents;
  const outcome = document?.model.kind === 'plan' ? document.model.outcomes.items[0] : undefined;
  if (!outcome) throw new Error('no outcome');
  const { attainment, metrics } = outcomeNumbers(outcome, day('2026-02-10'));
  const { series, like } = metrics[0] ?? {};
  const value = series?.measurements[0]?.value;
  return [attainment, like && value !== undefined ? formatLike(value, like) : undefined];
}

/** How the latest value and the one that is expected are told on a day. */
function told(from: string, to: string, now: string, on = '2026-02-10') {
  const measured =
    now === '' ? '    measurements: []\n' : `    measurements: [{ date: 2026-01-20, value: "${now}" }]\n`;
  const [document] = readPlanFile(
    overlaid(`outcomes:
  - id: O1
    description: Something gets better
    baseline: { metric: Metric, current: "${from}", measured_on: 2025-11-03 }
    target: { metric: Metric, goal: "${to}", target_date: 2026-06-30 }
${measured}`),
  ).documents;
  const outcome = document?.model.kind === 'plan' ? document.model.outcomes.items[0] : undefined;
  const [metric] = outcome ? outcomeNumbers(outcome, day(on)).metrics : [];
  return metric && [tellLatest(metric), tellExpected(metric, day(on))];
}

describe('a metric', () => {
  it.each([
    ['0', '200 hours', '90 hours', 0.45, '90 hours'],
    ['0', '$1.5M', '$600k', 0.4, '$0.6M'],
    ['0', '80%', '20%', 0.25, '20%'],
    ['14 hours', '0', '7 hours', 0.5, '7 hours'],
    ['6 per year', '0', '3 per year', 0.5, '3'],
    ['6 incidents per year', '0 incidents', '0', 1, '0 incidents'],
    ['0 of 9', '9 of 9', '3 of 9', 1 / 3, '3 of 9 (33.3%)'],
  ])('that begins or ends at nothing needs no unit there: %s to %s', (from, to, now, attained, told) => {
    const [attainment, value] = metric(from, to, now);
    expect(attainment).toBeCloseTo(Number(attained));
    expect(value).toBe(told);
  });

  it.each([
    ['9%', '50% less', '6%'],
    ['9%', 'a 50% reduction', '6%'],
    ['9%', 'reduce by 50%', '6%'],
    ['31 NPS', '+12', '36'],
    ['$1.2M', '+$300k', '$1.3M'],
    ['40 hours', '-10 hours', '34 hours'],
    ['40 hours', '10 hours less', '34 hours'],
    ['60%', '+5 pp', '63%'],
  ])('has no goal that is only a change of what it starts from: %s, %s', (from, to, now) => {
    expect(metric(from, to, now)[0]).toBeUndefined();
  });

  it.each([
    ['-5 NPS', '+15 NPS', '+5 NPS', 0.5],
    ['8 NPS', '+12 NPS', '10 NPS', 0.5],
    ['0', '+10', '5', 0.5],
    ['10 errors', '5 or fewer', '7.5 errors', 0.5],
    ['90%', '95%+', '92.5%', 0.5],
  ])('has a goal that is a value with a sign or a bound: %s to %s', (from, to, now, attained) => {
    expect(metric(from, to, now)[0]).toBeCloseTo(attained);
  });

  it.each([
    ['10% reduction', '30% reduction', '20%', 'Reduction of returns'],
    ['3%', '-1%', '1%', 'Net revenue churn'],
  ])('may be one of changes, or fall below zero: %s to %s', (from, to, now, name) => {
    expect(metric(from, to, now, [name, name])[0]).toBeCloseTo(0.5);
  });

  it('may say in its name what the values are per', () => {
    expect(metric('4 per month', '12', '8', ['New lanes', 'New lanes won per month'])).toEqual([0.5, '8']);
    expect(metric('4 lanes', '12 lanes a week', '8 lanes', ['Weekly new lanes', 'New lanes'])).toEqual([
      0.5,
      '8 lanes',
    ]);
    expect(metric('4 per month', '12', '8', ['New lanes', 'New lanes per quarter'])).toEqual([undefined, undefined]);
    expect(metric('4 per month', '12 per week', '8', ['New lanes', 'New lanes per month'])).toEqual([undefined, '8']);
  });

  it('is told with the decimals that it or the goal was written with', () => {
    expect(metric('99.7%', '99.95%', '99.82%')[1]).toBe('99.82%');
    expect(metric('4 hours', '30 minutes', '2.25 hours')[1]).toBe('2.25 hours');
  });

  // 3 Nov to 30 Jun are 239 days, 10 Feb is day 99: 41.4%.
  it.each([
    ['2 hours', '30 min', '75 minutes', '75 min', '82.7 min'],
    ['half a day', '2 hours', '7 hours', '7 hours', '7.9 hours'],
    ['1h 30m', '30 min', '1 h', '1 hour', '1.1 hours'],
    ['3 weeks', '1 week', '16 days', '16 days', '15.2 days'],
    ['$1.2M', '$1.3M', '$1,249,500', '$1,249,500', '$1,241,423'],
    ['2k users', '4k users', '3,141 users', '3,141 users', '2,828 users'],
    ['2k users', '4k users', '3,141', '3,141 users', '2,828 users'],
    ['3.8 of 5', '4.6 of 5', '4.2 of 5', '4.2 of 5 (84%)', '4.1 of 5 (82%)'],
    ['4 of 5', '4.6 of 5', '4.2 of 5', '4.2 of 5 (84%)', '4.2 of 5 (84%)'],
    ['3 of 5', '5 of 5', '4 of 5', '4 of 5 (80%)', '76.6%'],
    ['8 of 25', '20 of 25', '13 of 27', '13 of 27 (48.1%)', '51.9%'],
    ['14 hours', '0', '10 hours', '10 hours', '8.2 hours'],
    ['4 hours', '30 min', '2.1 hours', '2.1 hours', '2.6 hours'],
    ['4 hours', '30 min', '', undefined, '2.6 hours'],
  ])('is told in the unit in which it was measured: %s to %s, %s', (from, to, now, value, due) => {
    expect(told(from, to, now)).toEqual([value, due]);
  });

  it('is told in the unit of the goal where the other is too coarse, and as the goal where that is due', () => {
    expect(told('4 hours', '30 min', '2.1 hours', '2026-06-20')).toEqual(['2.1 hours', '38.8 min']);
    expect(told('4 hours', '30 min', '2.1 hours', '2026-07-01')).toEqual(['2.1 hours', '30 min']);
    expect(told('4 hours', '< 30 min', '', '2026-07-01')).toEqual([undefined, '30 min']);
    expect(told('90 days', '12 weeks', '80 days', '2026-07-01')).toEqual(['80 days', '12 weeks']);
  });

  it('is not known where the units are different ones', () => {
    expect(metric('4', '30 minutes', '3')).toEqual([undefined, '3']);
    expect(metric('$0', '€40k', '$10k')).toEqual([undefined, '$10,000']);
  });
});

/** The plan's only outcome, with these lines, on 10 February. */
function standing(lines: string) {
  const [document] = readPlanFile(
    overlaid(`outcomes:\n  - id: O1\n    description: Something gets better\n${lines}`),
  ).documents;
  const plan = document?.model.kind === 'plan' ? document.model : undefined;
  return plan && planStanding(plan, day('2026-02-10')).outcomes[0];
}

describe('words on the way', () => {
  const reason = (from: string, to: string, now: string) =>
    standing(`    baseline: { metric: Metric, current: "${from}", measured_on: 2025-11-03 }
    target: { metric: Metric, goal: "${to}", target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-20, value: "${now}" }]
    milestones: []
`)?.judgement.reason;

  it.each([
    ['62%', '90%', '58%', '4 points'],
    ['NPS -12', 'NPS 20', 'NPS -20', '8'],
    ['3.8 of 5', '4.6 of 5', '3.5 of 5', '0.3 of 5'],
    ['2 hours', '30 min', '135 min', '15 min'],
    ['$1.2M', '$2M', '$1,150,000', '$50,000'],
  ])('say by how much %s to %s, now %s, is worse', (from, to, now, by) => {
    expect(reason(from, to, now)).toBe(`Worse than the baseline by ${by}; no forecast.`);
  });

  it('say once which side of a value is held', () => {
    expect(reason('5', '≤ 5', '4')).toBe('Not above 5 at its only measurement; nothing late or blocked.');
    expect(reason('5', 'at most 5', '6')).toBe('Above the 5 to be held.');
    expect(reason('99.9%', '> 99.5%', '99.1%')).toBe('Below the 99.5% to be held.');
  });

  it('never call 99.7% all of it', () => {
    const near = standing(`    baseline: { metric: Metric, current: 0, measured_on: 2025-11-03 }
    target: { metric: Metric, goal: 1000 units, target_date: 2026-02-01 }
    measurements: [{ date: 2026-01-20, value: 997 units }]
    milestones: []
`);
    expect(near?.judgement.reason).toBe('99.7% attained; target date passed 9 days ago.');
  });
});

describe('key results', () => {
  const result = (id: string, day: string, value: string) =>
    `      - { id: ${id}, baseline: { metric: ${id}, current: 0, measured_on: 2025-11-03 }, target: { metric: ${id}, goal: 100, target_date: ${day} }, measurements: [${value}] }\n`;

  // K1 should be at 99 / 110 = 90%, K2 at 99 / 239 = 41.4%.
  it('are held against what is expected of those that are measured', () => {
    const k1 = result('K1', '2026-02-21', '{ date: 2026-02-01, value: 62 }');
    const one = standing(`    key_results:\n${k1}${result('K2', '2026-06-30', '')}`);
    expect([one?.attainment, one?.expected]).toEqual([0.62, 0.9]);
    const both = standing(`    key_results:\n${k1}${result('K2', '2026-06-30', '{ date: 2026-02-01, value: 20 }')}`);
    expect(both?.attainment).toBeCloseTo(0.41);
    expect(both?.expected).toBeCloseTo(0.657, 3);
    const none = standing(`    key_results:\n${result('K1', '2026-02-21', '')}${result('K2', '2026-06-30', '')}`);
    expect([none?.attainment, none?.expected?.toFixed(3)]).toEqual([undefined, '0.657']);
  });
});

it('is due with its outcome where a key result has no day of its own', () => {
  const one = standing(`    target: { target_date: 2026-06-30 }
    key_results:
      - { id: K1, baseline: { metric: A, current: 0, measured_on: 2025-11-03 }, target: { metric: A, goal: 100 }, measurements: [{ date: 2026-02-01, value: 6 }] }
`);
  expect(one?.expected?.toFixed(3)).toBe('0.414');
  expect(one?.judgement).toEqual({ health: 'off_track', reason: expect.stringMatching(/^35.* points behind/) });
});

describe('what does not compare', () => {
  const text = (value: string) =>
    overlaid(`outcomes:
  - id: O1
    description: Something gets better
    baseline: { metric: Share, current: 62%, measured_on: 2025-11-03 }
    target: { metric: Share, goal: 90%, target_date: 2026-06-30 }
    measurements: [${value}]
    milestones: []
`);
  const judged = (value: string) => {
    const [document] = readPlanFile(text(value)).documents;
    const plan = document?.model.kind === 'plan' ? document.model : undefined;
    const [outcome] = plan ? planStanding(plan, day('2026-02-10')).outcomes : [];
    return outcome?.judgement;
  };

  it('was measured all the same', () => {
    const said = 'What was measured since the baseline does not compare with it.';
    expect(judged('{ date: 2026-01-20, value: 0.76 }')).toEqual({ health: 'unknown', reason: said });
    expect(judged('{ date: 2026-01-20, value: 12 hours }')).toEqual({ health: 'unknown', reason: said });
    for (const none of [
      '',
      '{ date: 2025-10-20, value: 0.76 }',
      '{ date: 2026-03-20, value: 0.76 }',
      '{ date: 2026-01-20 }',
    ])
      expect(judged(none)?.health, none).toBe('not_started');
    expect(judged('{ date: 2026-01-20, value: 76% }, { date: 2026-02-01, value: 0.8 }')?.health).toBe('on_track');
  });
});

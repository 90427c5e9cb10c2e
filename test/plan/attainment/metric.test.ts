import { describe, expect, it } from 'vitest';
import { outcomeNumbers } from '../../../plan/attainment/index.ts';
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

  it('is not known where the units are different ones', () => {
    expect(metric('4', '30 minutes', '3')).toEqual([undefined, '3']);
    expect(metric('$0', '€40k', '$10k')).toEqual([undefined, '$10,000']);
  });
});

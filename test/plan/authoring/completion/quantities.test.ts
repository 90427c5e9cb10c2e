import { describe, expect, it } from 'vitest';
import { accepted, labels, sound, stops } from './support.ts';

describe('numbers and what is measured', () => {
  const measured = (value: string) => sound('        value: 9 minutes', `        value: ${value}`);

  it('come in the unit of the baseline, and with the figure that was typed', () => {
    expect(labels(measured('<|>'))).toEqual(['12 minutes', '4 minutes']);
    expect(stops(measured('<|>'), '12 minutes')).toBe('<1:12> minutes');
    expect(stops(measured('"<|>"'), '12 minutes')).toBe('<1:12> minutes');
    expect(accepted(measured('7<|>'), '7 minutes')).toContain('value: 7 minutes\n');
    expect(accepted(measured('"7<|>"'), '7 minutes')).toContain('value: "7 minutes"\n');
    expect(accepted(measured("'7<|>"), '7 minutes')).toContain("value: '7 minutes'\n");
    expect(labels(sound('      goal: 4 minutes', '      goal: <|>'))).toEqual(['12 minutes']);
  });

  it('count one hour and two hours', () => {
    const goal = (typed: string, current: string) =>
      labels(`outcomes:\n  - baseline:\n      current: ${current}\n    target:\n      goal: ${typed}<|>\n`);
    expect([goal('1', '6 hours'), goal('30', '1 day per order')]).toEqual([['1 hour'], ['30 days per order']]);
    expect(goal('1', '6 day-rates')).toEqual(['1 day-rates']);
    expect(goal('', '1 hours')).toEqual(['1 hours']);
  });

  it('leave out a percentage that follows from the rest', () => {
    const ratio = 'outcomes:\n  - baseline:\n      current: "8 of 25 (32%)"\n    target:\n      goal: <|>\n';
    expect(stops(ratio, '8 of 25')).toBe('"<1:8> of 25"');
    expect(stops(ratio.replace('"8 of 25 (32%)"', "'8 of 25 (32%)'"), '8 of 25')).toBe('"<1:8> of 25"');
    const braces =
      'outcomes:\n  - baseline: { current: 12 days, metric: "Days, all" }\n    target:\n      metric: <|>\n';
    expect(accepted(braces, 'Days, all')).toContain('      metric: "Days, all"\n');
  });

  it('are the minutes that are left of a meeting', () => {
    const agenda =
      'qbr:\n  duration: 60 minutes\n  agenda:\n    - topic: A\n      duration: 25 min\n    - topic: B\n      duration: <|>\n';
    expect(labels(agenda).slice(0, 2)).toEqual(['35 min', '5 min']);
  });
});

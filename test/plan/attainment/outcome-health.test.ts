import { describe, expect, it } from 'vitest';
import { type OutcomeFacts, outcomeHealth, pointsBehind } from '../../../plan/attainment/index.ts';
import { day } from '../../../plan/day.ts';

const base: OutcomeFacts = {
  today: day('2026-02-10'),
  attainment: 0.66,
  expected: 0.72,
  goalReached: false,
  targetDate: day('2026-04-01'),
  measurements: 2,
  lastValueOn: day('2026-02-01'),
  milestonesBegun: 2,
  late: [],
  blocked: [],
  severeRisks: [],
};
const judged = (facts: Partial<OutcomeFacts>) => {
  const { health, reason } = outcomeHealth({ ...base, ...facts });
  return `${health}: ${reason}`;
};
const scheduling = { name: 'Automated scheduling enabled' };

describe('outcomeHealth: the worked example', () => {
  it('judges the three outcomes', () => {
    expect(
      judged({
        attainment: 1.9 / 3.5,
        expected: 179 / 229,
        late: [{ name: 'automation', daysLate: 26 }],
        blocked: [{ name: 'automation' }],
        severeRisks: ['R1'],
      }),
    ).toBe('off_track: 24 points behind; automation blocked and 26 days late; R1 severe and open.');
    expect(judged({ attainment: 2 / 3, expected: 132 / 182 })).toBe(
      'on_track: 6 points behind, within the 15 that count; nothing late or blocked.',
    );
    expect(
      judged({ attainment: undefined, expected: 132 / 272, measurements: 0, lastValueOn: day('2025-10-01') }),
    ).toBe('unknown: No value for 132 days.');
  });

  it('judges the states at the edge of the scale', () => {
    expect(judged({ goalReached: true, reachedOn: day('2026-03-20'), today: day('2026-04-02') })).toBe(
      'achieved: Goal reached on 20 Mar, 12 days early.',
    );
    expect(judged({ attainment: -0.114, expected: 0.31, worseBy: '0.4 hours' })).toBe(
      'off_track: Worse than the baseline by 0.4 hours; no forecast.',
    );
    expect(judged({ attainment: -0.114, expected: 0.31, worseBy: '0.4 hours', forecast: day('2029-03-13') })).toBe(
      'off_track: Worse than the baseline by 0.4 hours.',
    );
    expect(
      judged({ attainment: 1, expected: 1, measurements: 5, hold: { goal: '99.9%', direction: 'at least' } }),
    ).toBe('on_track: Not below 99.9% at the last of 5 measurements; nothing late or blocked.');
    expect(
      judged({ attainment: 1, expected: 1, measurements: 1, hold: { goal: '99.9%', direction: 'at least' } }),
    ).toBe('on_track: Not below 99.9% at its only measurement; nothing late or blocked.');
    expect(judged({ attainment: undefined, missing: 'both' })).toBe(
      'unknown: Neither goal nor baseline holds a number.',
    );
  });
});

describe('outcomeHealth: the limits', () => {
  const late = [{ ...scheduling, daysLate: 1 }];
  it.each<[string, Partial<OutcomeFacts>]>([
    ['on_track', { attainment: 0.57, expected: 0.72 }],
    ['at_risk', { attainment: 0.569, expected: 0.72 }],
    ['at_risk', { attainment: 0.42, expected: 0.72 }],
    ['off_track', { attainment: 0.419, expected: 0.72 }],
    ['at_risk', { attainment: 0.57, expected: 0.72, late }],
    ['off_track', { attainment: 0.569, expected: 0.72, late }],
    ['off_track', { attainment: 0.569, expected: 0.72, blocked: [scheduling] }],
    ['at_risk', { attainment: 0.569, expected: 0.72, severeRisks: ['R1'] }],
    ['at_risk', { attainment: 0.9, severeRisks: ['R1'] }],
    ['at_risk', { attainment: 0.9, blocked: [scheduling] }],
    ['on_track', { targetDate: day('2026-02-10') }],
    ['off_track', { targetDate: day('2026-02-09') }],
    ['on_track', { expected: undefined, targetDate: undefined }],
    [
      'achieved',
      { goalReached: true, late, blocked: [scheduling], severeRisks: ['R1'], targetDate: day('2025-01-01') },
    ],
    ['not_started', { attainment: undefined, measurements: 0, milestonesBegun: 0 }],
    ['not_started', { attainment: undefined, measurements: 0, milestonesBegun: 0, targetDate: day('2026-01-01') }],
    ['unknown', { attainment: undefined, measurements: 0, milestonesBegun: 1, late }],
    ['unknown', { attainment: undefined, measurements: 1, milestonesBegun: 0, missing: 'comparison' }],
    ['on_track', { milestonesBegun: 0 }],
  ])('%s for %j', (health, facts) => {
    expect(outcomeHealth({ ...base, ...facts }).health).toBe(health);
  });

  it('counts points without the noise of binary fractions', () => {
    expect(pointsBehind({ attainment: 0.57, expected: 0.72 })).toBe(15);
    expect(pointsBehind({ attainment: 0.57, expected: undefined })).toBeUndefined();
  });
});

describe('outcomeHealth: the words', () => {
  it.each<[string, Partial<OutcomeFacts>]>([
    ['achieved: Goal reached.', { goalReached: true }],
    ['achieved: Goal reached on 9 Feb.', { goalReached: true, reachedOn: day('2026-02-09'), targetDate: undefined }],
    [
      'achieved: Goal reached on 1 Feb, 1 day late.',
      { goalReached: true, reachedOn: day('2026-02-01'), targetDate: day('2026-01-31') },
    ],
    [
      'achieved: Goal reached on 31 Dec 2025, the day it was due.',
      { goalReached: true, reachedOn: day('2025-12-31'), targetDate: day('2025-12-31') },
    ],
    [
      'achieved: Confirmed by Sarah Chen on 1 Feb, 1 day early.',
      { goalReached: true, acknowledgedBy: 'Sarah Chen', reachedOn: day('2026-02-01'), targetDate: day('2026-02-02') },
    ],
    [
      'achieved: Held at least 99.9% to the end, 1 Feb.',
      { goalReached: true, hold: { goal: '99.9%', direction: 'at least' }, targetDate: day('2026-02-01') },
    ],
    [
      'not_started: No milestone begun and nothing measured since the baseline.',
      { attainment: undefined, measurements: 0, milestonesBegun: 0 },
    ],
    [
      'not_started: No milestone begun and nothing measured; target date passed 1 day ago; training 3 days late.',
      {
        attainment: undefined,
        measurements: 0,
        milestonesBegun: 0,
        lastValueOn: undefined,
        targetDate: day('2026-02-09'),
        late: [{ name: 'training', daysLate: 3 }],
      },
    ],
    ['unknown: No value for 1 day.', { attainment: undefined, measurements: 0, lastValueOn: day('2026-02-09') }],
    [
      'unknown: No value since the baseline.',
      { attainment: undefined, measurements: 0, lastValueOn: day('2026-02-10') },
    ],
    ['unknown: No number to start from: the baseline holds none.', { attainment: undefined, missing: 'baseline' }],
    ['unknown: No number to reach: the goal holds none.', { attainment: undefined, missing: 'goal' }],
    ['unknown: The values are in units that do not compare.', { attainment: undefined, missing: 'comparison' }],
    [
      'unknown: Waiting for the customer’s word; R1 and R2 severe and open.',
      { attainment: undefined, missing: 'word', severeRisks: ['R1', 'R2'] },
    ],
    ['on_track: 1 point behind, within the 15 that count; nothing late or blocked.', { attainment: 0.71 }],
    ['on_track: Where it should be today; nothing late or blocked.', { attainment: 0.721 }],
    ['on_track: 8 points ahead; nothing late or blocked.', { attainment: 0.8 }],
    [
      'on_track: 66% attained, expected progress unknown without both dates; nothing late or blocked.',
      { expected: undefined },
    ],
    ['at_risk: 15.1 points behind.', { attainment: 0.569 }],
    ['off_track: 30.04 points behind.', { attainment: 0.4196 }],
    ['off_track: 30.4 points behind.', { attainment: 0.196, expected: 0.5 }],
    ['at_risk: 15.01 points behind.', { attainment: 0.3499, expected: 0.5 }],
    ['at_risk: 29.9 points behind.', { attainment: 0.201, expected: 0.5 }],
    ['at_risk: 30 points behind.', { attainment: 0.2, expected: 0.5 }],
    ['on_track: 15 points behind, within the 15 that count; nothing late or blocked.', { attainment: 0.57 }],
    [
      'on_track: 14.6 points behind, within the 15 that count; nothing late or blocked.',
      { attainment: 0.354, expected: 0.5 },
    ],
    [
      'at_risk: 6 points behind, within the 15 that count; “Automated scheduling enabled” 1 day late.',
      { late: [{ ...scheduling, daysLate: 1 }] },
    ],
    [
      'at_risk: 6 points behind, within the 15 that count; R1, R2 and R4 severe and open.',
      { severeRisks: ['R1', 'R2', 'R4'] },
    ],
    [
      'at_risk: 6 points behind, within the 15 that count; 4 severe risks open.',
      { severeRisks: ['R1', 'R2', 'R4', 'R5'] },
    ],
    ['off_track: 66% attained; target date passed 10 days ago.', { targetDate: day('2026-01-31') }],
    [
      'off_track: Below the 99.9% to be held.',
      { attainment: 0, expected: 1, hold: { goal: '99.9%', direction: 'at least' } },
    ],
    [
      'off_track: Above the 5 tickets to be held.',
      { attainment: 0, expected: 1, hold: { goal: '5 tickets', direction: 'at most' } },
    ],
    [
      'at_risk: 6 points behind, within the 15 that count; access blocked; training 9 days late; 2 more late or blocked.',
      {
        blocked: [{ name: 'access' }],
        late: [
          { name: 'rollout', daysLate: 1 },
          { name: 'training', daysLate: 9 },
          { name: 'templates', daysLate: 2 },
        ],
      },
    ],
    [
      'at_risk: 6 points behind, within the 15 that count; training blocked; training 9 days late.',
      { blocked: [{ id: 'M1', name: 'training' }], late: [{ id: 'M2', name: 'training', daysLate: 9 }] },
    ],
  ])('%s', (text, facts) => {
    expect(judged(facts)).toBe(text);
  });
});

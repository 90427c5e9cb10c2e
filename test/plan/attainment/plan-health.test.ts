import { describe, expect, it } from 'vitest';
import { type Health, type PlanFacts, planHealth } from '../../../plan/attainment/index.ts';
import { addDays, day } from '../../../plan/day.ts';

const today = day('2026-02-10');
const outcomes = (...healths: Health[]): PlanFacts['outcomes'] =>
  healths.map((health, index) => ({ name: `O${index + 1}`, health }));
const judged = (facts: Partial<PlanFacts>) => {
  const { health, reason } = planHealth({ today, outcomes: [], ...facts });
  return `${health}: ${reason}`;
};

describe('planHealth', () => {
  it.each<[string, Partial<PlanFacts>]>([
    [
      'achieved: Both outcomes achieved.',
      { outcomes: outcomes('achieved', 'achieved'), reviewOverdueSince: addDays(today, -3) },
    ],
    ['achieved: The outcome is achieved.', { outcomes: outcomes('achieved') }],
    [
      'off_track: 1 of 2 known outcomes off track (O1); O3 not known.',
      { outcomes: outcomes('off_track', 'on_track', 'unknown') },
    ],
    [
      'off_track: 2 of 4 known outcomes off track (O1 and O2); O3 at risk.',
      { outcomes: outcomes('off_track', 'off_track', 'at_risk', 'achieved') },
    ],
    ['off_track: 1 of 1 known outcome off track (O1).', { outcomes: outcomes('off_track') }],
    [
      'at_risk: O1 off track; review 12 days overdue.',
      { outcomes: outcomes('off_track', 'on_track', 'on_track'), reviewOverdueSince: addDays(today, -12) },
    ],
    ['at_risk: O2 at risk; O3 not known.', { outcomes: outcomes('on_track', 'at_risk', 'unknown') }],
    ['at_risk: Review 1 day overdue.', { outcomes: outcomes('on_track'), reviewOverdueSince: addDays(today, -1) }],
    ['unknown: No outcome has a measured attainment.', { outcomes: outcomes('unknown', 'not_started') }],
    ['not_started: No outcomes yet.', {}],
    ['not_started: No outcome begun.', { outcomes: outcomes('not_started', 'not_started') }],
    ['on_track: Both outcomes on track or achieved.', { outcomes: outcomes('on_track', 'achieved') }],
    ['on_track: The outcome is on track.', { outcomes: outcomes('on_track') }],
    [
      'on_track: 1 of 3 outcomes on track or achieved; O2 not known; O3 not started.',
      { outcomes: outcomes('on_track', 'unknown', 'not_started') },
    ],
  ])('%s', (text, facts) => {
    expect(judged(facts)).toBe(text);
  });

  it('is off track with one outcome off track near the renewal', () => {
    const three = outcomes('off_track', 'on_track', 'on_track');
    expect(judged({ outcomes: three, renewalDate: addDays(today, 91) })).toBe('at_risk: O1 off track.');
    expect(judged({ outcomes: three, renewalDate: addDays(today, 90) })).toBe(
      'off_track: 1 of 3 known outcomes off track (O1); renewal in 90 days.',
    );
    expect(judged({ outcomes: three, renewalDate: today })).toBe(
      'off_track: 1 of 3 known outcomes off track (O1); renewal today.',
    );
    expect(judged({ outcomes: three, renewalDate: addDays(today, -1) })).toBe('at_risk: O1 off track.');
  });

  it('is off track with one outcome off track that is due near the renewal', () => {
    const renewalDate = addDays(today, 172);
    const due = (days: number): PlanFacts['outcomes'] => [
      { name: 'O1', health: 'off_track', targetDate: addDays(renewalDate, -days) },
      ...outcomes('on_track', 'on_track', 'on_track').slice(1),
      { name: 'O4', health: 'on_track', targetDate: addDays(renewalDate, -1) },
    ];
    expect(planHealth({ today, outcomes: due(91), renewalDate }).health).toBe('at_risk');
    expect(planHealth({ today, outcomes: due(90), renewalDate }).health).toBe('off_track');
    expect(planHealth({ today, outcomes: due(-10), renewalDate }).health).toBe('off_track');
    const reason = (days: number) => judged({ outcomes: due(days), renewalDate });
    expect(reason(91)).toBe('at_risk: O1 off track.');
    expect(reason(41)).toBe('off_track: 1 of 4 known outcomes off track (O1); O1 due 41 days before the renewal.');
    expect(reason(1)).toBe('off_track: 1 of 4 known outcomes off track (O1); O1 due 1 day before the renewal.');
    expect(reason(0)).toBe('off_track: 1 of 4 known outcomes off track (O1); O1 due on the day of the renewal.');
    expect(reason(-10)).toBe('off_track: 1 of 4 known outcomes off track (O1); O1 due 10 days after the renewal.');
  });

  it('names of several the one that is due last, and the renewal itself where that is near', () => {
    const two = (renewalDate: ReturnType<typeof day>) =>
      judged({
        outcomes: [
          { name: 'O1', health: 'off_track', targetDate: addDays(renewalDate, -120) },
          { name: 'O2', health: 'off_track', targetDate: addDays(renewalDate, -30) },
          { name: 'O3', health: 'on_track', targetDate: addDays(renewalDate, -1) },
        ],
        renewalDate,
      });
    expect(two(addDays(today, 172))).toBe(
      'off_track: 2 of 3 known outcomes off track (O1 and O2); O2 due 30 days before the renewal.',
    );
    expect(two(addDays(today, 60))).toBe('off_track: 2 of 3 known outcomes off track (O1 and O2); renewal in 60 days.');
  });

  it('does not look at deferred outcomes', () => {
    expect(judged({ outcomes: [...outcomes('achieved'), { name: 'O2', health: 'off_track', deferred: true }] })).toBe(
      'achieved: The outcome is achieved.',
    );
  });
});

import { expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { fixedBy, told } from '../../support/told.ts';

/** O1's milestones are due on 15 Dec (done), 31 Mar and 30 Jun 2026, and the review was on 20 Jan 2026. */
const logged = (...changes: string[]) =>
  soundPlan().replace(
    '    plan_changes: none',
    `    plan_changes:\n${changes.map(change => `      - '${change.replaceAll("'", "''")}'`).join('\n')}`,
  );
const decided = (plan: string, decision: string) =>
  plan.replace('      - Depots in the north are trained first', `      - ${decision}`);
const at = (place: string, ...fixes: string[]) => [
  `warning plan-change-not-applied at ${place}${fixes.map(fix => ` » ${fix}`).join('')}`,
];
const APR = 'Move to 30 Apr 2026, as the log says';

it.each([
  ['applied', ['O1 milestone 2 moved from Feb 28 to Mar 31'], []],
  ['not applied', ['O1 milestone 2 moved from Mar 31 to Apr 30'], at('"2026-03-31"', APR)],
  ['not applied, without the old day', ['O1 milestone 2 moved to Apr 30'], at('"2026-03-31"', APR)],
  ['by its name', ['Milestone "All depots trained" moved to Apr 30'], at('"2026-03-31"', APR)],
  ['by its bare name', ['All depots trained moved to 30 April 2026'], at('"2026-03-31"', APR)],
  ['by words that are not its name', ['Training milestone moved to Apr 30'], []],
  [
    'by a part of its name, and by its old day',
    ['Depots trained moved from Mar 31 to Apr 30'],
    at('"2026-03-31"', APR),
  ],
  ['by a part of its name, and by another day', ['Depots trained moved from Mar 13 to Apr 30'], []],
  ['by a part of its name alone', ['Depots trained moved to Apr 30'], []],
  ['by a part of its name and more', ['IT depots trained moved from Mar 31 to Apr 30'], []],
  ['by what several names have', ['O1 depots moved from Mar 31 to Apr 30'], []],
  [
    'by a part of its name, to another owner',
    ['Owner of depots trained changed from Ken to Priya Shah'],
    at('Ken Abe', 'Change the owner to Priya Shah'),
  ],
  [
    'overtaken by a later day under a part of its name',
    ['O1 milestone 2 moved to Apr 30', 'Depots trained moved to Mar 31'],
    [],
  ],
  ['said the other way round', ['O1 milestone 2 now due Apr 30 (was Mar 31)'], at('"2026-03-31"', APR)],
  ['with instead of', ['O1 milestone 2: date moved to Apr 30 instead of Mar 31'], at('"2026-03-31"', APR)],
  ['by the number of its outcome', ['Milestone 2 of outcome 1 moved to Apr 30'], at('"2026-03-31"', APR)],
  [
    'an owner who takes over',
    ['Priya Shah takes over "All depots trained" from Ken Abe'],
    at('Ken Abe', 'Change the owner to Priya Shah'),
  ],
  [
    'a new owner',
    ['Priya Shah is now owner of O1 milestone 2 (was Ken Abe)'],
    at('Ken Abe', 'Change the owner to Priya Shah'),
  ],
  ['somebody who took over before', ['Ken Abe takes over "All depots trained" from Priya Shah'], []],
  ['the goal that is there', ['O1 goal 4 minutes instead of 5 minutes'], []],
  ['decided against', ['Moving O1 milestone 2 to Apr 30 was decided against'], []],
  [
    'a goal that was tightened',
    ['O1 goal tightened from 4 minutes to 3 minutes'],
    at('4 minutes', 'Change the goal to 3 minutes'),
  ],
  ['overtaken by a later day', ['O1 milestone 2 moved from Feb 10 to Feb 28'], []],
  ['only the last of two', ['O1 milestone 2 moved to Apr 30', 'O1 milestone 2 moved from Apr 30 to Mar 31'], []],
  [
    'overtaken by what cannot be read',
    ['O1 milestone 2 moved to Apr 30', 'O1 milestone 2 pulled in by four weeks'],
    [],
  ],
  [
    'another property of which more is said',
    ['O1 milestone 2 moved to Apr 30', 'O1 milestone 2 owner stays as it is'],
    at('"2026-03-31"', APR),
  ],
  ['of a milestone that is done', ['O1 milestone 1 moved to Apr 30'], []],
  ['of one that is not there', ['O1 milestone 9 moved to Apr 30'], []],
  ['of an outcome that is not there', ['O9 milestone 2 moved to Apr 30'], ['hint reference-unknown at O9']],
  ['of a milestone that could be several', ['Milestone 2 moved to Apr 30'], []],
  ['two ids', ['O1 and O2 moved to Sep 30'], []],
  [
    'the last milestone',
    ['Last milestone of O1 moved from Jun 30 to Jun 15'],
    at('"2026-06-30"', 'Move to 15 Jun 2026, as the log says'),
  ],
  [
    'an outcome',
    ['O2 target date moved from Aug 31 to Sep 30'],
    at('"2026-08-31"', 'Move to 30 Sep 2026, as the log says'),
  ],
  [
    'an owner',
    ['O1 milestone 2 owner changed from Ken Abe to Priya Shah'],
    at('Ken Abe', 'Change the owner to Priya Shah'),
  ],
  [
    'a goal that is called the target',
    ['O1 target lowered to 3 minutes (was 4 minutes)'],
    at('4 minutes', 'Change the goal to 3 minutes'),
  ],
  [
    'an owner who hands over',
    ['Ken Abe hands O1 milestone 2 to Priya Shah'],
    at('Ken Abe', 'Change the owner to Priya Shah'),
  ],
  ['an owner by first name', ['O1 milestone 2 reassigned to Priya'], at('Ken Abe', 'Change the owner to Priya Shah')],
  ['an owner who has it', ['O1 milestone 2 owner changed to Ken'], []],
  ['an owner whom nobody knows', ['O1 milestone 2 owner changed to Lee Wong'], []],
  ['an owner after whom another came', ['O1 milestone 2 owner changed from Dana Ruiz to Priya Shah'], []],
  ['a risk', ['Owner of R1 changed to Ken Abe'], at('Dana Ruiz', 'Change the owner to Ken Abe')],
  ['a goal', ['O1 goal changed from 4 minutes to 5 minutes'], at('4 minutes', 'Change the goal to 5 minutes')],
  [
    'a goal with its unit said once',
    ['O1 goal changed from 4 to 5 minutes'],
    at('4 minutes', 'Change the goal to 5 minutes'),
  ],
  [
    'a goal with its unit said once, and in another one',
    ['O1 goal relaxed from 240 to 300 seconds'],
    at('4 minutes', 'Change the goal to 300 seconds'),
  ],
  ['a goal without its unit', ['O1 goal changed from 4 to 5'], at('4 minutes', 'Change the goal to 5 minutes')],
  ['a goal with its unit at the old one', ['O2 goal: 3% -> 4'], at('3%', 'Change the goal to 4%')],
  ['a goal that is there, with its unit said once', ['O1 goal changed from 6 to 4 minutes'], []],
  ['a goal after which another came, with its unit said once', ['O1 goal changed from 6 to 5 minutes'], []],
  ['a figure that may be anything', ['O1 goal changed to 5'], []],
  ['figures that are not the goal', ['O1 goal changed from 240 to 300'], []],
  ['a goal in another unit', ['O1 goal changed to 240 seconds'], []],
  ['a goal that compares with nothing', ['O1 goal changed from 4 minutes to 80%'], []],
  ['a goal after which another came', ['O1 goal changed from 6 minutes to 5 minutes'], []],
  ['a start that is not in the plan', ['O1 milestone 2 start date moved to Feb 20'], []],
])('%s', (_, changes, expected) => {
  expect(told(logged(...changes))).toEqual(expected);
});

it('knows an outcome by an id in capitals alone, and an owner by a first name of two words', () => {
  const own = (change: string) => logged(change).replace('- id: O2', '- id: OTIF');
  expect(
    told(own('OTIF target date moved from Aug 31 to Sep 30')).filter(line => line.includes('not-applied')),
  ).toEqual(at('"2026-08-31"', 'Move to 30 Sep 2026, as the log says'));
  const named = logged('O1 milestone 2 handed over to Hye-jin').replaceAll('Priya Shah', 'Hye-jin Park');
  expect(told(named)).toEqual(at('Ken Abe', 'Change the owner to Hye-jin Park'));
});

it('speaks of the start of a milestone as of its day', () => {
  const started = (change: string) =>
    logged(change).replace(
      '- name: All depots trained',
      '- name: All depots trained\n        start_date: "2026-02-16"',
    );
  const moved = started('O1 milestone 2 start date moved from Feb 16 to Mar 2');
  expect(told(moved)).toEqual(at('"2026-02-16"', 'Move to 2 Mar 2026, as the log says'));
  expect(findingsOf(moved).map(({ message }) => message)).toEqual([
    'The review of 20 Jan 2026 moved the start of “All depots trained” from 16 Feb to 2 Mar, but the plan still says 16 Feb. Move it, or correct the log.',
  ]);
  expect(told(started('O1 milestone 2 start date moved from Feb 2 to Feb 16'))).toEqual([]);
});

it('reads the log in the order of its reviews', () => {
  const earlier =
    '  - date: "2025-11-20"\n    attendees: [Dana Ruiz, Priya Shah]\n    decisions: []\n    plan_changes: [O1 milestone 2 moved from Feb 27 to Mar 31]\n';
  const plan = logged('O1 milestone 2 moved from Mar 31 to Apr 30').replace(
    'renewal:\n  owner',
    `${earlier}renewal:\n  owner`,
  );
  expect(told(plan)).toEqual(at('"2026-03-31"', APR));
  const later = plan.replace('"2025-11-20"', '"2026-02-05"').replace('Feb 27 to Mar 31', 'Apr 30 to Mar 31');
  expect(told(later).filter(line => line.includes('not-applied'))).toEqual([]);
});

it('takes a decision as a second opinion, never as the first', () => {
  const both = decided(logged('O1 milestone 2 moved from Mar 31 to Apr 30'), 'Extend the pilot to May 15');
  expect(told(both)).toEqual(at('"2026-03-31"', APR));
  const tied = decided(
    logged('O1 milestone 2 moved from Mar 31 to Apr 30'),
    'Extend trained depots milestone to May 15',
  );
  expect(told(tied)).toEqual(at('"2026-03-31"', APR, 'Move to 15 May 2026, as was decided'));
  expect(told(fixedBy('Move to 15 May 2026, as was decided', tied))).toEqual([]);
  expect(findingsOf(tied)[0]?.related.map(related => related.message)).toEqual([
    'The review of 20 Jan 2026 says so here',
    'This decision names 15 May 2026',
  ]);
  expect(told(decided(soundPlan(), 'O1 milestone 2 moved to Apr 30'))).toEqual([]);
  // The plan followed the decision.
  expect(told(decided(logged('O1 milestone 2 moved to Apr 30'), 'Extend trained depots milestone to Mar 31'))).toEqual(
    [],
  );
});

it('reads a change that stands alone instead of in a list', () => {
  expect(
    told(soundPlan().replace('plan_changes: none', 'plan_changes: O1 milestone 2 moved to Apr 30')).filter(line =>
      line.includes('not-applied'),
    ),
  ).toEqual(at('"2026-03-31"', APR));
});

it('keeps still in completed plans, without a review day, and where the plan has no day', () => {
  const plan = logged('O1 milestone 2 moved from Mar 31 to Apr 30');
  expect(
    told(plan.replace('status: active', 'status: completed')).filter(line => line.includes('not-applied')),
  ).toEqual([]);
  expect(
    told(plan.replace('  - date: "2026-01-20"\n    type', '  - type')).filter(line => line.includes('not-applied')),
  ).toEqual([]);
  expect(
    told(plan.replace('target_date: "2026-03-31"', 'target_date:')).filter(line => line.includes('not-applied')),
  ).toEqual([]);
});

it('changes the day and nothing else', () => {
  const plan = logged('O1 milestone 2 moved from Mar 31 to Apr 30').replace(
    'target_date: "2026-03-31"',
    "target_date: '2026-03-31' # spring",
  );
  expect(fixedBy(APR, plan)).toBe(plan.replace("'2026-03-31'", "'2026-04-30'"));
});

it.each([
  [
    'O1 milestone 2 moved from Mar 31 to Apr 30',
    'The review of 20 Jan 2026 moved “All depots trained” from 31 Mar to 30 Apr, but the plan still says 31 Mar. Move it, or correct the log.',
  ],
  [
    'O1 milestone 2 moved to Jan 10',
    'The review of 20 Jan 2026 moved “All depots trained” to 10 Jan 2027, but the plan says 31 Mar. Move it, or correct the log.',
  ],
  [
    'O1 milestone 2 owner changed to Priya',
    'The review of 20 Jan 2026 handed “All depots trained” over to Priya Shah, but the plan names Ken Abe. Change the owner, or correct the log.',
  ],
  [
    'O1 goal changed from 4 minutes to 5 minutes',
    'The review of 20 Jan 2026 changed the goal of O1 from 4 minutes to 5 minutes, but the plan still says “4 minutes”. Change it, or correct the log.',
  ],
])('%s', (change, message) => {
  expect(findingsOf(logged(change)).map(finding => finding.message)).toEqual([message]);
});

it('names the old day in the year that the plan has it in', () => {
  const plan = logged('O1 milestone 3 brought forward from Aug 14 to Jun 19').replaceAll(
    '"2026-06-30"',
    '"2026-08-14"',
  );
  expect(findingsOf(plan).find(({ rule }) => rule === 'plan-change-not-applied')?.message).toContain(
    'moved “Four minutes confirmed by the depots” from 14 Aug to 19 Jun, but the plan still says 14 Aug.',
  );
});

it('leaves apart what only belongs to a milestone', () => {
  const withId = (change: string) =>
    told(logged(change).replace('- name: All depots trained', '- id: M2\n        name: All depots trained'));
  expect(withId('Completion of M2 moved to Apr 30')).toEqual(at('"2026-03-31"', APR));
  expect(withId('Kick-off of M2 moved to Apr 30')).toEqual([]);
  expect(withId('Room booking for M2 moved to Apr 30')).toEqual([]);
});

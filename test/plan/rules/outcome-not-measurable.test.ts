import { expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { told } from '../../support/told.ts';

const outcome = (lines: string) => `${soundPlan(['outcomes'])}
outcomes:
  - id: O1
${lines.replace(/^/gm, '    ')}
    business_value: Frees two people in each depot
    so_that: clerks have time for customers
    milestones:
      - { name: Confirmed by the depots, target_date: 2026-06-30, status: in_progress, owner: Dana Ruiz, kind: validation }
`;
const only = (lines: string) => told(outcome(lines)).filter(line => !line.includes('outcomes-too-few'));

it.each([
  [
    'a wish and nothing else',
    'description: Improve efficiency',
    ['warning outcome-not-measurable at Improve efficiency'],
  ],
  [
    'a wish with a date',
    'description: Improve efficiency\ntarget: { target_date: 2026-06-30 }',
    ['warning outcome-not-measurable at Improve efficiency'],
  ],
  [
    'a wish as goal',
    'description: Better onboarding\ntarget: { metric: Onboarding, goal: smoother, target_date: 2026-06-30 }',
    ['warning outcome-not-measurable at smoother'],
  ],
  [
    'a wish by a year',
    'description: Be the fastest by Q3 2026',
    ['warning outcome-not-measurable at Be the fastest by Q3 2026'],
  ],
  ['put off', 'description: Improve efficiency\nstatus: deferred', []],
  [
    'judged by word, and nothing says by what',
    'description: Make the depots like the new form\nkind: qualitative\ntarget: { target_date: 2026-06-30 }',
    ['info outcome-not-measurable at qualitative'],
  ],
  [
    'judged by word, where a list with nothing in it says by what',
    'description: Make the depots like the new form\nkind: qualitative\nacceptance: []\ntarget: { target_date: 2026-06-30 }',
    ['info outcome-not-measurable at qualitative'],
  ],
  [
    'judged by word, with an amount',
    'description: Nine of ten depots like the new form\nkind: qualitative\ntarget: { target_date: 2026-06-30 }',
    [],
  ],
  [
    'with acceptance',
    'description: Make the depots like the new form\nacceptance: [Every depot manager says so]\ntarget: { target_date: 2026-06-30 }',
    [],
  ],
  [
    'measured by key results',
    'description: Win back the depots\nkey_results:\n  - { id: KR1, description: Use, baseline: { metric: Use, current: 10%, measured_on: 2025-11-03 }, target: { metric: Use, goal: 80%, target_date: 2026-06-30 }, measurements: [{ date: 2026-01-20, value: 40% }] }',
    [],
  ],
])('%s', (_, lines, expected) => {
  expect(only(lines)).toEqual(expected);
});

it.each([
  'No missed pick-ups',
  'Double the orders that arrive by form',
  'Zero wrong deliveries',
  'Roll the form out to 3 depots',
  'Halve the wrong deliveries',
  'Eliminate second trips',
])('“%s” says how much', description => {
  expect(only(`description: ${description}`).filter(line => line.includes('not-measurable'))).toEqual([]);
});

it('holds back where a metric is named and only its numbers are missing', () => {
  expect(
    only(
      'description: Speed up order entry\nbaseline: { metric: Entry time, current: TBD }\ntarget: { metric: Entry time, goal: TBD, target_date: 2026-06-30 }',
    ).map(line => line.replace(/ ».*/, '')),
  ).toEqual(['warning outcome-baseline-missing at TBD', 'warning outcome-target-missing at TBD']);
});

it('is quiet in completed plans and while the YAML is broken', () => {
  const wish = outcome('description: Improve efficiency');
  expect(
    told(wish.replace('status: active', 'status: completed')).filter(line => line.includes('not-measurable')),
  ).toEqual([]);
  expect(told(`${wish}\nrenewal: { owner: "Priya`).filter(line => line.includes('not-measurable'))).toEqual([]);
});

it.each([
  [
    'description: Improve efficiency',
    'Outcome O1 cannot be measured: it has no target, and “Improve efficiency” does not say how much is to change.',
  ],
  [
    'description: Better onboarding\ntarget: { goal: smoother, target_date: 2026-06-30 }',
    'Outcome O1 cannot be measured: neither its goal “smoother” nor “Better onboarding” says how much is to change.',
  ],
])('%s', (lines, opening) => {
  expect(findingsOf(outcome(lines)).find(finding => finding.rule === 'outcome-not-measurable')?.message).toBe(
    `${opening} Say from what to what and by when, as in “from 4 hours to 30 minutes by 30 June”, or set kind: qualitative and list under acceptance what the customer will judge by.`,
  );
});

it.each([
  'acceptance: Every manager says so',
  'acknowledged_on: 2026-02-02',
  'status: deferred',
  'acceptence: [Every manager]',
])('asks for nothing to judge by besides %s', line => {
  const lines = `description: Make the depots like the new form\nkind: qualitative\n${line}\ntarget: { target_date: 2026-06-30 }`;
  expect(only(lines).filter(one => one.includes('not-measurable'))).toEqual([]);
});

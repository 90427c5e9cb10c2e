import { describe, expect, it } from 'vitest';
import { type PlanChange, readPlanChanges } from '../../../../plan/rules/log/plan-changes.ts';
import type { WrittenDate } from '../../../../plan/written-day.ts';

/** `O1 #3 date 1-15 > 3-1`: ids, the milestone's number, a name (in quotes if it was), what changed, from and to. */
function short({ subject, property, from, to }: PlanChange): string {
  const name = subject.quoted ? `“${subject.name}”` : subject.name;
  const which = [...subject.ids, subject.ordinal === undefined ? '' : `#${subject.ordinal}`, name]
    .filter(part => part !== '')
    .join(' ');
  return `${which} ${property} ${from === undefined ? '' : `${value(from)} `}> ${value(to)}`;
}

function value(of: string | WrittenDate): string {
  return typeof of === 'string' ? of : [of.year, of.month, of.day].filter(part => part !== undefined).join('-');
}

describe('is read', () => {
  it.each([
    ['O1 milestone 3 target date moved from Jan 15 to Mar 1', 'O1 #3 date 1-15 > 3-1'],
    ['- O1 milestone 3 target date moved from Jan 15 to Mar 1.', 'O1 #3 date 1-15 > 3-1'],
    ['O1·3 moved to 2026-03-01', 'O1 #3 date > 2026-3-1'],
    ['O1.3 moved to 2026-03-01', 'O1 #3 date > 2026-3-1'],
    ['O1/3 due date pushed back to 1 March 2026', 'O1 #3 date > 2026-3-1'],
    ['O1 M3 moved to Mar 1', 'O1 M3 date > 3-1'],
    ['O1, milestone 3: moved from 15 January to 1 March', 'O1 #3 date 1-15 > 3-1'],
    ['O1 milestone #3 moved to Mar 1', 'O1 #3 date > 3-1'],
    ["O1's third milestone was moved from 15 Jan to 1 Mar", 'O1 #3 date 1-15 > 3-1'],
    ['Third milestone of O1 moved from Jan 15 to Mar 1', 'O1 #3 date 1-15 > 3-1'],
    ['The 3rd milestone of O1 has been moved to Mar 1', 'O1 #3 date > 3-1'],
    ['Last milestone of O1 moved to Apr 15', 'O1 #-1 date > 4-15'],
    ['Milestone 3 of O1 postponed to Mar 1 because API access is late', 'O1 #3 date > 3-1'],
    ['Target date of O1 milestone 3 moved from Jan 15 to Mar 1', 'O1 #3 date 1-15 > 3-1'],
    ['Moved O1 milestone 3 from Jan 15 to Mar 1', 'O1 #3 date 1-15 > 3-1'],
    ['Moved the target date of O1 milestone 3 from Jan 15 to Mar 1 (API access)', 'O1 #3 date 1-15 > 3-1'],
    ['Agreed to move O1 milestone 3 to Mar 1', 'O1 #3 date > 3-1'],
    ['Extend automation milestone to April 1', 'automation date > 4-1'],
    ['Extended O1 milestone 3 to March 1st', 'O1 #3 date > 3-1'],
    [
      'Milestone "Automated scheduling enabled" moved from 15 January to 1 March',
      '“Automated scheduling enabled” date 1-15 > 3-1',
    ],
    ['“Data moved to warehouse” rescheduled to 2026-03-01', '“Data moved to warehouse” date > 2026-3-1'],
    ["'Automated scheduling' slipped to Mar 1", '“Automated scheduling” date > 3-1'],
    ['Automated scheduling enabled moved to Mar 1', 'Automated scheduling enabled date > 3-1'],
    [
      'O1 milestone 3 (Automated scheduling enabled) moved from Jan 15 to Mar 1',
      'O1 #3 Automated scheduling enabled date 1-15 > 3-1',
    ],
    ['O1 milestone 3: Jan 15 → Mar 1', 'O1 #3 date 1-15 > 3-1'],
    ['O1 milestone 3 target_date 2026-01-15 -> 2026-03-01', 'O1 #3 date 2026-1-15 > 2026-3-1'],
    ['O1 milestone 3 → Mar 1', 'O1 #3 date > 3-1'],
    ['O1 milestone 3 moved to Mar 1 (was Jan 15)', 'O1 #3 date 1-15 > 3-1'],
    ['O1 milestone 3 moved to Mar 1 from Jan 15', 'O1 #3 date 1-15 > 3-1'],
    ['O1 milestone 3 pushed out by six weeks to Mar 1', 'O1 #3 date > 3-1'],
    ['O1 milestone 3 slips six weeks, from Jan 15 to Mar 1', 'O1 #3 date 1-15 > 3-1'],
    ['O1 milestone 3 slipped three weeks to Mar 1', 'O1 #3 date > 3-1'],
    ['O1 milestone 3 rescheduled for Mar 1', 'O1 #3 date > 3-1'],
    ['O1 milestone 3 brought forward to Feb 20', 'O1 #3 date > 2-20'],
    ['O1 milestone 3 is now due Mar 1', 'O1 #3 date > 3-1'],
    ['As discussed, O1 milestone 3 moved to 31/03/2026', 'O1 #3 As discussed date > 2026-3-31'],
    ['O1 milestone 3 moved from 2 May to May 15', 'O1 #3 date 5-2 > 5-15'],
    ['O1 milestone 3 moved to the 15th of May', 'O1 #3 date > 5-15'],
    ['O2 target date moved to Jun 30', 'O2 date > 6-30'],
    ['O2 deadline extended from 1 April 2026 to 30 June 2026', 'O2 date 2026-4-1 > 2026-6-30'],
    ['Outcome O2 target moved from Apr 1 to Jun 30', 'O2 date 4-1 > 6-30'],
    ['Target date for O2 set to Jun 30', 'O2 date > 6-30'],
    ['O1 milestone 3 start date moved from Jan 5 to Feb 5', 'O1 #3 start 1-5 > 2-5'],
    ['Owner of O1 milestone 3 changed from Mike Torres to Lisa Park', 'O1 #3 owner Mike Torres > Lisa Park'],
    ['O1 milestone 3 owner changed to Lisa Park', 'O1 #3 owner > Lisa Park'],
    ['O1 milestone 3 now owned by Lisa Park', 'O1 #3 owner > Lisa Park'],
    ['Lisa Park now owns O1 milestone 3', 'O1 #3 owner > Lisa Park'],
    ['Mike Torres hands O1 milestone 3 to Lisa Park', 'O1 #3 owner Mike Torres > Lisa Park'],
    ['Mike Torres handed over O1 milestone 3 to Lisa Park', 'O1 #3 owner Mike Torres > Lisa Park'],
    ['O1 target reduced to 5 minutes', 'O1 goal > 5 minutes'],
    ['O1: target 5 minutes (was 6 minutes)', 'O1 goal 6 minutes > 5 minutes'],
    [
      'O1 milestone 3 reassigned from Mike Torres to Lisa Park, since Mike is away',
      'O1 #3 owner Mike Torres > Lisa Park',
    ],
    ['Reassigned O1 milestone 3 to Lisa Park', 'O1 #3 owner > Lisa Park'],
    ['O1 goal raised from 900 to 1,200 orders, after the audit', 'O1 goal 900 > 1,200 orders'],
    ['O1 goal raised from 2,5 to 3,5 days', 'O1 goal 2,5 > 3,5 days'],
    ['O2 goal relaxed from 4.5 to 5 per 1,000 deliveries', 'O2 goal 4.5 > 5 per 1,000 deliveries'],
    ['Ownership of R1 passes to Tom Brown', 'R1 owner > Tom Brown'],
    ['Ownership of R1 handed over to Tom Brown', 'R1 owner > Tom Brown'],
    ['R1 owner changed to Tom Brown', 'R1 owner > Tom Brown'],
    ['O1 owner: Mike Torres → Lisa Park', 'O1 owner Mike Torres > Lisa Park'],
    ['O1 goal changed from 30 minutes to 45 minutes', 'O1 goal 30 minutes > 45 minutes'],
    ['Goal of O2 raised from 80% to 90% (customer asked for more)', undefined],
    ['Goal of O2 raised from 80% to 90%', 'O2 goal 80% > 90%'],
    ['O1 goal: 30 minutes → 45 minutes', 'O1 goal 30 minutes > 45 minutes'],
    [
      'Changed the goal of O1 from 30 minutes per report to 45 minutes per report',
      'O1 goal 30 minutes per report > 45 minutes per report',
    ],
  ])('%s', (entry, expected) => {
    expect(readPlanChanges(entry).map(short)).toEqual(expected === undefined ? [] : [expected]);
  });

  it('several in one entry', () => {
    expect(readPlanChanges('O1 milestone 3 moved to Mar 1; O1 milestone 4 moved to Apr 15').map(short)).toEqual([
      'O1 #3 date > 3-1',
      'O1 #4 date > 4-15',
    ]);
    expect(readPlanChanges('O1 milestone 3 moved to Mar 1. Owner of R1 changed to Tom Brown.').map(short)).toEqual([
      'O1 #3 date > 3-1',
      'R1 owner > Tom Brown',
    ]);
  });
});

it.each([
  '',
  'none',
  'No changes',
  'R1 added',
  'O1 milestone 3 removed',
  'O1 milestone 3 complete on Mar 1',
  'O1 milestone 3 may move to Mar 1',
  'O1 milestone 3 should be moved to Mar 1',
  'Proposed to move O1 milestone 3 to Mar 1',
  'Customer requested to move O1 milestone 3 to Mar 1',
  'Considering moving O1 milestone 3 to Mar 1',
  'O1 milestone 3 was not moved to Mar 1',
  'Should O1 milestone 3 be moved to Mar 1?',
  'If API access slips, O1 milestone 3 moves to Mar 1',
  'O1 milestone 3 moved to Mar 1 unless IT objects',
  'O1 milestone 3 moved to Mar 1 or Apr 1',
  'O1 milestone 3 moved to Mar 1, pending approval',
  'O1 milestone 3 moved by two weeks',
  'O1 milestone 3 moved to March',
  'O1 milestone 3 moved to Q2',
  'O1 milestone 3 moved to 03/04/2026',
  'O1 milestone 3 moved from Jan 15 to TBD',
  'O1 milestone 3 moved from soon to Mar 1',
  'O1 status changed to at risk',
  'O1 metric changed to hours saved',
  'O3 deferred to next year',
  'Reports moved to the new server',
  'Training moved to Zoom',
  'Review meeting moved to 3pm',
  'Moved to Mar 1',
  'Budget raised from $10k to $20k',
  'Milestones "Alpha" and "Beta" moved to Mar 1',
  'Accelerate training for remaining team members',
  'CSM to facilitate meeting between vendor engineering and Acme IT security',
])('is no change: “%s”', entry => {
  expect(readPlanChanges(entry).map(short)).toEqual([]);
});

it('never throws, whatever is logged', () => {
  for (const entry of [
    'moved to '.repeat(500),
    '“'.repeat(600),
    'O1 '.repeat(300),
    'from to from to → →',
    '\uE000\uE000 moved to Mar 1',
    `${'x: '.repeat(300)}→ Mar 1`,
  ]) {
    expect(() => readPlanChanges(entry)).not.toThrow();
  }
});

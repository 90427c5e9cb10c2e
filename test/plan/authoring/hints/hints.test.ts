import { expect, it } from 'vitest';
import { type Hint, hintsIn } from '../../../../plan/authoring/hints/hints.ts';
import { readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { english } from '../../../../plan/phrase.ts';
import { soundPlan } from '../../../support/examples.ts';
import { overlaid } from '../../../support/overlay.ts';

const TODAY = day('2026-02-10');

/** The lines of a text that have hints, with their hints in angle quotes. */
function hinted(text: string, kind?: Hint['kind']): string[] {
  const hints = hintsIn(readPlanFile(text), { start: 0, end: text.length }, TODAY);
  return hints
    .filter(hint => !kind || hint.kind === kind)
    .map(({ at, label }) => `${text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim()} ‹${english(label)}›`);
}

it('stands behind days that are to come, and behind what tells how fresh the plan is', () => {
  expect(hinted(soundPlan(['outcomes']))).toEqual([
    'last_reviewed: "2026-01-20" ‹21 days ago›',
    'next_review: "2026-04-21" ‹in 70 days›',
    'renewal_date: "2026-10-01" ‹in 233 days›',
    'reviewed_on: "2026-01-20" ‹21 days ago›',
    '- date: "2026-01-20" ‹21 days ago›',
  ]);
});

const STEPS = `outcomes:
  - id: O1
    measurements:
      - { date: 2025-12-20, value: 10 minutes }
      - { date: 2026-02-09, value: 9 minutes }
    milestones:
      - { name: Early, target_date: 2025-12-15, actual_date: 2025-12-14, status: complete }
      - { name: Late, target_date: 2026-01-10, actual_date: 2026-01-14, status: complete }
      - { name: On the day, target_date: 2026-01-15, actual_date: 2026-01-15, status: complete }
      - { name: Not yet, target_date: 2026-01-30, status: in_progress }
      - { name: Soon, target_date: 2026-02-11, status: pending }
      - { name: Given up, target_date: 2026-03-01, status: skipped }
  - id: O2
    status: deferred
    target: { metric: Share, goal: 3%, target_date: 2026-08-31 }
    measurements:
      - { date: 2026-02-09, value: 9% }
    milestones:
      - { name: Put off, target_date: 2026-03-01, status: pending }
`;

it('says how late what is left is, how much slipped what is done, and nothing of what is given up', () => {
  expect(hinted(overlaid(STEPS)).filter(line => line.includes('{'))).toEqual([
    '- { date: 2026-02-09 ‹yesterday›',
    '- { name: Early, target_date: 2025-12-15, actual_date: 2025-12-14 ‹1 day early›',
    '- { name: Late, target_date: 2026-01-10, actual_date: 2026-01-14 ‹4 days late›',
    '- { name: Not yet, target_date: 2026-01-30 ‹11 days late›',
    '- { name: Soon, target_date: 2026-02-11 ‹tomorrow›',
  ]);
  expect(hinted(overlaid(STEPS), 'slip')).toHaveLength(3);
});

it('keeps quiet in a plan that is over, and says so where a review is overdue', () => {
  expect(hinted(overlaid('plan:\n  status: archived\n'))).toEqual([]);
  expect(hinted(overlaid('plan:\n  next_review: 2026-02-02\n'))).toContain('next_review: 2026-02-02 ‹8 days overdue›');
});

it('stands behind an agenda’s day, a quoted one and an alias, and behind none that a merge key brings in', () => {
  expect(hinted('qbr:\n  date: 2026-02-12 # Thursday\n')).toEqual(['date: 2026-02-12 ‹in 2 days›']);
  const plan =
    'x-day: &day 2026-03-01\nx-all: &all { next_review: 2026-04-01 }\nplan:\n  <<: *all\n  status: active\ncustomer:\n  contract: { renewal_date: *day }\n';
  expect(hinted(plan)).toEqual(['contract: { renewal_date: *day ‹in 19 days›']);
});

it('shows a far day in years, and the whole day in its tooltip', () => {
  const text = 'customer:\n  contract:\n    renewal_date: 2029-10-01\nplan:\n  next_review: 2026-04-21\n';
  const hints = hintsIn(readPlanFile(text), { start: 0, end: text.length }, TODAY);
  expect(hints.map(({ label, tooltip }) => `${english(label)}: ${english(tooltip)}`)).toEqual([
    'in 3.6 years: On 1 Oct 2029',
    'in 70 days: 21 Apr 2026: 1259 days before the renewal',
  ]);
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'plan-date-order';

const plan = (fields: string, more = '') => overlaid(`plan:\n${fields}${more}`);
const created = (day: string) => `  created: ${day}\n`;
const days = (last: string, next: string) => `  last_reviewed: ${last}\n  next_review: ${next}\n`;
const log = (entry: string) =>
  `review_history:\n  - { date: ${entry}, decisions: [Train the depots in the north first] }\n`;
/** Nothing but one milestone and one measured outcome. */
const outcome = (fields: string) =>
  `outcomes:\n  - id: O1\n    description: Cut order entry from 12 minutes to 4\n${fields}`;
const step = (day: string) =>
  outcome(`    milestones: [{ name: Order form connected, actual_date: ${day}, status: complete, owner: Ken Abe }]\n`);
const measured = (baseline: string, day: string) =>
  outcome(
    `    baseline: { current: 12 minutes${baseline} }\n    target: { goal: 4 minutes }\n    measurements: [{ date: ${day}, value: 9 minutes }]\n`,
  );
const bare = (day: string, rest: string, fields = '') =>
  `plan:\n  status: active\n${created(day)}${fields}customer:\n  company: Northwind Traders\n${rest}`;

describe(rule, () => {
  it.each([
    [
      'created after a review',
      plan(created('"2026-02-06"  # second version')),
      '  created: "2026-02-06"  # second version\n           ^^^^^^^^^^^^ plan-date-order (warning): The plan says that it was created on 6 Feb 2026, but a review was held on 20 Jan 2026, 17 days before. Correct the day that is wrong.',
    ],
    [
      'created after a milestone',
      bare('2025-12-20', step('2025-10-03')),
      '  created: 2025-12-20\n           ^^^^^^^^^^ plan-date-order (warning): The plan says that it was created on 20 Dec 2025, but milestone “Order form connected” of O1 was complete on 3 Oct 2025, 78 days before. Correct the day that is wrong.',
    ],
    [
      'after a measurement',
      bare('2026-02-02', measured(', measured_on: 2025-09-02', '2025-11-04')),
      '  created: 2026-02-02\n           ^^^^^^^^^^ plan-date-order (warning): The plan says that it was created on 2 Feb 2026, but outcome O1 was measured on 4 Nov 2025, 90 days before. Correct the day that is wrong.',
    ],
    [
      'after a kickoff long ago',
      bare('2026-02-02', log('2025-11-04, type: kickoff')),
      '  created: 2026-02-02\n           ^^^^^^^^^^ plan-date-order (warning): The plan says that it was created on 2 Feb 2026, but its kickoff was on 4 Nov 2025, 90 days before. Correct the day that is wrong.',
    ],
    [
      'after its own last review, and no log',
      bare('2026-02-02', '', '  last_reviewed: 2026-01-12\n'),
      '  created: 2026-02-02\n           ^^^^^^^^^^ plan-date-order (warning): The plan says that it was created on 2 Feb 2026, but it was last reviewed on 12 Jan 2026, 21 days before. Correct the day that is wrong.',
    ],
    [
      'in one line',
      overlaid('').replace(/plan:[\s\S]*?\n\n/, "plan: { created: '2026-02-06' }\n\n"),
      "plan: { created: '2026-02-06' }\n                 ^^^^^^^^^^^^ plan-date-order (warning): The plan says that it was created on 6 Feb 2026, but a review was held on 20 Jan 2026, 17 days before. Correct the day that is wrong.",
    ],
    [
      'a milestone some weeks before is pointed out',
      bare('2026-02-02', step('2025-12-16')),
      '  created: 2026-02-02\n           ^^^^^^^^^^ plan-date-order (info): The plan says that it was created on 2 Feb 2026, but milestone “Order form connected” of O1 was complete on 16 Dec 2025, 48 days before. If it was only written down then, all is well; else correct the day.',
    ],
    [
      'a review some days before is a hint',
      bare('2026-01-26', log('2026-01-20')),
      '  created: 2026-01-26\n           ^^^^^^^^^^ plan-date-order (hint): The plan says that it was created on 26 Jan 2026, but a review was held on 20 Jan 2026, 6 days before. If it was only written down then, all is well; else correct the day.',
    ],
    [
      'created in the wrong year',
      plan(created('2027-10-20')),
      '  created: 2027-10-20\n           ^^^^^^^^^^ plan-date-order (warning): The plan says that it was created on 20 Oct 2027, but a review was held on 20 Jan 2026, 638 days before. Correct the day that is wrong.',
    ],
    [
      'last after next',
      plan(days('2026-01-20', '2026-01-13')),
      '  next_review: 2026-01-13\n               ^^^^^^^^^^ plan-date-order (warning): The next review is given as 13 Jan 2026, but the last one was after it, on 20 Jan 2026. Agree on a day for the next review, or correct the one that is wrong.',
    ],
    [
      'last ahead and after next',
      plan(days('2026-05-05', '"2026-04-21"')),
      '  last_reviewed: 2026-05-05\n                 ^^^^^^^^^^ plan-date-order (warning): The last review is given as 5 May 2026, which is still ahead and even after the next one, on 21 Apr 2026. Write the day on which the plan was last reviewed.',
    ],
    ['in order', plan(created('2025-10-20') + days('2026-01-20', '2026-04-21')), ''],
    ['on one day', bare('2026-01-20', log('2026-01-20'), days('2026-01-20', '2026-01-20')), ''],
    ['a baseline before', bare('2026-02-02', measured(', measured_on: 2025-09-02', '2026-02-03')), ''],
    ['values from before the baseline', bare('2026-02-02', measured(', measured_on: 2025-11-04', '2025-09-02')), ''],
    ['a baseline without a day', bare('2026-02-02', measured('', '2025-11-04')), ''],
    ['a kickoff just before', bare('2026-01-26', log('2026-01-20, type: kickoff')), ''],
    ['a milestone just before', bare('2026-01-26', step('2026-01-16')), ''],
    ['onboarding before it was written down', bare('2026-02-02', step('2025-12-16'), '  stage: onboarding\n'), ''],
    ['no day of creation', bare('', log('2025-11-04')), ''],
    ['a day that cannot be read', bare('Feb 2', log('2025-11-04')), ''],
    ['a review whose day cannot be read', bare('2026-02-02', log('Nov 4')), ''],
    ['completed', plan(`  status: completed\n${created('2026-02-06')}${days('2026-01-20', '2026-01-13')}`), ''],
    ['archived', plan(`  status: archived\n${created('2026-02-06')}`), ''],
    ['no plan section', overlaid('').replace(/plan:[\s\S]*?\n\n/, ''), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it.each([
    [plan(created('2026-02-06')), '"2026-01-20"', 'A review was held on 20 Jan 2026'],
    [plan(days('2026-01-20', '2026-01-13')), '2026-01-20', 'Last reviewed on 20 Jan 2026'],
    [plan(days('2026-05-05', '2026-04-21')), '2026-04-21', 'The next review is on 21 Apr 2026'],
  ])('points to the other day', (text, place, message) => {
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(one => [text.slice(one.start, one.end), one.message])).toEqual([[place, message]]);
  });

  it('takes the surest of several, and of those the earliest', () => {
    const text = bare(
      '2026-02-02',
      `${step('2025-12-16')}review_history:\n${['2026-01-13', '2025-12-23'].map(day => `  - date: ${day}\n`).join('')}`,
    );
    expect(markedBy(rule, text)).toContain('a review was held on 23 Dec 2025, 41 days before');
  });

  it('is alone where the next review was not moved on', () => {
    const text = plan(days('2026-01-20', '2026-01-13'));
    expect(findingsOf(text).map(one => one.rule)).toEqual([rule]);
  });
});

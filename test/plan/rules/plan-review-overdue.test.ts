import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'plan-review-overdue';

const plan = (fields: string, more = '') => overlaid(`plan:\n${fields}${more}`);
const next = (day: string) => `  next_review: ${day}\n`;
const review = (day: string) =>
  `review_history:\n  - date: ${day}\n    decisions: [Train the depots in the north first]\n`;

describe(rule, () => {
  it.each([
    [
      'passed',
      plan(next('2026-02-06')),
      '  next_review: 2026-02-06\n               ^^^^^^^^^^ plan-review-overdue (warning): The review planned for 6 Feb 2026 is 4 days overdue: none has been logged since 20 Jan 2026. Log it if it was held, or agree on a new day.',
    ],
    [
      'passed yesterday',
      plan(next('"2026-02-09"  # Dana cannot before')),
      '  next_review: "2026-02-09"  # Dana cannot before\n               ^^^^^^^^^^^^ plan-review-overdue (warning): The review planned for 9 Feb 2026 is 1 day overdue: none has been logged since 20 Jan 2026. Log it if it was held, or agree on a new day.',
    ],
    [
      'passed long ago',
      plan(`${next('2025-12-16')}  last_reviewed: 2025-11-04\n`, review('2025-11-04')),
      '  next_review: 2025-12-16\n               ^^^^^^^^^^ plan-review-overdue (warning): The review planned for 16 Dec 2025 is 56 days overdue: none has been logged since 4 Nov 2025. Log it if it was held, or agree on a new day.',
    ],
    [
      'shortly after the last review',
      plan(next('2026-01-27')),
      '  next_review: 2026-01-27\n               ^^^^^^^^^^ plan-review-overdue (warning): The review planned for 27 Jan 2026 is 14 days overdue, unless the one of 20 Jan 2026 took its place. Set the day of the next review.',
    ],
    [
      'no review yet',
      overlaid(`plan:\n${next('2026-01-27')}review_history: []\n`, ['plan.last_reviewed']),
      '  next_review: 2026-01-27\n               ^^^^^^^^^^ plan-review-overdue (warning): The review planned for 27 Jan 2026 is 14 days overdue: none is logged yet. Log it if it was held, or agree on a new day.',
    ],
    [
      'the log is absent',
      overlaid(`plan:\n${next('2026-01-27')}`, ['plan.last_reviewed', 'review_history']),
      '  next_review: 2026-01-27\n               ^^^^^^^^^^ plan-review-overdue (warning): The review planned for 27 Jan 2026 is 14 days overdue: none is logged yet. Log it if it was held, or agree on a new day.',
    ],
    [
      'in one line',
      overlaid('').replace(/plan:[\s\S]*?\n\n/, 'plan: { next_review: 2026-02-06 }\n\n'),
      'plan: { next_review: 2026-02-06 }\n                     ^^^^^^^^^^ plan-review-overdue (warning): The review planned for 6 Feb 2026 is 4 days overdue: none has been logged since 20 Jan 2026. Log it if it was held, or agree on a new day.',
    ],
    [
      'at risk',
      plan(`${next('2026-02-06')}  status: at_risk\n`),
      '  next_review: 2026-02-06\n               ^^^^^^^^^^ plan-review-overdue (warning): The review planned for 6 Feb 2026 is 4 days overdue: none has been logged since 20 Jan 2026. Log it if it was held, or agree on a new day.',
    ],
    ['today', plan(next('2026-02-10')), ''],
    ['ahead', plan(next('2026-04-21')), ''],
    ['held on the day', plan(next('2026-01-20')), ''],
    ['held later', plan(next('2026-01-14'), review('2026-01-20')), ''],
    ['held by the plan’s own word', plan(`${next('2026-02-04')}  last_reviewed: 2026-02-04\n`), ''],
    ['a day that cannot be read', plan(next('Feb 6')), ''],
    ['a review whose day cannot be read', plan(next('2026-02-06'), review('Feb 6')), ''],
    ['a log that is no list', plan(next('2026-02-06'), 'review_history:\n  date: 2026-02-06\n'), ''],
    ['a draft', plan(`${next('2026-02-06')}  status: draft\n`), ''],
    ['completed', plan(`${next('2026-02-06')}  status: completed\n`), ''],
    ['a misspelt status', plan(`${next('2026-02-06')}  status: archive\n`), ''],
    ['a goal card', plan(`${next('2026-02-06')}  format: goal_card\n`), ''],
    ['before the sale', plan(`${next('2026-02-06')}  stage: pre_sale\n`), ''],
    ['a file that cannot be read whole', plan(`${next('2026-02-06')}  title: "Northwind\n`), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('leaves the gap to the next review to itself', () => {
    const text = plan(`${next('2026-02-06')}  last_reviewed: 2025-05-06\n`, review('2025-05-06'));
    expect(findingsOf(text).map(one => one.rule)).toContain(rule);
    expect(findingsOf(text).map(one => one.rule)).not.toContain('plan-review-gap');
  });

  it('offers days soon and the day by the rhythm', () => {
    const text = plan(next('"2026-02-06"  # Depot 4'));
    expect(titles(rule, text)).toEqual([
      'Move next_review to 17 Feb 2026, in a week',
      'Move next_review to 24 Feb 2026, in two weeks',
      'Move next_review to 20 Apr 2026, three months after the last review',
    ]);
    expect(titles(rule, text).map(title => newLines(text, repaired(rule, text, title)))).toEqual([
      '  next_review: "2026-02-17"  # Depot 4',
      '  next_review: "2026-02-24"  # Depot 4',
      '  next_review: "2026-04-20"  # Depot 4',
    ]);
  });

  it('offers the day by the rhythm first where the review was held early', () => {
    expect(titles(rule, plan(next('2026-01-27')))[0]).toBe(
      'Move next_review to 20 Apr 2026, three months after the last review',
    );
  });

  it('offers no day after the renewal, and none for a day that stands elsewhere', () => {
    const near = plan(
      next('2026-02-06'),
      'customer:\n  contract: { start_date: 2025-02-20, renewal_date: 2026-02-20 }\n',
    );
    expect(titles(rule, near)).toEqual([
      'Move next_review to 17 Feb 2026, in a week',
      'Move next_review to 13 Feb 2026, a week before the renewal',
    ]);
    const borrowed = plan('  version: &day 2026-02-06\n  next_review: *day\n');
    expect(markedBy(rule, borrowed)).toContain('*day');
    expect(titles(rule, borrowed)).toEqual([]);
  });

  it('writes in flow style', () => {
    const flow = overlaid('').replace(/plan:[\s\S]*?\n\n/, "plan: { next_review: '2026-02-06', status: active }\n\n");
    expect(newLines(flow, repaired(rule, flow))).toBe("plan: { next_review: '2026-02-17', status: active }");
  });

  it('points to the last review', () => {
    const text = plan(next('2026-02-06'));
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['"2026-01-20"', 'Last reviewed on 20 Jan 2026'],
    ]);
  });
});

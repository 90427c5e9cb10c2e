import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'review-history-missing';

/** A plan that says nothing of a last review. */
const plan = (fields: string, without = ['review_history']) =>
  overlaid(`plan:\n${fields}`, ['plan.last_reviewed', ...without]);
const created = (day: string) => `  created: ${day}\n`;

describe(rule, () => {
  it.each([
    [
      'no log',
      plan(created('2025-09-01')),
      'plan:\n^^^^ review-history-missing (info): The plan was created 5 months ago, on 1 Sep 2025, and no review has been logged since. Log those that were held, and the next one on 21 Apr 2026.',
    ],
    [
      'an empty log',
      overlaid(`plan:\n${created('2025-09-01')}review_history:\n`, ['plan.last_reviewed']),
      'review_history:\n^^^^^^^^^^^^^^ review-history-missing (info): The plan was created 5 months ago, on 1 Sep 2025, and no review has been logged since. Log those that were held, and the next one on 21 Apr 2026.',
    ],
    [
      'an empty list',
      overlaid(`plan:\n${created('2025-09-01')}review_history: []\n`, ['plan.last_reviewed']),
      'review_history: []\n^^^^^^^^^^^^^^ review-history-missing (info): The plan was created 5 months ago, on 1 Sep 2025, and no review has been logged since. Log those that were held, and the next one on 21 Apr 2026.',
    ],
    [
      'the word none',
      overlaid(`plan:\n${created('2025-09-01')}review_history: none\n`, ['plan.last_reviewed']),
      'review_history: none\n^^^^^^^^^^^^^^ review-history-missing (info): The plan was created 5 months ago, on 1 Sep 2025, and no review has been logged since. Log those that were held, and the next one on 21 Apr 2026.',
    ],
    [
      'a monthly plan',
      plan(`${created('2025-12-15')}  review_cadence: monthly\n`),
      'plan:\n^^^^ review-history-missing (info): The plan was created 8 weeks ago, on 15 Dec 2025, and no review has been logged since. Log those that were held, and the next one on 21 Apr 2026.',
    ],
    [
      'nothing planned either',
      plan(created('2025-09-01'), ['review_history', 'plan.next_review']),
      'plan:\n^^^^ review-history-missing (info): The plan was created 5 months ago, on 1 Sep 2025, and no review has been logged since. Log those that were held, or plan the first.',
    ],
    [
      'reviewed by its own word',
      overlaid('review_history: []\n'),
      'review_history: []\n^^^^^^^^^^^^^^ review-history-missing (info): The plan says that it was last reviewed on 20 Jan 2026, but no review is logged. Write down who was there and what was decided.',
    ],
    ['three weeks of grace', plan(created('2025-10-20')), ''],
    [
      'a day more',
      plan(created('2025-10-19')),
      'plan:\n^^^^ review-history-missing (info): The plan was created 4 months ago, on 19 Oct 2025, and no review has been logged since. Log those that were held, and the next one on 21 Apr 2026.',
    ],
    ['a third of a month of grace', plan(`${created('2025-12-31')}  review_cadence: monthly\n`), ''],
    [
      'a day more than that',
      plan(`${created('2025-12-30')}  review_cadence: monthly\n`),
      'plan:\n^^^^ review-history-missing (info): The plan was created 6 weeks ago, on 30 Dec 2025, and no review has been logged since. Log those that were held, and the next one on 21 Apr 2026.',
    ],
    ['a new plan', plan(created('2026-02-03')), ''],
    [
      'a new plan that was reviewed when it was created',
      overlaid('plan:\n  created: 2026-01-20\n', ['review_history']),
      '',
    ],
    ['a slow rhythm', plan(`${created('2025-09-01')}  review_cadence: annual\n`), ''],
    ['a rhythm that is none', plan(`${created('2025-09-01')}  review_cadence: often\n`), ''],
    ['a review in the log', overlaid(`plan:\n${created('2025-09-01')}`), ''],
    [
      'a review whose day cannot be read',
      overlaid(`plan:\n${created('2025-09-01')}review_history: [{ date: Jan 20 }]\n`),
      '',
    ],
    ['a log that is no list', overlaid(`plan:\n${created('2025-09-01')}review_history: { date: 2026-01-20 }\n`), ''],
    ['overdue says so', plan(`${created('2025-09-01')}  next_review: 2026-01-13\n`), ''],
    [
      'no day of creation',
      overlaid('plan:\n  status: active\n', ['review_history', 'plan.created', 'plan.last_reviewed']),
      '',
    ],
    ['a draft', plan(`${created('2025-09-01')}  status: draft\n`), ''],
    ['completed', plan(`${created('2025-09-01')}  status: completed\n`), ''],
    ['a goal card', plan(`${created('2025-09-01')}  format: goal_card\n`), ''],
    ['before the sale', plan(`${created('2025-09-01')}  stage: pre_sale\n`), ''],
    ['a file that cannot be read whole', plan(`${created('2025-09-01')}  title: "Northwind\n`), ''],
    ['a plan that has nothing yet', 'plan:\n  created: 2025-09-01\ncustomer:\n  company: Northwind Traders\n', ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const entry = [
    '  - date: "2026-01-20"',
    '    actions:',
    '      - description: Write down who was there and what was decided on 20 Jan 2026',
    '        owner: Priya Shah',
    '        due_date: "2026-02-17"',
    '        status: open',
  ].join('\n');

  it('logs the review that the plan speaks of, with the question as an action', () => {
    const empty = overlaid('review_history: []   # since November\n');
    expect(titles(rule, empty)).toEqual(['Log the review of 20 Jan 2026, and ask Priya Shah for what was decided']);
    expect(newLines(empty, repaired(rule, empty))).toBe(`review_history:   # since November\n${entry}`);
    const absent = overlaid('', ['review_history']);
    const result = repaired(rule, absent);
    expect(newLines(absent, result)).toContain(`review_history:\n${entry}`);
    expect(result.indexOf('review_history:')).toBeGreaterThan(result.indexOf('risks:'));
    const flow = absent.replace(
      /plan:[\s\S]*?\n\n/,
      'plan: { created: 2025-10-20, last_reviewed: 2026-01-20, next_review: 2026-04-21 }\n\n',
    );
    expect(newLines(flow, repaired(rule, flow))).toContain('- date: 2026-01-20\n');
  });

  it('makes up no review, and asks nobody who is unknown', () => {
    expect(titles(rule, plan(created('2025-09-01')))).toEqual([]);
    const nobody = overlaid('review_history: []\n', ['plan.owner', 'stakeholders']);
    expect(markedBy(rule, nobody)).not.toBe('');
    expect(titles(rule, nobody)).toEqual([]);
  });

  it('keeps the finding about the gap to itself', () => {
    expect(findingsOf(plan(created('2025-09-01'))).map(one => one.rule)).toEqual([rule]);
  });
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'plan-review-not-scheduled';

/** The sound plan without a day for the next review, with some fields of its own. */
const plan = (fields: string, more = '') => overlaid(`plan:\n${fields}${more}`, ['plan.next_review']);
const status = '  status: active\n';

describe(rule, () => {
  it.each([
    [
      'no day',
      plan(status),
      'plan:\n^^^^ plan-review-not-scheduled (warning): No next review is planned; the last one was on 20 Jan 2026. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    [
      'an empty day',
      plan(`${status}  next_review:\n`),
      '  next_review:\n  ^^^^^^^^^^^ plan-review-not-scheduled (warning): No next review is planned; the last one was on 20 Jan 2026. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    [
      'an empty text',
      plan(`${status}  next_review: ""\n`),
      '  next_review: ""\n  ^^^^^^^^^^^ plan-review-not-scheduled (warning): No next review is planned; the last one was on 20 Jan 2026. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    [
      'null',
      plan(`${status}  next_review: null\n`),
      '  next_review: null\n  ^^^^^^^^^^^ plan-review-not-scheduled (warning): No next review is planned; the last one was on 20 Jan 2026. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    [
      'a plan at risk',
      plan('  status: at_risk\n'),
      'plan:\n^^^^ plan-review-not-scheduled (warning): No next review is planned; the last one was on 20 Jan 2026. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    [
      'a plan past its renewal',
      plan(status, 'customer:\n  contract: { renewal_date: 2025-12-01 }\n'),
      'plan:\n^^^^ plan-review-not-scheduled (warning): No next review is planned; the last one was on 20 Jan 2026. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    [
      'in one line',
      overlaid('').replace(/plan:[\s\S]*?\n\n/, 'plan: { version: "1.2", status: active }\n\n'),
      'plan: { version: "1.2", status: active }\n^^^^ plan-review-not-scheduled (warning): No next review is planned; the last one was on 20 Jan 2026. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    [
      'a plan that was never reviewed',
      overlaid(`plan:\n${status}review_history: []\n`, ['plan.next_review', 'plan.last_reviewed']),
      'plan:\n^^^^ plan-review-not-scheduled (warning): No next review is planned. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    [
      'held, and the day not moved on',
      plan(`${status}  next_review: "2026-01-20"\n`),
      '  next_review: "2026-01-20"\n               ^^^^^^^^^^^^ plan-review-not-scheduled (warning): The review planned for 20 Jan 2026 was held, and no day is set for the one after. Agree on it and write it here.',
    ],
    [
      'held a few days later',
      plan(`${status}  next_review: 2026-01-16\n`).replace('  last_reviewed: "2026-01-20"\n', ''),
      '  next_review: 2026-01-16\n               ^^^^^^^^^^ plan-review-not-scheduled (warning): The review planned for 16 Jan 2026 was held by 20 Jan 2026, and no day is set for the one after. Agree on it and write it here.',
    ],
    [
      'an empty plan section',
      overlaid('').replace(/plan:[\s\S]*?\n\n/, 'plan:\n\n'),
      'plan:\n^^^^ plan-review-not-scheduled (warning): No next review is planned; the last one was on 20 Jan 2026. Agree on a day with the customer and write it down as the plan’s next review.',
    ],
    ['words in place of the section', overlaid('').replace(/plan:[\s\S]*?\n\n/, 'plan: as agreed\n\n'), ''],
    ['a day ahead', plan(`${status}  next_review: 2026-04-21\n`), ''],
    ['today', plan(`${status}  next_review: 2026-02-10\n`), ''],
    ['overdue says the other rule', plan(`${status}  next_review: 2026-02-06\n`), ''],
    ['the last review after the next says plan-date-order', plan(`${status}  next_review: 2026-01-13\n`), ''],
    ['words say invalid-date', plan(`${status}  next_review: TBD\n`), ''],
    ['a group says schema', plan(`${status}  next_review: { date: 2026-04-21 }\n`), ''],
    ['a draft', plan('  status: draft\n'), ''],
    ['completed', plan('  status: completed\n'), ''],
    ['archived', plan('  status: archived\n'), ''],
    ['a status that schema speaks of', plan('  status: complete\n'), ''],
    ['a goal card', plan(`${status}  format: goal_card\n`), ''],
    ['before the sale', plan(`${status}  stage: pre_sale\n`), ''],
    ['a file that cannot be read whole', plan(`${status}  title: "Northwind\n`), ''],
    ['a plan that has nothing yet', 'plan:\n  status: active\ncustomer:\n  company: Northwind Traders\n', ''],
    ['no plan section', overlaid('').replace(/plan:[\s\S]*?\n\n/, ''), ''],
    ['a day that stands elsewhere', plan(`${status}  version: &day 2026-04-21\n  next_review: *day\n`), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('offers the day by the rhythm, in the quotes of the others', () => {
    const text = plan(status);
    expect(titles(rule, text)).toEqual(['Set next_review to 20 Apr 2026, three months after the last review']);
    const result = repaired(rule, text);
    expect(newLines(text, result)).toBe('  next_review: "2026-04-20"');
    expect(result).toContain('last_reviewed: "2026-01-20"\n  next_review: "2026-04-20"\n');
    const empty = plan(`${status}  next_review:   # ask Dana\n  review_cadence: semi_annual\n`);
    expect(newLines(empty, repaired(rule, empty))).toBe('  next_review: "2026-07-20"   # ask Dana');
  });

  it('writes in flow style and moves a day that has passed', () => {
    const flow = overlaid('').replace(
      /plan:[\s\S]*?\n\n/,
      'plan: { version: "1.2", created: 2025-10-20, status: active }\n\n',
    );
    expect(newLines(flow, repaired(rule, flow))).toBe(
      'plan: { version: "1.2", created: 2025-10-20, next_review: 2026-04-20, status: active }',
    );
    const held = plan(`${status}  next_review: '2026-01-20'  # Depot 4\n`);
    expect(newLines(held, repaired(rule, held))).toBe("  next_review: '2026-04-20'  # Depot 4");
  });

  it('offers days soon where the rhythm has passed, and none after the renewal', () => {
    const late = plan(`${status}  last_reviewed: 2025-08-12\n`).replaceAll('2026-01-20', '2025-08-12');
    expect(titles(rule, late)).toEqual([
      'Set next_review to 24 Feb 2026, in two weeks',
      'Set next_review to 12 Mar 2026, in 30 days',
    ]);
    for (const title of titles(rule, late)) repaired(rule, late, title);
    const near = plan(status, 'customer:\n  contract: { start_date: 2025-04-01, renewal_date: 2026-04-01 }\n');
    expect(titles(rule, near)).toEqual(['Set next_review to 2 Mar 2026, 30 days before the renewal']);
    repaired(rule, near);
  });

  it('points to the review that was held', () => {
    const text = plan(`${status}  next_review: "2026-01-20"\n`);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['"2026-01-20"', 'Reviewed on 20 Jan 2026'],
    ]);
    expect(text.slice(0, finding?.related[0]?.start)).toContain('review_history:');
  });
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'review-after-renewal';

const next = (day: string, fields = '') => `plan:\n  next_review: ${day}\n  review_cadence: annual\n${fields}`;
const renewal = (day: string, start = '2025-02-01') =>
  `customer:\n  contract: { start_date: ${start}, renewal_date: ${day} }\n`;

describe(rule, () => {
  it.each([
    [
      'after the renewal',
      overlaid(next('2026-10-13')),
      '  next_review: 2026-10-13\n               ^^^^^^^^^^ review-after-renewal (warning): The next review, on 13 Oct 2026, is 12 days after the renewal on 1 Oct 2026. Plan it before, so that the results are known when the customer decides.',
    ],
    [
      'the day after',
      overlaid(next('"2026-10-02"  # board week')),
      '  next_review: "2026-10-02"  # board week\n               ^^^^^^^^^^^^ review-after-renewal (warning): The next review, on 2 Oct 2026, is 1 day after the renewal on 1 Oct 2026. Plan it before, so that the results are known when the customer decides.',
    ],
    [
      'in flow style',
      overlaid(next('2026-06-16') + renewal('2026-06-01')),
      '  next_review: 2026-06-16\n               ^^^^^^^^^^ review-after-renewal (warning): The next review, on 16 Jun 2026, is 15 days after the renewal on 1 Jun 2026. Plan it before, so that the results are known when the customer decides.',
    ],
    [
      'at risk',
      overlaid(next('2026-10-13', '  status: at_risk\n')),
      '  next_review: 2026-10-13\n               ^^^^^^^^^^ review-after-renewal (warning): The next review, on 13 Oct 2026, is 12 days after the renewal on 1 Oct 2026. Plan it before, so that the results are known when the customer decides.',
    ],
    [
      'reviewed shortly before the renewal',
      overlaid(next('2026-04-21') + renewal('2026-03-01')),
      '  next_review: 2026-04-21\n               ^^^^^^^^^^ review-after-renewal (info): The next review, on 21 Apr 2026, is 51 days after the renewal on 1 Mar 2026. The last one was on 20 Jan 2026; make sure that nothing is left open until then.',
    ],
    [
      'a renewal in a few days',
      overlaid(`${next('2026-04-21', '  last_reviewed: 2025-11-04\n') + renewal('2026-02-13')}review_history: []\n`),
      '  next_review: 2026-04-21\n               ^^^^^^^^^^ review-after-renewal (info): The next review, on 21 Apr 2026, is 67 days after the renewal on 13 Feb 2026. Plan it before, so that the results are known when the customer decides.',
    ],
    ['before the renewal', overlaid(next('2026-08-18')), ''],
    ['on the day of the renewal', overlaid(next('2026-10-01')), ''],
    ['a renewal that has passed', overlaid(next('2026-04-21') + renewal('2026-02-01', '2025-01-01')), ''],
    ['a renewal before the start', overlaid(next('2026-04-21') + renewal('2026-03-01', '2026-03-10')), ''],
    ['no renewal', overlaid(`${next('2026-10-13')}customer:\n  contract: { start_date: 2025-10-01 }\n`), ''],
    ['no contract', overlaid(next('2026-10-13'), ['customer.contract']), ''],
    ['a renewal that cannot be read', overlaid(next('2026-10-13') + renewal('autumn')), ''],
    ['a review that cannot be read', overlaid(next('mid October')), ''],
    ['no next review', overlaid('plan:\n  status: active\n', ['plan.next_review']), ''],
    ['a draft', overlaid(next('2026-10-13', '  status: draft\n')), ''],
    ['completed', overlaid(next('2026-10-13', '  status: completed\n')), ''],
    ['a goal card', overlaid(next('2026-10-13', '  format: goal_card\n')), ''],
    ['before the sale', overlaid(next('2026-10-13', '  stage: pre_sale\n')), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the renewal', () => {
    const text = overlaid(next('2026-10-13'));
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['"2026-10-01"', 'The renewal is on 1 Oct 2026'],
    ]);
  });

  it('is louder than the gap', () => {
    const text = overlaid('plan:\n  next_review: 2026-10-13\n');
    expect(findingsOf(text).map(one => [one.rule, one.severity])).toEqual([
      [rule, 'warning'],
      ['plan-review-gap', 'info'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'plan-review-gap';

const plan = (fields: string, more = '') => overlaid(`plan:\n${fields}${more}`);
const next = (day: string) => `  next_review: ${day}\n`;
const log = (...days: string[]) =>
  `review_history:\n${days.map(day => `  - { date: ${day}, attendees: [Dana Ruiz, Priya Shah], decisions: [Train the north first] }\n`).join('')}`;
const rhythm = (word: string) => `  review_cadence: ${word}\n`;
const without = (fields: string, ...keys: string[]) =>
  overlaid(`plan:\n${fields}review_history: []\n`, ['plan.last_reviewed', ...keys]);

describe(rule, () => {
  it.each([
    [
      'six months in a quarterly plan',
      plan(next('"2026-07-21"')),
      '  next_review: "2026-07-21"\n               ^^^^^^^^^^^^ plan-review-gap (warning): The next review, on 21 Jul 2026, comes 6 months after the last one on 20 Jan 2026, while the plan is to be reviewed quarterly. Bring it forward, or agree on another rhythm.',
    ],
    [
      'without a word on the rhythm',
      overlaid(`plan:\n${next('2026-07-21')}`, ['plan.review_cadence']),
      '  next_review: 2026-07-21\n               ^^^^^^^^^^ plan-review-gap (warning): The next review, on 21 Jul 2026, comes 6 months after the last one on 20 Jan 2026, while plans are reviewed quarterly unless they say otherwise. Bring it forward, or agree on another rhythm.',
    ],
    [
      'a quarter in a monthly plan',
      plan(next('2026-04-21') + rhythm('monthly')),
      '  next_review: 2026-04-21\n               ^^^^^^^^^^ plan-review-gap (warning): The next review, on 21 Apr 2026, comes 3 months after the last one on 20 Jan 2026, while the plan is to be reviewed monthly. Bring it forward, or agree on another rhythm.',
    ],
    [
      'the first review',
      without(`  created: 2026-01-12\n${next('2026-08-18')}`),
      '  next_review: 2026-08-18\n               ^^^^^^^^^^ plan-review-gap (warning): The next review, on 18 Aug 2026, comes 7 months after the plan was created on 12 Jan 2026, while the plan is to be reviewed quarterly. Bring it forward, or agree on another rhythm.',
    ],
    [
      'never reviewed and nothing planned soon',
      without(next('2026-07-21')),
      '  next_review: 2026-07-21\n               ^^^^^^^^^^ plan-review-gap (warning): The next review, on 21 Jul 2026, comes 9 months after the plan was created on 20 Oct 2025, while the plan is to be reviewed quarterly. Bring it forward, or agree on another rhythm.',
    ],
    [
      'already late and planned late',
      plan(`${next('2026-05-19')}  last_reviewed: 2025-09-16\n`, log('2025-09-16')),
      '  next_review: 2026-05-19\n               ^^^^^^^^^^ plan-review-gap (warning): The next review, on 19 May 2026, comes 8 months after the last one on 16 Sep 2025, while the plan is to be reviewed quarterly. Bring it forward, or agree on another rhythm.',
    ],
    [
      'after the renewal too',
      plan(next('2026-10-20')),
      '  next_review: 2026-10-20\n               ^^^^^^^^^^ plan-review-gap (info): The next review, on 20 Oct 2026, comes 9 months after the last one on 20 Jan 2026, while the plan is to be reviewed quarterly. Bring it forward, or agree on another rhythm.',
    ],
    [
      'in one line',
      overlaid('').replace(/plan:[\s\S]*?\n\n/, 'plan: { next_review: 2026-07-21 }\n\n'),
      'plan: { next_review: 2026-07-21 }\n                     ^^^^^^^^^^ plan-review-gap (warning): The next review, on 21 Jul 2026, comes 6 months after the last one on 20 Jan 2026, while plans are reviewed quarterly unless they say otherwise. Bring it forward, or agree on another rhythm.',
    ],
    [
      'a gap that is past',
      plan('', log('2025-06-03', '2026-01-20')),
      '  - { date: 2026-01-20, attendees: [Dana Ruiz, Priya Shah], decisions: [Train the north first] }\n            ^^^^^^^^^^ plan-review-gap (info): The review of 20 Jan 2026 came 8 months after the one before, on 3 Jun 2025, while the plan is to be reviewed quarterly. Keep the next one, or agree on a rhythm that both sides can keep.',
    ],
    [
      'of several the longest',
      plan('', log('2025-03-04', '2025-08-05', '2026-01-20')),
      '  - { date: 2026-01-20, attendees: [Dana Ruiz, Priya Shah], decisions: [Train the north first] }\n            ^^^^^^^^^^ plan-review-gap (info): The review of 20 Jan 2026 came 6 months after the one before, on 5 Aug 2025, while the plan is to be reviewed quarterly. Keep the next one, or agree on a rhythm that both sides can keep.',
    ],
    ['two weeks more than a quarter', plan(next('2026-05-05')), ''],
    ['half a year', plan(next('2026-07-21') + rhythm('semi_annual')), ''],
    ['a year', plan(next('2026-09-22') + rhythm('annual')), ''],
    ['a rhythm that is none', plan(next('2026-07-21') + rhythm('fortnightly')), ''],
    ['late, but planned soon', plan(`${next('2026-03-03')}  last_reviewed: 2025-09-16\n`, log('2025-09-16')), ''],
    ['check-ins between', plan('', log('2025-06-03', '2025-09-09', '2025-12-02', '2026-01-20')), ''],
    ['newest first', plan('', log('2026-01-20', '2025-12-02', '2025-09-09')), ''],
    [
      'a gap of years ago',
      plan(
        '',
        log(
          '2022-05-10',
          '2024-06-03',
          '2024-09-09',
          '2024-12-10',
          '2025-03-11',
          '2025-06-10',
          '2025-09-09',
          '2025-12-02',
          '2026-01-20',
        ),
      ),
      '',
    ],
    ['five weeks in a monthly plan', plan(next('2026-02-24') + rhythm('monthly'), log('2025-12-16', '2026-01-20')), ''],
    ['a day that has passed', plan(`${next('2026-02-06')}  last_reviewed: 2025-05-06\n`, log('2025-05-06')), ''],
    ['no day', overlaid('plan:\n  status: active\n', ['plan.next_review']), ''],
    ['a review whose day cannot be read', plan(next('2026-07-21'), log('May 6')), ''],
    ['a draft', plan(`${next('2026-07-21')}  status: draft\n`), ''],
    ['archived', plan(`${next('2026-07-21')}  status: archived\n`), ''],
    ['a goal card', plan(`${next('2026-07-21')}  format: goal_card\n`), ''],
    ['before the sale', plan(`${next('2026-07-21')}  stage: pre_sale\n`), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('allows three weeks more than the rhythm, and no more than a third of it', () => {
    const quarterly = (day: string) => markedBy(rule, plan(next(day)));
    expect([quarterly('2026-05-11'), quarterly('2026-05-12')]).toEqual(['', expect.stringContaining('12 May 2026')]);
    const monthly = (day: string) =>
      markedBy(rule, plan(`${next(day)}${rhythm('monthly')}  last_reviewed: 2026-02-05\n`, log('2026-02-05')));
    expect([monthly('2026-03-15'), monthly('2026-03-16')]).toEqual(['', expect.stringContaining('16 Mar 2026')]);
  });

  it('takes the later of the log and the plan’s own word', () => {
    expect(markedBy(rule, plan(next('2026-07-21'), log('2025-12-02')))).toContain(
      '6 months after the last one on 20 Jan 2026',
    );
  });

  it('offers the day by the rhythm, or the rhythm that fits the day', () => {
    const text = plan(next('"2026-07-21"  # after the fair'));
    expect(titles(rule, text)).toEqual([
      'Move next_review to 20 Apr 2026, three months after the last review',
      'Set review_cadence to semi_annual, a review every six months',
    ]);
    expect(titles(rule, text).map(title => newLines(text, repaired(rule, text, title)))).toEqual([
      '  next_review: "2026-04-20"  # after the fair',
      '  review_cadence: semi_annual',
    ]);
  });

  it('adds a rhythm where none is given, in flow style too', () => {
    const flow = overlaid('').replace(/plan:[\s\S]*?\n\n/, 'plan: { next_review: 2026-07-21, status: active }\n\n');
    expect(newLines(flow, repaired(rule, flow, titles(rule, flow)[1]))).toBe(
      'plan: { next_review: 2026-07-21, review_cadence: semi_annual, status: active }',
    );
  });

  it('offers days soon where the rhythm has passed', () => {
    const text = plan(`${next('2026-05-19')}  last_reviewed: 2025-09-16\n`, log('2025-09-16'));
    expect(titles(rule, text)).toEqual([
      'Move next_review to 24 Feb 2026, in two weeks',
      'Move next_review to 12 Mar 2026, in 30 days',
      'Set review_cadence to annual, a review every year',
    ]);
    for (const title of titles(rule, text)) repaired(rule, text, title);
  });

  it('points to the review before, and to other gaps', () => {
    const text = plan('', log('2025-03-04', '2025-08-05', '2026-01-20'));
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['2025-08-05', 'The review before, on 5 Aug 2025'],
      ['2025-08-05', 'This one came 5 months after the one before'],
    ]);
  });

  it('tells a gap in days where a tight tolerance makes it one of as many months as the rhythm has', () => {
    const [found] = findingsOf(
      plan(next('2026-04-26')),
      '2026-02-10',
      new Map([[rule, { options: { toleranceDays: 5 } }]]),
    ).filter(finding => finding.rule === rule);
    expect(found?.message).toMatch(/^The next review, on 26 Apr 2026, comes 96 days after the last one /);
  });
});

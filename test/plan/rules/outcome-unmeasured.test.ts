import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-unmeasured';

const plan = (fields: string, before = '') =>
  overlaid(
    `${before}outcomes:\n  - id: O1\n${fields}`,
    fields.includes('    measurements:') ? [] : ['outcomes.O1.measurements'],
  );
const measured = (...days: string[]) =>
  `    measurements: [${days.map(day => `{ date: ${day}, value: 9 minutes }`).join(', ')}]\n`;
const review = (...entries: string[]) =>
  `review_history:\n${entries.map(entry => `  - { ${entry}, attendees: [Dana Ruiz, Priya Shah], summary: Form is live, decisions: [Train first], plan_changes: none }\n`).join('')}`;
const found = (rest: string, line = '  - id: O1', mark = 'O1') =>
  `${line}\n${' '.repeat(line.indexOf(mark))}${'^'.repeat(mark.length)} ${rule} (info): ${rest} Measure “Order entry time” again, so that the next review sees whether it moves.`;
const NEVER = found(
  'Outcome O1 has not been measured again since its baseline of 3 Nov 2025, and the review of 20 Jan 2026 had no value.',
);
const since = (day: string) =>
  found(`Outcome O1 was last measured on ${day}, and the review of 20 Jan 2026 had no newer value.`);
const baseline = (day: string) =>
  `    baseline: { metric: Order entry time, current: 12 minutes, measured_on: ${day} }\n`;
const STEPS = (status: string) =>
  `    milestones:\n      - { name: Form connected, target_date: 2026-03-31, status: ${status}, owner: Ken Abe }\n      - { name: Four minutes confirmed, target_date: 2026-06-30, status: pending, owner: Dana Ruiz, kind: validation }\n`;

describe(rule, () => {
  it.each([
    ['never', plan('    status: in_progress\n'), NEVER],
    ['never, and said to be at risk', plan('    status: at_risk\n'), NEVER],
    ['an empty list', plan('    measurements: []\n'), NEVER],
    ['a value that is still to come', plan('    measurements: [{ date: 2026-01-20, value: TBD }]\n'), NEVER],
    ['a value of the future', plan(measured('2026-03-20')), NEVER],
    ['long before the review', plan(measured('2025-11-20', '2025-12-05')), since('5 Dec 2025')],
    ['called achieved while milestones are open', plan('    status: achieved\n'), NEVER],
    ['begun by its milestones', plan(`    status: not_started\n${STEPS('in_progress')}`), NEVER],
    [
      'no review, and the baseline is older than the rhythm',
      plan('    status: in_progress\n', 'review_history: []\n'),
      found('Outcome O1 has not been measured again since its baseline of 3 Nov 2025.'),
    ],
    [
      'no review for long, nor a value',
      plan(`${baseline('2025-06-02')}${measured('2025-09-02')}`, review('date: 2025-09-03, type: qbr')),
      found('Outcome O1 was last measured on 2 Sep 2025.'),
    ],
    ['a few weeks before the review', plan(measured('2025-12-06')), ''],
    ['on the day of the review', plan(measured('2026-01-20')), ''],
    ['after the review', plan(measured('2026-02-02')), ''],
    ['the baseline itself is new', plan(baseline('2026-01-05')), ''],
    [
      'a check-in and a kickoff ask for no value',
      plan(measured('2025-12-15'), review('date: 2025-10-27, type: kickoff', 'date: 2026-02-02, type: check_in')),
      '',
    ],
    [
      'a year between reviews',
      plan('    status: in_progress\n', `plan:\n  review_cadence: annual\n${review('date: 2025-11-20, type: qbr')}`),
      '',
    ],
    ['not started', plan(`    status: not_started\n${STEPS('pending')}`), ''],
    ['not started, as the first step is blocked', plan(`    status: not_started\n${STEPS('blocked')}`), ''],
    ['achieved and done', plan(`    status: achieved\n${STEPS('complete').replaceAll('pending', 'complete')}`), ''],
    ['confirmed by the customer', plan('    status: achieved\n    acknowledged_on: 2026-02-02\n'), ''],
    ['deferred', plan('    status: deferred\n'), ''],
    ['a status that cannot be read', plan('    status: in progress\n'), ''],
    ['judged by word', plan('    kind: qualitative\n    acceptance: [Clerks say so]\n'), ''],
    ['no baseline', plan('    baseline: { metric: Order entry time, current: TBD }\n'), ''],
    ['no goal', plan('    target: { metric: Order entry time, target_date: 2026-06-30 }\n'), ''],
    ['no day of the baseline', plan('    baseline: { metric: Order entry time, current: 12 minutes }\n'), ''],
    ['a value without a day', plan('    measurements: [{ value: 9 minutes }]\n'), ''],
    ['a day that cannot be read', plan('    measurements: [{ date: Jan 2026, value: 9 minutes }]\n'), ''],
    ['words in place of values', plan('    measurements: see the dashboard\n'), ''],
    ['overdue', plan('    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-01-30 }\n'), ''],
    ['before the sale', plan('    status: in_progress\n', 'plan:\n  stage: pre_sale\n'), ''],
    ['a goal card', plan('    status: in_progress\n', 'plan:\n  format: goal_card\n'), ''],
    ['a draft', plan('    status: in_progress\n', 'plan:\n  status: draft\n'), ''],
    ['a plan that is completed', plan('    status: in_progress\n', 'plan:\n  status: completed\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('counts what was measured of key results', () => {
    const result = (measurements: string) =>
      `    key_results: [{ id: KR1, description: Faster, baseline: { metric: Entry, current: 12 minutes, measured_on: 2025-11-03 }, target: { metric: Entry, goal: 4 minutes, target_date: 2026-06-30 }${measurements} }]\n`;
    expect(markedBy(rule, plan(result('')))).toBe(NEVER);
    expect(markedBy(rule, plan(result(', measurements: [{ date: 2026-01-20, value: 9 minutes }]')))).toBe('');
  });

  it('points to the last review, and lets a team set how old a value may be', () => {
    const text = plan(measured('2025-12-05'));
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['"2026-01-20"', 'The review of 20 Jan 2026'],
    ]);
    const settings = new Map([[rule, { options: { toleranceDays: 60 } }]]);
    expect(findingsOf(text, '2026-02-10', settings).filter(one => one.rule === rule)).toEqual([]);
  });

  const AGAIN = 'Add a milestone: Measure “Order entry time” again, Ken Abe, 14 Apr 2026';
  const RECORD = 'Record 9 minutes, as the review of 20 Jan 2026 says';
  const said = (summary: string, decision = 'Train first') =>
    `review_history:\n  - date: 2026-01-20\n    type: qbr\n    attendees: [Dana Ruiz, Priya Shah]\n    summary: ${JSON.stringify(summary)}\n    decisions: [${JSON.stringify(decision)}]\n    plan_changes: none\n`;
  const saying = (summary: string, decision?: string, fields = '    status: in_progress\n') =>
    plan(fields, said(summary, decision));

  it.each([
    ['Order entry time is now at 9 minutes.'],
    ['Good progress. Order entry takes 9 minutes, on track for 4 minutes.'],
    ['Entry time down from 12 minutes to 9 minutes; training has begun.'],
    ['Wrong deliveries at 8%, order entry at 9 minutes.'],
  ])('records what the review says: %s', summary => {
    expect(titles(rule, saying(summary))).toEqual([RECORD, AGAIN]);
  });

  it.each([
    ['two values', 'Order entry is at 9 minutes in spring and at 8 minutes for parcels.'],
    ['the goal', 'Order entry is at 4 minutes for the first clerks.'],
    ['the baseline', 'Order entry is still at 12 minutes.'],
    ['a wish', 'Order entry should be at 9 minutes by April.'],
    ['a change', 'Order entry is faster by 3 minutes.'],
    ['a bound', 'Order entry takes under 9 minutes.'],
    ['a value of the past', 'Order entry was at 9 minutes in December.'],
    ['a part of it', 'In the north order entry takes 9 minutes.'],
    ['other minutes', 'Priya gave 90 minutes of training on order entry.'],
    ['of something else', 'The call takes 9 minutes.'],
    ['no figure', 'Order entry is faster.'],
    ['far behind', 'Order entry is at 11 minutes.'],
    ['something that does not compare', 'Order entry is at 90%.'],
  ])('does not record %s', (_, summary) => {
    const behind =
      '    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-04-30 }\n    status: in_progress\n';
    const text = saying(summary, undefined, summary.includes('11') ? behind : undefined);
    expect(titles(rule, text).filter(title => title.startsWith('Record'))).toEqual([]);
  });

  it('takes a decision where the summary says nothing', () => {
    expect(titles(rule, saying('Form is live.', 'Order entry is at 9 minutes: train the others next'))).toContain(
      RECORD,
    );
    expect(titles(rule, saying('Form is live.', 'Keep order entry at 9 minutes'))).not.toContain(RECORD);
  });

  it.each([
    [
      'a new list',
      '    status: in_progress\n',
      '    measurements:\n      - date: "2026-01-20"\n        value: 9 minutes',
    ],
    ['an empty list', '    measurements: []\n', '    measurements: [{ date: "2026-01-20", value: 9 minutes }]'],
    ['an empty key', '    measurements:\n', '      - date: "2026-01-20"\n        value: 9 minutes'],
    [
      'behind older ones',
      '    measurements:\n      - date: 2025-11-20\n        value: "11 minutes"\n',
      '      - date: 2026-01-20\n        value: "9 minutes"',
    ],
    [
      'in braces',
      '    measurements:\n      - { date: 2025-11-20, value: 11 minutes }\n',
      '      - { date: 2026-01-20, value: 9 minutes }',
    ],
    [
      'a day without its value',
      '    measurements:\n      - { date: 2026-01-20, value: TBD }\n',
      '      - { date: 2026-01-20, value: 9 minutes }',
    ],
  ])('writes the measurement like its neighbours: %s', (_, fields, expected) => {
    const text = saying('Order entry is at 9 minutes.', undefined, fields);
    expect(repaired(rule, text, RECORD)).toContain(`\n${expected}\n`);
  });

  it('puts no value among several', () => {
    const two = '    measurements:\n      - { date: 2026-01-20, value: [a, b] }\n';
    expect(titles(rule, saying('Order entry is at 9 minutes.', undefined, two))).toEqual([AGAIN]);
  });

  it('reads the template’s own review', () => {
    const text = readFileSync('test/fixtures/template.success-plan.yaml', 'utf8');
    const title = 'Record 64%, as the review of 1 Feb 2026 says';
    expect(titles(rule, text)).toEqual([
      'Add a milestone: Measure “Report generation time” again, Mike Torres, 12 Mar 2026',
      title,
      'Add a milestone: Measure “Monthly active users” again, Mike Torres, 12 Mar 2026',
    ]);
    expect(newLines(text, repaired(rule, text, title))).toBe(
      '    measurements:\n      - date: "2026-02-01"\n        value: "64%"',
    );
  });

  it('adds the milestone in the order of days, in block and flow style', () => {
    const text = plan('    status: in_progress\n');
    expect(titles(rule, text)).toEqual([AGAIN]);
    const fixed = repaired(rule, text, AGAIN);
    expect(fixed).toContain(
      '        owner: Ken Abe\n      - name: Measure “Order entry time” again\n        target_date: "2026-04-14"\n        status: pending\n        owner: Ken Abe\n      - name: Four',
    );
    const flow = plan(`    status: in_progress\n${STEPS('in_progress')}`);
    expect(newLines(flow, repaired(rule, flow, AGAIN))).toBe(
      '      - { name: Measure “Order entry time” again, target_date: 2026-04-14, status: pending, owner: Ken Abe }',
    );
  });

  it('takes another day where the review is far off or near', () => {
    const review = (day: string) =>
      titles(rule, plan('    status: in_progress\n', `plan:\n  next_review: "${day}"\n`))[0];
    expect(review('2026-07-28')).toContain('12 Mar 2026');
    expect(review('2026-02-14')).toContain('14 Feb 2026');
  });

  it.each([
    ['until: "2026-04-14"', 'Ken Abe'],
    ['until: "2026-04-13"', 'Dana Ruiz'],
    ['engagement: low', 'Dana Ruiz'],
  ])('gives the milestone to somebody who is there on its day and takes part: %s', (fields, owner) => {
    const text = plan('    status: in_progress\n').replace(
      'type: day_to_day_contact\n      engagement: active',
      `type: day_to_day_contact\n      ${fields}`,
    );
    expect(titles(rule, text)).toEqual([AGAIN.replace('Ken Abe', owner)]);
  });

  const row = (more: string, action = '') =>
    `    milestones:\n      - { name: Form connected, target_date: 2026-03-31, status: in_progress, owner: Ken Abe${action} }\n      - { name: ${more}, status: pending, owner: Ken Abe }\n      - { name: Four minutes confirmed, target_date: 2026-06-30, status: pending, owner: Dana Ruiz, kind: validation }\n`;
  it.each([
    ['a milestone', plan(row('Entry times measured again, target_date: 2026-04-14')), ''],
    ['a milestone that re-measures', plan(row('Re-measure entry time, target_date: 2026-04-21')), ''],
    ['a survey', plan(row('Clerks surveyed, target_date: 2026-04-02')), ''],
    [
      'an action',
      plan(
        row(
          'Depots trained, target_date: 2026-04-14',
          ', actions: [{ description: Count orders, owner: Ken Abe, due_date: 2026-03-02, status: open }]',
        ),
      ),
      '',
    ],
    ['too late for the review', plan(row('Entry times measured again, target_date: 2026-05-14')), NEVER],
    ['overdue', plan(row('Entry times measured again, target_date: 2026-02-02')), NEVER],
    ['other measures', plan(row('Security measures in place, target_date: 2026-04-14')), NEVER],
    ['an account', plan(row('Accounts set up, target_date: 2026-04-14')), NEVER],
  ])('keeps still while it is to be measured: %s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-overdue';

function outcome(fields: string, before = ''): string {
  return wholePlan(`${before}outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 4 minutes
    so_that: clerks have time for customers who call
    business_value: Frees two people in each depot
${fields.replaceAll(/^(?=.)/gm, '    ')}    renewal_evidence: Entry times before and after
    milestones:
      - { name: Depots trained, target_date: 2025-12-15, actual_date: 2025-12-12, status: complete, owner: Ken Abe }
`);
}

const BASELINE = 'baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }\n';
const target = (day: string, goal = '4 minutes') =>
  `target: { metric: Order entry time, goal: ${goal}, target_date: ${day} }\n`;
const line = (day: string, rest: string, goal = '4 minutes') => {
  const text = `    target: { metric: Order entry time, goal: ${goal}, target_date: `;
  return `${text}${day} }\n${' '.repeat(text.length)}^^^^^^^^^^ ${rule} (warning): Outcome O1 was due on ${rest} ${rest.includes('no measurement') ? 'Measure it' : 'Measure it once more'}, then mark it achieved, agree on a new day, or mark it missed.`;
};

describe(rule, () => {
  it.each([
    ['due today', `${BASELINE}${target('2026-02-10')}status: in_progress\n`, ''],
    [
      'due yesterday, never measured',
      `${BASELINE}${target('2026-02-09')}status: in_progress\n`,
      line('2026-02-09', '9 Feb 2026, 1 day ago, and no measurement shows that “4 minutes” is reached.'),
    ],
    [
      'measured short of the goal',
      `${BASELINE}${target('2026-01-30')}measurements: [{ date: 2026-01-20, value: 5 minutes }]\nstatus: in_progress\n`,
      line(
        '2026-01-30',
        '30 Jan 2026, 11 days ago, and the latest measurement of 20 Jan 2026 says “5 minutes” instead of “4 minutes”.',
      ),
    ],
    [
      'held before its day, and not measured since',
      `${BASELINE}${target('2026-01-30', '12 minutes')}measurements: [{ date: 2026-01-20, value: 12 minutes }]\nstatus: in_progress\n`,
      line(
        '2026-01-30',
        '30 Jan 2026, 11 days ago, and the latest measurement of 20 Jan 2026 is from before, so nothing shows that “12 minutes” was held to the end.',
        '12 minutes',
      ),
    ],
    [
      'goal reached',
      `${BASELINE}${target('2026-01-30')}measurements: [{ date: 2026-01-20, value: 3.5 minutes }]\nstatus: in_progress\n`,
      '',
    ],
    [
      'goal reached in another unit',
      `${BASELINE}${target('2026-01-30')}measurements: [{ date: 2026-01-20, value: 240 seconds }]\nstatus: in_progress\n`,
      '',
    ],
    [
      'a value of the future counts for nothing',
      `${BASELINE}${target('2026-01-30')}measurements: [{ date: 2026-03-20, value: 3 minutes }]\nstatus: in_progress\n`,
      line('2026-01-30', '30 Jan 2026, 11 days ago, and no measurement shows that “4 minutes” is reached.'),
    ],
    ['achieved', `${BASELINE}${target('2026-01-30')}status: achieved\n`, ''],
    ['missed', `${BASELINE}${target('2026-01-30')}status: missed\n`, ''],
    ['deferred', `${BASELINE}${target('2026-01-30')}status: deferred\n`, ''],
    ['a status that cannot be read is the schema’s', `${BASELINE}${target('2026-01-30')}status: achived\n`, ''],
    ['a day that cannot be read is invalid-date’s', `${BASELINE}${target('Jan 30')}status: in_progress\n`, ''],
    [
      'at risk is not reached either',
      `${BASELINE}${target('2026-01-30')}status: at_risk\n`,
      line('2026-01-30', '30 Jan 2026, 11 days ago, and no measurement shows that “4 minutes” is reached.'),
    ],
    [
      'confirmed by the customer',
      'kind: qualitative\nacceptance: [Clerks say so]\nacknowledged_by: Dana Ruiz\nacknowledged_on: 2026-01-20\ntarget: { target_date: 2026-01-30 }\n',
      '',
    ],
  ])('%s', (_, fields, expected) => {
    expect(markedBy(rule, outcome(fields))).toBe(expected);
  });

  it('waits for the customer’s word where the outcome is judged by it', () => {
    const text = outcome(
      'kind: qualitative\nacceptance: [Clerks say so]\ntarget: { target_date: 2026-01-30 }\nstatus: in_progress\n',
    );
    expect(markedBy(rule, text)).toContain(
      'and nobody at the customer has confirmed it. Ask for their word, then mark it achieved',
    );
  });

  it('takes the last day of the key results where the outcome has none', () => {
    const result = (id: string, day: string) =>
      `  - { id: ${id}, description: Faster, baseline: { current: 12 minutes, measured_on: 2025-11-03 }, target: { goal: 4 minutes, target_date: ${day} } }\n`;
    const text = outcome(
      `key_results:\n${result('KR1', '2026-01-15')}${result('KR2', '2026-01-30')}status: in_progress\n`,
    );
    expect(markedBy(rule, text)).toContain(
      'was due on 30 Jan 2026, 11 days ago, and its 2 key results do not show that it is reached.',
    );
    expect(markedBy(rule, text.replace('2026-01-30', '2026-03-31'))).toBe('');
  });

  it.each(['completed', 'archived'])('keeps still about a plan that is %s', status => {
    expect(markedBy(rule, outcome(`${BASELINE}${target('2026-01-30')}`, `plan:\n  status: ${status}\n`))).toBe('');
  });

  const late = `${BASELINE}${target('2026-01-30')}measurements: [{ date: 2026-01-20, value: 5 minutes }]\nstatus: in_progress\n`;

  it('offers the day to which the measurements lead, one month and three, and to say that it was missed', () => {
    expect(titles(rule, outcome(late))).toEqual([
      'Move target_date to 12 Mar 2026, in 30 days',
      'Move target_date to 11 May 2026, in 90 days',
      'Set status to missed',
    ]);
    const slow = late.replace('5 minutes', '8 minutes');
    expect(titles(rule, outcome(slow))[0]).toBe('Move target_date to 8 Apr 2026, where the measurements lead');
  });

  it('offers no day after the renewal and none before a milestone', () => {
    const customer = 'customer:\n  company: Northwind Traders\n  contract: { renewal_date: 2026-04-01 }\n';
    expect(titles(rule, outcome(late, customer))).toEqual([
      'Move target_date to 12 Mar 2026, in 30 days',
      'Set status to missed',
    ]);
    const open = outcome(late).replace(
      'milestones:\n',
      'milestones:\n      - { name: Depots in the south trained, target_date: 2026-04-15, status: pending, owner: Ken Abe }\n',
    );
    expect(titles(rule, open)).toEqual(['Move target_date to 11 May 2026, in 90 days', 'Set status to missed']);
  });

  it('repairs in flow and block style, with CRLF, and keeps quotes and comments', () => {
    const text = outcome(late);
    expect(newLines(text, repaired(rule, text))).toBe(
      '    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-03-12 }',
    );
    const block = text.replace(
      /target: \{.*\}/,
      'target:\n      metric: Order entry time\n      goal: 4 minutes\n      target_date: "2026-01-30"   # as signed',
    );
    expect(newLines(block, repaired(rule, block))).toBe('      target_date: "2026-03-12"   # as signed');
    expect(newLines(text, repaired(rule, text, 'Set status to missed'))).toBe('    status: missed');
  });

  it('points to the latest measurement', () => {
    const text = outcome(late);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['5 minutes', 'The latest measurement, of 20 Jan 2026'],
    ]);
  });
});

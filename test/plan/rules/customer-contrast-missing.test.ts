import { describe, expect, it } from 'vitest';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'customer-contrast-missing';

const NOW = 'customer.current_situation';
const THEN = 'customer.desired_future_state';
const CASE = 'customer.business_case';
const customer = (fields: string, without: readonly string[], plan = '') =>
  overlaid(`${plan}${fields && `customer:\n${fields}`}`, without);
const found = (line: string, marks: string, message: string, severity = 'info') =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message}`;
const CLERKS = 'Clerks copy orders from e-mail into two systems.';
const ONCE = 'An order is entered once and is right the first time.';
const NO_THEN =
  'This is how things are at Northwind Traders today; how they are to be when the plan has worked is missing. Ask what people will do differently then.';
const NO_NOW =
  'This is how things are to be at Northwind Traders; how they are today is missing, and with it the reason to change. Ask what an ordinary bad day looks like.';

describe(rule, () => {
  it.each([
    ['today without tomorrow', customer('', [THEN]), found(`  current_situation: ${CLERKS}`, CLERKS, NO_THEN)],
    ['tomorrow without today', customer('', [NOW]), found(`  desired_future_state: ${ONCE}`, ONCE, NO_NOW)],
    [
      'an empty tomorrow',
      customer('  desired_future_state:\n', []),
      found('  desired_future_state:', 'desired_future_state', NO_THEN),
    ],
    [
      'a placeholder for today',
      customer('  current_situation: "TBD"\n', []),
      found('  current_situation: "TBD"', '"TBD"', NO_NOW),
    ],
    [
      'a text of several lines',
      customer('  current_situation: >\n    Clerks copy orders\n    from e-mail.\n', [THEN]),
      found('  current_situation: >', 'current_situation', NO_THEN),
    ],
    [
      'tomorrow with what it costs to stay as they are',
      customer('  status_quo_consequences: [Second trips cost more every year]\n', [NOW]),
      found(`  desired_future_state: ${ONCE}`, ONCE, NO_NOW, 'hint'),
    ],
    [
      'neither, and no business case',
      customer('', [NOW, THEN, CASE]),
      found(
        '  company: Northwind Traders',
        'Northwind Traders',
        'Nothing says why Northwind Traders wants to change: neither how things are today, nor how they are to be, nor what they bought this for. Write it down in their words.',
      ),
    ],
    ['both', overlaid(''), ''],
    ['neither, but a business case', customer('', [NOW, THEN]), ''],
    ['a goal card with neither', customer('', [NOW, THEN, CASE], 'plan:\n  format: goal_card\n'), ''],
    ['a list where a text should be', customer('  desired_future_state: [Orders entered once]\n', []), ''],
    ['a completed plan', customer('', [THEN], 'plan:\n  status: completed\n'), ''],
    ['an archived plan', customer('', [THEN], 'plan:\n  status: archived\n'), ''],
    ['no customer section', overlaid('', ['customer']), ''],
    ['a name in place of the section', overlaid('', ['customer']).concat('customer: Northwind Traders\n'), ''],
    ['a file that cannot be read whole', customer('  context: "Eleven depots\n', [THEN]), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const FUTURE =
    'Clerks have the afternoon for customers who call; depots stop paying for second trips; shippers stay with Northwind at peak season';
  const TODAY = 'Order entry time is 12 minutes; Share of wrong deliveries is 10%; Median answer time is 6 hours';

  it.each([
    ['tomorrow, from what the outcomes are for', customer('', [THEN]), `  desired_future_state: ${FUTURE}`],
    [
      'an empty key',
      customer('  desired_future_state:   # ask Dana\n', []),
      `  desired_future_state: ${FUTURE}   # ask Dana`,
    ],
    [
      'today, from the baselines',
      customer('  desired_future_state: "Entered once."\n', [NOW]),
      `  current_situation: "${TODAY}"`,
    ],
    ['a placeholder', customer("  current_situation: '?'\n", []), `  current_situation: ${TODAY}`],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('repairs flow style', () => {
    const text =
      'plan: { status: draft }\ncustomer: { company: Northwind Traders, current_situation: Orders are typed twice }\noutcomes:\n  - { id: O1, description: Cut order entry from 12 to 4 minutes, so_that: "clerks have time, at last." }\n';
    expect(repaired(rule, text)).toContain(
      'current_situation: Orders are typed twice, desired_future_state: "Clerks have time, at last" }',
    );
  });

  it('makes nothing up', () => {
    expect(
      titles(rule, customer('', [THEN, 'outcomes.O1.so_that', 'outcomes.O2.so_that', 'outcomes.O3.so_that'])),
    ).toEqual([]);
    expect(titles(rule, customer('', [NOW, THEN, CASE]))).toEqual([]);
    expect(titles(rule, customer('', [NOW]))).toEqual([
      `Write current_situation from the baselines: “${TODAY.slice(0, 89)}…”`,
    ]);
  });
});

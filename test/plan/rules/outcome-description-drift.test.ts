import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'outcome-description-drift';

const sound = soundPlan();
const plan = (description: string, current = '12 minutes', goal = '4 minutes') =>
  sound
    .replace('Cut the time to enter an order from 12 minutes to 4 minutes', description)
    .replace('current: 12 minutes', `current: ${current}`)
    .replace('goal: 4 minutes', `goal: ${goal}`);
/** What is marked and what the finding says behind “says”. */
const told = (text: string) => {
  const [finding, ...more] = findingsOf(text).filter(one => one.rule === rule);
  expect(more).toEqual([]);
  return (
    finding && [
      text.slice(finding.start, finding.end),
      finding.message.replace(/^.*?, but /, '').replace(/ Correct.*/, ''),
    ]
  );
};

describe(rule, () => {
  it('marks the figure that strays', () => {
    expect(markedBy(rule, plan('Cut order entry from 12 minutes to 5 minutes'))).toBe(
      `    description: Cut order entry from 12 minutes to 5 minutes\n${' '.repeat(52)}^^^^^^^^^ ${rule} (info): The description of outcome O1 says “5 minutes”, but the goal says “4 minutes”. Correct whichever is out of date.`,
    );
  });

  it.each([
    [
      'Cut order entry from 15 minutes to 4 minutes',
      '12 minutes',
      '4 minutes',
      ['15 minutes', 'the baseline says “12 minutes”.'],
    ],
    [
      'Cut order entry from 15 to 5 minutes',
      '12 minutes',
      '4 minutes',
      ['15 to 5 minutes', 'baseline and goal say “12 minutes” and “4 minutes”.'],
    ],
    ['Cut order entry from 12 to 5 minutes', '12 minutes', '4 minutes', ['5 minutes', 'the goal says “4 minutes”.']],
    ['Cut order entry to under 5 minutes', '12 minutes', '4 minutes', ['5 minutes', 'the goal says “4 minutes”.']],
    ['Rooms ready at 3 pm up from 72% to 92%', '65%', '92%', ['72%', 'the baseline says “65%”.']],
    ['Bring all 12 sites up from 72% to 90%', '72%', '92%', ['90%', 'the goal says “92%”.']],
    ['Answer 33% before noon, up from 17%', '21%', '33%', ['17%', 'the baseline says “21%”.']],
    ['Answer within 2 hours instead of 6 hours', '6 hours', '1 hour', ['2 hours', 'the goal says “1 hour”.']],
    ['"Bring wrong deliveries down from 10% to 5%"', '10%', '3%', ['5%', 'the goal says “3%”.']],
    [
      'Raise adoption from 30% to 80%',
      '8 of 25 (32%)',
      '20 of 25 (80%)',
      ['30%', 'the baseline says “8 of 25 (32%)”.'],
    ],
    [
      'Bring order entry by form from 8 to 22 of 25 depots',
      '8 of 25',
      '20 of 25',
      ['22 of 25 depots', 'the goal says “20 of 25”.'],
    ],
    ['Raise NPS from 31 to 50', '31', '45', ['50', 'the goal says “45”.']],
    [
      'Save freight, from $40,000 to $20,000 a year',
      '$40k / year',
      '$30k / year',
      ['$20,000', 'the goal says “$30k / year”.'],
    ],
    [
      'Cut order entry time by 40%',
      '12 minutes',
      '4 minutes',
      ['40%', 'from “12 minutes” to “4 minutes” is a change of 67%.'],
    ],
    [
      'Cut order entry by 5 minutes',
      '12 minutes',
      '4 minutes',
      ['5 minutes', 'from “12 minutes” to “4 minutes” is a change of 8 min.'],
    ],
    [
      'Cut order entry by at least 9.9 minutes',
      '12 minutes',
      '4 minutes',
      ['9.9 minutes', 'from “12 minutes” to “4 minutes” is a change of 8 min.'],
    ],
    ['Grow repeat orders by $1M', '$1.2M', '$1.8M', ['$1M', 'from “$1.2M” to “$1.8M” is a change of $0.6M.']],
    [
      'Spend 30% less time on order entry',
      '12 minutes',
      '4 minutes',
      ['30% less', 'from “12 minutes” to “4 minutes” is a change of 67%.'],
    ],
    [
      'Cut order entry by half',
      '12 minutes',
      '4 minutes',
      ['by half', 'from “12 minutes” to “4 minutes” is a change of 67%.'],
    ],
    [
      'Cut the time for order entry in half',
      '12 minutes',
      '4 minutes',
      ['in half', 'from “12 minutes” to “4 minutes” is a change of 67%.'],
    ],
    [
      'Halve the time to enter an order',
      '12 minutes',
      '4 minutes',
      ['Halve', 'from “12 minutes” to “4 minutes” is a change of 67%.'],
    ],
    [
      'Halve order entry time',
      '12 minutes',
      '4 minutes',
      ['Halve', 'from “12 minutes” to “4 minutes” is a change of 67%.'],
    ],
    [
      'Double the number of orders',
      '40 orders',
      '60 orders',
      ['Double', 'from “40 orders” to “60 orders” is a change of 50%.'],
    ],
  ])('%s', (description, current, goal, expected) => {
    expect(told(plan(description, current, goal))).toEqual(expected);
  });

  it.each([
    ['Cut the time to enter an order from 12 minutes to 4 minutes', '12 minutes', '4 minutes'],
    ['Cut order entry from 12 to 4 minutes in 25 depots within 6 months', '12 minutes', '4 minutes'],
    ['Cut order entry from 0.2 hours to 240 seconds', '12 minutes', '4 minutes'],
    ['Cut order entry from about 13 minutes to 4 minutes', '12 minutes', '4 minutes'],
    ['Cut order entry from 12 minutes to 4 minutes', '12.4 minutes', '4 minutes'],
    ['Cut order entry by two thirds, 67%', '12 minutes', '4 minutes'],
    ['Cut order entry time by 67% and errors by 40%', '12 minutes', '4 minutes'],
    ['Cut wrong deliveries by 7%', '10%', '3%'],
    ['Cut order entry by 8 minutes', '12 minutes', '4 minutes'],
    ['Cut order entry by about 7.5 minutes', '12 minutes', '4 minutes'],
    ['Cut order entry by 5 hours a week', '12 minutes', '4 minutes'],
    ['Close order entry by 20 minutes after noon', '12 minutes', '4 minutes'],
    ['Cut order entry by 30 June', '12 minutes', '4 minutes'],
    ['Cut order entry by up to 9 minutes', '12 minutes', '4 minutes'],
    ['Cut order entry by at least 5 minutes', '12 minutes', '4 minutes'],
    ['Cut order entry by at least 40%', '12 minutes', '4 minutes'],
    ['Spend at least 40% less time on order entry', '12 minutes', '4 minutes'],
    ['Grow orders by $1M', '$1.2M', '$2.2M'],
    ['Grow orders by $1M a month', '$1.2M', '$1.8M'],
    ['Cut freight by $60k', '$1.2M', '$1.8M'],
    ['Grow orders by 20 agents', '$1.2M', '$1.8M'],
    ['Spend 65% less time on order entry', '12 minutes', '4 minutes'],
    ['Handle 30% more orders with the same clerks', '12 minutes', '4 minutes'],
    ['Enter orders with 30% fewer phone calls', '12 minutes', '4 minutes'],
    ['Make 30% less of a mess', '12 minutes', '4 minutes'],
    ['Enter each order 50% faster', '12 minutes', '4 minutes'],
    ['Cut order entry by two thirds', '12 minutes', '4 minutes'],
    ['Cut order entry by half a day', '12 minutes', '4 minutes'],
    ['Cut order entry by half of the clerks', '12 minutes', '4 minutes'],
    ['Halve the time to enter an order', '12 minutes', '5.8 minutes'],
    ['Halve the paper on each desk', '12 minutes', '4 minutes'],
    ['Halve paper in all depots', '12 minutes', '4 minutes'],
    ['Double entry of orders ends', '12 minutes', '4 minutes'],
    ['Double the number of depots', '40 orders', '60 orders'],
    ['Double the number of orders', '40 orders', '85 orders'],
    ['Double the number of orders, from 40 to 60', '40 orders', '60 orders'],
    ['Halve the time for order entry, 30% less time for search', '12 minutes', '4 minutes'],
    ['Cut wrong deliveries by 70%', '10%', '3%'],
    ['Cut errors from 5% to 1%', '12 minutes', '4 minutes'],
    ['Cut entry from 12 minutes to 4 minutes and search from 9 minutes to 2 minutes', '12 minutes', '4 minutes'],
    ['Cut entry from 9 minutes to 3 minutes and search from 8 minutes to 2 minutes', '12 minutes', '4 minutes'],
    ['Extend the contract from 12 months to 24 months', '12 minutes', '4 minutes'],
    ['Move order entry to 25 depots by 30 June 2026, phase 2 of O1', '12 minutes', '4 minutes'],
    ['Respond to 50 tickets', '12 tickets', '40 tickets'],
    ['Roll it out to 100% of the depots', '10%', '3%'],
    ['Bring deliveries on time to 95% of the orders', '80%', '97%'],
    ['Answer 1 to 3 minutes sooner', '12 minutes', '4 minutes'],
    ['Cut order entry from 12 minutes to 5 minutes', '12 minutes', 'TBD'],
    ['Cut order entry from 12 minutes to 5 minutes', 'TBD', '4 minutes'],
    ['Cut order entry from 12 minutes to 5 minutes', '12 minutes', '30%'],
    ['Cut order entry from 12 minutes to 5 minutes', '12 minutes', '50% less'],
    ['Cut order entry from 12 minutes to 5 minutes', '12 minutes', '12 minutes'],
    ['Cut order entry from 12 minutes to 5 minutes', '12 minutes', '4-5 minutes'],
    ['Handle 40 orders a week instead of 12', '12 orders per month', '45 orders per month'],
    [
      'Achieve 80% team adoption across the 25-person operations team within 6 months of launch',
      '8 of 25 (32%)',
      '20 of 25 (80%)',
    ],
  ])('is silent: %s (%s, %s)', (description, current, goal) => {
    expect(told(plan(description, current, goal))).toBeUndefined();
  });

  const off = plan('Cut order entry from 12 minutes to 5 minutes');
  it.each([
    ['deferred', off.replace('status: in_progress', 'status: deferred')],
    ['judged by word', off.replace('status: in_progress', 'kind: qualitative\n    status: in_progress')],
    [
      'a review has logged the change',
      off.replace('plan_changes: none', 'plan_changes: [O1 goal changed from 5 minutes to 4 minutes]'),
    ],
    ['a completed plan', off.replace('status: active', 'status: completed')],
  ])('is silent: %s', (_, text) => {
    expect(told(text)).toBeUndefined();
  });

  it('marks the key of a description of several lines, and the whole of one that is written with escapes', () => {
    const lines = plan('>\n      Cut order entry from 12 minutes\n      to 5 minutes');
    expect(told(lines)?.[0]).toBe('description');
    expect(told(plan('"Cut \\"order entry\\" from 12 minutes to 5 minutes"'))?.[0]).toBe(
      '"Cut \\"order entry\\" from 12 minutes to 5 minutes"',
    );
    expect(told(plan("'Cut order entry from 12 minutes to 5 minutes'"))?.[0]).toBe('5 minutes');
  });

  it('points to what it strays from', () => {
    const text = plan('Cut order entry from 15 minutes to 5 minutes');
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['12 minutes', 'The baseline is “12 minutes”'],
      ['4 minutes', 'The goal is “4 minutes”'],
    ]);
  });
});

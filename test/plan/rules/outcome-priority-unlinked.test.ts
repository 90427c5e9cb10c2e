import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-priority-unlinked';

const PRIORITIES = `  priorities:
    - { id: P1, name: Grow without hiring }
    - { id: P2, name: Keep the large shippers }
`;
const plan = (line: string, priorities = PRIORITIES) =>
  soundPlan()
    .replace('  contract:\n', `${priorities}  contract:\n`)
    .replace('  - id: O1\n', `  - id: O1\n${line}`)
    .replace('  - id: O2\n', '  - id: O2\n    priority: P1\n')
    .replace('  - id: O3\n', '  - id: O3\n    priority: P2\n');
const said = (names: string) =>
  `${rule} (hint): Outcome O1 does not say which of the customer’s priorities it serves: ${names}. Name it, or ask whether the customer wants this outcome at all.`;
const BOTH = said('P1 “Grow without hiring” or P2 “Keep the large shippers”');

describe(rule, () => {
  it.each([
    ['none', plan(''), `  - id: O1\n        ^^ ${BOTH}`],
    ['an empty one', plan('    priority:\n'), `    priority:\n    ^^^^^^^^ ${BOTH}`],
    ['still to come', plan('    priority: TBD\n'), `    priority: TBD\n              ^^^ ${BOTH}`],
    ['one of them', plan('    priority: P2\n'), ''],
    ['one that nobody knows', plan('    priority: P9\n'), ''],
    ['a list', plan('    priority: [P1, P2]\n'), ''],
    ['no priorities are listed', soundPlan(), ''],
    ['an empty list of priorities', plan('', '  priorities: []\n'), ''],
    ['priorities without name and id', plan('', '  priorities:\n    - sponsor: Dana Ruiz\n'), ''],
    ['achieved', plan('').replace('status: in_progress', 'status: achieved'), ''],
    ['missed', plan('').replace('status: in_progress', 'status: missed'), ''],
    ['deferred', plan('').replace('status: in_progress', 'status: deferred'), ''],
    ['an entry that says nothing yet', plan('    priority: P1\n').replace('risks:', '  - id: O9\nrisks:'), ''],
    ['a completed plan', plan('').replace('status: active', 'status: completed'), ''],
    ['a plan that cannot be read whole', plan('').replace('segment: enterprise', 'segment: "enterprise'), ''],
    [
      'more than can be named',
      plan('', `  priorities: [${[1, 2, 3, 4, 5].map(n => `{ id: P${n} }`).join(', ')}]\n`),
      `  - id: O1\n        ^^ ${said('P1, P2, P3 or P4 or another one')}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('offers those first that speak of the same', () => {
    expect(titles(rule, plan(''))).toEqual([
      'Set priority to P1 “Grow without hiring”',
      'Set priority to P2 “Keep the large shippers”',
    ]);
    const text = plan('').replace('who call', 'who call, as the large shippers do');
    expect(titles(rule, text)[0]).toBe('Set priority to P2 “Keep the large shippers”');
  });

  it.each([
    ['behind the business value', plan(''), '    priority: P1'],
    ['in place of a placeholder', plan('    priority: TBD   # ask\n'), '    priority: P1   # ask'],
    [
      'in flow style',
      plan('    priority: P2\n').replace(
        'risks:',
        '  - { id: O4, description: Cut waiting trucks from 9 to 2 a day, business_value: Free gates, status: not_started }\nrisks:',
      ),
      '  - { id: O4, description: Cut waiting trucks from 9 to 2 a day, business_value: Free gates, priority: P1, status: not_started }',
    ],
  ])('sets it %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text, 'Set priority to P1 “Grow without hiring”'))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-without-milestones';

const plan = (fields: string, before = '') =>
  overlaid(
    `${before}outcomes:\n  - id: O1\n${fields}`,
    fields.includes('    milestones:') ? [] : ['outcomes.O1.milestones'],
  );
const REST = `so nobody sees before 30 Jun 2026 whether it will be reached. Break the way down into a few steps, each with a day and an owner; the last one confirms the result.`;
const found = (line: string, mark: string, rest = `Outcome O1 has no milestones, ${REST}`, severity = 'warning') =>
  `${line}\n${' '.repeat(line.indexOf(mark))}${'^'.repeat(mark.length)} ${rule} (${severity}): ${rest}`;
const none = plan('    status: in_progress\n');
const KEY_RESULTS = `    key_results:
      - { id: KR1, description: Four minutes, baseline: { current: 12 minutes, measured_on: 2025-11-03 }, target: { goal: 4 minutes, target_date: 2026-06-30 }, measurements: [{ date: 2026-01-20, value: 9 minutes }] }
`;

describe(rule, () => {
  it.each([
    ['none', none, found('  - id: O1', 'O1')],
    [
      'no id',
      none.replace('  - id: O1', '  - x-crm: 0015g').replace('- outcome: O1', '- outcome: O2'),
      found(
        '  - x-crm: 0015g',
        'x-crm',
        `The outcome “Cut the time to enter an order from 12…” has no milestones, ${REST}`,
      ),
    ],
    ['empty', plan('    milestones:\n'), found('    milestones:', 'milestones')],
    ['an empty list', plan('    milestones: []\n'), found('    milestones: []', 'milestones')],
    ['null', plan('    milestones: ~\n'), found('    milestones: ~', 'milestones')],
    ['TBD, which the schema speaks of', plan('    milestones: TBD\n'), ''],
    ['an empty text', plan('    milestones: ""\n'), ''],
    [
      'no day',
      plan('    target: { metric: Order entry time, goal: 4 minutes }\n'),
      found(
        '  - id: O1',
        'O1',
        'Outcome O1 has no milestones, so nobody sees whether it gets nearer. Break the way down into a few steps, each with a day and an owner; the last one confirms the result.',
      ),
    ],
    [
      'key results instead',
      plan(KEY_RESULTS),
      found('  - id: O1', 'O1', `Outcome O1 has no milestones, ${REST}`, 'info'),
    ],
    [
      'milestones of no outcome',
      `${none}milestones:\n  - { name: Depots trained, target_date: 2026-03-31, owner: Ken Abe }\n`,
      found(
        '  - id: O1',
        'O1',
        'Outcome O1 has no milestones, so nobody sees before 30 Jun 2026 whether it will be reached. Say at the milestones of the plan which outcome they lead to.',
        'hint',
      ),
    ],
    ['key results of an OKR plan', plan(KEY_RESULTS, 'plan:\n  format: okr\n'), ''],
    [
      'one at the top level',
      `${none}milestones:\n  - { name: Depots trained, outcome: O1, target_date: 2026-03-31, owner: Ken Abe }\n`,
      '',
    ],
    ['words where a list should be', plan('    milestones: see the tracker\n'), ''],
    ['a group where a list should be', plan('    milestones: { name: Depots trained }\n'), ''],
    ['a goal card', plan('    status: in_progress\n', 'plan:\n  format: goal_card\n'), ''],
    ['before the sale', plan('    status: in_progress\n', 'plan:\n  stage: pre_sale\n'), ''],
    ['a plan that is archived', plan('    status: in_progress\n', 'plan:\n  status: archived\n'), ''],
    ['achieved', plan('    status: achieved\n'), ''],
    ['missed', plan('    status: missed\n'), ''],
    ['deferred', plan('    status: deferred\n'), ''],
    ['a status that cannot be read', plan('    status: acheived\n'), ''],
    ['a file that cannot be read whole', none.replace('owner: Priya Shah', 'owner: "Priya Shah'), ''],
    [
      'milestones borrowed from elsewhere',
      `x-steps: &steps [{ name: Depots trained, owner: Ken Abe }]\n${plan('    milestones: *steps\n')}`,
      '',
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const KEN = 'Add a last milestone: “Order entry time confirmed at 4 minutes”, Ken Abe, 30 Jun 2026';

  it('offers the one that confirms the goal, to two people of the customer', () => {
    expect(titles(rule, none)).toEqual([KEN, KEN.replace('Ken Abe', 'Dana Ruiz')]);
    expect(titles(rule, plan('    owner: Dana Ruiz\n'))[0]).toBe(KEN.replace('Ken Abe', 'Dana Ruiz'));
  });

  const BLOCK = [
    'milestones:',
    '  - name: Order entry time confirmed at 4 minutes',
    '    target_date: 2026-06-30',
    '    status: pending',
    '    owner: Ken Abe',
    '    kind: validation',
  ];
  const FLOW =
    '{ name: Order entry time confirmed at 4 minutes, target_date: 2026-06-30, status: pending, owner: Ken Abe, kind: validation }';

  it.each([
    ['block style', none, BLOCK.map(line => `    ${line}`).join('\n')],
    [
      'an empty value',
      plan('    milestones:\n'),
      BLOCK.slice(1)
        .map(line => `    ${line}`)
        .join('\n'),
    ],
    ['an empty list', plan('    milestones: []\n'), `    milestones: [${FLOW}]`],
    ['null', plan('    milestones: null\n'), `    milestones: [${FLOW}]`],
  ])('repairs %s', (_, text, expected) => {
    expect(repaired(rule, text, KEN)).toContain(`\n${expected}\n`);
  });

  it('repairs an outcome in flow style', () => {
    const text = plan('').replace(
      / {2}- id: O1\n[\s\S]*?(?= {2}- id: O2)/,
      `  - { id: O1, description: Cut the time to enter an order from 12 minutes to 4 minutes, so_that: clerks have time, business_value: Frees two people, baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }, target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }, measurements: [{ date: 2026-01-20, value: 9 minutes }], status: in_progress }\n`,
    );
    expect(newLines(text, repaired(rule, text, KEN))).toContain(`status: in_progress, milestones: [${FLOW}] }`);
  });

  it('calls it by the goal where the metric has no name, and offers none where nobody could confirm, or no day is known', () => {
    const unnamed = plan(
      '    baseline: { current: 12 minutes, measured_on: 2025-11-03 }\n    target: { goal: at most 4 minutes, target_date: 2026-06-30 }\n',
    );
    expect(titles(rule, unnamed)[0]).toBe(
      'Add a last milestone: “Goal of at most 4 minutes confirmed”, Ken Abe, 30 Jun 2026',
    );
    expect(titles(rule, plan('    target: { metric: Order entry time, goal: 4 minutes }\n'))).toEqual([]);
    expect(titles(rule, none.replaceAll('engagement: active', 'engagement: low'))).toEqual([]);
    expect(titles(rule, none.replace('type: day_to_day_contact', 'until: 2026-03-31'))).toEqual([
      KEN.replace('Ken Abe', 'Dana Ruiz'),
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { soundPlan, wholePlan } from '../../support/examples.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'reference-unknown';

const OUTCOMES = `outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    milestones:
      - { id: O1-M1, name: Confirmed, target_date: 2026-06-30, owner: Dana Ruiz }
  - id: O2
    description: Bring wrong deliveries down from 10% to 3%
    target: { metric: Wrong deliveries, goal: 3%, target_date: 2026-08-31 }
    key_results: [{ id: KR1, description: Fewer second trips }]
`;
const CUSTOMER = `customer:
  company: Northwind Traders
  priorities:
    - { id: P1, name: Grow without new clerks }
    - { name: Keep the large shippers }
`;
const risk = (outcomes: string) =>
  wholePlan(
    `${OUTCOMES}risks:\n  - id: R1\n    description: No data until March\n    owner: Ken Abe\n    outcomes: ${outcomes}\n`,
  );
const priority = (text: string) =>
  wholePlan(`${CUSTOMER}outcomes:\n  - id: O1\n    description: Cut order entry\n    priority: ${text}\n`);
const step = (fields: string, rest = '') =>
  wholePlan(
    `${OUTCOMES}milestones:\n  - name: Fair\n    target_date: 2026-07-15\n    owner: Ken Abe\n    ${fields}\n${rest}`,
  );
const PHASES =
  'phases:\n  - { id: PH1, name: Design, start_date: 2026-01-01, end_date: 2026-06-30 }\n  - { id: PH2, name: Build, start_date: 2026-07-01, end_date: 2026-09-30 }\n';
const evidence = (outcome: string) =>
  wholePlan(
    `${OUTCOMES}renewal:\n  evidence:\n    - outcome: O1\n      statement: Times before and after\n    - outcome: ${outcome}\n      statement: Returns reports\n`,
  );
const scope = (text: string) =>
  wholePlan(`${OUTCOMES}agreement:\n  sign_offs:\n    - person: Dana Ruiz\n      scope: ${text}\n`);
const found = (text: string, line: string, marks: string, message: string, severity = 'error') => {
  expect(text).toContain(`${line}\n`);
  return `${line}\n${' '.repeat(line.lastIndexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message}`;
};
const THERE = 'but no outcome of this plan is called that; there are O1 and O2.';

describe(rule, () => {
  it.each([
    ['a risk', risk('[O1, O7]'), '    outcomes: [O1, O7]', 'O7', `Risk R1 threatens “O7”, ${THERE}`],
    ['small letters', risk('["o1"]'), '    outcomes: ["o1"]', '"o1"', `Risk R1 threatens “o1”, ${THERE}`],
    ['a milestone', step('outcome: O7'), '    outcome: O7', 'O7', `Milestone “Fair” belongs to “O7”, ${THERE}`],
    ['evidence', evidence('O7'), '    - outcome: O7', 'O7', `This evidence is for “O7”, ${THERE}`],
    [
      'a priority',
      priority('P7'),
      '    priority: P7',
      'P7',
      'Outcome O1 serves “P7”, but no priority of this plan is called that; there are P1 and “Keep the large shippers”.',
    ],
    [
      'a phase',
      step("phase: 'PH7'", PHASES),
      "    phase: 'PH7'",
      "'PH7'",
      'Milestone “Fair” is in phase “PH7”, but no phase of this plan is called that; there are PH1 and PH2.',
    ],
    [
      'a sign-off',
      scope('O7'),
      '      scope: O7',
      'O7',
      'This sign-off is for “O7”, but nothing in this plan is called that. Write plan for all of it, or the id of an outcome or milestone.',
    ],
  ])('finds %s', (_, text, line, marks, message) => {
    expect(markedBy(rule, text)).toBe(found(text, line, marks, message));
  });

  it('is quieter about something of another kind, about two in one, and where nothing is listed', () => {
    const other = step('outcome: P1', CUSTOMER);
    expect(markedBy(rule, other)).toBe(
      found(
        other,
        '    outcome: P1',
        'P1',
        'Milestone “Fair” belongs to “P1”, which is a priority, not an outcome; there are O1 and O2.',
        'warning',
      ),
    );
    const two = step('outcome: O1 and O2');
    expect(markedBy(rule, two)).toBe(
      found(
        two,
        '    outcome: O1 and O2',
        'O1 and O2',
        'Milestone “Fair” belongs to “O1 and O2”, which names O1 and O2 in one. Name one, or give each an entry of its own where a list may stand.',
        'warning',
      ),
    );
    const phase = step('phase: Rollout');
    expect(markedBy(rule, phase)).toBe(
      found(
        phase,
        '    phase: Rollout',
        'Rollout',
        'Milestone “Fair” is in phase “Rollout”, but this plan lists no phases. List what is meant, or take this out.',
        'hint',
      ),
    );
    const none = wholePlan(
      'outcomes: []\nmilestones:\n  - name: Fair\n    outcome: O1\n  - { name: Show, outcome: O2 }\n',
    );
    expect(markedBy(rule, none)).toBe(
      found(
        none,
        '    outcome: O1',
        'O1',
        'Milestone “Fair” belongs to “O1”, but this plan lists no outcomes. List what is meant, or take this out.',
        'hint',
      ),
    );
  });

  it.each([
    ['what there is', risk('[O1, O2]')],
    [
      'numbers',
      wholePlan(
        'renewal: {}\noutcomes:\n  - { id: 1, description: Cut it }\nrisks:\n  - { id: R1, description: No data, owner: Ken Abe, outcomes: [1] }\n',
      ),
    ],
    ['key results', risk('[KR1, O2-KR1]')],
    ['everything', risk('[all]')],
    ['what is to be said', risk('[TBD, ""]') + step('phase:').replace(/^/, '---\n')],
    ['a priority by its name', priority('keep the  large shippers')],
    ['a phase by its name', step('phase: build', PHASES)],
    ['an outcome in words', step('outcome: bring wrong deliveries down from 10% to 3%')],
    [
      'what the sponsor is after',
      wholePlan(`${CUSTOMER}outcomes:\n  - { id: O1, description: Cut it, priority: Fewer wrong deliveries }\n`),
    ],
    ['a sign-off of the plan', scope('plan') + scope('Whole plan').replace(/^/, '---\n')],
    [
      'a sign-off of a milestone, a risk, a stretch in words',
      [scope('O1-M1'), scope('Confirmed'), scope('R1'), scope('Commercial terms'), scope('O1 and O2')].join('---\n'),
    ],
    [
      'people and dependencies, which have rules of their own',
      step('depends_on: [M99]').replace('owner: Ken Abe', 'owner: Ken Abbey'),
    ],
    ['several in one where a list should stand', risk('O1, O2')],
    ['a file that cannot be read whole', risk('[O7]').replace('owner: Priya Shah', 'owner: "Priya Shah')],
  ])('knows %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });

  it('offers the nearest that its list has not, and that its date allows', () => {
    expect(titles(rule, risk('[O7]'))).toEqual(['Change to O2', 'Change to O1']);
    expect(titles(rule, risk('[O1, O7]'))).toEqual(['Change to O2']);
    expect(titles(rule, risk('[o1]'))).toEqual(['Change to O1']);
    expect(titles(rule, risk('[O1 – order entry]'))).toEqual(['Change to O1']);
    expect(titles(rule, evidence('O7'))).toEqual(['Change to O2']);
    expect(titles(rule, step('outcome: O7'))).toEqual(['Change to O2']);
    expect(titles(rule, step('phase: PH7', PHASES))).toEqual(['Change to PH2']);
    expect(titles(rule, priority('P2'))).toEqual(['Change to P1']);
    expect(titles(rule, risk('[&one O7]'))).toHaveLength(2);
    expect(titles(rule, step('phase: Rollout'))).toEqual([]);
  });

  it.each([
    ['flow style', risk("['O7']  # both"), "    outcomes: ['O2']  # both"],
    ['block style', risk('\n      - O7'), '      - O2'],
    ['a single value', step('outcome: "O7"'), '    outcome: "O2"'],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });
});

describe(`${rule} in the words of reviews`, () => {
  const log = (text: string, rest = '') =>
    wholePlan(
      `review_history:\n  - date: 2026-01-20\n    attendees: [Ken Abe, Priya Shah]\n    decisions:\n      - ${text}\n${rest}`,
    );
  const hint = (line: string, marks: string, id: string, kind: string, there: string) =>
    `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (hint): The review of 20 Jan 2026 speaks of ${id}, and no ${kind} of this plan is called that; there ${there}. Correct the id, or note in the log what became of ${id}.`;

  it('leaves an id that may be the one of two outcomes of one id to the rule about those', () => {
    const text = log('Measure O4 in the north').replace('- id: O3', '- id: O2');
    expect(markedBy(rule, text)).toBe('');
  });

  it.each([
    [
      'an outcome',
      log('Measure O7 in the north, then O7 in the south'),
      hint('      - Measure O7 in the north, then O7 in the south', 'O7', 'O7', 'outcome', 'are O1, O2 and O3'),
    ],
    [
      'a risk in quotes',
      log('"New risk added as R2"'),
      hint('      - "New risk added as R2"', 'R2', 'R2', 'risk', 'is only R1'),
    ],
    [
      'in a text of several lines',
      log('>\n        Measure O7\n        in the north'),
      hint('      - >', '>', 'O7', 'outcome', 'are O1, O2 and O3'),
    ],
  ])('hints at %s', (_, text, expected) => {
    const [line, ...others] = markedBy(rule, text).split('\n');
    const [first, ...rest] = expected.split('\n');
    expect(line).toBe(first);
    expect(others.join('\n').replace(/^[ ^]+/, '')).toBe(rest.join('\n').replace(/^[ ^]+/, ''));
    if (!expected.includes('>\n')) expect(others).toEqual(rest);
  });

  it('hints at a milestone that is built like the others, and marks it within a summary', () => {
    const text = wholePlan(`${OUTCOMES}review_history:\n  - { date: 2026-01-20, summary: 'Began O1-M4.' }\n`);
    expect(markedBy(rule, text)).toContain(
      `${' '.repeat(39)}^^^^^ ${rule} (hint): The review of 20 Jan 2026 speaks of O1-M4`,
    );
  });

  it.each([
    ['known ids', 'O1 and R1 first, O2 milestone 2 later'],
    ['quarters, halves and fiscal years', 'Q3, H2 and FY26 are planned in Q1'],
    ['other numbers and products', 'ISO 27001, O365, S3, P1 tickets, V2, SOC 2, A4, T1 and KPI 4'],
    ['more figures than its own ids have', 'Connect to O365 and R2024'],
    ['what was dropped or closed', 'O4 was dropped, R3 closed; R5 merged into R1'],
    ['a release', 'Wait for release R4 of the product'],
    ['parts of words', 'See NO2, O2-based, R2D2, v1.O7, #O7, O7%'],
    ['small letters', 'o7 and r9'],
  ])('is silent about %s', (_, text) => {
    expect(markedBy(rule, log(text))).toBe('');
  });

  it('is silent about an id that another review saw go', () => {
    const gone =
      '  - date: 2025-12-01\n    attendees: [Ken Abe, Priya Shah]\n    plan_changes:\n      - O7 removed from the plan\n';
    expect(markedBy(rule, log('Measure O7 in the north', gone))).toBe('');
  });

  it('is silent in the sound plan and in plans that are completed', () => {
    expect(markedBy(rule, soundPlan())).toBe('');
    expect(
      markedBy(
        rule,
        `plan:\n  status: completed\n${OUTCOMES}review_history:\n  - { date: 2026-01-20, summary: Measure O7 }\n`,
      ),
    ).toBe('');
  });
});

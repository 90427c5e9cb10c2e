import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'dependency-unknown';

const plan = (milestones: string, rest = '') =>
  wholePlan(`outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: in_progress
    milestones:
      - { id: M1, name: Form connected, target_date: 2026-02-27, owner: Priya Shah }
      - { name: Northern depots trained, target_date: 2026-03-31, owner: Ken Abe }
      - { id: M3, name: Southern depots trained, target_date: 2026-04-30, owner: Ken Abe }
${milestones}${rest}`);
const last = (depends: string) =>
  plan(`      - { id: M4, name: Confirmed, target_date: 2026-06-30, owner: Dana Ruiz, depends_on: ${depends} }\n`);
const found = (text: string, marks: string, message: string) => {
  const line = text.split('\n').find(one => one.includes(marks)) ?? '';
  return `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (error): ${message}`;
};
const MISSING = 'but no milestone of this plan is called that; there are M1, M3 and M4.';
const ADVICE = 'Name the milestone by its id (or its name if it has none), or take this out.';

describe(rule, () => {
  it.each([
    ['an id', '[M1, M9]', 'M9', `depends on “M9”, ${MISSING} ${ADVICE}`],
    ['in quotes', '["M9"]', '"M9"', `depends on “M9”, ${MISSING} ${ADVICE}`],
    [
      'a name',
      '[Eastern depots trained]',
      'Eastern depots trained',
      `depends on “Eastern depots trained”, ${MISSING} ${ADVICE}`,
    ],
    ['an id in small letters, which is another one', '[m1]', 'm1', `depends on “m1”, ${MISSING} ${ADVICE}`],
    ['with an outcome before it', '[O1-M9]', 'O1-M9', `depends on “O1-M9”, ${MISSING} ${ADVICE}`],
    ['the third of an outcome, which has an id', '[O1-3]', 'O1-3', `depends on “O1-3”, ${MISSING} ${ADVICE}`],
    [
      'several in one',
      '["M1, M3"]',
      '"M1, M3"',
      'depends on “M1, M3”, which names M1 and M3 in one. Give each an entry of its own.',
    ],
  ])('finds %s', (_, depends, marks, message) => {
    const text = last(depends);
    expect(markedBy(rule, text)).toBe(found(text, marks, `Milestone “Confirmed” of O1 ${message}`));
  });

  it('names the first few of many', () => {
    const more = ['M5', 'M6', 'M7', 'M8']
      .map(id => `      - { id: ${id}, name: Step ${id}, owner: Ken Abe }\n`)
      .join('');
    const text = plan(`${more}      - { id: M10, name: Confirmed, depends_on: [M9] }\n`);
    expect(markedBy(rule, text)).toContain('there are M1, M3, M5, M6, M7 and others.');
  });

  it('finds it in block style, at the top level and where no milestone has an id', () => {
    const text = wholePlan(
      'outcomes: []\nmilestones:\n  - name: Kick-off\n    depends_on:\n      - Contract signed # by both\n',
    );
    expect(markedBy(rule, text)).toBe(
      `      - Contract signed # by both\n        ^^^^^^^^^^^^^^^ ${rule} (error): Milestone “Kick-off” depends on “Contract signed”, but no milestone of this plan is called that. ${ADVICE}`,
    );
  });

  it.each([
    ['ids', last('[M1, M3]')],
    ['a name of one without an id', last('[Northern depots trained]')],
    ['the name of one that has an id', last('[Southern depots trained]')],
    ['a name in other case and spacing', last('["northern  depots Trained"]')],
    ['an outcome and its milestone', last('[O1 M3, O1-M1, O1/Southern depots trained]')],
    ['the second milestone, which has no id', last('[O1 milestone 2, "O1·2"]')],
    ['an outcome, a risk', last('[O1, R1]')],
    ['nothing', `${last('[]')}---\n${last('')}`],
    ['nothing yet', last('[TBD, n/a, none so far, ""]')],
    ['itself, which is a ring', last('[M4]')],
    [
      'a decision step, a phase, a number',
      plan(
        '      - { name: Rollout, depends_on: [Contract read, Build, 7] }\n      - { id: 7, name: Pilot }\n',
        'decision:\n  steps:\n    - { name: Contract read, owner: Dana Ruiz }\nphases:\n  - { id: PH1, name: Build }\n',
      ),
    ],
    [
      'a step of the implementation',
      plan(
        '      - { name: Rollout, depends_on: [Go-live] }\n',
        'implementation:\n  steps:\n    - { name: Go-live }\n',
      ),
    ],
    ['a file that cannot be read whole', last('[M9]').replace('owner: Priya Shah\n', 'owner: "Priya Shah\n')],
    ['several in one where a list should stand', last('"M1, M3"')],
  ])('knows %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });

  it('tells of one list that several share once', () => {
    const text = plan(
      '      - { id: M4, name: One, depends_on: &first [M9] }\n      - { id: M5, name: Two, depends_on: *first }\n',
    );
    expect(markedBy(rule, text).split('\n')).toHaveLength(2);
    const alias = wholePlan('x-first: &first [M9]\nmilestones:\n  - { id: M4, name: One, depends_on: *first }\n');
    expect(markedBy(rule, alias)).toContain('“M9”');
    expect(titles(rule, alias)).toEqual([]);
  });

  it('offers the nearest, and nothing that would come later or wait in turn', () => {
    expect(titles(rule, last('[M9]'))).toEqual(['Depend on M3', 'Depend on M1']);
    expect(titles(rule, last('[M1, M9]'))).toEqual(['Depend on M3']);
    expect(titles(rule, last('[m1]'))).toEqual(['Depend on M1']);
    expect(titles(rule, last('[Northern depot trained]'))).toEqual(['Depend on Northern depots trained']);
    const early = plan(
      '      - { id: M4, name: Confirmed, target_date: 2026-03-13, depends_on: [M9] }\n      - { id: M5, name: Told, target_date: 2026-03-13, depends_on: [M4] }\n',
    );
    expect(titles(rule, early)).toEqual(['Depend on M1']);
  });

  it.each([
    ['flow style', last("['M9']"), "depends_on: ['M3'] }"],
    [
      'block style',
      plan(
        '      - id: M4\n        name: Confirmed\n        target_date: 2026-06-30\n        owner: Dana Ruiz\n        depends_on:\n          - "M9"   # first\n',
      ),
      '          - "M3"   # first',
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toContain(expected);
  });
});

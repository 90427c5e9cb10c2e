import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'milestone-date-missing';

const inOutcome = (milestones: string, before = '') =>
  wholePlan(`${before}outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    milestones:
${milestones}`);
const inReview = (action: string) =>
  wholePlan(`review_history:
  - date: "2026-01-20"
    attendees: [Ken Abe, Priya Shah]
    actions:
${action}`);
const found = (line: string, marks: string, message: string, severity = 'warning') =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message}`;
const WRITE = 'Write the day on which it is to be done, even if it may move.';

describe(rule, () => {
  it.each([
    [
      'no key',
      inOutcome('      - name: Depots trained\n        owner: Ken Abe\n'),
      found(
        '      - name: Depots trained',
        'Depots trained',
        `Milestone “Depots trained” of O1 has no target date. ${WRITE}`,
      ),
    ],
    [
      'an empty key, and null',
      inOutcome(
        '      - name: Depots trained\n        target_date:\n      - { name: Depots equipped, target_date: null }\n',
      ),
      [
        found('        target_date:', 'target_date', `Milestone “Depots trained” of O1 has no target date. ${WRITE}`),
        found(
          '      - { name: Depots equipped, target_date: null }',
          'target_date',
          `Milestone “Depots equipped” of O1 has no target date. ${WRITE}`,
        ),
      ].join('\n'),
    ],
    [
      'what cannot be read is invalid-date’s',
      inOutcome('      - { name: Depots trained, target_date: end of March }\n'),
      '',
    ],
    [
      'done or skipped',
      inOutcome(
        '      - { name: A, status: complete }\n      - { name: B, status: skipped }\n      - { name: C, actual_date: 2026-01-12 }\n',
      ),
      '',
    ],
    [
      'at the top level',
      wholePlan('milestones:\n  - name: Depots trained\n'),
      found('  - name: Depots trained', 'Depots trained', `Milestone “Depots trained” has no target date. ${WRITE}`),
    ],
    [
      'a decision step',
      wholePlan('decision:\n  steps:\n    - { name: Contract read, kind: legal }\n'),
      found(
        '    - { name: Contract read, kind: legal }',
        'Contract read',
        `Decision step “Contract read” has no target date. ${WRITE}`,
      ),
    ],
    [
      'an action of a review',
      inReview('      - description: Send the calendar\n        status: open\n'),
      found(
        '      - description: Send the calendar',
        'Send the calendar',
        `The action “Send the calendar” from the review of 20 Jan 2026 has no due date. ${WRITE}`,
      ),
    ],
    [
      'an action that is over',
      inReview(
        '      - { description: Send the calendar, status: done }\n      - { description: Call, status: cancelled }\n',
      ),
      '',
    ],
    [
      'an action of a milestone is a hint',
      inOutcome(
        '      - name: Depots trained\n        target_date: 2026-03-31\n        actions:\n          - { description: Book the rooms }\n',
      ),
      found(
        '          - { description: Book the rooms }',
        'Book the rooms',
        'The action “Book the rooms” has no due date. Unless you write one, it is due with its milestone on 31 Mar 2026.',
        'hint',
      ),
    ],
    [
      'a step of a previewed delivery is a hint',
      wholePlan('plan:\n  stage: pre_sale\nimplementation:\n  steps:\n    - name: Kick-off\n'),
      found('    - name: Kick-off', 'Kick-off', `Milestone “Kick-off” has no target date. ${WRITE}`, 'hint'),
    ],
    ['a plan that is archived', inOutcome('      - name: Depots trained\n', 'plan:\n  status: archived\n'), ''],
    ['a file that cannot be read whole', inOutcome('      - name: Depots trained\n        status: "pending\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it.each([
    [
      'the day of what comes next',
      '      - { name: A, owner: Ken Abe }\n      - { name: B, owner: Ken Abe, target_date: 2026-04-30 }\n',
      ['Set target_date to 30 Apr 2026, as “B”, which comes next'],
    ],
    [
      'the day of the outcome for the last one',
      '      - { name: A, owner: Ken Abe, target_date: 2026-04-30 }\n      - { name: B, owner: Ken Abe }\n',
      ['Set target_date to 30 Jun 2026, when its outcome is due'],
    ],
    [
      'nothing that has passed',
      '      - { name: A, owner: Ken Abe }\n      - { name: B, owner: Ken Abe, target_date: 2026-01-30 }\n',
      [],
    ],
    [
      'nothing before its neighbours',
      '      - { name: A, owner: Ken Abe, target_date: 2026-07-30 }\n      - { name: B, owner: Ken Abe }\n',
      [],
    ],
  ])('offers %s', (_, milestones, expected) => {
    expect(titles(rule, inOutcome(milestones))).toEqual(expected);
  });

  it.each([
    [
      'block',
      '      - name: "Depots trained"\n        status: pending   # from March on\n        owner: "Ken Abe"\n',
      '        target_date: "2026-06-30"',
    ],
    [
      'flow',
      '      - { name: Depots trained, owner: Ken Abe } # all\n',
      '      - { name: Depots trained, owner: Ken Abe, target_date: 2026-06-30 } # all',
    ],
    [
      'an empty key',
      '      - name: "Depots trained"\n        owner: "Ken Abe"\n        target_date:   # ask Ken\n',
      '        target_date: "2026-06-30"   # ask Ken',
    ],
    [
      'null',
      '      - name: "Depots trained"\n        owner: "Ken Abe"\n        target_date: null\n',
      '        target_date: "2026-06-30"',
    ],
  ])('repairs %s', (_, milestones, expected) => {
    const text = inOutcome(milestones);
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('repairs actions and decision steps', () => {
    const first = (text: string) => newLines(text, repaired(rule, text));
    expect(first(inReview('      - description: Send the calendar\n        owner: Ken Abe\n'))).toBe(
      '        due_date: 2026-04-21',
    );
    expect(
      first(
        wholePlan('decision:\n  decision_date: 2026-04-30\n  steps:\n    - { name: Contract read, owner: Ken Abe }\n'),
      ),
    ).toBe('    - { name: Contract read, owner: Ken Abe, target_date: 2026-04-30 }');
    expect(
      first(
        inOutcome(
          '      - name: A\n        owner: Ken Abe\n        target_date: 2026-03-31\n        actions:\n          - { description: Book, owner: Ken Abe }\n',
        ),
      ),
    ).toBe('          - { description: Book, owner: Ken Abe, due_date: 2026-03-31 }');
  });
});

import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'milestone-completion-contradiction';

const steps = (milestones: string, before = '') =>
  wholePlan(
    `${before}outcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n    milestones:\n${milestones}`,
  );
const one = (fields: string) => steps(`      - { name: Depots trained, owner: Ken Abe, ${fields} }\n`);
const found = (fields: string, marks: string, message: string, severity = 'warning') => {
  const line = `      - { name: Depots trained, owner: Ken Abe, ${fields} }`;
  return `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): Milestone “Depots trained” of O1 ${message}`;
};
const NO_DAY =
  'is complete, but its actual date is missing, so nobody can see whether it was on time. Write the day on which it was done.';
const was = (status: string) =>
  `was done on 12 Jan 2026 by its actual date, but ${status}. Mark it complete, or take the date out.`;

describe(rule, () => {
  it.each([
    ['target_date: 2026-01-15, actual_date: 2026-01-12, status: complete', ''],
    ['target_date: 2026-01-15, actual_date: 2026-02-10, status: complete', ''],
    ['target_date: 2026-03-31, status: pending', ''],
    ['target_date: 2026-03-31, actual_date: null, status: in_progress', ''],
    [
      'target_date: 2026-01-15, status: complete',
      found('target_date: 2026-01-15, status: complete', 'complete', NO_DAY),
    ],
    ['actual_date: null, status: complete', found('actual_date: null, status: complete', 'actual_date', NO_DAY)],
    ['actual_date: 12 January, status: complete', ''],
    [
      'actual_date: 2026-01-12, status: in_progress',
      found('actual_date: 2026-01-12, status: in_progress', 'in_progress', was('its status is in_progress')),
    ],
    [
      'actual_date: 2026-01-12, status: blocked',
      found('actual_date: 2026-01-12, status: blocked', 'blocked', was('its status is blocked')),
    ],
    ['actual_date: 2026-01-12', found('actual_date: 2026-01-12', '2026-01-12', was('no status says so'))],
    ['actual_date: 2026-01-12, status: compelte', ''],
    [
      'actual_date: 2026-01-12, status: skipped',
      found(
        'actual_date: 2026-01-12, status: skipped',
        'skipped',
        'was done on 12 Jan 2026 by its actual date, but its status is skipped. If it was done after all, mark it complete.',
        'hint',
      ),
    ],
    [
      'actual_date: 2026-02-11, status: complete',
      found(
        'actual_date: 2026-02-11, status: complete',
        '2026-02-11',
        'has 11 Feb 2026 as its actual date, and that is 1 day ahead. Write the day on which it was done.',
      ),
    ],
    [
      'actual_date: 2026-03-12, status: pending',
      found(
        'actual_date: 2026-03-12, status: pending',
        '2026-03-12',
        'has 12 Mar 2026 as its actual date, and that is 30 days ahead. Write the day on which it was done, or leave it empty until it is.',
      ),
    ],
  ])('%s', (fields, expected) => {
    expect(markedBy(rule, one(fields))).toBe(expected);
  });

  it('looks at the steps of a decision and at milestones on their own', () => {
    expect(markedBy(rule, wholePlan('milestones:\n  - { name: Depots trained, status: complete }\n'))).toContain(
      'Milestone “Depots trained” is complete',
    );
    expect(
      markedBy(rule, wholePlan('decision:\n  steps:\n    - { name: Contract read, status: complete }\n')),
    ).toContain('Decision step “Contract read” is complete');
  });

  it.each(['completed', 'archived'])('keeps still about a plan that is %s', status => {
    expect(markedBy(rule, steps('      - { name: A, status: complete }\n', `plan:\n  status: ${status}\n`))).toBe('');
  });

  it.each([
    [
      'target_date: 2026-01-15, status: complete',
      ['Set actual_date to 15 Jan 2026, as it was planned', 'Set actual_date to 10 Feb 2026, today'],
    ],
    ['target_date: 2026-03-31, status: complete', ['Set actual_date to 10 Feb 2026, today']],
    [
      'target_date: 2026-03-31, actual_date: 2026-01-12, status: in_progress',
      ['Set status to complete', 'Empty actual_date: it is not done yet'],
    ],
    ['target_date: 2026-01-31, actual_date: 2026-01-12, status: in_progress', ['Set status to complete']],
    ['target_date: 2026-03-31, actual_date: 2026-03-12, status: pending', ['Empty actual_date: it is not done yet']],
    ['target_date: 2026-03-31, actual_date: 2026-03-12, status: complete', ['Set actual_date to 10 Feb 2026, today']],
    ['actual_date: 2026-03-12, status: pending', []],
  ])('offers for %s', (fields, expected) => {
    expect(titles(rule, one(fields))).toEqual(expected);
    for (const title of expected) repaired(rule, one(fields), title);
  });

  it.each([
    [
      'block style, in the quotes of its neighbours',
      '      - name: "Depots trained"\n        target_date: "2026-01-15"   # before the fair\n        status: complete\n        owner: "Ken Abe"\n',
      '        actual_date: "2026-01-15"',
    ],
    [
      'null',
      '      - name: "Depots trained"\n        target_date: "2026-01-15"\n        actual_date: null   # ?\n        status: complete\n        owner: "Ken Abe"\n',
      '        actual_date: "2026-01-15"   # ?',
    ],
    [
      'flow style',
      '      - { name: Depots trained, target_date: 2026-01-15, status: complete, owner: Ken Abe }\n',
      '      - { name: Depots trained, target_date: 2026-01-15, actual_date: 2026-01-15, status: complete, owner: Ken Abe }',
    ],
    [
      'a status in quotes',
      "      - name: Depots trained\n        target_date: 2026-03-15\n        actual_date: 2026-01-30\n        status: 'pending'   # since Jan\n        owner: Ken Abe\n",
      "        status: 'complete'   # since Jan",
    ],
    [
      'a plain status beside quoted names',
      '      - name: "Depots trained"\n        target_date: 2026-03-15\n        actual_date: 2026-01-30\n        status: pending\n        owner: Ken Abe\n',
      '        status: complete',
    ],
    [
      'a missing status',
      '      - name: "Depots trained"\n        target_date: 2026-03-15\n        actual_date: "2026-01-30"\n        owner: Ken Abe\n',
      '        status: complete',
    ],
  ])('repairs %s', (_, milestones, expected) => {
    const text = steps(milestones);
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'dependency-order';

const plan = (first: string, second: string, { status = 'in_progress', before = '', after = '' } = {}) =>
  wholePlan(`${before}outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    status: ${status}
    milestones:
      - { id: M1, name: Depots equipped, ${first} }
      - { id: M2, name: Depots trained, depends_on: [M1], ${second} }
${after}`);
const found = (text: string, marks: string, severity: string, message: string) => {
  const line = text.split('\n').find(one => one.includes('id: M2')) ?? '';
  return `${line}\n${' '.repeat(line.lastIndexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): Milestone “Depots trained” of O1 ${message}`;
};
const DUE = 'Bring the dates into order, or take the dependency out if it is not needed.';
const late = ['target_date: 2026-04-30, status: pending', 'target_date: 2026-03-31, status: pending'] as const;

describe(rule, () => {
  it('finds one that is due before what it depends on', () => {
    const text = plan(...late);
    expect(markedBy(rule, text)).toBe(
      found(
        text,
        '2026-03-31',
        'warning',
        `is due on 31 Mar 2026, before what it depends on: “Depots equipped”, due on 30 Apr 2026. ${DUE}`,
      ),
    );
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['2026-04-30', 'Milestone “Depots equipped” of O1 is due on 30 Apr 2026'],
    ]);
  });

  it('is an info where it is overdue anyway', () => {
    const text = plan('target_date: 2026-02-27', 'target_date: 2026-01-30');
    expect(markedBy(rule, text)).toBe(
      found(
        text,
        '2026-01-30',
        'info',
        `is due on 30 Jan 2026, before what it depends on: “Depots equipped”, due on 27 Feb 2026. ${DUE}`,
      ),
    );
  });

  it('finds one that is complete while the other is open', () => {
    const text = plan('target_date: 2026-02-27, status: pending', 'actual_date: 2026-01-30, status: complete');
    expect(markedBy(rule, text)).toBe(
      found(
        text,
        'complete',
        'warning',
        'is complete, but what it depends on is not: “Depots equipped”. Mark that complete if it is done, or take the dependency out if it was not needed.',
      ),
    );
  });

  it('tells of two that were done the other way round', () => {
    const text = plan('actual_date: 2026-01-30, status: complete', 'actual_date: 2026-01-16, status: complete');
    expect(markedBy(rule, text)).toBe(
      found(
        text,
        '2026-01-16',
        'info',
        'was done on 16 Jan 2026, before what it depends on: “Depots equipped”, done on 30 Jan 2026. Correct the day that is wrong, or take the dependency out if it was not needed.',
      ),
    );
  });

  it('names all that are later in one finding, decision steps too', () => {
    const text =
      `${plan('target_date: 2026-05-29', 'target_date: 2026-03-31')}decision:\n  steps:\n    - { name: Contract read, owner: Dana Ruiz, target_date: 2026-04-15 }\n`.replace(
        '[M1]',
        '[M1, Contract read]',
      );
    expect(markedBy(rule, text)).toContain(
      '“Depots equipped”, due on 29 May 2026 and “Contract read”, due on 15 Apr 2026. Bring',
    );
  });

  it('finds it by name, in block style and across outcomes', () => {
    const text = wholePlan(
      `milestones:\n  - name: Scanners used\n    outcome: O1\n    target_date: "2026-03-31"\n    depends_on:\n      - scanners  ordered\n  - name: Scanners ordered\n    outcome: O2\n    target_date: "2026-04-30"\n`,
    );
    expect(markedBy(rule, text)).toContain(
      '    target_date: "2026-03-31"\n                 ^^^^^^^^^^^^ dependency-order (warning)',
    );
  });

  it.each([
    ['on the same day', plan('target_date: 2026-03-31', 'target_date: 2026-03-31')],
    ['in order', plan('target_date: 2026-03-31', 'target_date: 2026-04-30')],
    ['the first is overdue', plan('target_date: 2026-01-30', 'target_date: 2026-02-27')],
    [
      'the first was done early',
      plan('target_date: 2026-04-30, actual_date: 2026-01-30, status: complete', 'target_date: 2026-03-31'),
    ],
    [
      'both done, the first late but before',
      plan(
        'target_date: 2026-01-09, actual_date: 2026-01-30, status: complete',
        'target_date: 2026-01-16, actual_date: 2026-02-03, status: complete',
      ),
    ],
    [
      'both done on one day',
      plan('actual_date: 2026-01-30, status: complete', 'actual_date: 2026-01-30, status: complete'),
    ],
    ['complete without a day', plan('actual_date: 2026-01-30, status: complete', 'status: complete')],
    ['the first is skipped', plan('target_date: 2026-04-30, status: skipped', 'target_date: 2026-03-31')],
    ['the second is skipped', plan('target_date: 2026-04-30', 'target_date: 2026-03-31, status: skipped')],
    ['one has no date', plan('status: pending', 'target_date: 2026-03-31')],
    [
      'a date cannot be read',
      `${plan('target_date: April 30', 'target_date: 2026-03-31')}---
${plan('target_date: 2026-04-30', 'target_date: March')}`,
    ],
    ['a status cannot be read', plan('target_date: 2026-04-30, status: done', 'target_date: 2026-03-31')],
    ['the outcome is deferred', plan(...late, { status: 'deferred' })],
    ['the outcome is missed', plan(...late, { status: 'missed' })],
    ['they wait for each other', plan('target_date: 2026-04-30, depends_on: [M2]', 'target_date: 2026-03-31')],
    ['it waits for itself', plan('target_date: 2026-01-30', 'target_date: 2026-03-31').replace('[M1]', '[M2]')],
    ['the plan is completed', plan(...late, { before: 'plan:\n  status: completed\n' })],
    ['it depends on nothing that is known', plan(...late).replace('[M1]', '[M9]')],
  ])('is silent if %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { findingsBy } from '../../support/findings.ts';
import { markedBy, newLines, repaired } from '../../support/repairs.ts';

const rule = 'milestone-overdue';

const plan = (fields: string) =>
  wholePlan(
    `outcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n    milestones:\n      - { name: Depots trained, target_date: 2026-01-30, owner: Ken Abe${fields} }\n`,
  );

describe(rule, () => {
  it.each([
    ['', 'has not been completed'],
    [', status: pending, actual_date: null', 'has not been completed'],
    [', status: in progress', 'has not been completed'],
    [', status: in_progress, actual_date: TBD', 'is still in progress'],
  ])('finds a milestone with “%s”', (fields, stands) => {
    expect(markedBy(rule, plan(fields))).toContain(
      `Milestone “Depots trained” of O1 is 11 days late: it was due on 30 Jan 2026 and ${stands}.`,
    );
  });

  it('finds a step of the decision', () => {
    const text = wholePlan(
      'decision:\n  steps:\n    - { name: Privacy review, kind: security, owner: Dana Ruiz, target_date: 2026-02-06, status: in_progress }\n    - { name: Signature, owner: Dana Ruiz, target_date: 2026-02-10 }\n    - { name: Terms, owner: Dana Ruiz, target_date: 2026-02-02, status: complete }\n',
    );
    const line =
      '    - { name: Privacy review, kind: security, owner: Dana Ruiz, target_date: 2026-02-06, status: in_progress }';
    expect(markedBy(rule, text)).toBe(
      `${line}\n${' '.repeat(line.indexOf('2026'))}^^^^^^^^^^ ${rule} (warning): Decision step “Privacy review” is 4 days late: it was due on 6 Feb 2026 and is still in progress. Owner: Dana Ruiz. Agree on a new date, or mark it complete.`,
    );
    const done = repaired(rule, text);
    expect(newLines(text, done)).toBe(
      '    - { name: Privacy review, kind: security, owner: Dana Ruiz, target_date: 2026-02-06, actual_date: 2026-02-10, status: complete }',
    );
    expect(markedBy(rule, done)).toBe('');
  });

  it.each([
    ', status: complete',
    ', status: done',
    ', status: Completed',
    ', status: finished early',
    ', status: "✅"',
    ', status: cancelled',
    ', actual_date: 29/01/2026',
    ', status: in_progress, actual_date: 2026-01-32',
  ])('is silent where it may be done, whatever cannot be read: “%s”', fields => {
    expect(markedBy(rule, plan(fields))).toBe('');
  });

  it('ends the sentence once behind an owner whose name ends with a full stop', () => {
    const text = plan('').replace('owner: Ken Abe', 'owner: [Priya Shah, Ken A.]');
    expect(markedBy(rule, text)).toContain(' Owner: Priya Shah and Ken A. Agree on a new date');
  });

  it('is silent in an outcome that nobody pursues, whatever word says so', () => {
    const inside = (status: string) => plan('').replace('    milestones:', `    status: ${status}\n    milestones:`);
    const beside = (status: string) =>
      wholePlan(
        `outcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n    status: ${status}\nmilestones:\n  - { name: Depots trained, outcome: O1, target_date: 2026-01-30, owner: Ken Abe }\n`,
      );
    for (const text of [inside, beside]) {
      expect(markedBy(rule, text('in_progress'))).toContain('is 11 days late');
      for (const status of ['deferred', 'cancelled', 'On hold', 'dropped', 'missed', 'achieved'])
        expect(markedBy(rule, text(status)), status).toBe('');
    }
  });

  it('marks the outcome as begun with its first milestone', () => {
    const text = plan(', status: pending').replace(
      '    milestones:',
      '    status: not_started  # waits\n    milestones:',
    );
    expect(newLines(text, repaired(rule, text)).split('\n')).toEqual([
      '    status: in_progress  # waits',
      '      - { name: Depots trained, target_date: 2026-01-30, actual_date: 2026-02-10, owner: Ken Abe, status: complete }',
    ]);
  });

  it.each([
    ['a kick-off', (text: string) => text.replace('Depots trained', 'Kick-off in the depots')],
    ['a trial before the sale', (text: string) => text.replace('plan:\n', '$&  stage: pre_sale\n')],
  ])('but not with %s', (_, change) => {
    const text = change(
      plan(', status: pending').replace('    milestones:', '    status: not_started\n    milestones:'),
    );
    expect(findingsBy(rule, text).flatMap(finding => finding.fixes().map(fix => fix.title))).toEqual([
      'Mark complete today, 10 Feb 2026',
    ]);
  });

  it('offers to mark what comes first, and not what waits for it', () => {
    const text = plan(', id: M1').replace(
      'id: M1 }\n',
      'id: M1 }\n      - { id: M2, name: Depots use it, target_date: 2026-02-06, owner: Ken Abe, depends_on: [M1] }\n',
    );
    const fixes = findingsBy(rule, text).map(finding => finding.fixes().map(fix => fix.title));
    expect(fixes).toEqual([['Mark complete today, 10 Feb 2026'], []]);
  });
});

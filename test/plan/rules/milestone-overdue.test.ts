import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { markedBy } from '../../support/repairs.ts';

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
});

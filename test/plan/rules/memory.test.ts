import { expect, it } from 'vitest';
import { day } from '../../../plan/day.ts';
import { EditedPlan } from '../../edits/same.ts';

/** An outcome without an id, which must have one, beside another; and what a half-typed value in that one changes. */
const PLAN = `plan:
  version: "1.0"
  status: active
outcomes:
  - id: O1
    description: Cut the time to close a month from 9 days to 4
    milestones:
      - target_date: 2026-04-01
        status: pending
  - id: O2
    description: Raise weekly use from 30% to 80%
`;

it('what is missing is not told while another part cannot be read, and told again once it can', () => {
  const plan = new EditedPlan(PLAN, day('2026-02-10'));
  const missing = (text: string) =>
    plan
      .edit(text)
      .result.findings.filter(({ rule }) => rule === 'schema')
      .map(({ message }) => message);
  const told = missing(PLAN);
  expect(told).not.toEqual([]);
  expect(missing(PLAN.replace('Raise weekly', '"Raise weekly'))).toEqual([]);
  expect(missing(PLAN)).toEqual(told);
});

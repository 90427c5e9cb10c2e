import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Milestone } from '../../model/index.ts';
import { isOpen, milestonesOf } from '../../model/milestones.ts';
import { dueField, isPursued } from '../../model/outcomes.ts';
import { count } from '../../words.ts';
import { outcomeLookedUp } from '../milestones/looked-up.ts';
import { defineRule } from '../rule.ts';
import { milestoneName, outcomeName } from '../text/names.ts';

/** A result is looked at after it is there: for so many days a milestone that confirms it may come behind. */
const TIME_TO_CONFIRM = 15;

export default defineRule({
  id: 'milestone-after-outcome',
  severity: 'warning',
  summary: 'A milestone that is due after its outcome',
  why: `A milestone is a step to the outcome. One that comes after the outcome's own day says that the goal cannot be reached
by then, or that one of the two days is wrong. Counting back from the day of the result brings such plans into order. A
milestone of kind \`validation\` or \`approval\` may follow shortly after, when the figures are in: for it this is a hint.
While the outcome itself is overdue only that is said.`,
  looksAt: ['milestone'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `outcomes:
  - id: O1
    description: Cut order entry time from 12 minutes to 4 minutes
    so_that: clerks have time for customers who call
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: in_progress
    renewal_evidence: Entry times before and after
    milestones:
      - name: All depots trained
        target_date: 2026-07-15
        status: pending
        owner: Ken Abe
`,
      good: `outcomes:
  - id: O1
    description: Cut order entry time from 12 minutes to 4 minutes
    so_that: clerks have time for customers who call
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: in_progress
    renewal_evidence: Entry times before and after
    milestones:
      - name: All depots trained
        target_date: 2026-05-29
        status: pending
        owner: Ken Abe
`,
    },
  ],
  check(milestone, context) {
    const { plan, today, report } = context;
    const planned = milestone.target_date?.value;
    if (!milestone.target_date || !planned || !isOpen(milestone)) return;
    const outcome = outcomeLookedUp(milestone, context);
    if (!outcome || !isPursued(outcome)) return;
    const due = dueField(outcome);
    if (!due || planned <= due.value || due.value < today) return;
    const kind = milestone.kind?.value;
    report({
      at: milestone.target_date,
      ...((kind === 'validation' || kind === 'approval') &&
        daysBetween(due.value, planned) <= TIME_TO_CONFIRM && { severity: 'hint' as const }),
      message: `${milestoneName(milestone)} is due on ${formatFullDay(planned)}, ${count(daysBetween(due.value, planned), 'day')} after the outcome itself, which is due on ${formatFullDay(due.value)}. Bring it forward, or agree on a later day for the outcome.`,
      related: [{ at: due, message: `${outcomeName(outcome)} is due on ${formatFullDay(due.value)}` }],
      fixes: edit => [
        milestone.target_date?.borrowed !== false || isBehindLate(milestone, due.value, milestonesOf(outcome, plan))
          ? undefined
          : {
              title: `Move the milestone to ${formatFullDay(due.value)}, when the outcome is due`,
              edits: [edit.setValue(milestone.target_date, due.value)],
              safe: false,
            },
        due.borrowed ||
        isBeforeEarly(milestone, planned, milestonesOf(outcome, plan)) ||
        planned > (plan.customer?.contract?.renewal_date?.value ?? planned)
          ? undefined
          : {
              title: `Move the outcome to ${formatFullDay(planned)}, when the milestone is due`,
              edits: [edit.setValue(due, planned)],
              safe: false,
            },
      ],
    });
  },
});

/** True if one that stands before it is after the outcome too: then it is not the only one to move. */
function isBehindLate(milestone: Milestone, due: Day, row: readonly Milestone[]): boolean {
  return row.slice(0, row.indexOf(milestone)).some(other => (other.target_date?.value ?? '') > due);
}

/** True if one that stands behind it is due before it: with a later outcome their order would be wrong. */
function isBeforeEarly(milestone: Milestone, planned: Day, row: readonly Milestone[]): boolean {
  return row.slice(row.indexOf(milestone) + 1).some(other => (other.target_date?.value ?? planned) < planned);
}

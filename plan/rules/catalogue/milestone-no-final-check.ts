import { type Day, formatFullDay, latestDay } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { dueField, isWorkedFor } from '../../model/outcomes.ts';
import { quoteShort } from '../../words.ts';
import { isJudgedByWord, isWish } from '../measures/measurable.ts';
import { measuredOf, quantityIn } from '../measures/measured.ts';
import { hasFinalCheck } from '../outcomes/confirming.ts';
import { finalMilestone } from '../outcomes/final-milestone.ts';
import { defineRule } from '../rule.ts';
import { outcomeWithin } from '../text/names.ts';

export default defineRule({
  id: 'milestone-no-final-check',
  severity: 'hint',
  summary: 'An outcome that no milestone confirms as reached',
  why: `A plan that is made backwards from the value ends with the moment in which somebody at the customer says: this is
what we wanted. Plans that are made forwards end with the last delivery, and nobody looks whether it brought anything. A
milestone confirms if its kind is \`validation\` or \`approval\`, if its name says so or holds the number of the goal, or if it
stands on the day of the outcome. Outcomes with fewer than two milestones, outcomes that are judged by the customer's
word, and overdue ones are left out.`,
  looksAt: ['outcome'],
  reads: ['milestones'],
  appliesTo: {
    exceptFormats: ['goal_card'],
    exceptStages: ['pre_sale'],
    exceptStatuses: ['completed', 'archived'],
    onlyWhole: true,
  },
  fixable: true,
  examples: [
    {
      bad: example(''),
      good: example(`      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: pending
        owner: Dana Ruiz
        kind: validation
`),
    },
  ],
  check(outcome, context) {
    const { plan, today, report } = context;
    if (!isWorkedFor(outcome) || outcome.acknowledged_on?.value || !hasResult(outcome)) return;
    const row = milestonesOf(outcome, plan).filter(milestone => milestone.status?.value !== 'skipped');
    const due = dueField(outcome);
    if (row.length < 2 || (due && due.value < today) || hasFinalCheck(outcome, plan)) return;
    const last = lastDay(outcome, plan);
    const goal = outcome.target?.goal?.text;
    report({
      at: outcome,
      message: `The milestones of ${outcomeWithin(outcome)} end${last ? ` on ${formatFullDay(last)}` : ''} without one by which somebody confirms that ${goal ? `${quoteShort(goal, 40)} is` : 'the goal is'} reached. Add a last one${due ? ` on ${formatFullDay(due.value)}` : ''}, and let it be the customer’s.`,
      ...(due && { related: [{ at: due, message: `The outcome is due on ${formatFullDay(due.value)}` }] }),
      fixes: edit => finalMilestone(outcome, context, edit),
    });
  },
});

/** There is something to confirm, and it is a number that does the judging. */
function hasResult(outcome: Outcome): boolean {
  if (isJudgedByWord(outcome) || isWish(outcome)) return false;
  return measuredOf(outcome).some(({ target }) => quantityIn(target?.goal));
}

function lastDay(outcome: Outcome, plan: Plan): Day | undefined {
  return latestDay(milestonesOf(outcome, plan).map(milestone => milestone.target_date?.value));
}

function example(last: string): string {
  return `outcomes:
  - id: O1
    milestones:
      - name: Order form connected
        target_date: 2025-12-15
        actual_date: 2025-12-12
        status: complete
        owner: Priya Shah
      - name: All depots trained
        target_date: 2026-03-31
        status: in_progress
        owner: Ken Abe
${last}`;
}

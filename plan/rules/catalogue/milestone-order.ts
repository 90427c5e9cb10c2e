import { formatFullDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { quoteShort } from '../../words.ts';
import { allRows, inOrderOfDays, isInOrder } from '../milestones/rows.ts';
import { ascending, sortItems } from '../repair/reorder.ts';
import { defineRule } from '../rule.ts';
import { milestoneName } from '../text/names.ts';

export default defineRule({
  id: 'milestone-order',
  severity: 'hint',
  summary: 'Milestones that do not stand in the order of their days',
  why: `A plan is read from top to bottom, in a review often aloud. Milestones in the order of their days show the way to the outcome;
one that stands elsewhere is easily missed. It looks at the target dates of one outcome, and within it of one phase. A list with the
newest first throughout has an order too. Skipped milestones, those whose own day is wrong by another rule (after the outcome,
outside the phase, before what they depend on), and days that cannot be read are left out.`,
  looksAt: ['plan'],
  reads: [inOrderOfDays, 'milestones', 'phases', 'implementation'],
  appliesTo: { exceptStatuses: ['completed', 'archived'], exceptFormats: ['goal_card'] },
  fixable: true,
  examples: [{ bad: example('2026-05-29', '2026-03-31'), good: example('2026-03-31', '2026-05-29') }],
  check(plan, { report, looksFurther }) {
    if (!isInOrder(plan) || plan.milestones.items.length > 0) looksFurther('outcomes');
    const rows = allRows(plan);
    if (rows.some(({ newestFirst }) => newestFirst)) return;
    for (const { list, steps, found } of rows) {
      if (!found) continue;
      const { step, before } = found;
      report({
        at: step.milestone,
        message: `${milestoneName(step.milestone)} is due on ${formatFullDay(step.day)}, but stands below ${quoteShort(before.milestone.name?.text || before.milestone.label)}, which is due on ${formatFullDay(before.day)}. Put the milestones in the order of their days.`,
        related: [{ at: before.milestone, message: `This one is due on ${formatFullDay(before.day)}` }],
        fixes: edit => {
          if (isCounted(plan)) return [];
          const days = new Map(steps.map(({ milestone, day }) => [milestone, day]));
          const sorted = sortItems(
            edit,
            plan.syntax,
            list,
            ascending(list.items, milestone => days.get(milestone)),
          );
          return [sorted && { title: 'Put them in the order of their days', edits: [sorted], safe: false }];
        },
      });
    }
  },
});

/** The review log speaks of milestones by number, which would then mean another one. */
function isCounted(plan: Plan): boolean {
  return plan.review_history.items.some(review =>
    [...review.plan_changes.items, ...review.decisions.items].some(({ text }) =>
      /\bmilestone\s*(?:#|no\.?\s?)?\d/i.test(text),
    ),
  );
}

function example(second: string, third: string): string {
  return `outcomes:
  - id: O1
    milestones:
      - name: Order form connected
        target_date: 2025-12-15
        actual_date: 2025-12-12
        status: complete
        owner: Priya Shah
      - name: First depots trained
        target_date: ${second}
        status: in_progress
        owner: Ken Abe
      - name: Address book carried over
        target_date: ${third}
        status: in_progress
        owner: Ken Abe
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: pending
        owner: Dana Ruiz
        kind: validation
`;
}

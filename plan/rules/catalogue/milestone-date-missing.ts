import { type Day, formatFullDay } from '../../day.ts';
import { milestoneAround, reviewAround } from '../../model/holders.ts';
import type { Action, DecisionStep, Field, Milestone, Plan } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { dueField, outcomeOf } from '../../model/outcomes.ts';
import { isToDo } from '../../model/work.ts';
import { quoteShort } from '../../words.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { actionsHave, isPreview, judgedBy, workName } from '../milestones/work.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Report } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

type Dated = Milestone | DecisionStep | Action;

export default defineRule({
  id: 'milestone-date-missing',
  severity: 'warning',
  summary: 'A milestone, decision step or action without a date',
  why: `Without a day nothing is ever late, and what waits for it cannot be planned. A day that turns out wrong and is moved
together is better than none. Work that is done or skipped needs no planned day any more. An action inside a milestone is
due with it, so where no other such action of the plan has a day this is a hint, and so it is for the steps of a delivery that is only previewed before the sale.`,
  looksAt: ['milestone', 'decisionStep', 'action'],
  reads: [],
  appliesTo: { onlyWhole: true, exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    decisions: [Depots in the north are trained first]
    plan_changes: none
    actions:
      - description: Send the training calendar to all depots
        owner: Priya Shah
        status: open
`,
      good: `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    decisions: [Depots in the north are trained first]
    plan_changes: none
    actions:
      - description: Send the training calendar to all depots
        owner: Priya Shah
        due_date: "2026-02-13"
        status: open
`,
    },
  ],
  check(work, { plan, today, report, looksFurther }) {
    const property = work.definition === 'action' ? 'due_date' : 'target_date';
    const day: Field<Day> | undefined = work.definition === 'action' ? work.due_date : work.target_date;
    // What is written and cannot be read is spoken of by invalid-date, unless it says that there is no day yet.
    if (day && !isPlaceholder(day.text)) return;
    if (isMisnamed(work, property)) return;
    looksFurther(...judgedBy(work));
    if (!isToDo(work, plan)) return;
    const milestone = work.definition === 'action' ? milestoneAround(work) : undefined;
    if (milestone) looksFurther('outcomes', 'milestones', 'implementation');
    report({
      at: day ?? (work.definition === 'action' ? (work.description ?? work) : work),
      ...(((milestone && !actionsHave('due_date', plan)) || isPreview(work, plan)) && { severity: 'hint' as const }),
      message: `${workName(work)} has no ${property.replace('_', ' ')}. ${advice(milestone)}`,
      fixes: edit => {
        const limit = latest(work, plan, today);
        const change =
          limit &&
          setField(edit, work, property, limit.day, {
            after: ['start_date', 'owner', 'name', 'description'],
            near: ['actual_date', 'start_date', 'name', 'description'],
          });
        return [
          change && {
            title: `Set ${property} to ${formatFullDay(limit.day)}, ${limit.reason}`,
            edits: [change],
            safe: false,
          },
        ];
      },
    } satisfies Report);
  },
});

function advice(milestone: Milestone | undefined): string {
  const due = milestone?.target_date?.value;
  if (due) return `Unless you write one, it is due with its milestone on ${formatFullDay(due)}.`;
  return 'Write the day on which it is to be done, even if it may move.';
}

/** The last day that makes sense: that of what comes after the work. Undefined where the plan says none, or one that has passed. */
function latest(work: Dated, plan: Plan, today: Day): { readonly day: Day; readonly reason: string } | undefined {
  const limit = limitOf(work, plan);
  return limit?.day && limit.day >= today ? { day: limit.day, reason: limit.reason } : undefined;
}

function limitOf(work: Dated, plan: Plan): { readonly day: Day | undefined; readonly reason: string } | undefined {
  if (work.definition === 'decisionStep')
    return { day: plan.decision?.decision_date?.value, reason: 'the day of the decision' };
  if (work.definition === 'action') {
    if (reviewAround(work)) return { day: plan.plan?.next_review?.value, reason: 'the next review' };
    return { day: milestoneAround(work)?.target_date?.value, reason: 'as its milestone' };
  }
  const outcome = outcomeOf(work, plan);
  const row: readonly Milestone[] = outcome ? milestonesOf(outcome, plan) : plan.milestones.items;
  const next = row.slice(row.indexOf(work) + 1).find(milestone => milestone.target_date?.value !== undefined);
  if (next)
    return {
      day: next.target_date?.value,
      reason: `as ${quoteShort(next.name?.text ?? 'the next milestone', 40)}, which comes next`,
    };
  const before = row.some(
    milestone => (milestone.target_date?.value ?? '') > ((outcome && dueField(outcome)?.value) ?? '9'),
  );
  return outcome && !before ? { day: dueField(outcome)?.value, reason: 'when its outcome is due' } : undefined;
}

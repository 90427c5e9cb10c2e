import { formatFullDay } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { dueField, isWorkedFor } from '../../model/outcomes.ts';
import { resolve } from '../../syntax/tree.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { finalMilestone } from '../outcomes/final-milestone.ts';
import { defineRule, type Severity } from '../rule.ts';
import { outcomeName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'outcome-without-milestones',
  severity: 'warning',
  summary: 'An outcome without milestones',
  why: `An outcome alone is a promise with one day on it: whether it will be kept shows only when that day has come. Milestones
are the steps in between, each with a day and an owner, so that both sides see early that something slips. Milestones
at the top level count where they name the outcome; while some of them name none this is a hint. An outcome that is measured by key results
is less in need of them (an info), in an OKR plan not at all. Achieved, missed and deferred outcomes, goal cards and
plans before the sale are left in peace.`,
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
      without: ['outcomes.O1.milestones'],
      bad: `outcomes:
  - id: O1
    status: in_progress
`,
      good: `outcomes:
  - id: O1
    status: in_progress
    milestones:
      - name: All depots trained
        target_date: 2026-03-31
        status: in_progress
        owner: Ken Abe
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: pending
        owner: Dana Ruiz
        kind: validation
`,
    },
  ],
  check(outcome, context) {
    const { plan, report } = context;
    if (!isWorkedFor(outcome) || milestonesOf(outcome, plan).length > 0 || isOtherwiseWritten(outcome)) return;
    if (isMisnamed(outcome, 'milestones')) return;
    context.looksFurther('plan', 'implementation');
    const severity = severityOf(outcome, plan);
    if (!severity) return;
    const { milestones } = outcome;
    const due = dueField(outcome)?.value;
    report({
      at: milestones.key ? milestones : outcome,
      severity,
      message: `${outcomeName(outcome)} has no milestones, so ${due ? `nobody sees before ${formatFullDay(due)} whether it will be reached` : 'nobody sees whether it gets nearer'}. ${advice(plan)}`,
      fixes: edit => finalMilestone(outcome, context, edit),
    });
  },
});

/** Something stands there that is no list, be it TBD: the schema speaks of it. */
function isOtherwiseWritten({ milestones }: Outcome): boolean {
  const node = milestones.node && resolve(milestones.node);
  if (node?.kind === 'mapping') return true;
  if (node?.kind === 'sequence') return node.items.length > 0;
  return milestones.word !== undefined;
}

/** How much it matters here; undefined where an OKR plan measures the outcome by key results. */
function severityOf(outcome: Outcome, plan: Plan): Severity | undefined {
  if (hasUnlinked(plan)) return 'hint';
  if (outcome.key_results.items.length === 0) return 'warning';
  return plan.plan?.format?.value === 'okr' ? undefined : 'info';
}

/** Steps that name no outcome may well be the way to this one. */
function hasUnlinked(plan: Plan): boolean {
  return (
    (plan.implementation?.steps.items.length ?? 0) > 0 ||
    plan.milestones.items.some(milestone => isPlaceholder(milestone.outcome?.text ?? ''))
  );
}

function advice(plan: Plan): string {
  return hasUnlinked(plan)
    ? 'Say at the milestones of the plan which outcome they lead to.'
    : 'Break the way down into a few steps, each with a day and an owner; the last one confirms the result.';
}

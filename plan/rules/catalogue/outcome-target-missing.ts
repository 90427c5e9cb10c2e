import type { KeyResult, Outcome } from '../../model/index.ts';
import { isOpen } from '../../model/milestones.ts';
import { isPutOff } from '../../model/outcomes.ts';
import { capitalise, quoteShort } from '../../words.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { hasUnreadable, isJudgedByWord, isWish, measuringMilestone } from '../measures/measurable.ts';
import { measuredName } from '../measures/measured.ts';
import { type Gap, targetFix } from '../measures/target-repair.ts';
import { defineRule, type Target } from '../rule.ts';
import { outcomeName } from '../text/names.ts';
import { isPlaceholder, isSaid } from '../text/placeholder.ts';

export default defineRule({
  id: 'outcome-target-missing',
  severity: 'warning',
  summary: 'An outcome without a goal, or without the day by which it is to be reached',
  why: `Without a goal nobody can say when the outcome is reached, and without a day nobody can say whether it is late.
Both belong to what the customer agreed to. A key result that is measured, or has a target, needs a goal of its own; its day may be that of the outcome.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'], onlyWhole: true },
  fixable: true,
  examples: [
    {
      without: ['outcomes.O1.target'],
      bad: `outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
    status: in_progress
    milestones:
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: in_progress
        owner: Dana Ruiz
        kind: validation
`,
      good: `outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: in_progress
    milestones:
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: in_progress
        owner: Dana Ruiz
        kind: validation
`,
    },
  ],
  check(outcome, context) {
    if (isPutOff(outcome) || outcome.target?.word || outcome.key_results.word) return;
    const { report, plan, today } = context;
    if (isMisnamed(outcome, 'target')) return;
    const gap = gapOf(outcome);
    if (!gap.goal)
      for (const result of openEnded(outcome))
        report({
          at: result.target?.goal ?? result.target ?? result,
          message: `${capitalise(measuredName(result, outcome))} has no goal, so nobody can say when it is reached. Add ${numberFor(result)}.`,
        });
    if (!gap.goal && !gap.date) return;
    context.looksFurther('milestones');
    const measured = measuringMilestone(outcome, plan);
    report({
      at: placeOf(outcome, gap),
      severity: !gap.date && measured && isOpen(measured) ? 'info' : 'warning',
      message: message(outcome, gap),
      fixes: edit => [targetFix(outcome, gap, plan, today, edit)],
    });
  },
});

/** No goal is asked of what is judged by word, nor of a mere wish, which another rule speaks of. Key results bring their own. */
function gapOf(outcome: Outcome): Gap {
  const { target } = outcome;
  const wish = isWish(outcome);
  const results = outcome.key_results.items;
  const goal = !isJudgedByWord(outcome) && !wish && ![outcome, ...results].some(hasGoal);
  const date = ![outcome, ...results].some(hasDate) && (target !== undefined || !wish);
  return { goal, date };
}

/** Words in place of a number are spoken of by another rule. */
function hasGoal({ target }: Outcome | KeyResult): boolean {
  const kind = target?.goal?.value?.kind;
  return kind === 'quantity' || kind === 'not-measurable' || hasUnreadable(target, 'goal');
}

/** What cannot be read as a day is spoken of by another rule. */
function hasDate({ target }: Outcome | KeyResult): boolean {
  const written = target?.target_date;
  return (written !== undefined && !isPlaceholder(written.text)) || hasUnreadable(target, 'target_date');
}

/** The key results that are measured, or have a target, and do not say how far they are to go. */
function openEnded(outcome: Outcome): readonly KeyResult[] {
  if (isJudgedByWord(outcome)) return [];
  return outcome.key_results.items.filter(
    result =>
      !hasGoal(result) &&
      !result.target?.word &&
      !isMisnamed(result, 'target') &&
      (result.target !== undefined || result.baseline?.current?.value?.kind === 'quantity'),
  );
}

/** What is to be added: `the number to be reached for “Order entry time”`. */
function numberFor({ target, baseline }: Outcome | KeyResult): string {
  const metric = [target?.metric?.text, baseline?.metric?.text].find(isSaid);
  return metric ? `the number to be reached for ${quoteShort(metric, 40)}` : 'the number to be reached';
}

function placeOf(outcome: Outcome, gap: Gap): Target {
  const { target } = outcome;
  if (!target) return outcome;
  if (gap.goal && gap.date) return target.goal && target.goal.text !== '' ? target.goal : target;
  return (gap.goal ? target.goal : target.target_date) ?? target;
}

function message(outcome: Outcome, { goal, date }: Gap): string {
  const name = outcomeName(outcome);
  const number = numberFor(outcome);
  if (goal && date) return `${name} has no target. Add ${number}, and the day by which it is due.`;
  const written = goal ? outcome.target?.goal?.text : outcome.target?.target_date?.text;
  const but = written ? ` yet but ${quoteShort(written)}` : '';
  if (date)
    return `${name} has no target date${but}, so nobody can say whether it is late. Add the day by which it is due.`;
  return `${name} has no goal${but}, so nobody can say when it is reached. Add ${number}.`;
}

import { addDays, type Day, formatFullDay } from '../../day.ts';
import type { KeyResult, Outcome, Plan } from '../../model/index.ts';
import { comparable } from '../../quantity/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { goalInWords } from '../goal-in-words.ts';
import { hasUnreadable, isJudgedByWord, isWish, measuringMilestone } from '../measurable.ts';
import { isOpen, milestonesOf, outcomeName } from '../milestones.ts';
import { isPlaceholder } from '../placeholder.ts';
import { defineRule, type Fix, type Target } from '../rule.ts';
import { setField, styleIn } from '../set-field.ts';
import { quoteShort } from '../words.ts';
import { mappingValue } from '../writing.ts';

export default defineRule({
  id: 'outcome-target-missing',
  severity: 'warning',
  summary: 'An outcome without a goal, or without the day by which it is to be reached',
  why: `Without a goal nobody can say when the outcome is reached, and without a day nobody can say whether it is late.
Both belong to what the customer agreed to.`,
  looksAt: ['outcome'],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'], onlyWhole: true },
  fixable: true,
  examples: [
    {
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
    if (outcome.status?.value === 'deferred' || outcome.target?.word || outcome.key_results.word) return;
    const gap = gapOf(outcome);
    if (!gap.goal && !gap.date) return;
    const { report, plan, today } = context;
    const measured = measuringMilestone(outcome, plan);
    report({
      at: placeOf(outcome, gap),
      severity: !gap.date && measured && isOpen(measured) ? 'info' : 'warning',
      message: message(outcome, gap),
      fixes: edit => [fixOf(outcome, gap, plan, today, edit)],
    });
  },
});

/** What an outcome lacks. */
interface Gap {
  readonly goal: boolean;
  readonly date: boolean;
}

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

function placeOf(outcome: Outcome, gap: Gap): Target {
  const { target } = outcome;
  if (!target) return outcome;
  if (gap.goal && gap.date) return target.goal && target.goal.text !== '' ? target.goal : target;
  return (gap.goal ? target.goal : target.target_date) ?? target;
}

function message(outcome: Outcome, { goal, date }: Gap): string {
  const name = outcomeName(outcome);
  const metric = outcome.target?.metric?.text || outcome.baseline?.metric?.text;
  const number = metric ? `the number to be reached for ${quoteShort(metric, 40)}` : 'the number to be reached';
  if (goal && date) return `${name} has no target. Add ${number}, and the day by which it is due.`;
  const written = goal ? outcome.target?.goal?.text : outcome.target?.target_date?.text;
  const but = written ? ` yet but ${quoteShort(written)}` : '';
  if (date) return `${name} has no target date${but}, so nobody can say whether it is late. Add the day by which it is due.`;
  return `${name} has no goal${but}, so nobody can say when it is reached. Add ${number}.`;
}

/** Offered only where all that is missing can be taken from the plan itself. */
function fixOf(outcome: Outcome, gap: Gap, plan: Plan, today: Day, edit: Editor): Fix | undefined {
  const { target, baseline } = outcome;
  const due = gap.date ? dueDay(outcome, plan, today) : undefined;
  const goal = gap.goal ? goalOf(outcome) : undefined;
  if (outcome.borrowed || (gap.date && !due) || (gap.goal && !goal)) return undefined;
  const title = `Set the target to ${[goal, due && `${goal ? 'by ' : ''}${formatFullDay(due)}`].filter(part => part).join(' ')}`;
  if (target?.mapping) {
    const wanted = [goal && (['goal', goal] as const), due && (['target_date', due] as const)].filter(one => one !== undefined && one !== '');
    const edits = wanted.map(([key, value]) => setField(edit, target, key, value, { after: ['goal', 'metric'] })).filter(one => one !== undefined);
    return edits.length === wanted.length ? { title, edits, safe: false } : undefined;
  }
  if (!outcome.mapping) return undefined;
  const near = baseline?.mapping ?? outcome.mapping;
  const like = styleIn(near, ['current', 'metric']);
  const metric = baseline?.metric?.text;
  const entries = [metric ? ['metric', metric, like] as const : undefined, goal ? ['goal', goal, like] as const : undefined, due ? ['target_date', due, styleIn(near, ['measured_on'])] as const : undefined];
  const value = mappingValue(entries.filter(entry => entry !== undefined), outcome.mapping.flow);
  const added = target ? undefined : edit.insertKey(outcome, 'target', value, ['baseline', 'owner', 'priority', 'business_value', 'so_that', 'description']);
  return added && { title, edits: [added], safe: false };
}

/** The day of the last milestone; without any, thirty days before the renewal. None that has passed, and none after the renewal. */
function dueDay(outcome: Outcome, plan: Plan, today: Day): Day | undefined {
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const days = milestonesOf(outcome, plan).map(milestone => milestone.target_date?.value).filter(day => day !== undefined);
  const day = days.sort().at(-1) ?? (renewal && addDays(renewal, -30));
  const from = outcome.baseline?.measured_on?.value ?? today;
  return day && day >= today && day > from && (!renewal || day <= renewal) ? day : undefined;
}

/** What the description says is to be reached, where it compares with the baseline. */
function goalOf({ description, baseline }: Outcome): string | undefined {
  const goal = goalInWords(description?.text ?? '');
  const current = baseline?.current?.value;
  if (!goal || (current?.kind === 'quantity' && comparable(current.quantity, goal.quantity) !== true)) return undefined;
  return goal.text;
}

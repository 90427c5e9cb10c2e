import { addDays, type Day, formatFullDay, latestDay } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { comparable } from '../../quantity/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { asOneInBraces, setField, styleIn } from '../repair/set-field.ts';
import { mappingValue } from '../repair/writing.ts';
import type { Fix } from '../rule.ts';
import { goalInWords } from './goal-in-words.ts';

/** What the target of an outcome lacks. */
export interface Gap {
  readonly goal: boolean;
  readonly date: boolean;
}

/** Sets what is missing. Offered only where all that is missing can be taken from the plan itself. */
export function targetFix(outcome: Outcome, gap: Gap, plan: Plan, today: Day, edit: Editor): Fix | undefined {
  const { target, baseline } = outcome;
  const due = gap.date ? dueDay(outcome, plan, today) : undefined;
  const goal = gap.goal ? goalOf(outcome) : undefined;
  if (outcome.borrowed || (gap.date && !due) || (gap.goal && !goal)) return undefined;
  const title = `Set the target to ${[goal, due && `${goal ? 'by ' : ''}${formatFullDay(due)}`].filter(part => part).join(' ')}`;
  if (target?.mapping) {
    const wanted = [goal && (['goal', goal] as const), due && (['target_date', due] as const)].filter(
      one => one !== undefined && one !== '',
    );
    const edits = wanted
      .map(([key, value]) => setField(edit, target, key, value, { after: ['goal', 'metric'] }))
      .filter(one => one !== undefined);
    return edits.length === wanted.length ? { title, edits: asOneInBraces(edits), safe: false } : undefined;
  }
  if (!outcome.mapping) return undefined;
  const near = baseline?.mapping ?? outcome.mapping;
  const like = styleIn(near, ['current', 'metric']);
  const metric = baseline?.metric?.text;
  const entries = [
    metric ? (['metric', metric, like] as const) : undefined,
    goal ? (['goal', goal, like] as const) : undefined,
    due ? (['target_date', due, styleIn(near, ['measured_on'])] as const) : undefined,
  ];
  const value = mappingValue(
    entries.filter(entry => entry !== undefined),
    outcome.mapping.flow,
  );
  const added = target
    ? undefined
    : edit.insertKey(outcome, 'target', value, [
        'baseline',
        'owner',
        'priority',
        'business_value',
        'so_that',
        'description',
      ]);
  return added && { title, edits: [added], safe: false };
}

/** The day of the last milestone; without any, thirty days before the renewal. None that has passed, and none after the renewal. */
function dueDay(outcome: Outcome, plan: Plan, today: Day): Day | undefined {
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const last = latestDay(milestonesOf(outcome, plan).map(milestone => milestone.target_date?.value));
  const day = last ?? (renewal && addDays(renewal, -30));
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

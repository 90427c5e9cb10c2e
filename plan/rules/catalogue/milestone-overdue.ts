import { type Day, formatFullDay } from '../../day.ts';
import type { DecisionStep, Milestone, Outcome, Plan } from '../../model/index.ts';
import { daysLate, isOpen } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import type { Editor } from '../../syntax/edit.ts';
import { count, enumerate, stopped } from '../../words.ts';
import { outcomeLookedUp } from '../milestones/looked-up.ts';
import { milestoneIndex } from '../milestones/milestone-index.ts';
import { workName } from '../milestones/work.ts';
import { prepares } from '../outcomes/status-evidence.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix } from '../rule.ts';
import { outcomeWithin } from '../text/names.ts';

export default defineRule({
  id: 'milestone-overdue',
  severity: 'warning',
  summary: 'A milestone or decision step whose date has passed and that is still open',
  why: `A date that has passed without a word tells the customer that dates in this plan mean little. Either the work is
done, and the plan should say when, or it needs a new date that both sides know of. Before the sale the steps of the
decision are the dates that count. Nobody waits for the milestones of an outcome that is deferred or missed; those of one that is called
achieved are told with its status.`,
  looksAt: ['milestone', 'decisionStep'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `outcomes:
  - id: O1
    description: Cut order entry time from 12 minutes to 4 minutes
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: in_progress
    milestones:
      - name: Order form connected
        target_date: 2026-01-30
        status: in_progress
        owner: Priya Shah
`,
      good: `outcomes:
  - id: O1
    description: Cut order entry time from 12 minutes to 4 minutes
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: in_progress
    milestones:
      - name: Order form connected
        target_date: 2026-01-30
        actual_date: 2026-01-28
        status: complete
        owner: Priya Shah
`,
    },
  ],
  check(step, context) {
    const planned = step.target_date?.value;
    const late = daysLate(step, context.today, undefined);
    if (!step.target_date || !planned || late === 0) return;
    const outcome = step.definition === 'milestone' ? outcomeLookedUp(step, context) : undefined;
    if (outcome && !isPursued(outcome)) return;
    context.report({
      at: step.target_date,
      message: `${workName(step)} is ${count(late, 'day')} late: it was due on ${formatFullDay(planned)} and ${stands(step)}.${who(step)} Agree on a new date, or mark it complete.`,
      fixes: edit => [
        waitsForOpen(step, context.plan)
          ? undefined
          : completed(step, begunBy(step, outcome, context.plan), context.today, edit),
      ],
    });
  },
});

type Step = Milestone | DecisionStep;

function stands(step: Step): string {
  if (step.status?.value === 'blocked' || (step.definition === 'milestone' && step.blockers.items.length > 0))
    return 'is blocked';
  return step.status?.value === 'in_progress' ? 'is still in progress' : 'has not been completed';
}

function who(step: Step): string {
  const all = step.definition === 'milestone' ? step.owner.items : step.owner ? [step.owner] : [];
  const owners = all.map(owner => owner.text).filter(name => name !== '');
  return owners.length > 0 ? ` Owner: ${stopped(enumerate(owners))}` : '';
}

/** What it waits for comes first. */
function waitsForOpen(step: Step, plan: Plan): boolean {
  return (
    step.definition === 'milestone' &&
    milestoneIndex(plan)
      .dependenciesOf(step)
      .some(({ on }) => on && isOpen(on))
  );
}

/** The outcome that is said not to have begun, and has with this step. Before the sale none has. */
function begunBy(step: Step, outcome: Outcome | undefined, plan: Plan): Outcome | undefined {
  const isFirst = outcome?.status?.value === 'not_started' && !outcome.status.borrowed;
  return isFirst && step.definition === 'milestone' && !prepares(step) && plan.plan?.stage?.value !== 'pre_sale'
    ? outcome
    : undefined;
}

/** One edit for the status, one for the day on which it was done; and one for the outcome that begins with it. */
function completed(step: Step, outcome: Outcome | undefined, today: Day, edit: Editor): Fix | undefined {
  const status = setField(edit, step, 'status', 'complete', {
    after: ['actual_date', 'target_date', 'name'],
    word: true,
  });
  const day = setField(edit, step, 'actual_date', today, { after: ['target_date', 'name'] });
  const begun = outcome?.status && edit.setValue(outcome.status, 'in_progress');
  const title = `Mark complete today, ${formatFullDay(today)}`;
  if (!status || !day) return undefined;
  return begun && outcome
    ? { title: `${title}, and ${outcomeWithin(outcome)} in progress`, edits: [day, status, begun], safe: false }
    : { title, edits: [day, status], safe: false };
}

import { isHold, type OutcomeNumbers, outcomeNumbers } from '../../attainment/index.ts';
import { addDays, type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Measurement, Outcome, Plan } from '../../model/index.ts';
import { isOpen, milestonesOf } from '../../model/milestones.ts';
import { dueField, isWorkedFor } from '../../model/outcomes.ts';
import type { Editor } from '../../syntax/edit.ts';
import { count, quoteShort } from '../../words.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

export default defineRule({
  id: 'outcome-overdue',
  severity: 'warning',
  summary: 'An outcome whose day has passed and that is not reached',
  why: `The day of an outcome is the promise that the customer remembers. If it passed in silence, the next review begins with
an apology. Measure once more: either the goal is reached, or both sides agree on a new day, or the plan says openly that
it was missed. Achieved, missed and deferred outcomes are left out, and so is one whose latest measurement reaches the goal.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: overdueExample('2026-01-30'),
      good: overdueExample('2026-03-31'),
    },
  ],
  check(outcome, { plan, today, report }) {
    const due = dueField(outcome);
    if (!due || due.value >= today || !isWorkedFor(outcome)) return;
    const standing = outcomeNumbers(outcome, today);
    if (standing.achieved) return;
    const last = latest(outcome, today);
    report({
      at: due,
      message: `${outcomeName(outcome)} was due on ${formatFullDay(due.value)}, ${count(daysBetween(due.value, today), 'day')} ago, and ${evidence(outcome, last, standing)}. ${ask(outcome, last)}, then mark it achieved, agree on a new day, or mark it missed.`,
      ...(last?.value && {
        related: [
          {
            at: last.value,
            message: `The latest measurement${last.date?.value ? `, of ${formatFullDay(last.date.value)}` : ''}`,
          },
        ],
      }),
      fixes: edit => [
        ...(due.borrowed
          ? []
          : newDays(standing, plan, today).map(
              ({ day, why }): Fix => ({
                title: `Move target_date to ${formatFullDay(day)}, ${why}`,
                edits: [edit.setValue(due, day)],
                safe: false,
              }),
            )),
        missed(outcome, edit),
      ],
    });
  },
});

function ask(outcome: Outcome, last: Measurement | undefined): string {
  if (outcome.kind?.value === 'qualitative') return 'Ask for their word';
  return last ? 'Measure it once more' : 'Measure it';
}

function evidence(outcome: Outcome, last: Measurement | undefined, { metrics, attainment }: OutcomeNumbers): string {
  if (outcome.kind?.value === 'qualitative') return 'nobody at the customer has confirmed it';
  const results = outcome.key_results.items.length;
  if (results > 0)
    return `its ${count(results, 'key result')} ${results === 1 ? 'does' : 'do'} not show that it is reached`;
  const goal = outcome.target?.goal?.text;
  if (!last?.value || last.value.text === '')
    return goal ? `no measurement shows that ${quoteShort(goal)} is reached` : 'nothing shows that it is reached';
  const on = last.date?.value ? ` of ${formatFullDay(last.date.value)}` : '';
  if (goal && attainment === 1 && metrics[0] && isHold(metrics[0].series))
    return `the latest measurement${on} is from before, so nothing shows that ${quoteShort(goal)} was held to the end`;
  return `the latest measurement${on} says ${quoteShort(last.value.text)}${goal ? ` instead of ${quoteShort(goal)}` : ''}`;
}

function latest(outcome: Outcome, today: Day): Measurement | undefined {
  const known = outcome.measurements.items.filter(
    measurement => measurement.date?.value !== undefined && measurement.date.value <= today,
  );
  return known.sort((a, b) => ((a.date?.value ?? '') < (b.date?.value ?? '') ? -1 : 1)).at(-1);
}

/** Days to offer: where the measurements lead, one month and three from today; none before its last milestone or after the renewal. */
function newDays(
  standing: OutcomeNumbers,
  plan: Plan,
  today: Day,
): readonly { readonly day: Day; readonly why: string }[] {
  const open = milestonesOf(standing.outcome, plan)
    .filter(isOpen)
    .map(milestone => milestone.target_date?.value ?? '');
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const all = [
    ...(standing.forecast ? [{ day: standing.forecast, why: 'where the measurements lead' }] : []),
    { day: addDays(today, 30), why: 'in 30 days' },
    { day: addDays(today, 90), why: 'in 90 days' },
  ];
  return all.filter(
    ({ day }) => day > today && open.every(planned => planned <= day) && (renewal === undefined || day <= renewal),
  );
}

function missed(outcome: Outcome, edit: Editor): Fix | undefined {
  const change = setField(edit, outcome, 'status', 'missed', {
    after: ['target', 'baseline', 'description'],
    word: true,
  });
  return change && { title: 'Set status to missed', edits: [change], safe: false };
}

function overdueExample(due: string): string {
  return `outcomes:
  - id: O1
    description: Cut order entry time from 12 minutes to 4 minutes
    so_that: clerks have time for customers who call
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: Order entry time, goal: 4 minutes, target_date: ${due} }
    measurements:
      - { date: 2026-01-20, value: 5 minutes }
    status: in_progress
    renewal_evidence: Entry times before and after
    milestones:
      - { name: All depots trained, target_date: 2025-12-15, actual_date: 2025-12-12, status: complete, owner: Ken Abe }
`;
}

import { outcomeNumbers } from '../../attainment/index.ts';
import { daysBetween, formatFullDay } from '../../day.ts';
import { dueField, isWorkedFor } from '../../model/outcomes.ts';
import { count } from '../../words.ts';
import { comingRenewal } from '../lifecycle/renewal.ts';
import { defineRule } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

/** So near to the renewal, somebody who has results to show may plan beyond it. */
const TALKS = 60;

export default defineRule({
  id: 'outcome-after-renewal',
  severity: 'warning',
  summary: 'An outcome that is due after the renewal',
  why: `The customer decides about the renewal with what has been reached by then. An outcome that comes later has nothing to
say when it counts, however good it will be. Bring it forward, or agree on a part of it that can be shown before. Outcomes
that are achieved, missed or put off are not meant. In the last 60 days, and in the renewal stage, a plan that has
achieved something, or was only made then for the term to come, may look beyond the renewal: this is only pointed out.`,
  looksAt: ['outcome'],
  reads: ['customer'],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'] },
  examples: [
    {
      bad: `outcomes:
  - id: O2
    target:
      metric: Share of wrong deliveries
      goal: 3%
      target_date: "2026-11-30"
`,
      good: `outcomes:
  - id: O2
    target:
      metric: Share of wrong deliveries
      goal: 3%
      target_date: "2026-08-31"
`,
    },
  ],
  check(outcome, { plan, today, report, looksFurther }) {
    const renewal = comingRenewal(plan, today);
    const due = dueField(outcome);
    if (!renewal || !due || due.value <= renewal.value || !isWorkedFor(outcome)) return;
    if (outcomeNumbers(outcome, today).achieved) return;
    looksFurther('plan', 'outcomes');
    const talks = plan.plan?.stage?.value === 'renewal' || daysBetween(today, renewal.value) <= TALKS;
    const created = plan.plan?.created?.value;
    const forNextTerm = created !== undefined && daysBetween(created, renewal.value) <= TALKS;
    const beyond = talks && (forNextTerm || plan.outcomes.items.some(other => other.status?.value === 'achieved'));
    report({
      at: due,
      ...(beyond && { severity: 'info' as const }),
      message: `${outcomeName(outcome)} is due on ${formatFullDay(due.value)}, ${count(daysBetween(renewal.value, due.value), 'day')} after the contract renews, so it has no result to show when the customer decides. Bring it forward, or agree on a part that can be shown before ${formatFullDay(renewal.value)}.`,
      related: [{ at: renewal, message: `The contract renews on ${formatFullDay(renewal.value)}` }],
    });
  },
});

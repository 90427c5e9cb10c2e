import { addMonths, type Day, formatFullDay } from '../../day.ts';
import type { Baseline, Outcome, Plan } from '../../model/index.ts';
import { comparable } from '../../quantity/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteShort } from '../../words.ts';
import { hasUnreadable, isJudgedByWord } from '../measures/measurable.ts';
import { type Measured, measuredName, measuredOf, quantityIn } from '../measures/measured.ts';
import { REVIEW_TOLERANCE, unmeasured } from '../outcomes/unmeasured.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix, type Options, type RuleContext } from '../rule.ts';

export default defineRule({
  id: 'outcome-baseline-undated',
  severity: 'info',
  summary: 'A baseline that does not say when it was measured, or was measured on a day that cannot be',
  why: `“It took four hours before” invites the question: before what? A baseline counts at the renewal if both sides can see that
it was taken before the work began. Expected progress is drawn from that day as well. A day in the future, or after the day of the
target, makes the baseline worthless and is a warning. A baseline that nobody has measured yet needs no day.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `outcomes:
  - id: O1
    baseline:
      metric: Order entry time
      current: 12 minutes
`,
      good: `outcomes:
  - id: O1
    baseline:
      metric: Order entry time
      current: 12 minutes
      measured_on: 2025-11-03
`,
    },
    {
      bad: `outcomes:
  - id: O1
    baseline:
      metric: Order entry time
      current: 12 minutes
      measured_on: 2026-11-03
`,
      good: `outcomes:
  - id: O1
    baseline:
      metric: Order entry time
      current: 12 minutes
      measured_on: 2025-11-03
`,
    },
  ],
  check(outcome, context) {
    const status = outcome.status?.value;
    if (status === 'deferred' || status === 'missed') return;
    for (const holder of measuredOf(outcome)) {
      if (holder.baseline && quantityIn(holder.baseline.current)) judge(holder.baseline, holder, outcome, context);
    }
  },
});

function judge(
  baseline: Baseline,
  holder: Measured,
  outcome: Outcome,
  { plan, today, report }: RuleContext<Options>,
): void {
  const { current, measured_on: field } = baseline;
  const name = measuredName(holder, outcome);
  if (!current) return;
  if (field?.value === undefined) {
    if (field?.text || hasUnreadable(baseline, 'measured_on') || isJudgedByWord(outcome)) return;
    report({
      at: field ?? current,
      message: `The baseline of ${name}, ${quoteShort(current.text, 40)}, does not say when it was measured. Add the day, so that everybody can see that it was before the work began.`,
      fixes: edit => daysToOffer(holder, plan, today).map(({ day, why }) => dated(baseline, day, why, edit)),
    });
    return;
  }
  const on = field.value;
  const due = holder.target?.target_date;
  const future = on > today;
  if (!future && !(due?.value && on > due.value)) return;
  const yearBefore = addMonths(on, -12);
  const asIf = (day: Day): Outcome => {
    const dated = { ...baseline, measured_on: { ...field, value: day } };
    const items = outcome.key_results.items.map(one => (one === holder ? { ...one, baseline: dated } : one));
    return {
      ...outcome,
      ...(holder === outcome && { baseline: dated }),
      key_results: { ...outcome.key_results, items },
    };
  };
  report({
    at: field,
    severity: 'warning',
    message: future
      ? `The baseline of ${name} is dated ${formatFullDay(on)}, which has not come yet. Write the day on which ${quoteShort(current.text, 40)} was measured.`
      : `The baseline of ${name} was measured on ${formatFullDay(on)}, after the target was due. Correct the day, or the target date.`,
    related: due?.value && !future ? [{ at: due, message: `The target is due on ${formatFullDay(due.value)}` }] : [],
    fixes: edit => [
      isPossible(yearBefore, holder, today) &&
      !field.borrowed &&
      !unmeasured(asIf(yearBefore), plan, today, REVIEW_TOLERANCE)
        ? {
            title: `Set measured_on to ${formatFullDay(yearBefore)}, a year before`,
            edits: [edit.setValue(field, yearBefore)],
            safe: false,
          }
        : undefined,
    ],
  });
}

/** Days that the plan itself speaks of: the measurement that says the same, the day of the contract, the day on which the plan was written. */
function daysToOffer(holder: Measured, plan: Plan, today: Day) {
  const current = quantityIn(holder.baseline?.current);
  const same = holder.measurements.items.find(({ value }) => {
    const other = quantityIn(value);
    return current && other && comparable(current, other) === true && current.value === other.value;
  });
  const all = [
    { day: same?.date?.value, why: 'when the same was measured' },
    { day: plan.customer?.contract?.start_date?.value, why: 'the start of the contract' },
    { day: plan.plan?.created?.value, why: 'when the plan was written' },
  ];
  const days = new Map<Day, { day: Day; why: string }>();
  for (const { day, why } of all)
    if (day && !days.has(day) && isPossible(day, holder, today)) days.set(day, { day, why });
  return [...days.values()];
}

/** True for a day on which a baseline can have been measured: none in the future, after a measurement, or from the target on. */
function isPossible(day: Day, { measurements, target }: Measured, today: Day): boolean {
  const due = target?.target_date?.value;
  if (day > today || (due && day >= due)) return false;
  return measurements.items.every(({ date }) => date?.value === undefined || day <= date.value);
}

function dated(baseline: Baseline, day: Day, why: string, edit: Editor): Fix | undefined {
  const change = setField(edit, baseline, 'measured_on', day, { after: ['current', 'metric'] });
  return change && { title: `Set measured_on to ${formatFullDay(day)}, ${why}`, edits: [change], safe: false };
}

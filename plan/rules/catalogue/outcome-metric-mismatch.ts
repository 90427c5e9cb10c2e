import { formatFullDay } from '../../day.ts';
import type { Measurement, Outcome } from '../../model/index.ts';
import { isPutOff } from '../../model/outcomes.ts';
import { capitalise, quoteShort } from '../../words.ts';
import { isJudgedByWord } from '../measures/measurable.ts';
import { type Measured, measuredName, measuredOf, quantityIn } from '../measures/measured.ts';
import { metricsDiffer } from '../measures/metric-names.ts';
import { changeBy } from '../measures/relative-goal.ts';
import { type Clash, clashOf } from '../measures/unlike-quantities.ts';
import { defineRule, type Options, type Report, type RuleContext, type Severity } from '../rule.ts';

export default defineRule({
  id: 'outcome-metric-mismatch',
  severity: 'warning',
  summary: 'A baseline, a goal or a measurement that measures something else than the others',
  why: `Hours cannot be compared with per cent, nor euros with dollars, nor the time for a report with the time for an order. Progress is
then not known, and the customer may doubt the rest. Metrics may be named in different words: only what is clearly another thing
is reported. Goals that name a change, such as “50% less” or “+12”, are left in peace, though no progress can be told of them. Where only one side says *per year* or *per
week*, this is a hint.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `outcomes:
  - id: O1
    target: { metric: Customer satisfaction, goal: 4 minutes, target_date: 2026-06-30 }
`,
      good: `outcomes:
  - id: O1
    target: { metric: Time to enter an order, goal: 4 minutes, target_date: 2026-06-30 }
`,
    },
    {
      bad: `outcomes:
  - id: O1
    target: { metric: Order entry time, goal: 30%, target_date: 2026-06-30 }
`,
      good: `outcomes:
  - id: O1
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
`,
    },
  ],
  check(outcome, context) {
    if (isPutOff(outcome) || isJudgedByWord(outcome)) return;
    for (const measured of measuredOf(outcome)) {
      if (!reportGoal(measured, outcome, context)) reportMeasurements(measured, outcome, context);
    }
  },
});

/** Speaks of baseline and target. True if they do not compare, so that nothing more is said. */
function reportGoal(measured: Measured, outcome: Outcome, { report }: RuleContext<Options>): boolean {
  const { baseline, target } = measured;
  const from = quantityIn(baseline?.current);
  if (!from || !baseline?.current) return false;
  const to = quantityIn(target?.goal);
  const clash =
    to &&
    clashOf(
      from,
      to,
      [target?.goal?.text, target?.metric?.text, changeBy(measured.description?.text, to)],
      namesOf(measured),
    );
  if (clash && target?.goal) {
    report({
      at: target.goal,
      ...severityOf(clash),
      message: `${capitalise(measuredName(measured, outcome))} starts at ${quoteShort(baseline.current.text, 40)} and is to reach ${quoteShort(target.goal.text, 40)}, ${clash.why}. ${clash.advice ?? 'Write both in the same unit.'}`,
      related: [{ at: baseline.current, message: `It starts at ${quoteShort(baseline.current.text, 40)}` }],
    });
    return true;
  }
  const [was, wanted] = [baseline.metric, target?.metric];
  if (was && wanted && metricsDiffer(was.text, wanted.text)) report(otherMetric(measured, outcome, was, wanted));
  return false;
}

function namesOf({ baseline, target }: Measured): readonly (string | undefined)[] {
  return [baseline?.metric?.text, target?.metric?.text];
}

type Metric = NonNullable<NonNullable<Measured['target']>['metric']>;

function otherMetric(measured: Measured, outcome: Outcome, was: Metric, wanted: Metric): Report {
  return {
    at: wanted,
    message: `The target of ${measuredName(measured, outcome)} measures ${quoteShort(wanted.text, 40)}, but its baseline measures ${quoteShort(was.text, 40)}. Name one metric for both, and check that both values are of it.`,
    related: [{ at: was, message: 'The metric of the baseline' }],
    fixes: edit => [
      wanted.borrowed
        ? undefined
        : {
            title: `Set the metric of the target to ${quoteShort(was.text, 50)}, as in the baseline`,
            edits: [edit.setValue(wanted, was.text)],
            safe: false,
          },
      was.borrowed
        ? undefined
        : {
            title: `Set the metric of the baseline to ${quoteShort(wanted.text, 50)}, as in the target`,
            edits: [edit.setValue(was, wanted.text)],
            safe: false,
          },
    ],
  };
}

/** Speaks of the first measurement that cannot be compared with the baseline; the others that cannot are pointed to. */
function reportMeasurements(measured: Measured, outcome: Outcome, { report }: RuleContext<Options>): void {
  const like = quantityIn(measured.baseline?.current) ? measured.baseline?.current : undefined;
  const from = quantityIn(like);
  if (!like || !from) return;
  const unlike = measured.measurements.items.flatMap(measurement => {
    const value = quantityIn(measurement.value);
    const clash = value && clashOf(from, value, [measurement.value?.text], namesOf(measured));
    return clash && measurement.value ? [{ measurement, value: measurement.value, clash }] : [];
  });
  const [first, ...further] = unlike;
  if (!first) return;
  report({
    at: first.value,
    ...severityOf(first.clash),
    message: `${capitalise(measuredName(measured, outcome))} started at ${quoteShort(like.text, 40)}, and ${theMeasurement(first.measurement)} says ${quoteShort(first.value.text, 40)}, ${first.clash.why}. ${first.clash.advice ?? 'Write it in the unit of the baseline.'}`,
    related: [
      { at: like, message: `It started at ${quoteShort(like.text, 40)}` },
      ...further.map(({ value }) => ({ at: value, message: 'This measurement cannot be compared either' })),
    ],
  });
}

function theMeasurement({ date }: Measurement): string {
  return date?.value ? `the measurement of ${formatFullDay(date.value)}` : 'this measurement';
}

function severityOf({ severity }: Clash): { readonly severity?: Severity } {
  return severity ? { severity } : {};
}

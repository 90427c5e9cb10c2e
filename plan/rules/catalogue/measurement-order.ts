import { type Day, formatFullDay } from '../../day.ts';
import type { KeyResult, Measurement, Outcome } from '../../model/index.ts';
import { capitalise, count, quoteShort } from '../../words.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { outcomeWithin } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

type Context = RuleContext<Readonly<Record<never, never>>>;
/** A measurement with what is known of it. */
interface Dated {
  readonly measurement: Measurement;
  readonly at: NonNullable<Measurement['date']>;
  readonly day: Day;
  readonly value: string;
}

export default defineRule({
  id: 'measurement-order',
  severity: 'warning',
  summary: 'A measurement before the baseline, in the future, or the second of one day',
  why: `Progress is the way from the baseline to the latest measurement. A value from before the baseline does not count for it,
one of a day to come is none yet, and of two on one day nobody knows which is right. All three are slips of the pen that
show in every figure of the plan. In which order the measurements are written does not matter. A planned day without a value
is not a measurement, and two values of one day from different sources are a hint only.`,
  looksAt: ['outcome', 'keyResult'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  examples: [
    { bad: example('2025-10-20'), good: example('2025-12-15') },
    { bad: example('2026-03-20'), good: example('2026-02-02') },
    { bad: example('2026-01-20'), good: example('2026-01-06') },
  ],
  check(metric, context) {
    const { today, report } = context;
    const dated = measured(metric);
    const early = beforeBaseline(metric, dated, context);
    const spoken = new Set(early);
    const seen = new Map<Day, Dated>();
    for (const one of dated) {
      const first = seen.get(one.day);
      if (one.day > today) {
        report({
          at: one.at,
          message: `${valueIn(one)} of ${callOf(metric)} is dated ${formatFullDay(one.day)}, and that day is still to come. Write the day on which it was measured.`,
        });
      } else if (first && !spoken.has(one)) {
        report({
          at: one.at,
          ...(ofOtherSource(one, first) && { severity: 'hint' as const }),
          message: `${capitalise(callOf(metric))} has two values of ${formatFullDay(one.day)}, ${quoteShort(first.value, 30)} and ${quoteShort(one.value, 30)}. ${first.value === one.value ? 'Take one of them out, or write its right day' : 'Keep the right one, or give the other its own day'}.`,
          related: [{ at: first.at, message: 'The other value of this day' }],
        });
      } else seen.set(one.day, one);
    }
    reportEarly(metric, early, context);
  },
});

/** Measurements with a day and a value; a day without a value is only planned. */
function measured({ measurements }: Outcome | KeyResult): readonly Dated[] {
  return measurements.items.flatMap(measurement => {
    const { date, value } = measurement;
    if (!date?.value || !value || isPlaceholder(value.text) || value.value?.kind === 'not-measured') return [];
    return [{ measurement, at: date, day: date.value, value: value.text }];
  });
}

/** Those before the baseline's day, unless that day is wrong itself: in the future, or not before the day of the goal. */
function beforeBaseline(
  { baseline, target }: Outcome | KeyResult,
  dated: readonly Dated[],
  { today }: Context,
): readonly Dated[] {
  const start = baseline?.measured_on?.value;
  const due = target?.target_date?.value;
  if (!start || start > today || (due && start >= due)) return [];
  return dated.filter(({ day }) => day < start);
}

/** Several have one cause, most likely the baseline's own day: they are spoken of once. */
function reportEarly(metric: Outcome | KeyResult, early: readonly Dated[], { report }: Context): void {
  const [first] = early;
  const start = metric.baseline?.measured_on;
  if (!first || !start?.value) return;
  const more = early.length > 1 ? ` and ${count(early.length - 1, 'more', 'more')} are` : ' is';
  report({
    at: first.at,
    message: `${valueIn(first)} of ${callOf(metric)}, dated ${formatFullDay(first.day)},${more} from before the baseline of ${formatFullDay(start.value)}, so progress does not count ${early.length > 1 ? 'them' : 'it'}. Correct the day, or begin from the earlier value.`,
    related: [{ at: start, message: `The baseline was measured on ${formatFullDay(start.value)}` }],
  });
}

function ofOtherSource({ measurement }: Dated, { measurement: other }: Dated): boolean {
  const [one, two] = [measurement.source?.text ?? '', other.source?.text ?? ''];
  return one !== '' && two !== '' && one.toLowerCase() !== two.toLowerCase();
}

function valueIn({ value }: Dated): string {
  return `The value ${quoteShort(value, 30)}`;
}

function callOf(metric: Outcome | KeyResult): string {
  if (metric.definition === 'outcome') return outcomeWithin(metric);
  return `key result ${metric.label || quoteShort(metric.description?.text ?? '', 40)}`;
}

function example(day: string): string {
  return `outcomes:
  - id: O1
    measurements:
      - { date: 2026-01-20, value: 9 minutes }
      - { date: ${day}, value: 9.5 minutes }
`;
}

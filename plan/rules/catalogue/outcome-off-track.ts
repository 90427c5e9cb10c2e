import {
  attainment,
  expected,
  isHold,
  latestMeasurement,
  type Metric,
  measuredIn,
  type OutcomeNumbers,
  outcomeNumbers,
  pointsBehind,
  toldBehind,
} from '../../attainment/index.ts';
import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Outcome } from '../../model/index.ts';
import { dueField, isWorkedFor } from '../../model/outcomes.ts';
import { formatPercent } from '../../quantity/index.ts';
import { quoteShort } from '../../words.ts';
import { type Measured, measuredOf, newestMeasurement } from '../measures/measured.ts';
import { isUnchanged } from '../measures/unchanged-goal.ts';
import { REVIEW_TOLERANCE, unmeasured } from '../outcomes/unmeasured.ts';
import { defineRule } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

export default defineRule({
  id: 'outcome-off-track',
  severity: 'info',
  summary: 'An outcome that is far behind where it should be today',
  why: `Between the baseline and the goal every day has its share of the way. An outcome that is more than \`points\` percentage points
behind will not be reached in the time that is left unless something changes, and that is easier to say while there still
is time. Overdue outcomes have a rule of their own. One that is declared at risk says so itself, and of one that nobody has measured
lately nobody knows where it stands: both are left out here.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived', 'draft'] },
  options: { points: 15 },
  optionWords: { points: 'How many percentage points behind its expected progress an outcome may be.' },
  examples: [{ bad: example('11 minutes'), good: example('9 minutes') }],
  check(outcome, { plan, today, options, report, looksFurther }) {
    if (!isWorkedFor(outcome) || outcome.status?.value === 'at_risk') return;
    const due = dueField(outcome)?.value;
    const standing = outcomeNumbers(outcome, today);
    const behind = pointsBehind(standing);
    if (standing.achieved || behind === undefined || behind <= options.points || (due && due < today)) return;
    if (measuredOf(outcome).some(one => isUnchanged(one, outcome))) return;
    looksFurther('plan', 'milestones', 'review_history');
    if (unmeasured(outcome, plan, today, REVIEW_TOLERANCE) || standing.metrics.some(isTooLong)) return;
    const worst = furthestBehind(standing.metrics, today);
    const holder = worst && holderOf(worst, standing.metrics, outcome);
    const last = holder && newestMeasurement(holder.measurements.items, today);
    // A newest value that does not compare has a finding of its own: the way is not counted from it.
    if (worst && last?.date?.value && last.date.value !== latestMeasurement(worst.series)?.day) return;
    report({
      at: holder?.target?.goal ?? outcome.target?.goal ?? outcome,
      message: `${outcomeName(outcome)} ${worst && last?.value && standing.metrics.length === 1 && isHold(worst.series) ? lost(holder?.target?.goal?.text ?? '', last.value.text) : `is ${toldBehind(behind, options.points)}: ${stands(standing, worst?.name ?? '', last?.value?.text ?? '')}`}. Agree in the next review on what will close the gap, or on another goal or day.`,
      ...(last?.value && {
        related: [
          {
            at: last.value,
            message: `The latest measurement${last.date?.value ? `, of ${formatFullDay(last.date.value)}` : ''}`,
          },
        ],
      }),
    });
  },
});

/** Nobody works for one goal over so many days, five years: one of the two days is a slip, and so is what is computed from it. */
const LONGEST_WAY = 1827;

function isTooLong({ series }: Metric): boolean {
  const { baseline, goal } = series;
  return baseline?.day !== undefined && goal?.day !== undefined && daysBetween(baseline.day, goal.day) > LONGEST_WAY;
}

/** The metric that is furthest behind: of key results the one to speak of. */
function furthestBehind(metrics: readonly Metric[], today: Day): Metric | undefined {
  const gap = ({ series }: Metric) =>
    pointsBehind({ attainment: attainment(series), expected: expected(series, today) }) ?? Number.NEGATIVE_INFINITY;
  return metrics.toSorted((a, b) => gap(b) - gap(a))[0];
}

/** The key result or outcome that a metric was computed from. */
function holderOf(metric: Metric, metrics: readonly Metric[], outcome: Outcome): Measured {
  return measuredIn(outcome)[metrics.indexOf(metric)] ?? outcome;
}

/** What is said of a value that was to be kept and is not. */
function lost(goal: string, now: string): string {
  return `is to be held at ${quoteShort(goal, 40)}, and stands at ${quoteShort(now, 40)}`;
}

function stands(
  { metrics, attainment: attained = 0, expected: due = 0 }: OutcomeNumbers,
  name: string,
  now: string,
): string {
  const value = now === '' ? '' : quoteShort(now, 40);
  const done = `${formatPercent(attained)} of the way is done, and ${formatPercent(due)} should be by today`;
  const should = `worse than at the start, and ${formatPercent(due)} of the way should be done by today`;
  if (metrics.length > 1) {
    const slowest = value && `; ${name ? quoteShort(name, 40) : 'the slowest key result'} stands at ${value}`;
    return `${attained < 0 ? `on the whole it is ${should}` : done}${slowest}`;
  }
  const stand = value && `it stands at ${value}, `;
  if (attained < 0) return `${stand}${should}`;
  return `${stand}${value && 'so '}${done}`;
}

function example(value: string): string {
  return `outcomes:
  - id: O1
    measurements:
      - date: "2026-01-20"
        value: ${value}
`;
}

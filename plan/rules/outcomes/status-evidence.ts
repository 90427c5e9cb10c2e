import { latestMeasurement, type OutcomeNumbers, reachedOn } from '../../attainment/index.ts';
import { type Day, formatFullDay, latestDay } from '../../day.ts';
import type { Measurement, Milestone, Outcome, OutcomeStatus, Plan } from '../../model/index.ts';
import { isDeclaredOpen, milestonesOf } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { count, decapitalise, quoteShort, spoken } from '../../words.ts';
import { measuredOf, newestMeasurement } from '../measures/measured.ts';
import type { Related, Severity } from '../rule.ts';
import { milestoneName, outcomeName } from '../text/names.ts';
import { confirms } from './confirming.ts';

/** What the plan shows against an outcome's declared status. */
export interface Contradiction {
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly Related[];
  /** The statuses that fit what is shown. */
  readonly statuses: readonly { readonly status: OutcomeStatus; readonly why: string }[];
  /** Open milestones that could all be given up, since the goal is reached. */
  readonly skip: readonly Milestone[];
}

/** The goal is reached, and the status does not say so. One that was reached only after its day may well be called missed. */
export function reachedWithoutSaying(standing: OutcomeNumbers, plan: Plan, today: Day): Contradiction | undefined {
  const { outcome, metrics, achieved } = standing;
  const declared = outcome.status?.value;
  if (!achieved || !declared) return undefined;
  const due = dueField(outcome)?.value;
  const since =
    outcome.kind?.value === 'qualitative'
      ? outcome.acknowledged_on?.value
      : lastOf(metrics.map(one => reachedOn(one.series)));
  if (declared === 'missed' && (!since || !due || since > due)) return undefined;
  const open = milestonesOf(outcome, plan).filter(isDeclaredOpen);
  const confirmed = outcome.acknowledged_on?.value !== undefined && outcome.acknowledged_on.value <= today;
  const waits =
    declared !== 'missed' &&
    !confirmed &&
    open.find(milestone => confirms(milestone, outcome, { first: false, last: open.at(-1) === milestone }));
  const byWord = outcome.kind?.value === 'qualitative';
  const on = since && since <= today ? ` on ${formatFullDay(since)}` : '';
  const done = byWord
    ? `the customer ${on ? 'confirmed' : 'has confirmed'} it`
    : `its goal ${on ? 'was' : 'is'} reached`;
  const then = waits
    ? `Have it confirmed (${quoteShort(waits.name?.text || waits.label, 40)}), and mark it achieved.`
    : open.length > 0
      ? `Mark it achieved, and say what becomes of ${count(open.length, 'open milestone')}.`
      : confirmed
        ? 'Mark it achieved.'
        : 'Mark it achieved, and tell the customer.';
  return {
    severity: waits ? 'info' : 'warning',
    message: `${outcomeName(outcome)} is marked ${spoken(declared)}, but ${done}${on}${evidence(outcome, today)}. ${then}`,
    related: relatedTo(outcome, today),
    statuses: open.length > 0 ? [] : [{ status: 'achieved', why: '' }],
    skip: [],
  };
}

/** Work has begun or progress was measured, and the status says that nothing was. Measuring where one starts from is no beginning. */
export function startedWithoutSaying(standing: OutcomeNumbers, plan: Plan, today: Day): Contradiction | undefined {
  const { outcome, metrics, attainment } = standing;
  const begun = milestonesOf(outcome, plan).filter(
    milestone => ['in_progress', 'complete'].includes(milestone.status?.value ?? '') && !prepares(milestone),
  );
  const [first] = begun;
  const measured = metrics.some(({ series }) => latestMeasurement(series) !== undefined);
  if (!first && !measured) return undefined;
  const last = measured ? latestOf(outcome, today) : undefined;
  const what = first
    ? `${decapitalise(milestoneName(first))} is ${spoken(first.status?.value ?? '')}${begun.length > 1 ? ` and so are ${count(begun.length - 1, 'more milestone')}` : ''}`
    : `it was measured${last?.date?.value ? ` on ${formatFullDay(last.date.value)}` : ''}${last?.value ? ` (${quoteShort(last.value.text, 30)})` : ''}`;
  const moved = Math.abs(attainment ?? 0) >= MOVED;
  return {
    severity: first || moved ? 'warning' : 'info',
    message: `${outcomeName(outcome)} is marked not started, but ${what.replace('are 1 more milestone', 'is 1 more')}. Mark it in progress.`,
    related: first
      ? [{ at: first, message: `This milestone is ${spoken(first.status?.value ?? '')}` }]
      : relatedTo(outcome, today),
    statuses: [{ status: 'in_progress', why: '' }],
    skip: [],
  };
}

/** So much of the way is progress and not the scatter of a control measurement. */
const MOVED = 0.05;
/** True for a milestone that comes before the work on its outcome: the kick-off, or measuring where one starts from. */
export function prepares({ name }: Milestone): boolean {
  return PREPARES.test(name?.text ?? '');
}

const PREPARES = /\b(?:base-?\s?line|benchmark|as-is|starting point|kick-?\s?off|status quo)/i;

/** The places that show where the outcome stands: its latest measurement, or the customer's word. */
export function relatedTo(outcome: Outcome, today: Day): readonly Related[] {
  const last = latestOf(outcome, today);
  const word = outcome.acknowledged_on;
  if (outcome.kind?.value === 'qualitative' && word?.value)
    return [{ at: word, message: `Confirmed on ${formatFullDay(word.value)}` }];
  if (!last?.value) return [];
  const on = last.date?.value ? `, of ${formatFullDay(last.date.value)}` : '';
  return [{ at: last.value, message: `The latest measurement${on}` }];
}

/** The newest measurement with a value, of the outcome or of its key results; of one day the last. */
export function latestOf(outcome: Outcome, today: Day): Measurement | undefined {
  return newestMeasurement(
    measuredOf(outcome).flatMap(metric => metric.measurements.items),
    today,
  );
}

function evidence(outcome: Outcome, today: Day): string {
  const last =
    outcome.kind?.value === 'qualitative' || outcome.key_results.items.length > 0
      ? undefined
      : latestOf(outcome, today);
  const goal = outcome.target?.goal?.text;
  return last?.value && goal ? ` (${quoteShort(last.value.text, 30)}, the goal is ${quoteShort(goal, 30)})` : '';
}

/** The last of the days; undefined if one of them is not known. */
function lastOf(days: readonly (Day | undefined)[]): Day | undefined {
  return days.includes(undefined) ? undefined : latestDay(days);
}

import { attainment, expected, goalReached, outcomeNumbers, pointsBehind } from '../../attainment/index.ts';
import { addDays, addMonths, type Day, formatFullDay } from '../../day.ts';
import type { Measurement, Outcome } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { cadenceMonths, heldReviews } from '../../model/reviews.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { ownerFor } from '../measures/measure-first.ts';
import { setField, styleIn } from '../repair/set-field.ts';
import { itemValue } from '../repair/writing.ts';
import type { Fix, Options, RuleContext } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { addMilestone } from './new-milestone.ts';
import { isInTime } from './planned-measuring.ts';
import { saidThere, valueInReview } from './value-in-review.ts';

type Context = Pick<RuleContext<Options>, 'plan' | 'people' | 'today'>;

/** So many points behind, a value would be the cause of another finding. */
const BEHIND = 15;

/** The value that the newest review names, as a measurement of its day. `tolerance` as in `unmeasured`. */
export function recordSaid(
  outcome: Outcome,
  { plan, today }: Context,
  tolerance: number,
  edit: Editor,
): Fix | undefined {
  const held = heldReviews(plan, today).at(-1);
  const baseline = outcome.baseline?.measured_on?.value;
  if (!held || !baseline || held.on <= baseline || held.on < (plan.plan?.created?.value ?? held.on)) return undefined;
  if (held.on < addDays(addMonths(today, -cadenceMonths(plan)), -tolerance)) return undefined;
  const said = valueInReview(outcome, plan, held);
  const [metric] = outcomeNumbers(outcome, today).metrics;
  if (!said || !metric) return undefined;
  const series = {
    ...metric.series,
    measurements: [...metric.series.measurements, { value: said.value, day: held.on }],
  };
  const behind = pointsBehind({ attainment: attainment(series), expected: expected(series, today) });
  if (goalReached(series) || (outcome.status?.value !== 'at_risk' && (behind ?? 0) > BEHIND)) return undefined;
  const change = record(outcome, held.on, said.written, edit);
  return change && { title: `Record ${said.written}, ${saidThere(held)}`, edits: [change], safe: false };
}

function record(outcome: Outcome, day: Day, value: string, edit: Editor): Edit | undefined {
  const { measurements, mapping, part, baseline, target } = outcome;
  if (!mapping || outcome.borrowed) return undefined;
  const sameDay = measurements.items.find(({ date }) => date?.value === day);
  if (sameDay)
    return isPlaceholder(sameDay.value?.text ?? '')
      ? setField(edit, sameDay, 'value', value, { after: ['date'] })
      : undefined;
  const like = measurements.items.at(-1)?.mapping;
  const start = like ?? baseline?.mapping ?? mapping;
  const entries = [
    ['date', day, styleIn(start, ['date', 'measured_on'])] as const,
    ['value', value, styleIn(like ?? (target?.goal ? target.mapping : undefined) ?? start, ['value', 'goal'])] as const,
  ];
  const { node, key } = measurements;
  if (!node) {
    const item = itemValue(entries, mapping.flow);
    const list = mapping.flow ? `[${item}]` : `\n  - ${item.replaceAll('\n', '\n    ')}`;
    return edit.insertKey(outcome, 'measurements', list, ['target', 'baseline', 'description']);
  }
  if (!key || node.kind === 'alias' || node.kind === 'mapping') return undefined;
  if (node.kind === 'scalar' && (node.style !== 'empty' || mapping.flow))
    return node.value === null && node.style !== 'empty'
      ? edit.replace({ part, start: node.start, end: node.end }, `[${itemValue(entries, true)}]`)
      : undefined;
  const flow = (node.kind === 'sequence' && node.flow) || like?.flow === true;
  const index = isNewestFirst(measurements.items) ? 0 : measurements.items.length;
  return edit.insertItem(part, node, key, index, itemValue(entries, flow));
}

function isNewestFirst(items: readonly Measurement[]): boolean {
  const days = items.map(({ date }) => date?.value ?? '');
  return days.length > 1 && days.every((day, index) => index === 0 || day < (days[index - 1] ?? ''));
}

/** A milestone by which somebody measures the outcome in time for the next review. An outcome without milestones needs more than this one. */
export function measureAgain(outcome: Outcome, name: string, context: Context, edit: Editor): Fix | undefined {
  const { plan } = context;
  const due = dayFor(outcome, context);
  const owner = due && ownerFor(outcome, context, due);
  const isDone = outcome.status?.value === 'achieved';
  if (!due || !owner || isDone || outcome.milestones.word || milestonesOf(outcome, plan).length === 0) return undefined;
  const added = addMilestone(outcome, plan, edit, { name, due, owner });
  const title = `Add a milestone: ${name}, ${owner}, ${formatFullDay(due)}`;
  return added ? { title, edits: [added], safe: false } : undefined;
}

/** A week before the next review, so that it can look at the value; else in thirty days; else on the day of the review. */
function dayFor(outcome: Outcome, { plan, today }: Context): Day | undefined {
  const review = plan.plan?.next_review?.value;
  const last = dueField(outcome)?.value;
  if (!last) return undefined;
  return [review && addDays(review, -7), addDays(today, 30), review].find(
    day => day !== undefined && day > today && isInTime(day, outcome, plan, today),
  );
}

import { addDays, type Day } from '../../day.ts';
import type { Action, Outcome, Plan } from '../../model/index.ts';
import { isOpen, milestonesOf } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { cadenceMonths } from '../../model/reviews.ts';
import { isToDo } from '../../model/work.ts';
import { Beside } from '../../once.ts';
import { metricName } from '../measures/measured.ts';
import { stemsOf } from '../text/word-stems.ts';

/** The days on which measuring still serves the next review: from today until it, or for the length of a rhythm, and before the outcome is due. */
export function isInTime(day: Day, outcome: Outcome, plan: Plan, today: Day): boolean {
  const review = plan.plan?.next_review?.value;
  const until = review && review >= today ? review : addDays(today, 31 * cadenceMonths(plan));
  const due = dueField(outcome)?.value;
  return day >= today && day <= until && (due === undefined || day < due);
}

/** True while an open milestone or action of an outcome is to measure it in time. */
export function isToBeMeasured(outcome: Outcome, plan: Plan, today: Day): boolean {
  const inTime = (day: Day | undefined) => day !== undefined && isInTime(day, outcome, plan, today);
  const isPlanned = (action: Action) =>
    MEASURES.test(action.description?.text ?? '') && inTime(action.due_date?.value) && isToDo(action, plan);
  const isPlannedBy = milestonesOf(outcome, plan).some(
    milestone =>
      isOpen(milestone) &&
      ((MEASURES.test(milestone.name?.text ?? '') && inTime(milestone.target_date?.value)) ||
        milestone.actions.items.some(isPlanned)),
  );
  return isPlannedBy || reviewActions(plan).some(action => speaksOf(action, outcome) && isPlanned(action));
}

const known = new Beside<Plan, readonly Action[]>();

/** The actions from reviews that are to measure something: a plan may hold thousands of others. */
function reviewActions(plan: Plan): readonly Action[] {
  const before = known.get(plan);
  if (before) return before;
  const found = plan.review_history.items.flatMap(({ actions }) =>
    actions.items.filter(({ description }) => MEASURES.test(description?.text ?? '')),
  );
  known.set(plan, found);
  return found;
}

/** It names the outcome, or shares a word with what the outcome is measured by. */
function speaksOf({ description }: Action, outcome: Outcome): boolean {
  const text = description?.text ?? '';
  const id = outcome.id?.text;
  if (id && text.split(/[^\p{L}\p{N}_-]+/u).includes(id)) return true;
  const stems = stemsOf(text);
  return [...stemsOf(metricName(outcome))].some(stem => stems.has(stem));
}

/** Security measures are no measuring. */
const MEASURES =
  /\b(?:re-?)?(?:measure|measured|measuring|measurements?|count|counted|counting|survey\w*|poll(?:ed|ing)?|sampl(?:e|ed|ing)|collect(?:ed|ing)?\b.{0,40}\b(?:data|figures?|numbers?|values?|results?|times?|feedback|answers|scores?))\b|\b(?:gemessen|messen|messung|gezählt|erhoben|umfrage)\b/i;

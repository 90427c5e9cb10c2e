import type { PlanStanding } from '../../attainment/index.ts';
import { type Day, daysBetween, formatDay } from '../../day.ts';
import type { Finding } from '../../finding.ts';
import type { Plan, Review } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { cadenceMonths, heldReviews, lastReview } from '../../model/reviews.ts';
import { isToDo } from '../../model/work.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import { compareText } from '../../words.ts';
import { offsetOf, placed } from '../places.ts';
import type { Act } from '../types.ts';
import { capitalise, dayNear, distance, monthsLater, oneLine, REVIEW_WORDS, span, spoken } from '../words.ts';
import { toBring } from './bring.ts';
import { findingsIn, type Told } from './review-findings.ts';
import type { NextReviewView, PastReviewView, ReviewLogView } from './types.ts';

/** More reviews than this are too long a list; then the newest are shown. */
const MOST = 5;
const SHOWN = 3;

/** The next review and what it asks for, and those that were held. Undefined where there is neither, nor a need for one. */
export function reviewsView(
  plan: Plan,
  standing: PlanStanding,
  told: Told | undefined,
  today: Day,
): ReviewLogView | undefined {
  const next = nextReview(plan, standing, told, today);
  const past = plan.review_history.items
    .map((review, i) => pastReview(review, i, plan, told?.findings ?? [], today))
    .sort((a, b) => compareText(b.on, a.on))
    .map(({ on: _, ...view }) => view);
  if (next === undefined && past.length === 0) return undefined;
  return {
    note: noteOf(plan, today),
    ...(next === undefined ? {} : { next }),
    past,
    shown: past.length > MOST ? SHOWN : past.length,
  };
}

function noteOf(plan: Plan, today: Day): string {
  const held = heldReviews(plan, today);
  const rhythm = capitalise(spoken(plan.plan?.review_cadence?.value ?? 'quarterly'));
  const last = held.at(-1)?.on;
  if (last === undefined) return `${rhythm}; none held yet`;
  return `${rhythm}; ${held.length} held, ${held.length > 1 ? 'the last ' : ''}${distance(today, last)}`;
}

function nextReview(
  plan: Plan,
  standing: PlanStanding,
  told: Told | undefined,
  today: Day,
): NextReviewView | undefined {
  if (isOver(plan)) return undefined;
  const field = plan.plan?.next_review;
  const day = field?.value;
  const overdue = standing.reviewOverdueSince;
  const planned = day !== undefined && (day >= today || overdue !== undefined) ? day : undefined;
  if (planned === undefined && told === undefined) return undefined;
  const place = field ?? plan.plan;
  const at = offsetOf(plan.syntax, place);
  return {
    ...(field === undefined ? { at, until: at } : placed(plan.syntax, field)),
    key: 'review/next',
    overdue: overdue !== undefined,
    ...whenOf(plan, planned, overdue, today),
    bring: told === undefined ? [] : toBring(plan, standing, told.findings, told.names, today),
    actions:
      told === undefined ? [] : actionsOf(planned, field === undefined, at, planned !== undefined && planned <= today),
  };
}

function whenOf(
  plan: Plan,
  planned: Day | undefined,
  overdue: Day | undefined,
  today: Day,
): Pick<NextReviewView, 'day' | 'distance' | 'text'> {
  if (planned === undefined) {
    const last = lastReview(plan, today)?.on;
    const due = last === undefined ? '' : `due by ${dayNear(monthsLater(last, cadenceMonths(plan)), today)}`;
    return { day: 'No day', distance: due, text: 'The next review has no day yet.' };
  }
  const day = dayNear(planned, today);
  if (overdue === undefined) return { day, distance: distance(today, planned), text: 'Next review, scheduled.' };
  const late = `${span(daysBetween(overdue, today))} overdue`;
  return { day, distance: late, text: 'Next review, not held yet.' };
}

/** A review is prepared while it lies ahead and logged when its day has come; one without a day is scheduled first. */
function actionsOf(planned: Day | undefined, unsaid: boolean, at: number, isDue: boolean): readonly Act[] {
  const prepare: Act = { kind: 'dialogue', label: 'Prepare agenda', dialogue: 'prepareAgenda', at };
  const log: Act = { kind: 'dialogue', label: 'Log review', dialogue: 'logReview', at };
  if (planned !== undefined) return isDue ? [log, prepare] : [prepare, log];
  const schedule: Act = unsaid
    ? { kind: 'add', label: 'Schedule the next review', what: 'review' }
    : { kind: 'go', label: 'Go to next_review', at };
  return [schedule, log];
}

function pastReview(
  review: Review,
  index: number,
  plan: Plan,
  findings: readonly Finding[],
  today: Day,
): PastReviewView & { readonly on: string } {
  const held = review.date?.value;
  const kind = review.type?.value;
  const place = placed(plan.syntax, review);
  const summary = oneLine(review.summary?.text ?? review.word?.text ?? '');
  const changes = review.plan_changes;
  return {
    ...place,
    key: `review/${index}`,
    on: held ?? '',
    day: held === undefined ? oneLine(review.date?.text ?? '') || 'No day' : formatDay(held),
    year: held?.slice(0, 4) ?? '',
    ...(kind === undefined ? {} : { kind: REVIEW_WORDS[kind] }),
    summary: isSaid(summary) ? summary : 'No summary written down.',
    decisions: saidIn(review.decisions.items),
    changes: saidIn(changes.word ? [changes.word] : changes.items),
    unchanged: changes.word !== undefined && !isSaid(changes.word.text),
    attendees: saidIn(review.attendees.items),
    openActions: isOver(plan) ? 0 : review.actions.items.filter(action => isToDo(action, plan)).length,
    findings: findingsIn(place, findings, plan, today),
  };
}

function saidIn(fields: readonly { readonly text: string }[]): readonly string[] {
  return fields.map(({ text }) => oneLine(text)).filter(isSaid);
}

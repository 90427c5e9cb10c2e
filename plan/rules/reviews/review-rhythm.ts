import { addDays, addMonths, type Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { isMisread } from '../../model/readable.ts';
import { cadenceMonths, lastReview } from '../../model/reviews.ts';
import type { Editor } from '../../syntax/edit.ts';
import { setField } from '../repair/set-field.ts';
import type { Fix } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { inWords } from './review-words.ts';

/** What the rules about reviews agree on: by when a plan is to be reviewed again, and which days to offer. */

/** A review that is planned within so many days is as near as one can be agreed on. */
const SOON = 30;

/** A day for the next review, and why that one: `three months after the last review`. */
export interface OfferedDay {
  readonly day: Day;
  readonly why: string;
}

/** True if every entry of the review log has a day that can be read. What is wrong with others is said by `schema` and `invalid-date`. */
export function isLogReadable(plan: Plan): boolean {
  const { items, word, node } = plan.review_history;
  if (word && !isPlaceholder(word.text)) return false;
  if (node?.kind === 'mapping' && node.pairs.length > 0) return false;
  return items.every(review => review.date?.value !== undefined);
}

/** True unless the words that say how a plan is reviewed (status, format, stage, rhythm) are none that the format knows. */
export function isRhythmReadable({ plan }: Plan): boolean {
  const words = [plan?.status, plan?.format, plan?.stage, plan?.review_cadence];
  return !words.some(isMisread);
}

/** The day from which the rhythm counts: the last review, else the plan's creation. Undefined where neither is known. */
export function rhythmStart(plan: Plan, today: Day): Day | undefined {
  const created = plan.plan?.created?.value;
  return lastReview(plan, today)?.on ?? (created !== undefined && created <= today ? created : undefined);
}

/** Days of grace in a rhythm: those that are allowed, but no more than a share of it, so that monthly stays monthly. */
export function graceIn(months: number, days: number, share: number): number {
  return Math.max(0, Math.min(days, Math.floor(months * 30 * share)));
}

/** The latest day on which the next review still follows a rhythm. Where that is past it is a day as near as one can be agreed on. */
export function latestNextReview(plan: Plan, today: Day, graceDays: number, months = cadenceMonths(plan)): Day {
  const grace = graceIn(months, graceDays, 1 / 3);
  const start = rhythmStart(plan, today);
  const byRhythm = start && addDays(addMonths(start, months), grace);
  // A plan that nobody has reviewed yet is spoken of by review-history-missing: here counts what lies ahead.
  const anew = byRhythm === undefined || (byRhythm < today && !lastReview(plan, today));
  const latest = anew ? addDays(addMonths(today, months), grace) : byRhythm;
  const soon = addDays(today, SOON);
  if (latest < soon) return soon;
  return latest;
}

/** Days to offer for the next review: by the rhythm where that lies ahead, else soon; none after a renewal that is still to come. */
export function offeredDays(plan: Plan, today: Day): readonly OfferedDay[] {
  const months = cadenceMonths(plan);
  const start = rhythmStart(plan, today);
  const since = lastReview(plan, today) ? 'after the last review' : 'after the plan was created';
  const byRhythm = start ? addMonths(start, months) : addMonths(today, months);
  const offers: readonly OfferedDay[] =
    byRhythm > addDays(today, 6)
      ? [{ day: byRhythm, why: `${inWords(months)} ${start ? since : 'from today'}` }]
      : soonDays(today);
  const renewal = plan.customer?.contract?.renewal_date?.value;
  if (renewal === undefined || renewal < today) return offers;
  const before = offers.filter(({ day }) => day <= renewal);
  if (before.length > 0) return before;
  return [
    { day: addDays(renewal, -30), why: '30 days before the renewal' },
    { day: addDays(renewal, -7), why: 'a week before the renewal' },
  ]
    .filter(({ day }) => day > today)
    .slice(0, 1);
}

/** Days for a review that is already late. */
export function soonDays(today: Day): readonly OfferedDay[] {
  return [
    { day: addDays(today, 14), why: 'in two weeks' },
    { day: addDays(today, SOON), why: `in ${SOON} days` },
  ];
}

/** The repair that writes a day for the next review; undefined where it cannot be written. */
export function setNextReview(plan: Plan, { day, why }: OfferedDay, title: string, edit: Editor): Fix | undefined {
  const change =
    plan.plan &&
    !plan.plan.next_review?.borrowed &&
    setField(edit, plan.plan, 'next_review', day, {
      after: ['last_reviewed', 'created', 'version'],
      near: ['last_reviewed', 'created', 'version'],
    });
  return change ? { title: `${title}, ${why}`, edits: [change], safe: false } : undefined;
}

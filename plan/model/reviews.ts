import type { Day } from '../day.ts';
import { Beside } from '../once.ts';
import type { Field, Plan, Review, ReviewCadence } from './index.ts';

/** A review whose day can be read. */
export interface HeldReview {
  readonly review: Review;
  readonly on: Day;
}

/** The reviews held up to and on a day, oldest first; those of one day in the order they are written. */
export function heldReviews({ review_history: log }: Plan, today: Day): readonly HeldReview[] {
  const known = asked.get(log);
  if (known?.today === today) return known.held;
  const held: HeldReview[] = [];
  for (const review of log.items) {
    const on = review.date?.value;
    if (on !== undefined && on <= today) held.push({ review, on });
  }
  held.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  asked.set(log, { today, held });
  return held;
}

/** A dozen rules ask for the same log and day. */
const asked = new Beside<Plan['review_history'], { readonly today: Day; readonly held: readonly HeldReview[] }>();

/** The latest day on which a plan was reviewed, and where that is written. */
export interface LastReview {
  readonly on: Day;
  readonly at: Field<Day> | Review;
}

/** When a plan was last reviewed as of a day, by its log or by what the plan itself says, whichever is later. */
export function lastReview(plan: Plan, today: Day): LastReview | undefined {
  const logged = heldReviews(plan, today).at(-1);
  const declared = plan.plan?.last_reviewed;
  if (declared?.value && declared.value <= today && (!logged || declared.value > logged.on))
    return { on: declared.value, at: declared };
  return logged && { on: logged.on, at: logged.review.date ?? logged.review };
}

/** True where the log or the plan itself says that a review was held on the day that one was planned for, or later. */
export function wasReviewedSince(planned: Day, plan: Plan, today: Day): boolean {
  const last = lastReview(plan, today);
  return last !== undefined && last.on >= planned;
}

/** Months from one review to the next, by the rhythm that a plan has agreed on; quarterly unless it says otherwise. */
export function cadenceMonths(plan: Plan): number {
  return CADENCE_MONTHS[plan.plan?.review_cadence?.value ?? 'quarterly'];
}

/** Months from one review to the next, by rhythm, the fastest first. */
export const CADENCE_MONTHS: Readonly<Record<ReviewCadence, number>> = {
  monthly: 1,
  quarterly: 3,
  semi_annual: 6,
  annual: 12,
};

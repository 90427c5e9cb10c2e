import type { Day } from '../day.ts';
import type { Plan, Review, ReviewCadence } from './index.ts';

/** A review whose day can be read. */
export interface HeldReview {
  readonly review: Review;
  readonly on: Day;
}

/** The reviews held up to and on a day, oldest first; those of one day in the order they are written. */
export function heldReviews(plan: Plan, today: Day): readonly HeldReview[] {
  const known = asked.get(plan);
  if (known?.today === today) return known.held;
  const held: HeldReview[] = [];
  for (const review of plan.review_history.items) {
    const on = review.date?.value;
    if (on !== undefined && on <= today) held.push({ review, on });
  }
  held.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  asked.set(plan, { today, held });
  return held;
}

/** A dozen rules ask for the same plan and day. */
const asked = new WeakMap<Plan, { readonly today: Day; readonly held: readonly HeldReview[] }>();

/** Months from one review to the next, by the rhythm that a plan has agreed on; quarterly unless it says otherwise. */
export function cadenceMonths(plan: Plan): number {
  return MONTHS[plan.plan?.review_cadence?.value ?? 'quarterly'];
}

const MONTHS: Readonly<Record<ReviewCadence, number>> = { monthly: 1, quarterly: 3, semi_annual: 6, annual: 12 };

import type { Day } from '../day.ts';
import type { Plan } from '../model/index.ts';

/** The day of the last review, as declared, else the newest in the log. */
export function lastReview(plan: Plan): Day | undefined {
  const logged = plan.review_history.items.map(review => review.date?.value).filter(day => day !== undefined);
  return plan.plan?.last_reviewed?.value ?? logged.sort().at(-1);
}

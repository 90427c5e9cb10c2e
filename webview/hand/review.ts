import { type Day, latestDay } from '../../plan/day.ts';
import type { DocumentView } from '../../plan/view/types.ts';

/** The day of the newest review that was held: the one that tells of a change. */
export function newestReview(view: DocumentView | null | undefined): Day | undefined {
  const reviews = view?.kind === 'plan' ? (view.timeline?.reviews ?? []) : [];
  return latestDay(reviews.filter(review => review.held).map(review => review.day));
}

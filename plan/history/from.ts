import type { Day } from '../day.ts';
import type { ReadDocument } from '../model/index.ts';
import { heldReviews } from '../model/reviews.ts';

/** From which day on the older versions of a file matter: that of its last review, of several plans the earliest. Undefined without a review. */
export function historyFrom(documents: readonly ReadDocument[], today: Day): Day | undefined {
  const days = documents.flatMap(({ model }) =>
    model.kind === 'plan' ? (heldReviews(model, today).at(-1)?.on ?? []) : [],
  );
  return days.sort()[0];
}

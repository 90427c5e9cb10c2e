import { addDays, type Day } from '../../plan/day.ts';
import type { DocumentView } from '../../plan/view/types.ts';

/** The day of the newest review that was held: the one that tells of a change. */
export function newestReview(view: DocumentView | null | undefined): Day | undefined {
  const timeline = view?.kind === 'plan' ? view.timeline : undefined;
  const held = timeline?.reviews?.marks.filter(mark => mark.glyph === 'review' && mark.edge === undefined) ?? [];
  const newest = held.length === 0 ? undefined : Math.max(...held.map(mark => mark.x));
  return newest === undefined || timeline === undefined
    ? undefined
    : addDays(timeline.axis.from, Math.round(newest * timeline.axis.days));
}

import type { DocumentView, Placed } from '../plan/view/types.ts';

type Keyed = Placed & { readonly key: string };

/** Key of the innermost thing of the drawing in which the offset stands; undefined when it stands in none. */
export function litKey(view: DocumentView | null, offset: number | undefined): string | undefined {
  if (view === null || view.kind !== 'plan' || offset === undefined) return undefined;
  let best: Keyed | undefined;
  for (const thing of things(view)) {
    if (offset < thing.at || offset >= thing.until) continue;
    if (best === undefined || thing.until - thing.at < best.until - best.at) best = thing;
  }
  return best?.key;
}

function things(view: Extract<DocumentView, { kind: 'plan' }>): Keyed[] {
  const { timeline, risks, people, reviews } = view;
  const found: Keyed[] = [...view.outcomes, ...(risks?.list ?? []), ...(reviews?.past ?? [])];
  if (reviews?.next !== undefined) found.push(reviews.next);
  for (const group of people?.groups ?? []) found.push(...group.people);
  if (timeline === undefined) return found;
  for (const lane of timeline.lanes) {
    found.push(lane, ...lane.milestones, ...lane.milestones.flatMap(milestone => milestone.logged));
    if (lane.strip?.goal !== undefined) found.push({ ...lane.strip.goal, key: `${lane.key}/goal` });
  }
  found.push(...timeline.phases, ...timeline.people, ...timeline.reviews);
  const { start, renewal } = timeline.contract;
  if (start !== undefined) found.push({ ...start, key: 'contract/start' });
  if (renewal !== undefined) found.push({ ...renewal, key: 'contract/renewal' });
  return found;
}

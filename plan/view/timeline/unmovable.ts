import type { LaneDraft, TimelineDraft } from './draft.ts';

/** The same timeline for those who may look at the plan and not change it: no day in it can be moved. */
export function unmovable(draft: TimelineDraft): TimelineDraft {
  return { ...draft, lanes: draft.lanes.map(stillLane), reviews: draft.reviews.map(still) };
}

function stillLane(lane: LaneDraft): LaneDraft {
  const { strip } = lane;
  const milestones = lane.milestones.map(still);
  return strip?.goal === undefined
    ? { ...lane, milestones }
    : { ...lane, milestones, strip: { ...strip, goal: still(strip.goal) } };
}

function still<Mark extends { readonly movable?: unknown }>({ movable: _, ...mark }: Mark): Omit<Mark, 'movable'> {
  return mark;
}

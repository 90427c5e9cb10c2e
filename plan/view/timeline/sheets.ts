import type { DependencyView, LaneView, TimelineView } from '../timeline-types.ts';

/**
 * The timeline in drawings that are no higher than `height` pixels each, cut between lanes, every one with the ticks and today above it; a single
 * lane that is higher stays whole. Goals, reviews and the contract stand below the last lane. What waits for something on another sheet is drawn
 * on both, as far as each reaches. Pure.
 */
export function sheetsOf(timeline: TimelineView, height: number): readonly TimelineView[] {
  const { lanes, goals, reviews, contract } = timeline;
  if (timeline.height <= height || lanes.length < 2) return [timeline];
  const head = lanes[0]?.top ?? 0;
  const below = timeline.height - end(lanes.at(-1));
  const sheets: LaneView[][] = [];
  let room = 0;
  for (const [i, lane] of lanes.entries()) {
    const needed = i === lanes.length - 1 ? lane.height + below : lane.height;
    if (sheets.length === 0 || needed > room) {
      sheets.push([]);
      room = height - head;
    }
    sheets.at(-1)?.push(lane);
    room -= needed;
  }
  return sheets.map((some, i) => {
    const up = (some[0]?.top ?? head) - head;
    const isLast = i === sheets.length - 1;
    const foot = isLast ? timeline.height : end(some.at(-1)) + FOOT;
    const { goals: _, reviews: __, contract: ___, ...rest } = timeline;
    return {
      ...rest,
      height: foot - up,
      title: `${timeline.title}, part ${i + 1} of ${sheets.length}`,
      lanes: some.map(lane => ({ ...lane, top: lane.top - up })),
      ...(isLast && goals !== undefined ? { goals: { ...goals, top: goals.top - up } } : {}),
      ...(isLast && reviews !== undefined ? { reviews: { ...reviews, top: reviews.top - up } } : {}),
      ...(isLast && contract !== undefined ? { contract: { ...contract, top: contract.top - up } } : {}),
      dependencies: timeline.dependencies
        .filter(({ from, to }) => Math.max(from.y, to.y) > up + head && Math.min(from.y, to.y) < foot)
        .map(dependency => higher(dependency, up)),
    };
  });
}

/** Below the last lane of a sheet, as below the whole timeline. */
const FOOT = 4;

function end(lane: LaneView | undefined): number {
  return lane === undefined ? 0 : lane.top + lane.height;
}

function higher({ from, to, ...rest }: DependencyView, by: number): DependencyView {
  return { ...rest, from: { ...from, y: from.y - by }, to: { ...to, y: to.y - by } };
}

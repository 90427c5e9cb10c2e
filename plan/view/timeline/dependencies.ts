import type { DependencyView, LaneView } from '../timeline-types.ts';
import type { LaneDraft, MilestoneDraft } from './draft.ts';
import { shownDay } from './milestone-words.ts';
import type { TimeWindow } from './window.ts';

interface End {
  readonly x: number;
  readonly y: number;
  /** Where it stands now: at the end of its slip. */
  readonly now: number;
  readonly seen: boolean;
}

/**
 * What waits for what, from where the other milestone stands now to the one that waits. Of milestones that are in several lanes the nearest
 * two are joined. One end may lie outside the drawn time; milestones that are not shown have no curve.
 */
export function layoutDependencies(
  drafts: readonly LaneDraft[],
  lanes: readonly LaneView[],
  window: TimeWindow,
  references: ReadonlyMap<string, string>,
): DependencyView[] {
  const ends = endsOf(drafts, lanes, window);
  const milestones = new Map(drafts.flatMap(lane => lane.milestones).map(milestone => [milestone.key, milestone]));
  const views: DependencyView[] = [];
  for (const milestone of milestones.values()) {
    for (const key of new Set(milestone.dependsOn)) {
      const pair = nearest(ends.get(key) ?? [], ends.get(milestone.key) ?? []);
      if (pair === undefined) continue;
      views.push({
        key: `${key}>${milestone.key}`,
        from: { x: pair.from.now, y: pair.from.y },
        to: { x: pair.to.x, y: pair.to.y },
        sentence: `${milestone.ref} depends on ${references.get(key) ?? key}.`,
      });
    }
  }
  return views;
}

function nearest(from: readonly End[], to: readonly End[]): { from: End; to: End } | undefined {
  return from
    .flatMap(one => to.map(other => ({ from: one, to: other })))
    .filter(pair => pair.from.seen || pair.to.seen)
    .sort((a, b) => Math.abs(a.from.y - a.to.y) - Math.abs(b.from.y - b.to.y))[0];
}

/** Where each milestone stands, in every lane that has it. */
function endsOf(drafts: readonly LaneDraft[], lanes: readonly LaneView[], window: TimeWindow): Map<string, End[]> {
  const ends = new Map<string, End[]>();
  const all = drafts.flatMap(lane => lane.milestones);
  const joined = new Set(
    all.flatMap(milestone => [...milestone.dependsOn, ...(milestone.dependsOn.length > 0 ? [milestone.key] : [])]),
  );
  for (const [i, draft] of drafts.entries()) {
    const lane = lanes[i];
    if (lane === undefined || !draft.milestones.some(milestone => joined.has(milestone.key))) continue;
    const marks = new Map(lane.milestones.map(mark => [mark.of ?? mark.key, mark]));
    for (const milestone of draft.milestones) {
      if (!joined.has(milestone.key)) continue;
      const mark = marks.get(milestone.key);
      const end =
        mark === undefined
          ? outside(milestone, lane, window)
          : {
              x: mark.x,
              y: lane.top + mark.y,
              now: mark.slip?.kind === 'late' ? Math.max(mark.slip.to, mark.x) : mark.x,
              seen: true,
            };
      if (end !== undefined) ends.set(milestone.key, [...(ends.get(milestone.key) ?? []), end]);
    }
  }
  return ends;
}

/** A milestone outside the drawn time stands on the strand of its lane; one that found no room has no place. */
function outside(milestone: MilestoneDraft, lane: LaneView, window: TimeWindow): End | undefined {
  const day = shownDay(milestone);
  if (day === undefined || window.edge(day) === undefined) return undefined;
  const x = window.x(day);
  const bar = x < 0 ? lane.bars.find(one => one.kind === 'late') : undefined;
  return { x, y: lane.top + (lane.strand?.y ?? lane.edges[0]?.y ?? 0), now: bar?.to ?? x, seen: false };
}

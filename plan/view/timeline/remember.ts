import { sameBut } from '../same-but.ts';
import type { LaneView, MarkView } from '../timeline-types.ts';
import type { LaneDraft } from './draft.ts';
import { type LaidLane, layoutLane } from './lane.ts';
import type { LaneLayout } from './layout.ts';
import type { Surroundings } from './seats.ts';

interface Remembered {
  readonly draft: LaneDraft;
  readonly around: Surroundings;
  readonly laid: LaidLane;
}

/**
 * Lays out lanes and remembers each: one of which only the place in the document has changed is moved there, and comes out as it is where
 * not even that has. A keystroke then costs one lane.
 */
export function rememberingLanes(): LaneLayout {
  const lanes = new Map<string, Remembered>();
  return (draft, around) => {
    const before = lanes.get(draft.key);
    const moved = before === undefined ? 0 : draft.at - before.draft.at;
    const same =
      before !== undefined && sameAround(before.around, around, draft) && sameBut(moved, before.draft, draft);
    const laid = !same ? layoutLane(draft, around) : moved === 0 ? before.laid : movedBy(before.laid, moved);
    lanes.set(draft.key, { draft, around, laid });
    return laid;
  };
}

/** Whether a lane stands among the same things: today, the drawn time, what its milestones' dependencies are called. */
function sameAround(a: Surroundings, b: Surroundings, { milestones }: LaneDraft): boolean {
  const { axis } = a.window;
  return (
    a.today === b.today &&
    axis.from === b.window.axis.from &&
    axis.days === b.window.axis.days &&
    milestones.every(milestone => milestone.dependsOn.every(key => a.references.get(key) === b.references.get(key)))
  );
}

function movedBy({ lane, unnamed }: LaidLane, by: number): LaidLane {
  const shift = <T extends { readonly at: number; readonly until: number }>(thing: T): T => ({
    ...thing,
    at: thing.at + by,
    until: thing.until + by,
  });
  const all = (marks: readonly MarkView[]) => marks.map(mark => shift(mark));
  const { logged, strip } = lane;
  const rest: Pick<LaneView, 'logged' | 'strip'> = {
    ...(logged === undefined ? {} : { logged: { ...logged, marks: all(logged.marks) } }),
    ...(strip === undefined
      ? {}
      : {
          strip: {
            ...strip,
            points: strip.points.map(point => ({ ...point, at: point.at + by })),
            flags: all(strip.flags),
          },
        }),
  };
  return { unnamed, lane: { ...shift(lane), milestones: all(lane.milestones), ...rest } };
}

import { alike } from '../alike.ts';
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
 * Lays out lanes and remembers each: one that is as it was, among the same things, is not laid out again. A keystroke then costs one lane.
 */
export function rememberingLanes(): LaneLayout {
  const lanes = new Map<string, Remembered>();
  return (draft, around) => {
    const before = lanes.get(draft.key);
    const same = before !== undefined && sameAround(before.around, around, draft) && alike(before.draft, draft);
    const laid = same ? before.laid : layoutLane(draft, around);
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

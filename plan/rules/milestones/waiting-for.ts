import type { Milestone, Plan } from '../../model/index.ts';
import { oncePer } from '../../once.ts';
import { milestoneIndex, type Step } from './milestone-index.ts';

/** All that waits for a milestone, directly or through others; the milestone itself where it waits for itself. Never throws. */
export function allWaitingFor(milestone: Milestone, plan: Plan): ReadonlySet<Milestone> {
  const next = waitingForEach(plan);
  const found = new Set<Milestone>(next.get(milestone));
  // A set goes through what is added meanwhile, too.
  for (const one of found) for (const other of next.get(one) ?? []) found.add(other);
  return found;
}

/** What waits for a step directly. */
const waitingForEach = oncePer((plan: Plan): ReadonlyMap<Step, readonly Milestone[]> => {
  const index = milestoneIndex(plan);
  const byStep = new Map<Step, Milestone[]>();
  for (const milestone of index.waiting) {
    for (const { on } of index.dependenciesOf(milestone)) {
      if (!on) continue;
      const others = byStep.get(on);
      if (others) others.push(milestone);
      else byStep.set(on, [milestone]);
    }
  }
  return byStep;
});

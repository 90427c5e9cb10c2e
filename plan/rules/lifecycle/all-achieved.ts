import type { OutcomeStanding, PlanStanding } from '../../attainment/index.ts';
import type { Plan } from '../../model/index.ts';
import { allMilestones, isOpen, milestonesOf } from '../../model/milestones.ts';
import { isMisread } from '../../model/readable.ts';

/** A plan whose outcomes are all achieved. */
export interface AllAchieved {
  /** Those that are not deferred. */
  readonly outcomes: readonly OutcomeStanding[];
  /** True where statuses, measurements and milestones agree on it and nothing is put off. */
  readonly clear: boolean;
  /** True where nothing speaks against closing the plan: no step is open, no measurement denies it. */
  readonly closable: boolean;
}

/**
 * Whether every outcome that is not deferred is achieved: by its status, or where it has none by its measurements; also where all measurements say so,
 * no step is open and only the statuses lag behind. Undefined if not, if one is given up, or if a status cannot be read. Never throws.
 */
export function allAchieved(plan: Plan, standing: PlanStanding): AllAchieved | undefined {
  const outcomes = standing.outcomes.filter(one => !one.deferred);
  const other = outcomes.some(({ outcome: { status } }) => status?.value === 'missed' || isMisread(status));
  if (outcomes.length === 0 || other) return undefined;
  const putOff = standing.outcomes.filter(one => one.deferred);
  const parked = new Set(putOff.flatMap(one => milestonesOf(one.outcome, plan)));
  const openWork = allMilestones(plan).some(milestone => isOpen(milestone) && !parked.has(milestone));
  const declared = outcomes.every(({ outcome, achieved }) =>
    outcome.status?.text ? outcome.status.value === 'achieved' : achieved,
  );
  const closable = !openWork && outcomes.every(one => one.achieved || isTaken(one));
  if (!declared && !closable) return undefined;
  return { outcomes, closable, clear: declared && closable && putOff.length === 0 };
}

/** Declared achieved, and no measurement denies it. */
function isTaken({ outcome, attainment }: OutcomeStanding): boolean {
  return outcome.status?.value === 'achieved' && (attainment === undefined || attainment >= 1 - 1e-9);
}

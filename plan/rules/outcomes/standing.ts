import { type OutcomeStanding, outcomeStanding } from '../../attainment/index.ts';
import type { Day } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';

/** Where an outcome stands, as `outcomeStanding` says. Never throws. */
export function standingOf(outcome: Outcome, plan: Plan, today: Day): OutcomeStanding {
  return outcomeStanding(outcome, plan, today);
}

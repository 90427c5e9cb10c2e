import { type OutcomeStanding, outcomeStanding } from '../attainment/index.ts';
import type { Day } from '../day.ts';
import type { Outcome, Plan } from '../model/index.ts';

/** Where an outcome stands, as `outcomeStanding` says, computed once for all rules that ask. Never throws. */
export function standingOf(outcome: Outcome, plan: Plan, today: Day): OutcomeStanding {
  const known = standings.get(outcome);
  if (known && known.plan === plan && known.today === today) return known.standing;
  const standing = outcomeStanding(outcome, plan, today);
  standings.set(outcome, { plan, today, standing });
  return standing;
}

const standings = new WeakMap<Outcome, { plan: Plan; today: Day; standing: OutcomeStanding }>();

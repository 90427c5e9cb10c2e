import { type Day, daysBetween } from '../day.ts';
import type { Attention, PlanSummary } from './types.ts';
import { AHEAD } from './words.ts';

type Facts = Pick<PlanSummary, 'health' | 'over' | 'renewal' | 'reviewOverdue' | 'late'>;

/** How soon somebody has to look at a plan; the criteria stand at `Attention`. */
export function attentionOf(facts: Facts, today: Day): Attention {
  const { health } = facts;
  if (health === 'unreadable') return 'watch';
  if (facts.over) return 'fine';
  if (health === 'off_track' || (health === 'at_risk' && renewsSoon(facts, today))) return 'act';
  const isSound = health === 'on_track' || health === 'achieved';
  const isLate = facts.late > 0 || facts.reviewOverdue !== undefined || isPastRenewal(facts, today);
  return isSound && !isLate ? 'fine' : 'watch';
}

/** True for a plan that renews today or in the 90 days to come. */
export function renewsSoon({ renewal, over }: Pick<PlanSummary, 'renewal' | 'over'>, today: Day): boolean {
  if (renewal === undefined || over || renewal < today) return false;
  return daysBetween(today, renewal) <= AHEAD;
}

/** True for a plan whose renewal is over although the plan is not: nobody has said how it went. */
export function isPastRenewal({ renewal, over }: Pick<PlanSummary, 'renewal' | 'over'>, today: Day): boolean {
  return renewal !== undefined && !over && renewal < today;
}

import { sortPlans } from '../plan/portfolio/order.ts';
import type { PortfolioAnswer } from './portfolio.ts';

/**
 * The portfolio after an answer: all of it, or what there was with what changed since. A plan that did not change stays the very same thing, and the
 * order is the same whatever came when: what needs attention first. Undefined for changes to something else than there was. Never throws.
 */
export function taken(before: PortfolioAnswer | null, answer: PortfolioAnswer): PortfolioAnswer | undefined {
  const { since, gone = [], plans, ...rest } = answer;
  if (since === undefined) return { ...rest, plans: sortPlans(plans) };
  if (before?.state !== since) return undefined;
  if (gone.length === 0 && plans.length === 0) return { ...rest, plans: before.plans };
  const known = new Map(before.plans.map(plan => [plan.key, plan]));
  for (const key of gone) known.delete(key);
  for (const plan of plans) known.set(plan.key, plan);
  return { ...rest, plans: sortPlans([...known.values()]) };
}

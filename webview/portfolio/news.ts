import type { PlanSummary } from '../../plan/portfolio/types.ts';
import { compareText } from '../../plan/words.ts';
import type { PortfolioAnswer } from '../../protocol/portfolio.ts';

/**
 * The portfolio after an answer: all of it, or what the page has with what changed since. A plan that did not change stays the very same thing.
 * Undefined for changes to something else than the page has.
 */
export function taken(before: PortfolioAnswer | null, answer: PortfolioAnswer): PortfolioAnswer | undefined {
  const { since, gone = [], plans } = answer;
  if (since === undefined) return { ...answer, plans: inOrder(plans) };
  if (before?.state !== since) return undefined;
  if (gone.length === 0 && plans.length === 0) return { ...answer, plans: before.plans };
  const known = new Map(before.plans.map(plan => [plan.key, plan]));
  for (const key of gone) known.delete(key);
  for (const plan of plans) known.set(plan.key, plan);
  return { ...answer, plans: inOrder([...known.values()]) };
}

/* The editor names changed plans first: the page has its own order, the same whatever came when. */
function inOrder(plans: readonly PlanSummary[]): readonly PlanSummary[] {
  return plans.toSorted((a, b) => compareText(a.key, b.key));
}

import { outcomeAround } from '../../model/holders.ts';
import type { Milestone, Outcome } from '../../model/index.ts';
import { outcomeOf } from '../../model/outcomes.ts';
import type { Options, RuleContext } from '../rule.ts';

/** The outcome of a milestone. Only of one that stands in none are the outcomes of the plan looked at, which a rule need not declare. */
export function outcomeLookedUp(
  milestone: Milestone,
  { plan, looksFurther }: Pick<RuleContext<Options>, 'plan' | 'looksFurther'>,
): Outcome | undefined {
  const around = outcomeAround(milestone);
  if (around || !milestone.outcome?.text) return around;
  looksFurther('outcomes');
  return outcomeOf(milestone, plan);
}

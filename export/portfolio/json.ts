import { goalRows } from '../../plan/portfolio/goals.ts';
import { sortPlans } from '../../plan/portfolio/order.ts';
import { totalsOf } from '../../plan/portfolio/totals.ts';
import type { Portfolio } from '../../plan/portfolio/types.ts';

/** One object: the day, totals, goals by segment and quarter, and the plans, what needs attention first. In pieces, so that many plans need not be one text. */
export function* portfolioJson({ asOf, plans }: Portfolio): Generator<string> {
  const head = { asOf, totals: totalsOf(plans, asOf), goals: goalRows(plans, asOf) };
  yield JSON.stringify(head, null, 2).slice(0, -2);
  let before = ',\n  "plans": [';
  for (const plan of sortPlans(plans)) {
    yield `${before}\n    ${JSON.stringify(plan)}`;
    before = ',';
  }
  yield plans.length === 0 ? `${before}]\n}\n` : '\n  ]\n}\n';
}

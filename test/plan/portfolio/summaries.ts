import fc from 'fast-check';
import { addDays, day } from '../../../plan/day.ts';
import type { PlanSummary } from '../../../plan/portfolio/types.ts';
import { ATTENTIONS, HEALTHS } from '../../../plan/portfolio/words.ts';

/** The day of every test. */
export const TODAY = day('2026-02-10');

/** A plan on track, but for what is said. */
export function summary(over: Partial<PlanSummary> = {}): PlanSummary {
  const customer = over.customer ?? 'Brightwater Bank';
  return {
    key: customer,
    file: `${customer}.success-plan.yaml`,
    at: 0,
    customer,
    health: 'on_track',
    reason: '',
    attention: 'fine',
    trend: [],
    goals: [],
    late: 0,
    findings: { error: 0, warning: 0, info: 0, hint: 0 },
    coming: [],
    ...over,
  };
}

const days = fc.integer({ min: -400, max: 400 }).map(days => addDays(TODAY, days));
const count = fc.nat({ max: 5 });

const goal = fc.record(
  {
    name: fc.constantFrom('O1', 'O2', 'Outcome 3'),
    targetDate: days,
    achieved: fc.boolean(),
    deferred: fc.boolean(),
    attainment: fc.double({ min: -1, max: 2, noNaN: true }),
  },
  { requiredKeys: ['name', 'achieved', 'deferred'] },
);

/** Any plan; keys are told apart by `plans`. */
const anyPlan = fc
  .record(
    {
      customer: fc.constantFrom('Northwind', 'northwind', 'Fjord Energy', 'Águas', '株式会社', ''),
      csm: fc.constantFrom('Priya Nair', 'priya  nair', 'Jane Smith', 'José Álvarez'),
      segment: fc.constantFrom('enterprise', 'Enterprise', 'mid_market', 'SMB'),
      status: fc.constantFrom('active', 'at_risk', 'completed', 'on hold'),
      over: fc.constant(true as const),
      fiscalYearStart: fc.integer({ min: 1, max: 12 }),
      health: fc.constantFrom(...HEALTHS),
      attention: fc.constantFrom(...ATTENTIONS),
      attainment: fc.record({ mean: fc.double({ min: -1, max: 2, noNaN: true }), known: count, total: count }),
      expected: fc.double({ min: 0, max: 1, noNaN: true }),
      late: count,
      nextReview: days,
      reviewOverdue: fc.nat({ max: 90 }),
      renewal: days,
      arr: fc.record({ amount: fc.integer({ min: 0, max: 1e7 }), currency: fc.constantFrom('USD', 'EUR') }),
      findings: fc.record({ error: count, warning: count, info: count, hint: count }),
      goals: fc.array(goal, { maxLength: 4 }),
    },
    { requiredKeys: ['customer', 'health', 'attention', 'late', 'findings', 'goals'] },
  )
  .map(summary);

/** Any plans, with keys of their own. */
export const plans = fc
  .array(anyPlan, { maxLength: 30 })
  .map(all => all.map((plan, index) => ({ ...plan, key: `plan ${index}` })));

import type { Day } from '../day.ts';
import type { SeverityCounts } from '../rules/rule.ts';
import { compareText } from '../words.ts';
import { renewsSoon } from './attention.ts';
import { sortPlans } from './order.ts';
import type { Attention, PlanHealth, PlanSummary } from './types.ts';

/** An amount in one currency. */
export interface Sum {
  readonly amount: number;
  readonly currency: string;
}

/** Renewals, and what they are worth a year: sums of different currencies are not added. */
export interface Renewals {
  readonly count: number;
  /** The largest first. */
  readonly sums: readonly Sum[];
}

/** What can be counted in a portfolio on a day. */
export interface PortfolioTotals {
  readonly plans: number;
  readonly health: Readonly<Record<PlanHealth, number>>;
  readonly attention: Readonly<Record<Attention, number>>;
  /** In the 90 days to come. `behind`: those of plans that are off track or at risk. */
  readonly renewals: Renewals & { readonly behind: Renewals };
  /** Customers: what needs attention first. */
  readonly reviewsOverdue: { readonly count: number; readonly customers: readonly string[] };
  readonly milestonesLate: { readonly count: number; readonly plans: number };
  readonly findings: SeverityCounts;
}

/** Counts a portfolio. */
export function totalsOf(plans: readonly PlanSummary[], today: Day): PortfolioTotals {
  const health = { off_track: 0, at_risk: 0, unreadable: 0, unknown: 0, not_started: 0, on_track: 0, achieved: 0 };
  const attention = { act: 0, watch: 0, fine: 0 };
  const findings = { error: 0, warning: 0, info: 0, hint: 0 };
  let late = 0;
  for (const plan of plans) {
    health[plan.health]++;
    attention[plan.attention]++;
    late += plan.late;
    findings.error += plan.findings.error;
    findings.warning += plan.findings.warning;
    findings.info += plan.findings.info;
    findings.hint += plan.findings.hint;
  }
  const renewing = plans.filter(plan => renewsSoon(plan, today));
  const overdue = sortPlans(plans.filter(plan => plan.reviewOverdue !== undefined));
  return {
    plans: plans.length,
    health,
    attention,
    renewals: { ...renewals(renewing), behind: renewals(renewing.filter(isBehind)) },
    reviewsOverdue: { count: overdue.length, customers: overdue.map(plan => plan.customer) },
    milestonesLate: { count: late, plans: plans.filter(plan => plan.late > 0).length },
    findings,
  };
}

/** True for a plan that is off track or at risk. */
function isBehind({ health }: Pick<PlanSummary, 'health'>): boolean {
  return health === 'off_track' || health === 'at_risk';
}

function renewals(plans: readonly PlanSummary[]): Renewals {
  return { count: plans.length, sums: sumsOf(plans.flatMap(({ arr }) => arr ?? [])) };
}

/** One sum a currency, the largest first. */
export function sumsOf(amounts: readonly Sum[]): Sum[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums]
    .map(([currency, amount]) => ({ amount, currency }))
    .sort((a, b) => b.amount - a.amount || compareText(a.currency, b.currency));
}

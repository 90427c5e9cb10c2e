import type { Day } from '../day.ts';
import { oncePer } from '../once.ts';
import { renewsSoon } from './attention.ts';
import { fold } from './order.ts';
import type { PlanSummary } from './types.ts';

/** What is shown of a portfolio; several together must all hold. */
export interface PlanFilter {
  /** Renews in the 90 days to come. */
  readonly renewing?: boolean | undefined;
  /** Has late milestones. */
  readonly late?: boolean | undefined;
  /** Has goals, and none of them is measured. */
  readonly unmeasured?: boolean | undefined;
  /** By name, without regard to case. */
  readonly csm?: string | undefined;
  /** Words that customer, title, CSM, segment, status or reason hold, each of them in any of these. */
  readonly text?: string | undefined;
}

/** The plans that a filter lets through, in their order. */
export function filterPlans(plans: readonly PlanSummary[], filter: PlanFilter, today: Day): PlanSummary[] {
  const words = fold(filter.text ?? '')
    .split(' ')
    .filter(word => word !== '');
  const csm = filter.csm === undefined ? undefined : fold(filter.csm);
  return plans.filter(
    plan =>
      (!filter.renewing || renewsSoon(plan, today)) &&
      (!filter.late || plan.late > 0) &&
      (!filter.unmeasured || isUnmeasured(plan)) &&
      (csm === undefined || fold(plan.csm ?? '') === csm) &&
      (words.length === 0 || holds(plan, words)),
  );
}

/** How many plans each filter would let through alone. */
export function filterCounts(
  plans: readonly PlanSummary[],
  today: Day,
): { readonly all: number; readonly renewing: number; readonly late: number; readonly unmeasured: number } {
  const countOf = (filter: PlanFilter) => filterPlans(plans, filter, today).length;
  return {
    all: plans.length,
    renewing: countOf({ renewing: true }),
    late: countOf({ late: true }),
    unmeasured: countOf({ unmeasured: true }),
  };
}

/** The CSMs of a portfolio by name, each once. */
export function csmsOf(plans: readonly PlanSummary[]): string[] {
  const names = new Map<string, string>();
  for (const { csm } of plans) if (csm !== undefined && !names.has(fold(csm))) names.set(fold(csm), csm);
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

/** True for a plan with goals of which nobody knows how far they have come. */
function isUnmeasured({ attainment, goals, health, over }: PlanSummary): boolean {
  return attainment === undefined && health !== 'unreadable' && !over && goals.some(goal => !goal.deferred);
}

/** Every key in the search field looks through all plans. */
const searchedIn = oncePer(({ customer, title = '', csm = '', segment = '', status = '', reason }: PlanSummary) =>
  fold(`${customer} ${title} ${csm} ${segment} ${status} ${reason}`.replaceAll('_', ' ')),
);

function holds(plan: PlanSummary, words: readonly string[]): boolean {
  const text = searchedIn(plan);
  return words.every(word => text.includes(word));
}

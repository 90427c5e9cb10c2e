import type { Day } from '../../plan/day.ts';
import { filterPlans } from '../../plan/portfolio/filters.ts';
import { groupPlans, type PlanGroup } from '../../plan/portfolio/groups.ts';
import { sortPlans } from '../../plan/portfolio/order.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import type { PortfolioSettings } from './settings.ts';

/** A line of the table: the head of a group, or a plan. */
export type Row =
  | { readonly kind: 'group'; readonly key: string; readonly group: PlanGroup; readonly open: boolean }
  | { readonly kind: 'plan'; readonly key: string; readonly plan: PlanSummary };

/** The plans that the settings let through. */
export function shownPlans(
  plans: readonly PlanSummary[],
  { show, csm, text }: Pick<PortfolioSettings, 'show' | 'csm' | 'text'>,
  today: Day,
): PlanSummary[] {
  return filterPlans(
    plans,
    { renewing: show === 'renewing', late: show === 'late', unmeasured: show === 'unmeasured', csm, text },
    today,
  );
}

/** The table's lines below its head, of plans that are to be shown. */
export function rowsOf(
  plans: readonly PlanSummary[],
  { by, sort, closed }: Pick<PortfolioSettings, 'by' | 'sort' | 'closed'>,
  today: Day,
): Row[] {
  const order = (some: readonly PlanSummary[]) => sortPlans(some, sort?.column, sort?.reversed);
  return groupPlans(plans, by, today, order).flatMap(group => {
    const key = groupKey(by, group.key);
    const open = !closed.includes(key);
    const head: Row = { kind: 'group', key, group, open };
    if (!open) return [head];
    return [head, ...group.plans.map((plan): Row => ({ kind: 'plan', key: plan.key, plan }))];
  });
}

/** A name of a group that no plan and no group of another kind has. */
function groupKey(by: string, key: string): string {
  return `group ${by} ${key}`;
}

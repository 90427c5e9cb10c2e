import type { Day } from '../day.ts';
import { capitalise, compareText, spoken } from '../words.ts';
import { isPastRenewal } from './attention.ts';
import { fold, sortPlans } from './order.ts';
import { quarterOf } from './quarter.ts';
import type { PlanSummary } from './types.ts';
import { ATTENTION, ATTENTIONS, plansInWords } from './words.ts';

/** What plans can be grouped by. */
export const GROUPINGS = ['attention', 'csm', 'segment', 'renewal', 'status'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** Plans that belong together. */
export interface PlanGroup {
  readonly key: string;
  readonly label: string;
  /** Beside the label: how many plans, and what they have in common where the label does not say it. */
  readonly note: string;
  /** What needs attention first. */
  readonly plans: readonly PlanSummary[];
}

interface Place {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  /** Groups stand in the order of this, then of their key. */
  readonly rank: number;
}

/** The plans in groups, each in exactly one; groups without plans are left out. `plans` may be given in an order, which then counts inside groups. */
export function groupPlans(
  plans: readonly PlanSummary[],
  by: Grouping,
  today: Day,
  order: (plans: readonly PlanSummary[]) => readonly PlanSummary[] = sortPlans,
): PlanGroup[] {
  const groups = new Map<string, { readonly place: Place; readonly plans: PlanSummary[] }>();
  for (const plan of order(plans)) {
    const place = PLACES[by](plan, today);
    const group = groups.get(place.key);
    if (group) group.plans.push(plan);
    else groups.set(place.key, { place, plans: [plan] });
  }
  return [...groups.values()]
    .sort((a, b) => a.place.rank - b.place.rank || compareText(a.place.key, b.place.key))
    .map(({ place: { key, label, note }, plans: own }) => ({
      key,
      label,
      note: note === undefined ? plansInWords(own.length) : `${plansInWords(own.length)}, ${note}`,
      plans: own,
    }));
}

/** A group for what says nothing, behind the others. */
const NOTHING = { key: '', rank: 9 } as const;

const PLACES: Readonly<Record<Grouping, (plan: PlanSummary, today: Day) => Place>> = {
  attention: ({ attention }) => ({ key: attention, ...ATTENTION[attention], rank: ATTENTIONS.indexOf(attention) }),
  csm: ({ csm }) =>
    csm === undefined ? { ...NOTHING, label: 'No CSM named' } : { key: fold(csm), label: csm, rank: 0 },
  segment: ({ segment }) =>
    segment === undefined
      ? { ...NOTHING, label: 'No segment' }
      : { key: fold(spoken(segment)), label: capitalise(spoken(segment)), rank: 0 },
  renewal: (plan, today) => {
    if (plan.renewal === undefined) return { ...NOTHING, label: 'No renewal date' };
    if (isPastRenewal(plan, today)) return { key: 'past', label: 'Renewal has passed', rank: 0 };
    if (plan.over) return { key: 'over', label: 'Over', note: 'completed or archived', rank: 8 };
    const { key, label, months } = quarterOf(plan.renewal, plan.fiscalYearStart);
    return { key, label, note: months, rank: 1 };
  },
  status: ({ status }) => {
    if (status === undefined) return { ...NOTHING, label: 'No status' };
    const key = fold(spoken(status));
    const known = STATUSES.indexOf(key);
    return { key, label: capitalise(spoken(status)), rank: known < 0 ? STATUSES.length : known };
  },
};

/** The standard ones, what is under way first; a team's own words come behind them. */
const STATUSES: readonly string[] = ['at risk', 'active', 'draft', 'completed', 'archived'];

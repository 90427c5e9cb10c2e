import { addDays, type Day } from '../day.ts';
import { oncePer } from '../once.ts';
import { compareText, count } from '../words.ts';
import { groupPlans } from './groups.ts';
import type { ComingDay, PlanSummary } from './types.ts';
import { AHEAD, plansInWords } from './words.ts';

/** A day to come, with the plan that it stands in. */
export interface PlannedDay extends ComingDay {
  readonly plan: PlanSummary;
}

/** What comes for one CSM in the next 90 days. */
export interface CsmAhead {
  readonly key: string;
  readonly csm: string;
  /** `4 plans, 1 review overdue, 3 milestones late`. */
  readonly note: string;
  readonly plans: readonly PlanSummary[];
  /** Soonest first. Put together when somebody asks: of many CSMs a page draws few. */
  readonly days: readonly PlannedDay[];
}

/** The next 90 days of a portfolio. */
export interface Ahead {
  readonly from: Day;
  readonly to: Day;
  readonly csms: readonly CsmAhead[];
}

/** Reviews, milestones, goals and renewals of the next 90 days, by CSM. CSMs of whose plans none is under way are left out. */
export function ahead(plans: readonly PlanSummary[], today: Day): Ahead {
  const running = plans.filter(plan => !plan.over);
  return {
    from: today,
    to: addDays(today, AHEAD),
    csms: groupPlans(running, 'csm', today).map(({ key, label, plans: own }) => ({
      key,
      csm: label,
      note: noteOf(own),
      plans: own,
      get days() {
        return daysOf(own);
      },
    })),
  };
}

const daysOf = oncePer((plans: readonly PlanSummary[]): readonly PlannedDay[] =>
  plans.flatMap(plan => plan.coming.map(one => ({ ...one, plan }))).sort(byDay),
);

/** How many days are planned. */
export function daysAhead({ csms }: Ahead): number {
  return csms.reduce((sum, { plans }) => plans.reduce((own, { coming }) => own + coming.length, sum), 0);
}

function noteOf(plans: readonly PlanSummary[]): string {
  const overdue = plans.filter(plan => plan.reviewOverdue !== undefined).length;
  const late = plans.reduce((sum, plan) => sum + plan.late, 0);
  return [
    plansInWords(plans.length),
    ...(overdue > 0 ? [`${count(overdue, 'review')} overdue`] : []),
    ...(late > 0 ? [`${count(late, 'milestone')} late`] : []),
  ].join(', ');
}

const KINDS: readonly ComingDay['kind'][] = ['review', 'milestone', 'goal', 'renewal'];

/** Plans stay in their order where a day is the same. */
function byDay(a: PlannedDay, b: PlannedDay): number {
  return compareText(a.day, b.day) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
}

import { goalAttainmentRate, meanAttainment } from '../attainment/totals.ts';
import type { Day } from '../day.ts';
import { oncePer } from '../once.ts';
import { compareText } from '../words.ts';
import { groupPlans } from './groups.ts';
import { type Quarter, quarterOf } from './quarter.ts';
import type { GoalSummary, PlanSummary } from './types.ts';

/** How many goals of some were reached. Deferred goals are in none of the numbers. */
export interface GoalRow {
  readonly key: string;
  readonly label: string;
  /** `Apr to Jun 2026`, where the label is a quarter. */
  readonly note?: string;
  /** Plans that have one of the goals. */
  readonly plans: number;
  readonly achieved: number;
  readonly counted: number;
  /** Of those whose day has come. */
  readonly dueAchieved: number;
  readonly due: number;
  /** Mean attainment over the goals of which it is known; absent where it is of none. */
  readonly mean?: { readonly mean: number; readonly known: number; readonly total: number };
}

/** Goal attainment across plans. */
export interface GoalRows {
  readonly all: GoalRow;
  readonly bySegment: readonly GoalRow[];
  /** By the quarter of the goals' target dates, goals without one last. */
  readonly byQuarter: readonly GoalRow[];
}

interface Goal {
  readonly goal: GoalSummary;
  readonly plan: PlanSummary;
}

/** The goals of all plans, together, by the segment of their plan and by the quarter in which they are due. */
export function goalRows(plans: readonly PlanSummary[], today: Day): GoalRows {
  const goals = goalsOf(plans);
  return {
    all: rowOf({ key: 'all', label: 'All plans' }, goals, today),
    bySegment: groupPlans(plans, 'segment', today).map(({ key, label, plans: own }) =>
      rowOf({ key, label }, goalsOf(own), today),
    ),
    byQuarter: byQuarter(goals, today),
  };
}

function goalsOf(plans: readonly PlanSummary[]): Goal[] {
  const goals: Goal[] = [];
  for (const plan of plans) for (const goal of plan.goals) if (!goal.deferred) goals.push({ goal, plan });
  return goals;
}

function byQuarter(goals: readonly Goal[], today: Day): GoalRow[] {
  const quarters = new Map<string, { readonly head: Head; readonly goals: Goal[] }>();
  for (const one of goals) {
    const { targetDate } = one.goal;
    const head = targetDate === undefined ? NO_DATE : headOf(quarterOf(targetDate, one.plan.fiscalYearStart));
    const known = quarters.get(head.key);
    if (known) known.goals.push(one);
    else quarters.set(head.key, { head, goals: [one] });
  }
  return [...quarters.values()]
    .sort((a, b) => compareText(a.head.key, b.head.key))
    .map(({ head, goals: own }) => rowOf(head, own, today));
}

type Head = Pick<GoalRow, 'key' | 'label' | 'note'>;

const NO_DATE: Head = { key: '~', label: 'No target date' };
const headOf = oncePer(({ key, label, months }: Quarter): Head => ({ key, label, note: months }));

function rowOf(head: Head, goals: readonly Goal[], today: Day): GoalRow {
  const { achieved, counted, dueAchieved, due } = goalAttainmentRate(
    goals.map(({ goal }) => goal),
    today,
  );
  const mean = meanAttainment(goals.map(({ goal }) => goal.attainment));
  return {
    ...head,
    plans: new Set(goals.map(({ plan }) => plan)).size,
    achieved,
    counted,
    dueAchieved,
    due,
    ...(mean && { mean }),
  };
}

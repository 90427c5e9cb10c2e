import type { Day } from '../../plan/day.ts';
import { type Ahead, ahead } from '../../plan/portfolio/ahead.ts';
import { csmsOf, filterCounts } from '../../plan/portfolio/filters.ts';
import { type GoalRows, goalRows } from '../../plan/portfolio/goals.ts';
import { namesakes } from '../../plan/portfolio/namesakes.ts';
import { sortPlans } from '../../plan/portfolio/order.ts';
import { type PortfolioTotals, totalsOf } from '../../plan/portfolio/totals.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import { type Row, rowsOf, shownPlans } from './rows.ts';
import type { GroupedBy, PortfolioSettings, Selection, Sorting } from './settings.ts';
import { lastOf, sameByPlans, sameList } from './steady.ts';

type Plans = readonly PlanSummary[];

/** What the page says of its plans. Whatever did not change since the last drawing is the very same thing, so that it is not drawn again. */
export interface WorkedOut {
  readonly totals: PortfolioTotals;
  readonly counts: ReturnType<typeof filterCounts>;
  /** Their names; undefined for plans that nobody has. */
  readonly csms: readonly (string | undefined)[];
  /** The plans that the settings let through, what needs attention first. */
  readonly shown: Plans;
  readonly rows: readonly Row[];
  /** What tells plans of one customer apart. */
  readonly apart: ReadonlyMap<PlanSummary, string>;
}

/** What it says below the table. */
export interface WorkedOutBelow {
  readonly coming: Ahead;
  readonly goals: GoalRows;
}

/** Works out what the page says. Most redraws are for the same plans: others are seen as one scrolls, a line has the focus. */
export function workedOut(plans: Plans, asOf: Day, settings: PortfolioSettings): WorkedOut {
  const { by, sort, closed, show, csm, text } = settings;
  const shown = shownOf(inOrder(plans), asOf, show, csm, text);
  return {
    totals: totalsOfAll(plans, asOf),
    counts: countsOf(plans, asOf),
    csms: namesOf(plans),
    shown,
    rows: linesOf(shown, asOf, by, sort, closed),
    apart: apartOf(plans),
  };
}

/** Works out what stands below the table of the plans that are shown. */
export function workedOutBelow(shown: Plans, asOf: Day): WorkedOutBelow {
  return { coming: aheadOf(shown, asOf), goals: goalsOf(shown, asOf) };
}

/* In order once: whatever sorts a part of them by attention then has hardly anything to do. */
const inOrder = lastOf((plans: Plans) => sortPlans(plans));
const totalsOfAll = lastOf(totalsOf);
const countsOf = lastOf(filterCounts);
const apartOf = lastOf(namesakes);
const namesOf = lastOf(
  sameList((plans: Plans) => [...csmsOf(plans), ...(plans.some(plan => plan.csm === undefined) ? [undefined] : [])]),
);
const shownOf = lastOf(
  sameList((plans: Plans, today: Day, show: Selection, csm: string | undefined, text: string) =>
    shownPlans(plans, { show, ...(csm === undefined ? {} : { csm }), text }, today),
  ),
);
const linesOf = lastOf(
  (plans: Plans, today: Day, by: GroupedBy, sort: Sorting | undefined, closed: readonly string[]) =>
    rowsOf(plans, { by, closed, ...(sort === undefined ? {} : { sort }) }, today),
);
const sameCsms = sameByPlans<Ahead['csms'][number]>();
const aheadOf = lastOf((plans: Plans, today: Day): Ahead => {
  const all = ahead(plans, today);
  return { ...all, csms: sameCsms(all.csms) };
});
const goalsOf = lastOf(goalRows);

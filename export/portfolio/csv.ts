import { daysBetween } from '../../plan/day.ts';
import { sortPlans } from '../../plan/portfolio/order.ts';
import type { PlanSummary, Portfolio } from '../../plan/portfolio/types.ts';
import { HEALTH } from '../../plan/portfolio/words.ts';
import { percentOf } from '../../plan/quantity/index.ts';
import { spoken } from '../../plan/words.ts';
import { csvTable } from '../csv.ts';
import { line } from '../line.ts';

/** The columns, in their order: `docs/portfolio.md` says what each holds. New ones are added at the end, since tables refer to them by place. */
const PORTFOLIO_COLUMNS = [
  'customer',
  'plan',
  'file',
  'csm',
  'segment',
  'status',
  'health',
  'attention',
  'reason',
  'attained_percent',
  'expected_percent',
  'outcomes_measured',
  'outcomes',
  'goals_reached',
  'milestones_late',
  'next_review',
  'review_overdue_days',
  'renewal',
  'renewal_days',
  'arr',
  'currency',
  'errors',
  'warnings',
  'notes',
  'hints',
  'broken_line',
  'broken_cause',
  'folder',
] as const;

type Row = Readonly<Record<(typeof PORTFOLIO_COLUMNS)[number], string | number | undefined>>;

/** A row a plan, what needs attention first. */
export function portfolioCsv({ asOf, plans }: Portfolio): string {
  const rowOf = (plan: PlanSummary): Row => {
    const goals = plan.goals.filter(goal => !goal.deferred);
    return {
      customer: line(plan.customer),
      plan: line(plan.title),
      file: line(plan.file),
      csm: line(plan.csm),
      segment: line(plan.segment),
      // In the words of the plan's own table.
      status: line(spoken(plan.status ?? '')),
      health: HEALTH[plan.health].toLowerCase(),
      attention: plan.attention,
      reason: line(plan.reason),
      attained_percent: percent(plan.attainment?.mean),
      expected_percent: percent(plan.expected),
      outcomes_measured: plan.attainment?.known ?? 0,
      outcomes: goals.length,
      goals_reached: goals.filter(goal => goal.achieved).length,
      milestones_late: plan.late,
      next_review: plan.nextReview,
      review_overdue_days: plan.reviewOverdue,
      renewal: plan.renewal,
      renewal_days: plan.renewal && daysBetween(asOf, plan.renewal),
      arr: plan.arr?.amount,
      currency: plan.arr?.currency,
      errors: plan.findings.error,
      warnings: plan.findings.warning,
      notes: plan.findings.info,
      hints: plan.findings.hint,
      broken_line: plan.broken && plan.broken.line > 0 ? plan.broken.line : undefined,
      broken_cause: line(plan.broken?.cause),
      folder: line(plan.folder),
    };
  };
  return csvTable(PORTFOLIO_COLUMNS, sortPlans(plans).map(rowOf));
}

/** With a tenth: 54.3 for 0.5428. */
function percent(fraction: number | undefined): number | undefined {
  return fraction === undefined ? undefined : percentOf(fraction);
}

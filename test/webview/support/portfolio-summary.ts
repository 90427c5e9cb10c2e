import { type Day, day, daysBetween } from '../../../plan/day.ts';
import type { ComingDay, GoalSummary, PlanHealth, PlanSummary } from '../../../plan/portfolio/types.ts';

/* Summaries of plans for the portfolio's pictures and tests. */

export const TODAY = day('2026-02-10');

type Coming = readonly [kind: ComingDay['kind'], day: string, text: string];

export interface Line {
  readonly customer: string;
  readonly csm?: string;
  readonly segment?: string;
  readonly health: PlanHealth;
  readonly reason: string;
  readonly attention: PlanSummary['attention'];
  /** Per cent attained and expected; none where nothing is known. */
  readonly attained?: readonly [mean: number | undefined, expected: number];
  readonly trend?: readonly number[];
  readonly late?: number;
  readonly review?: string;
  readonly renewal?: string;
  readonly arr?: number;
  /** Errors, warnings, notes. */
  readonly findings?: readonly [number, number, number];
  readonly goals?: readonly GoalSummary[];
  readonly coming?: readonly Coming[];
  readonly more?: Partial<PlanSummary>;
}

/** A summary from what is told of a plan in a line of the drawing. */
export function summary(line: Line, today: Day = TODAY): PlanSummary {
  const { customer, csm, segment, health, reason, attention, attained, review, renewal } = line;
  const [error, warning, notes] = line.findings ?? [0, 0, 0];
  const overdue = review === undefined ? 0 : daysBetween(day(review), today);
  const trend = line.trend ?? [];
  const dated = (line.coming ?? []).map(
    ([kind, on, text], at): ComingDay => ({ kind, day: day(on), text, at: at * 50 }),
  );
  const coming: ComingDay[] = [
    ...dated,
    ...(review === undefined || overdue > 0
      ? []
      : [{ kind: 'review' as const, day: day(review), text: 'Review', at: 20 }]),
    ...(renewal === undefined ? [] : [{ kind: 'renewal' as const, day: day(renewal), text: 'Renewal', at: 60 }]),
  ];
  const goals = line.goals ?? [];
  return {
    key: `file:///plans/${customer}`,
    file: `file:///plans/${encodeURIComponent(customer)}.success-plan.yaml`,
    at: 0,
    customer,
    ...(csm === undefined ? {} : { csm }),
    ...(segment === undefined ? {} : { segment }),
    status: 'active',
    health,
    reason,
    attention,
    ...(attained?.[0] === undefined
      ? {}
      : {
          attainment: {
            mean: attained[0] / 100,
            known: goals.filter(goal => goal.attainment !== undefined).length,
            total: goals.length,
          },
        }),
    ...(attained === undefined ? {} : { expected: attained[1] / 100 }),
    trend: trend.map((y, i) => ({ x: (i + 6 - trend.length) / 5, y: y / 100 })),
    goals,
    late: line.late ?? 0,
    ...(review === undefined ? {} : { nextReview: day(review) }),
    ...(overdue > 0 ? { reviewOverdue: overdue } : {}),
    ...(renewal === undefined ? {} : { renewal: day(renewal) }),
    ...(line.arr === undefined ? {} : { arr: { amount: line.arr * 1000, currency: 'USD' } }),
    findings: { error, warning, info: notes, hint: 0 },
    coming: coming
      .filter(one => one.day >= today && daysBetween(today, one.day) <= 92)
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    ...line.more,
  };
}

/** Goals in one line each: target day, attainment in per cent or none, deferred. */
export function goals(...all: readonly (readonly [string, number | undefined, 'deferred'?])[]): GoalSummary[] {
  return all.map(([targetDate, percent, deferred], i) => ({
    name: `O${i + 1}`,
    targetDate: day(targetDate),
    achieved: percent !== undefined && percent >= 100,
    deferred: deferred !== undefined,
    ...(percent === undefined ? {} : { attainment: percent / 100 }),
  }));
}

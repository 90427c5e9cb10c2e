import type { Day } from '../day.ts';

/** A mean and over how many of how many it was taken: "60 % of 2 measured" must be able to say so. */
export interface Mean {
  readonly mean: number;
  readonly known: number;
  readonly total: number;
}

/**
 * The mean over what is known; undefined if nothing is. For the key results of an outcome and for the outcomes of a plan.
 * Source: the plan format's "Attainment". 54.3 %, 66.7 % and an unknown one: 60.5 % over 2 of 3.
 */
export function meanAttainment(values: readonly (number | undefined)[]): Mean | undefined {
  let known = 0;
  let sum = 0;
  for (const value of values) {
    if (value === undefined) continue;
    known++;
    sum += value;
  }
  return known === 0 ? undefined : { mean: sum / known, known, total: values.length };
}

/** How many milestones are done. The fraction is undefined where none counts. */
export interface MilestoneProgress {
  readonly complete: number;
  /** All that are not skipped. */
  readonly counted: number;
  readonly fraction: number | undefined;
}

/** Complete / (all − skipped), from the milestones' statuses. Source: the plan format. Complete, complete, pending, skipped: 2 of 3. */
export function milestoneProgress(statuses: readonly (string | undefined)[]): MilestoneProgress {
  let complete = 0;
  let counted = 0;
  for (const status of statuses) {
    if (status === 'skipped') continue;
    counted += 1;
    if (status === 'complete') complete += 1;
  }
  return { complete, counted, fraction: counted === 0 ? undefined : complete / counted };
}

/** One outcome as the goal attainment rate sees it. */
export interface GoalFacts {
  readonly achieved: boolean;
  readonly deferred?: boolean;
  readonly targetDate?: Day | undefined;
}

/** Achieved out of counted, and the same among those that are due. A rate is undefined where nothing counts. */
export interface GoalAttainmentRate {
  readonly achieved: number;
  readonly counted: number;
  readonly rate: number | undefined;
  readonly dueAchieved: number;
  readonly due: number;
  readonly dueRate: number | undefined;
}

/**
 * Outcomes achieved / outcomes not deferred, and of those whose target date has come (today included). Source: the plan format.
 * Achieved and due, open and due, open and not due, deferred: 1 of 3, and 1 of 2 due.
 */
export function goalAttainmentRate(outcomes: readonly GoalFacts[], today: Day): GoalAttainmentRate {
  const all = { counted: 0, achieved: 0, due: 0, dueAchieved: 0 };
  for (const { achieved, deferred, targetDate } of outcomes) {
    if (deferred) continue;
    const isDue = targetDate !== undefined && targetDate <= today;
    all.counted++;
    if (achieved) all.achieved++;
    if (isDue) all.due++;
    if (isDue && achieved) all.dueAchieved++;
  }
  return {
    ...all,
    rate: all.counted === 0 ? undefined : all.achieved / all.counted,
    dueRate: all.due === 0 ? undefined : all.dueAchieved / all.due,
  };
}

/** A span that an amount is earned in each of. */
export type ValuePeriod = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The business value of an outcome. */
export interface ValueFacts {
  readonly amount: number;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Absent for a sum that is had once; it then counts for one year, the span of a plan. */
  readonly per?: ValuePeriod;
  readonly attainment?: number;
}

/** Realized and promised money. All sums are per year and in one currency. */
export interface ValueRealization {
  readonly realized: number;
  readonly amount: number;
  /** realized / amount */
  readonly fraction: number;
  readonly currency: string;
  /** Outcomes that are in the sums, and all that have an amount in this currency. */
  readonly known: number;
  readonly total: number;
}

const PERIODS_A_YEAR: Readonly<Record<ValuePeriod, number>> = { day: 365, week: 52, month: 12, quarter: 4, year: 1 };

/** A sum for each of a period as one for a year; one that is had once counts for one year. */
export function yearly(amount: number, per: ValuePeriod | undefined): number {
  return amount * (per === undefined ? 1 : PERIODS_A_YEAR[per]);
}

/**
 * Σ amount × attainment / Σ amount, brought to a year. Outcomes of unknown attainment are in neither sum, since unknown is not zero. Amounts of several currencies are not
 * added: without a `currency` to choose, mixed ones give undefined. Undefined also if nothing is known or the sum is 0. Source: the plan format.
 *
 * $60,000 a year at 50 % and $5,000 a month at 100 %: (30,000 + 60,000) / 120,000 = 75 %.
 */
export function valueRealization(values: readonly ValueFacts[], currency?: string): ValueRealization | undefined {
  const wanted = currency ?? values[0]?.currency;
  if (wanted === undefined) return undefined;
  const own = values.filter(value => value.currency === wanted);
  if (currency === undefined && own.length < values.length) return undefined;
  let realized = 0;
  let amount = 0;
  let known = 0;
  for (const value of own) {
    if (value.attainment === undefined) continue;
    const sum = yearly(value.amount, value.per);
    realized += sum * value.attainment;
    amount += sum;
    known += 1;
  }
  return amount === 0
    ? undefined
    : { realized, amount, fraction: realized / amount, currency: wanted, known, total: own.length };
}

/**
 * Realized amount per year / annual recurring revenue; amounts in another currency than the ARR's are left out. Undefined if none is left, if none is known, or
 * without a positive ARR. Source: the plan format. $90,000 realized a year on $150,000: 0.6.
 */
export function returnOnInvestment(
  values: readonly ValueFacts[],
  arr: { readonly amount: number; readonly currency: string } | undefined,
): number | undefined {
  if (!arr || !(arr.amount > 0)) return undefined;
  const value = valueRealization(values, arr.currency);
  return value ? value.realized / arr.amount : undefined;
}

/** A risk's impact or likelihood. */
export type RiskLevel = 'low' | 'medium' | 'high';

/** Score from which a risk is severe. */
const SEVERE_SCORE = 6;

const LEVELS: Readonly<Record<RiskLevel, number>> = { low: 1, medium: 2, high: 3 };

/** Impact × likelihood, each 1 to 3, so 1 to 9; undefined if either is not given. High × medium = 6. */
export function riskScore(impact: RiskLevel | undefined, likelihood: RiskLevel | undefined): number | undefined {
  return impact === undefined || likelihood === undefined ? undefined : LEVELS[impact] * LEVELS[likelihood];
}

/** True from a score of 6: high × medium, medium × high, high × high. */
export function isSevere(score: number | undefined): boolean {
  return score !== undefined && score >= SEVERE_SCORE;
}

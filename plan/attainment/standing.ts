import { type Day, latestDay } from '../day.ts';
import type { Outcome, Plan } from '../model/index.ts';
import { isOver } from '../model/lifecycle.ts';
import { daysLate, isBegun, isBlocked, milestonesOf } from '../model/milestones.ts';
import { dueField, isPutOff } from '../model/outcomes.ts';
import { wasReviewedSince } from '../model/reviews.ts';
import { Beside } from '../once.ts';
import { formatQuantity } from '../quantity/index.ts';
import { type Metric, metricsOf } from './metric.ts';
import { type Judgement, type OutcomeFacts, outcomeHealth } from './outcome-health.ts';
import { planHealth } from './plan-health.ts';
import {
  attainment,
  expected,
  forecast,
  goalReached,
  isHold,
  latestMeasurement,
  measurementsAfterBaseline,
  reachedOn,
  type Series,
} from './series.ts';
import { severeRisks } from './severe-risks.ts';
import { tellDistance } from './told.ts';
import {
  type GoalAttainmentRate,
  goalAttainmentRate,
  type Mean,
  type MilestoneProgress,
  meanAttainment,
  milestoneProgress,
} from './totals.ts';

/** What an outcome shows of itself on a day, whatever else its plan says. Fractions are of 1. */
export interface OutcomeNumbers {
  readonly outcome: Outcome;
  readonly metrics: readonly Metric[];
  readonly attainment: number | undefined;
  readonly expected: number | undefined;
  readonly forecast: Day | undefined;
  readonly achieved: boolean;
  readonly deferred: boolean;
}

/** Where an outcome stands on a day in its plan. */
export interface OutcomeStanding extends OutcomeNumbers {
  readonly milestones: MilestoneProgress;
  readonly judgement: Judgement;
}

/** Where a plan stands on a day. */
export interface PlanStanding {
  readonly outcomes: readonly OutcomeStanding[];
  readonly judgement: Judgement;
  readonly rate: GoalAttainmentRate;
  readonly mean: Mean | undefined;
  /** The next review, if its day has passed without one. */
  readonly reviewOverdueSince: Day | undefined;
}

/** Where every outcome and the plan stand: the one place from which editor, panel and command line take their numbers. Never throws. */
export function planStanding(plan: Plan, today: Day): PlanStanding {
  const known = plans.get(plan);
  if (known?.today === today) return known.standing;
  const standing = standPlan(plan, today);
  plans.set(plan, { today, standing });
  return standing;
}

/** Rules, view and outline ask for the same plan and day. */
const plans = new Beside<Plan, { readonly today: Day; readonly standing: PlanStanding }>();

function standPlan(plan: Plan, today: Day): PlanStanding {
  const outcomes = plan.outcomes.items.map(outcome => outcomeStanding(outcome, plan, today));
  const reviewOverdueSince = overdueReview(plan, today);
  return {
    outcomes,
    rate: goalAttainmentRate(
      outcomes.map(o => ({
        achieved: o.achieved,
        deferred: o.deferred,
        targetDate: dueField(o.outcome)?.value,
      })),
      today,
    ),
    mean: meanAttainment(outcomes.filter(o => !o.deferred).map(o => o.attainment)),
    reviewOverdueSince,
    judgement: planHealth({
      today,
      outcomes: outcomes.map((o, index) => ({
        name: o.outcome.label || `outcome ${index + 1}`,
        health: o.judgement.health,
        targetDate: dueField(o.outcome)?.value,
        deferred: o.deferred,
      })),
      renewalDate: plan.customer?.contract?.renewal_date?.value,
      reviewOverdueSince,
    }),
  };
}

/** Where one outcome stands. With key results its attainment and what is expected are their means. Never throws. */
export function outcomeStanding(outcome: Outcome, plan: Plan, today: Day): OutcomeStanding {
  const known = outcomes.get(outcome);
  if (known && known.plan === plan && known.today === today) return known.standing;
  const standing = new Standing(outcomeNumbers(outcome, today), plan, today);
  outcomes.set(outcome, { plan, today, standing });
  return standing;
}

const outcomes = new Beside<
  Outcome,
  { readonly plan: Plan; readonly today: Day; readonly standing: OutcomeStanding }
>();

/** Rules ask for a number or two: what nobody asks for is not worked out. A class as `Numbers` is. */
class Standing implements OutcomeStanding {
  readonly outcome: Outcome;
  readonly metrics: readonly Metric[];
  readonly attainment: number | undefined;
  readonly expected: number | undefined;
  readonly achieved: boolean;
  readonly deferred: boolean;
  private readonly numbers: OutcomeNumbers;
  private readonly plan: Plan;
  private readonly today: Day;
  private judged: Judgement | undefined;

  constructor(numbers: OutcomeNumbers, plan: Plan, today: Day) {
    this.numbers = numbers;
    this.plan = plan;
    this.today = today;
    this.outcome = numbers.outcome;
    this.metrics = numbers.metrics;
    this.attainment = numbers.attainment;
    this.expected = numbers.expected;
    this.achieved = numbers.achieved;
    this.deferred = numbers.deferred;
  }

  get forecast(): Day | undefined {
    return this.numbers.forecast;
  }

  get milestones(): MilestoneProgress {
    return milestoneProgress(
      milestonesOf(this.outcome, this.plan).map(m => (m.actual_date?.value ? 'complete' : m.status?.value)),
    );
  }

  get judgement(): Judgement {
    this.judged ??= judge(this.numbers, this.plan, this.today);
    return this.judged;
  }
}

/** The numbers of one outcome, which stay as long as the outcome does: from one version of a plan to the next. Never throws. */
export function outcomeNumbers(outcome: Outcome, today: Day): OutcomeNumbers {
  const known = ofOutcomes.get(outcome);
  if (known?.today === today) return known.numbers;
  const numbers = new Numbers(outcome, today);
  ofOutcomes.set(outcome, { today, numbers });
  return numbers;
}

const ofOutcomes = new Beside<Outcome, { readonly today: Day; readonly numbers: OutcomeNumbers }>();

/** A class, since V8 keeps a hidden class of its own for each object that is written down with getters, and with it all that these see. */
class Numbers implements OutcomeNumbers {
  readonly outcome: Outcome;
  readonly metrics: readonly Metric[];
  readonly attainment: number | undefined;
  readonly expected: number | undefined;
  readonly achieved: boolean;
  readonly deferred: boolean;

  constructor(outcome: Outcome, today: Day) {
    const metrics = metricsOf(outcome, today);
    const series = metrics.map(metric => metric.series);
    const acknowledged = isAcknowledged(outcome, today);
    this.outcome = outcome;
    this.metrics = metrics;
    this.attainment = acknowledged ? 1 : meanAttainment(series.map(attainment))?.mean;
    this.expected = meanAttainment(alikeKnown(series).map(one => expected(one, today)))?.mean;
    this.achieved = acknowledged || (series.length > 0 && series.every(goalReached));
    this.deferred = isPutOff(outcome);
  }

  get forecast(): Day | undefined {
    const [only, other] = this.metrics;
    return only && !other ? forecast(only.series) : undefined;
  }
}

/** The key results that attainment is the mean of, to be held against what is expected of these; all of them where it is known of none. */
function alikeKnown(series: readonly Series[]): readonly Series[] {
  const known = series.filter(one => attainment(one) !== undefined);
  return known.length > 0 ? known : series;
}

function isAcknowledged({ kind, acknowledged_on: on }: Outcome, today: Day): boolean {
  return kind?.value === 'qualitative' && on?.value !== undefined && on.value <= today;
}

function judge(numbers: OutcomeNumbers, plan: Plan, today: Day): Judgement {
  const { outcome, metrics, attainment, expected, achieved } = numbers;
  const worse = metrics.length === 1 && metrics[0] ? worseBy(metrics[0]) : undefined;
  const acknowledged = isAcknowledged(outcome, today);
  const series = metrics.map(metric => metric.series);
  const milestones = milestonesOf(outcome, plan);
  return outcomeHealth({
    today,
    attainment,
    expected,
    goalReached: achieved,
    reachedOn: acknowledged ? outcome.acknowledged_on?.value : latestDay(series.map(reachedOn)),
    targetDate: dueField(outcome)?.value,
    measurements: series.reduce((sum, one) => sum + measurementsAfterBaseline(one).length, 0),
    lastValueOn: latestDay(series.map(one => latestMeasurement(one)?.day ?? one.baseline?.day)),
    missing: outcome.kind?.value === 'qualitative' ? 'word' : metrics[0]?.missing,
    unlike: metrics.some(metric => metric.unlike),
    inWords: metrics.some(metric => metric.inWords.now),
    milestonesBegun: milestones.filter(isBegun).length,
    late: milestones
      .filter(m => daysLate(m, today, plan) > 0)
      .map(m => ({ name: m.name?.text ?? '', id: m.id?.text, daysLate: daysLate(m, today, plan) })),
    blocked: milestones.filter(isBlocked).map(m => ({ name: m.name?.text ?? '', id: m.id?.text })),
    severeRisks: severeRisks(outcome, plan),
    worseBy: worse,
    forecast: worse === undefined ? undefined : numbers.forecast,
    hold: metrics.length === 1 && metrics[0] ? holdOf(metrics[0]) : undefined,
    acknowledgedBy: acknowledged ? outcome.acknowledged_by?.text : undefined,
  });
}

function worseBy(metric: Metric): string | undefined {
  const { series } = metric;
  return isHold(series) || (attainment(series) ?? 0) >= 0 ? undefined : tellDistance(metric);
}

function holdOf({ series, goal }: Metric): OutcomeFacts['hold'] {
  if (!isHold(series) || !goal) return undefined;
  const { comparator: _, ...bare } = goal;
  return { goal: formatQuantity(bare), direction: series.bound ?? series.holdDirection ?? 'at least' };
}

/** The day of a review that was planned, if it has passed and nothing says that a review was held on it or since. */
function overdueReview(plan: Plan, today: Day): Day | undefined {
  const next = plan.plan?.next_review?.value;
  if (!next || next >= today || isOver(plan)) return undefined;
  return wasReviewedSince(next, plan, today) ? undefined : next;
}

import { type Day, latestDay } from '../day.ts';
import type { KeyResult, Outcome, Plan, Risk } from '../model/index.ts';
import { isOver } from '../model/lifecycle.ts';
import { daysLate, isBegun, isBlocked, milestonesOf } from '../model/milestones.ts';
import { dueField, isPutOff } from '../model/outcomes.ts';
import { wasReviewedSince } from '../model/reviews.ts';
import { Beside } from '../once.ts';
import {
  comparable,
  formatQuantity,
  isPerNamed,
  isZero,
  type Mismatch,
  type Quantity,
  quantityOf,
} from '../quantity/index.ts';
import { boundOf, sideInWords } from './hold.ts';
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
  type Point,
  reachedOn,
  type Series,
  seriesAsOf,
} from './series.ts';
import { tellDistance } from './told.ts';
import {
  type GoalAttainmentRate,
  goalAttainmentRate,
  isSevere,
  type Mean,
  type MilestoneProgress,
  meanAttainment,
  milestoneProgress,
  riskScore,
} from './totals.ts';

/** One metric with its numbers: of an outcome, or of one of its key results. */
export interface Metric {
  readonly name: string;
  /** What baseline and target call it: a name may say what its values are per. */
  readonly names: readonly (string | undefined)[];
  readonly series: Series;
  readonly baseline: Quantity | undefined;
  readonly goal: Quantity | undefined;
  /** How values are written: as the baseline is, or as the goal is where the baseline is missing or a zero without a unit. */
  readonly like: Quantity | undefined;
  /** What keeps the numbers from being computed. */
  readonly missing: OutcomeFacts['missing'];
  /** True where something was measured after the baseline, and nothing of it compares. */
  readonly unlike: boolean;
}

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

function judge(
  { outcome, metrics, attainment, expected, achieved }: OutcomeNumbers,
  plan: Plan,
  today: Day,
): Judgement {
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
    milestonesBegun: milestones.filter(isBegun).length,
    late: milestones
      .filter(m => daysLate(m, today) > 0)
      .map(m => ({ name: m.name?.text ?? '', id: m.id?.text, daysLate: daysLate(m, today) })),
    blocked: milestones.filter(isBlocked).map(m => ({ name: m.name?.text ?? '', id: m.id?.text })),
    severeRisks: severeRisks(outcome, plan),
    worseBy: metrics.length === 1 && metrics[0] ? worseBy(metrics[0]) : undefined,
    hold: metrics.length === 1 && metrics[0] ? holdOf(metrics[0]) : undefined,
    acknowledgedBy: acknowledged ? outcome.acknowledged_by?.text : undefined,
  });
}

function metricsOf(outcome: Outcome, today: Day): Metric[] {
  return measuredIn(outcome).map(holder => metricOf(holder, outcome, today));
}

/** What the metrics of an outcome are computed from, in their order: its key results that say what is measured, else the outcome itself. */
export function measuredIn(outcome: Outcome): readonly (Outcome | KeyResult)[] {
  const results = outcome.key_results.items.filter(result => result.baseline ?? result.target);
  return results.length > 0 ? results : [outcome];
}

function metricOf(holder: Outcome | KeyResult, { target }: Outcome, today: Day): Metric {
  const baseline = quantityOf(holder.baseline?.current?.value);
  const goal = quantityOf(holder.target?.goal?.value);
  const like = baseline && !(goal && isZero(baseline)) ? baseline : goal;
  const name = (holder.target?.metric ?? holder.baseline?.metric)?.text ?? '';
  const names = [name, holder.baseline?.metric?.text];
  const fits = (quantity: Quantity) => like !== undefined && mismatch(quantity, like, names) === undefined;
  const measurements: Point[] = [];
  const others: Point[] = [];
  const written = goal === undefined ? [] : [goal];
  for (const { value, date } of holder.measurements.items) {
    const quantity = quantityOf(value?.value);
    if (!quantity) continue;
    const point = { value: quantity.value, day: date?.value, written: quantity };
    if (!fits(quantity)) others.push(point);
    else {
      measurements.push(point);
      written.push(quantity);
    }
  }
  const bound = goal && boundOf(goal);
  const whole: Series = {
    baseline: baseline && { value: baseline.value, day: holder.baseline?.measured_on?.value, written: baseline },
    // A key result without a day of its own is due with its outcome.
    goal:
      goal && fits(goal)
        ? { value: goal.value, day: (holder.target?.target_date ?? target?.target_date)?.value }
        : undefined,
    measurements,
    bound,
    holdDirection: bound,
  };
  // The words are asked only where they count: there is something to hold, and its own bound does not say which side.
  const series =
    bound === undefined && isHold(whole)
      ? { ...whole, holdDirection: sideInWords(name, holder.description?.text ?? '', goal?.dimension === 'duration') }
      : whole;
  const missing =
    !baseline && !goal ? 'both' : !baseline ? 'baseline' : !goal ? 'goal' : fits(goal) ? undefined : 'comparison';
  const known = seriesAsOf(series, today);
  const unlike =
    others.length > 0 &&
    latestMeasurement(known) === undefined &&
    latestMeasurement(seriesAsOf({ ...series, measurements: others }, today)) !== undefined;
  return { name, names, series: known, baseline, goal, like: like && asFineAs(written, like), missing, unlike };
}

const MOST_DECIMALS = 3;

/** What values are written like, with as many decimals as any of those written in the same unit: 99.95% is not 100% because the goal says 99.9%. */
function asFineAs(written: readonly Quantity[], like: Quantity): Quantity {
  const { decimals, factor } = like.style;
  const finest = written
    .filter(one => one.unitKey === like.unitKey && one.style.factor === factor)
    .reduce((most, one) => Math.max(most, Math.min(one.style.decimals, MOST_DECIMALS)), decimals);
  return finest === decimals ? like : { ...like, style: { ...like.style, decimals: finest } };
}

/** Why a quantity does not count for a metric that has another one: undefined where it does, by itself or by what a name of the metric says. */
export function mismatch(quantity: Quantity, other: Quantity, names: Metric['names']): Mismatch | undefined {
  const reason = comparable(other, quantity);
  return reason === true || (reason === 'per' && isPerNamed(other, quantity, names)) ? undefined : reason;
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

/** Open risks of score 6 and more that name the outcome; one that names none counts for a plan with a single outcome. */
function severeRisks(outcome: Outcome, plan: Plan): string[] {
  const alone = plan.outcomes.items.length === 1;
  const severe = alone ? severeOf(plan).all : (severeOf(plan).byOutcome.get(outcome.id?.text ?? '') ?? []);
  return severe
    .filter(
      risk =>
        !alone || risk.outcomes.items.length === 0 || risk.outcomes.items.some(ref => ref.text === outcome.id?.text),
    )
    .map((risk, index) => risk.label || `risk ${index + 1}`);
}

interface SevereRisks {
  readonly all: readonly Risk[];
  /** Those that name an outcome, by its id. */
  readonly byOutcome: ReadonlyMap<string, readonly Risk[]>;
}

/** The severe open risks of a plan, gone through once: every outcome asks for its own. */
function severeOf(plan: Plan): SevereRisks {
  const known = severe.get(plan);
  if (known) return known;
  const all = plan.risks.items.filter(
    risk =>
      (risk.status?.value ?? 'open') === 'open' && isSevere(riskScore(risk.impact?.value, risk.likelihood?.value)),
  );
  const byOutcome = new Map<string, Risk[]>();
  for (const risk of all) {
    for (const id of new Set(risk.outcomes.items.map(ref => ref.text).filter(text => text !== ''))) {
      const named = byOutcome.get(id);
      if (named) named.push(risk);
      else byOutcome.set(id, [risk]);
    }
  }
  const found = { all, byOutcome };
  severe.set(plan, found);
  return found;
}

const severe = new Beside<Plan, SevereRisks>();

/** The day of a review that was planned, if it has passed and nothing says that a review was held on it or since. */
function overdueReview(plan: Plan, today: Day): Day | undefined {
  const next = plan.plan?.next_review?.value;
  if (!next || next >= today || isOver(plan)) return undefined;
  return wasReviewedSince(next, plan, today) ? undefined : next;
}

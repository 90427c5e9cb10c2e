export { type Said, saidIn, tellInWords } from './in-words.ts';
export { type Metric, measuredIn, mismatch } from './metric.ts';
export {
  type Health,
  type Judgement,
  type OutcomeFacts,
  outcomeHealth,
} from './outcome-health.ts';
export { type PlanFacts, planHealth } from './plan-health.ts';
export { BEHIND_AT_RISK, pointsBehind, toldBehind } from './points.ts';
export {
  attainment,
  crosses,
  expected,
  expectedValue,
  forecast,
  goalReached,
  isHold,
  latestMeasurement,
  measurementsAfterBaseline,
  type Point,
  reachedOn,
  type Series,
  seriesAsOf,
  type Trend,
  trend,
} from './series.ts';
export {
  type OutcomeNumbers,
  type OutcomeStanding,
  outcomeNumbers,
  outcomeStanding,
  type PlanStanding,
  planStanding,
} from './standing.ts';
export { tellEnds, tellExpected, tellLatest, tellValue } from './told.ts';
export {
  goalAttainmentRate,
  isSevere,
  meanAttainment,
  milestoneProgress,
  returnOnInvestment,
  riskScore,
  type ValueFacts,
  valueRealization,
} from './totals.ts';
export { moneyInWords, type PlanValue, planValue, returnInWords, revenueInWords, yearlyRevenue } from './value.ts';

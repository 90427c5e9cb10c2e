import type { BusinessValue, Plan } from '../model/index.ts';
import { readQuantity } from '../quantity/index.ts';
import type { OutcomeStanding } from './standing.ts';
import {
  returnOnInvestment,
  type ValueFacts,
  type ValuePeriod,
  type ValueRealization,
  valueRealization,
} from './totals.ts';

/** What a plan has brought in money so far. Fractions are of 1. */
export interface PlanValue {
  /** Undefined where no outcome has an amount, none of them is measured, or amounts are in several currencies. */
  readonly realization: ValueRealization | undefined;
  /** Realized a year for each unit of yearly contract value; undefined without amounts in the contract's currency. */
  readonly roi: number | undefined;
}

/**
 * Value realization and return on investment of a plan, from `business_value.amount` of its outcomes, deferred ones left out, and `contract.arr`.
 * Source: the plan format's "Attainment". $40,000 a year at 50 % on an ARR of $80,000: 50 % realized, ROI 0.25. Never throws.
 */
export function planValue(plan: Plan, outcomes: readonly OutcomeStanding[]): PlanValue {
  const values = outcomes
    .filter(standing => !standing.deferred)
    .flatMap(({ outcome, attainment }) => factsOf(outcome.business_value, attainment));
  const arr = plan.customer?.contract?.arr?.value;
  const contract =
    arr?.kind === 'quantity' && arr.quantity.currency !== undefined
      ? { amount: arr.quantity.value, currency: arr.quantity.currency }
      : undefined;
  return { realization: valueRealization(values), roi: returnOnInvestment(values, contract) };
}

function factsOf(value: BusinessValue | undefined, attainment: number | undefined): ValueFacts[] {
  const reading = value?.amount?.value;
  if (reading?.kind !== 'quantity' || reading.quantity.currency === undefined) return [];
  const { value: amount, currency, per } = reading.quantity;
  const period = periodOf(value?.per?.text) ?? periodOf(per);
  return [{ amount, currency, ...(period && { per: period }), ...(attainment !== undefined && { attainment }) }];
}

/** The period that a word names, however it is written: `year`, `per year`, `annually`, `/mo`. */
function periodOf(word: string | undefined): ValuePeriod | undefined {
  if (!word) return undefined;
  const said = word.toLowerCase().replace(/^(?:per|each|every|a|an|\/)\s*/, '');
  const known = PERIODS.find(([pattern]) => pattern.test(said))?.[1];
  if (known) return known;
  const read = readQuantity(`1 / ${said}`);
  return read.kind === 'quantity' ? PERIODS.find(([pattern]) => pattern.test(read.quantity.per ?? ''))?.[1] : undefined;
}

const PERIODS: readonly (readonly [RegExp, ValuePeriod])[] = [
  [/^(?:years?|yearly|yr|annum|annual(?:ly)?|p\.?a\.?)$/, 'year'],
  [/^(?:quarters?|quarterly|qtr)$/, 'quarter'],
  [/^(?:months?|monthly|mo)$/, 'month'],
  [/^(?:weeks?|weekly|wk)$/, 'week'],
  [/^(?:days?|daily)$/, 'day'],
];

import type { BusinessValue, Plan } from '../model/index.ts';
import { formatQuantity, quantityOf, readQuantity } from '../quantity/index.ts';
import type { OutcomeStanding } from './standing.ts';
import {
  returnOnInvestment,
  type ValueFacts,
  type ValuePeriod,
  type ValueRealization,
  valueRealization,
  yearly,
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
  return { realization: valueRealization(values), roi: returnOnInvestment(values, yearlyRevenue(plan)) };
}

/** What the contract brings in a year: `$84,000`, and twelve times `$7,000 per month`. Undefined where it is no sum of money. */
export function yearlyRevenue(plan: Plan): { readonly amount: number; readonly currency: string } | undefined {
  const arr = quantityOf(plan.customer?.contract?.arr?.value);
  if (arr?.currency === undefined) return undefined;
  return { amount: yearly(arr.value, periodOf(arr.per)), currency: arr.currency };
}

/** The same as it is written: `$84,000 a year`, `$7,000 per month`. */
export function revenueInWords(plan: Plan): string | undefined {
  const arr = quantityOf(plan.customer?.contract?.arr?.value);
  if (!arr) return undefined;
  const period = periodOf(arr.per);
  return period === undefined || period === 'year'
    ? `${formatQuantity(arr)} a year`
    : `${formatQuantity(arr)} per ${period}`;
}

/** A sum of money without its pence: `20,000 USD`; `20,000` where the currency follows. */
export function moneyInWords(amount: number, currency = ''): string {
  return `${Math.round(amount).toLocaleString('en-GB')} ${currency}`.trimEnd();
}

/** A return on investment as everybody is told it: `0.25`, `1.5`. */
export function returnInWords(roi: number): string {
  return String(Number(roi.toFixed(roi < 1 ? 2 : 1)));
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

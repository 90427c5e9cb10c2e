import { addDays, addMonths, type Day, day, daysBetween } from '../day.ts';

/** The days of a new plan, worked out backwards from its renewal. All lie between today and the renewal, but for the start of the contract. */
export interface PlanDays {
  /** By when the outcomes are reached: early enough before the renewal to speak of them there, and within a year. */
  readonly target: Day;
  readonly nextReview: Day;
  readonly cadence: 'monthly' | 'quarterly';
  readonly contractStart: Day;
  /** When the customer decides, and when the product is in use: for plans before the sale. */
  readonly decision: Day;
  readonly goLive: Day;
  /** A working day at a fraction of the way from today to the outcomes' target. */
  onTheWay(fraction: number): Day;
  /** The same on the way from today to the decision. */
  toDecision(fraction: number): Day;
  /** The same on the way from the decision to the first day of use. */
  toGoLive(fraction: number): Day;
}

/** The days of a plan that is written today. `renewal` lies ahead. */
export function planDays(today: Day, renewal: Day, isBeforeSale: boolean): PlanDays {
  const left = daysBetween(today, renewal);
  const cadence = isBeforeSale || left < 150 ? 'monthly' : 'quarterly';
  const rhythm = addMonths(today, cadence === 'monthly' ? 1 : 3);
  const lastTalk = addDays(renewal, -Math.floor(left / 3));
  const yearBefore = addMonths(renewal, -12);
  const contractStart = isBeforeSale
    ? latest(yearBefore, addDays(today, Math.floor(left / 5)))
    : earliest(yearBefore, today);
  const decision = between(today, addDays(contractStart, -Math.min(7, Math.floor(left / 20))), renewal);
  const goLive = between(decision, addDays(contractStart, Math.min(60, Math.floor(left / 4))), renewal);
  const target = between(
    isBeforeSale ? goLive : today,
    earliest(addDays(renewal, -Math.min(60, Math.floor(left / 4))), addMonths(today, 11)),
    renewal,
  );
  const part = (from: Day, to: Day, fraction: number) =>
    between(from, addDays(from, Math.round(daysBetween(from, to) * fraction)), to);
  return {
    target,
    nextReview: between(today, earliest(rhythm, lastTalk), renewal),
    cadence,
    contractStart,
    decision,
    goLive,
    onTheWay: fraction => part(isBeforeSale ? goLive : today, target, fraction),
    toDecision: fraction => part(today, decision, fraction),
    toGoLive: fraction => part(decision, goLive, fraction),
  };
}

/** A day from Monday to Friday: the day itself, else the Friday before. */
export function workday(value: Day): Day {
  const weekday = ((daysBetween(MONDAY, value) % 7) + 7) % 7;
  return addDays(value, Math.min(0, 4 - weekday));
}

const MONDAY = day('2024-01-01');

/** The working day at or before `wanted`; where that is not after `from`, the one behind it; and never beyond `to`. */
function between(from: Day, wanted: Day, to: Day): Day {
  const found = workday(wanted);
  if (found > from) return earliest(found, to);
  const next = wanted > from ? wanted : addDays(from, 1);
  return latest(from, earliest(workday(next) === next ? next : addDays(workday(next), 3), to));
}

/** The earlier of two days. */
export function earliest(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
}

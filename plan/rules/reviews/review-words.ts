import { type Day, daysBetween } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { cadenceMonths } from '../../model/reviews.ts';
import { count } from '../../words.ts';

/** How messages speak of the time between reviews. */

/** `three months`. */
export function inWords(months: number): string {
  return WORDS[months] ?? count(months, 'month');
}

const WORDS: Readonly<Record<number, string>> = { 1: 'one month', 3: 'three months', 6: 'six months', 12: 'a year' };

/** How long it is from one day to another: `9 days`, `7 weeks`, `8 months`; in days where the months would be those of a rhythm that it exceeds. */
export function lengthInWords(from: Day, to: Day, rhythm = 0): string {
  const days = daysBetween(from, to);
  if (days >= 21 && days < 75) return count(Math.round(days / 7), 'week');
  const months = Math.round(days / 30.44);
  return days < 21 || months === rhythm ? count(days, 'day') : count(months, 'month');
}

/** The rhythm that a plan is held to: `the plan is to be reviewed quarterly`. */
export function rhythmInWords(plan: Plan): string {
  const rhythm = RHYTHM[cadenceMonths(plan)] ?? 'regularly';
  return plan.plan?.review_cadence?.value
    ? `the plan is to be reviewed ${rhythm}`
    : `plans are reviewed ${rhythm} unless they say otherwise`;
}

const RHYTHM: Readonly<Record<number, string>> = { 1: 'monthly', 3: 'quarterly', 6: 'every six months', 12: 'yearly' };

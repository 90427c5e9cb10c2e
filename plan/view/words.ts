import { addMonths, type Day, day, daysBetween } from '../day.ts';
import type { ReviewType } from '../model/index.ts';
import { count, yearsIn } from '../words.ts';

export { capitalise, count, dayNear, enumerate, oneLine, spoken } from '../words.ts';

/** What people call reviews. */
export const REVIEW_WORDS: Readonly<Record<ReviewType, string>> = {
  qbr: 'QBR',
  ebr: 'EBR',
  check_in: 'Check-in',
  kickoff: 'Kick-off',
};

const NUMBERS = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `three`; figures from thirteen on. */
export function numberWord(number: number): string {
  return NUMBERS[number] ?? String(number);
}

/** `in 34 days`, `today`, `26 days ago`, as seen on the day. */
export function distance(from: Day, to: Day): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'today';
  return days > 0 ? `in ${span(days)}` : `${span(-days)} ago`;
}

/** `26 days`; years from two on (`2.7 years`), where a count of days says nothing. */
export function span(days: number): string {
  return days < 730 ? count(days, 'day') : count(yearsIn(days), 'year');
}

/** The day some months later; the last day that can be written in four digits of a year where that lies beyond. */
export function monthsLater(from: Day, months: number): Day {
  return from >= '9990' ? day('9999-12-31') : addMonths(from, months);
}

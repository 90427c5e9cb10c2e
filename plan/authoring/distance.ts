import { type Day, daysBetween } from '../day.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { yearsIn } from '../words.ts';

/** Days from which on a stretch is told in years: a count of days says nothing then. */
const LONG = 730;

/** `in 23 days`, `tomorrow`, `today`, `3 days ago`. */
export function away(today: Day, value: Day): Phrase {
  const days = daysBetween(today, value);
  if (days === 0) return phrase('today');
  if (days === 1) return phrase('tomorrow');
  if (days === -1) return phrase('yesterday');
  if (Math.abs(days) < LONG) return days > 0 ? phrase('in {0} days', days) : phrase('{0} days ago', -days);
  const years = yearsIn(Math.abs(days));
  return days > 0 ? phrase('in {0} years', years) : phrase('{0} years ago', years);
}

/** `4 days late`, `2 days early`: of something done on another day than planned; undefined where it is the very day. */
export function slip(planned: Day, actual: Day): Phrase | undefined {
  const days = daysBetween(planned, actual);
  if (days === 0) return undefined;
  return days > 0 ? late(days) : days === -1 ? phrase('1 day early') : phrase('{0} days early', -days);
}

/** `26 days late`. */
export function late(days: number): Phrase {
  return days === 1 ? phrase('1 day late') : phrase('{0} days late', days);
}

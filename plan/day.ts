/** A calendar day, `YYYY-MM-DD`. Days compare as strings; arithmetic goes through the functions here. */
export type Day = string & { readonly __day: never };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True when the text is a day that the calendar has, written `YYYY-MM-DD`. Never throws. */
export function isDay(text: string): text is Day {
  if (text.length !== 10 || !ISO_DAY.test(text)) return false;
  const { year, month, dayOfMonth } = figuresOf(text);
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysIn(year, month);
}

/** The text as a day, or undefined if it is none. Never throws. */
export function parseDay(text: string): Day | undefined {
  return isDay(text) ? text : undefined;
}

/** The text as a day, for callers that know it to be one. Throws RangeError if it is none. */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw new RangeError(`not a calendar day: ${text}`);
}

/** Days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** The day `days` after (or, negative, before) `from`. Fractions are floored. Stays within the years 0 to 9999, at their first or last day. */
export function addDays(from: Day, days: number): Day {
  return dayOf(Math.max(FIRST, Math.min(LAST, numberOf(from) + Math.floor(days))));
}

/** The day `months` calendar months after `from`, at the month's last day where the day does not exist. Within the same years as `addDays`. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, dayOfMonth } = figuresOf(from);
  const count = year * 12 + month - 1 + months;
  if (count < 0) return dayOf(FIRST);
  if (count >= 10_000 * 12) return dayOf(LAST);
  const inYear = Math.floor(count / 12);
  const inMonth = (count % 12) + 1;
  return written(inYear, inMonth, Math.min(dayOfMonth, daysIn(inYear, inMonth)));
}

/*
 * Rules and drawings count days by the thousand, so they are counted in figures, without the objects of a date library: the Gregorian calendar,
 * in years that begin with March so that a leap day comes last. Every four years have 1,461 days, every hundred 36,524, every four hundred
 * 146,097; day 0 is 1 Mar of year 0.
 */

/** The days of the months from March on, up to a month: 153 in every five. */
function daysBefore(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}

function numberOf(value: string): number {
  const { year, month, dayOfMonth } = figuresOf(value);
  const since = month > 2 ? year : year - 1;
  const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  return since * 365 + leaps + daysBefore(month > 2 ? month - 3 : month + 9) + dayOfMonth - 1;
}

const FIRST = numberOf('0000-01-01');
const LAST = numberOf('9999-12-31');

function dayOf(number: number): Day {
  // Nearly the year: the leap days of four hundred years are spread evenly, so it is one too many at most.
  let since = Math.floor((number * 400 + 591) / 146_097);
  let start = yearStart(since);
  if (start > number) {
    since -= 1;
    start = yearStart(since);
  }
  const rest = number - start;
  const fromMarch = Math.floor((5 * rest + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return written(month > 2 ? since : since + 1, month, rest - daysBefore(fromMarch) + 1);
}

function yearStart(since: number): number {
  return since * 365 + Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function figuresOf(value: string): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  return { year: figure(value, 0) * 100 + figure(value, 2), month: figure(value, 5), dayOfMonth: figure(value, 8) };
}

/** The two figures at a place. */
function figure(value: string, at: number): number {
  return (value.charCodeAt(at) - 48) * 10 + value.charCodeAt(at + 1) - 48;
}

function written(year: number, month: number, dayOfMonth: number): Day {
  const head = year > 999 ? String(year) : String(year).padStart(4, '0');
  return day(`${head}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`);
}

/** The last day of the quarter that a day is in, where the year begins with month `start` (1 to 12). */
export function quarterEnd(value: Day, start = 1): Day {
  const month = Number(value.slice(5, 7));
  const left = 3 - ((((month - start) % 3) + 3) % 3);
  return addDays(addMonths(day(`${value.slice(0, 8)}01`), left), -1);
}

/** The latest of some days, those that are not known left out; undefined where none is. */
export function latestDay(days: readonly (Day | undefined)[]): Day | undefined {
  let latest: Day | undefined;
  for (const value of days) if (value !== undefined && (latest === undefined || value > latest)) latest = value;
  return latest;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The English short names of the months, January first. */
export const MONTH_NAMES: readonly string[] = MONTHS;

/** `15 Jan`. */
export function formatDay(value: Day): string {
  return `${Number(value.slice(8))} ${MONTHS[Number(value.slice(5, 7)) - 1] ?? ''}`;
}

/** A written day as people read it, `15 Jan 2026`; what is no day stays as it is. */
export function spokenDay(text: string): string {
  return isDay(text) ? formatFullDay(text) : text;
}

/** `15 Jan 2026`. */
export function formatFullDay(value: Day): string {
  return `${formatDay(value)} ${value.slice(0, 4)}`;
}

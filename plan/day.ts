/** A calendar day, `YYYY-MM-DD`. Days compare as strings; arithmetic goes through the functions here. */
export type Day = string & { readonly __day: never };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True when the text is a day that the calendar has, written `YYYY-MM-DD`. Never throws. */
export function isDay(text: string): text is Day {
  if (!ISO_DAY.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const dayOfMonth = Number(text.slice(8));
  if (month < 1 || month > 12 || dayOfMonth < 1) return false;
  return dayOfMonth <= 28 || dayOfMonth <= daysIn(Number(text.slice(0, 4)), month);
}

/** Days of a month, 1 to 12, in the Gregorian calendar carried back to year 0. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
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

const DAY_MS = 86_400_000;

/** Days from `from` to `to`: positive when `to` is later. Drawings ask this thousands of times. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The day `days` after (or, negative, before) `from`. Fractions are floored. Stays within the years 0 to 9999, at their first or last day. */
export function addDays(from: Day, days: number): Day {
  // Rules and drawings ask this thousands of times; a day is the same length everywhere in UTC.
  const at = Date.parse(from) + Math.floor(days) * DAY_MS;
  const within = Math.max(Date.parse('0000-01-01'), Math.min(Date.parse('9999-12-31'), at));
  return day(new Date(within).toISOString().slice(0, 10));
}

/** The day `months` calendar months after `from`, at the month's last day where the day does not exist. Within the same years as `addDays`. */
export function addMonths(from: Day, months: number): Day {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  if (year < 0) return day('0000-01-01');
  if (year > 9999) return day('9999-12-31');
  const dayOfMonth = Math.min(Number(from.slice(8)), daysIn(year, month));
  return day(`${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`);
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
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

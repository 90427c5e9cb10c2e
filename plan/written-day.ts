import { type Day, day, daysBetween, MONTH_NAMES, parseDay } from './day.ts';

/** A day as somebody wrote it: figures that need not be in the calendar, and perhaps no year. */
export interface WrittenDate {
  readonly year: number | undefined;
  /** 1–12 as a rule; whatever was written. */
  readonly month: number;
  readonly day: number;
}

const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+)?(?:the\\s+)?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?';
const TIME = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s?(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?';
const END = '(?![\\w%]|[.,:/-]\\d)';
const SHORT_YEAR = "(?<year>\\d{4}|['’]\\d{2})";

const YEAR_FIRST = new RegExp(
  `^(?<year>\\d{4})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})${TIME}${END}`,
  'i',
);
const DIGITS = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?![\w.,%])/;
const DAY_FIRST = new RegExp(`^${WEEKDAY}${DAY}[\\s-]+(?:of\\s+)?${MONTH}(?:,?[\\s-]+${SHORT_YEAR})?${END}`, 'i');
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}[\\s-]+${DAY}(?:,?[\\s-]+${SHORT_YEAR})?${END}`, 'i');
const FIGURES = new RegExp(
  `^(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<year>\\d{4}|\\d{2})${TIME}${END}`,
  'i',
);
const PERIOD = new RegExp(
  `^(?:the\\s+)?(?:end\\s+of\\s+|late\\s+|in\\s+|by\\s+)?(?:(?:${MONTH}|q(?<quarter>[1-4])|h(?<half>[12])),?[\\s-]+(?<year>\\d{4})|(?<y>\\d{4})[-/ ](?:q(?<q>[1-4])|h(?<h>[12])|(?<m>\\d{1,2})))$`,
  'i',
);

/** What a text begins with, read as a day: one reading, two where day and month could be either, none if it is no day. Never throws. */
export function leadingDay(
  text: string,
): { readonly readings: readonly WrittenDate[]; readonly length: number } | undefined {
  const head = text.slice(0, 60);
  const plain = YEAR_FIRST.exec(head) ?? DIGITS.exec(head) ?? DAY_FIRST.exec(head) ?? MONTH_FIRST.exec(head);
  if (plain?.groups) {
    const { year, month = '', day } = plain.groups;
    return { readings: [{ year: yearOf(year), month: monthOf(month), day: Number(day) }], length: plain[0].length };
  }
  const figures = FIGURES.exec(head);
  if (!figures?.groups) return undefined;
  const { a, b, sep, year } = figures.groups;
  const dayFirst = { year: yearOf(year), month: Number(b), day: Number(a) };
  const monthFirst = { year: yearOf(year), month: Number(a), day: Number(b) };
  const both = [dayFirst, monthFirst].filter(reading => toDay(reading) !== undefined);
  // Points part day, month and year in one order only.
  const readings = sep === '.' || both.length === 0 ? [dayFirst] : Number(a) === Number(b) ? [dayFirst] : both;
  return { readings, length: figures[0].length };
}

/** A whole text read as a day; empty if it is none, or more than one. Never throws. */
export function readWrittenDay(text: string): readonly WrittenDate[] {
  const trimmed = text.trim();
  const found = leadingDay(trimmed);
  return found && found.length === trimmed.length ? found.readings : [];
}

/** The days that stand as year-month-day among other words, each once: `by 2026-05-15 (tentative)`. Never throws. */
export function daysAmongWords(text: string): readonly WrittenDate[] {
  const found = new Set([...text.slice(0, 200).matchAll(AMONG_WORDS)].map(([written]) => written));
  return [...found].map(written => {
    const [year, month = 0, day = 0] = written.split('-').map(Number);
    return { year, month, day };
  });
}

const AMONG_WORDS = /(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g;

/** True where a text begins with another weekday than that of a day: `Tuesday 16 March 2026`, which is a Monday. Never throws. */
export function isOtherWeekday(text: string, value: Day): boolean {
  const written = WEEKDAYS.indexOf(text.trim().slice(0, 3).toLowerCase());
  return written >= 0 && written !== ((daysBetween(A_MONDAY, value) % 7) + 7) % 7;
}

const WEEKDAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const A_MONDAY = day('2024-01-01');

/** The last day of a month, quarter or half that a whole text names: `Mar 2026`, `end of Q1 2026`, `H1 2026`, `2026-03`. Never throws. */
export function lastDayOfPeriod(text: string): Day | undefined {
  const groups = PERIOD.exec(text.trim())?.groups;
  if (!groups) return undefined;
  const quarter = groups.quarter ?? groups.q;
  const half = groups.half ?? groups.h;
  const month = half
    ? Number(half) * 6
    : quarter
      ? Number(quarter) * 3
      : groups.month
        ? monthOf(groups.month)
        : Number(groups.m);
  return lastOfMonth(Number(groups.year ?? groups.y), month);
}

/** The day in the calendar, or undefined where it has none or the year is missing. Never throws. */
export function toDay({ year, month, day }: WrittenDate): Day | undefined {
  return year === undefined ? undefined : parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The last day of the month that was meant, where the day is beyond it: 28 Feb for `2026-02-30`. */
export function lastDayOfItsMonth({ year, month, day }: WrittenDate): Day | undefined {
  return year !== undefined && day > 28 && day <= 31 ? lastOfMonth(year, month) : undefined;
}

/** The day; without a year, the one nearest to a given day. Never throws. */
export function nearestDay(written: WrittenDate, to: Day): Day | undefined {
  return best(written, to, (a, b) => Math.abs(daysBetween(to, a)) - Math.abs(daysBetween(to, b)));
}

/** The day; without a year, the first one on or after a given day. Never throws. */
export function firstDayFrom(written: WrittenDate, from: Day): Day | undefined {
  return best(written, from, (a, b) => Number(a < from) - Number(b < from) || daysBetween(b, a));
}

function best(written: WrittenDate, around: Day, order: (a: Day, b: Day) => number): Day | undefined {
  if (written.year !== undefined) return toDay(written);
  const year = Number(around.slice(0, 4));
  // 29 Feb may be up to eight years off.
  const near = [0, 1, -1, 2, 3, 4, -2, -3, -4].map(step => toDay({ ...written, year: year + step }));
  return near.filter(day => day !== undefined).sort(order)[0];
}

function lastOfMonth(year: number, month: number): Day | undefined {
  return [31, 30, 29, 28].map(day => toDay({ year, month, day })).find(day => day !== undefined);
}

function monthOf(written: string): number {
  const index = MONTH_NAMES.findIndex(name => written.slice(0, 3).toLowerCase() === name.toLowerCase());
  return index < 0 ? Number(written) : index + 1;
}

/** Two figures are of this century. */
function yearOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const figures = written.replace(/^['’]/, '');
  return figures.length === 2 ? 2000 + Number(figures) : Number(figures);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

import { addDays, addMonths, type Day, MONTH_NAMES, quarterEnd } from '../day.ts';

/** A quarter of a team's year. */
export interface Quarter {
  /** In order of time; the same only for the same quarter of the same year. */
  readonly key: string;
  /** `Q2 2026`; of a year that does not begin in January `Q2 FY27`, named after the year that it ends in. */
  readonly label: string;
  /** `Apr to Jun 2026`. */
  readonly months: string;
}

/* Thousands of days are in a few months. */
const known = new Map<string, Quarter>();
const MOST_KNOWN = 5_000;

/** The quarter that a day is in, where the year begins with month `start` (1 to 12). */
export function quarterOf(value: Day, start = 1): Quarter {
  const key = `${value.slice(0, 7)} ${start}`;
  const quarter = known.get(key) ?? workedOut(value, start);
  if (known.size < MOST_KNOWN) known.set(key, quarter);
  return quarter;
}

function workedOut(value: Day, start: number): Quarter {
  const end = quarterEnd(value, start);
  const month = Number(end.slice(5, 7));
  const number = Math.floor(((((month - start) % 12) + 12) % 12) / 3) + 1;
  const first = addMonths(addDays(end, 1), -3);
  const label = start === 1 ? `Q${number} ${end.slice(0, 4)}` : `Q${number} FY${yearEnd(end, number).slice(2, 4)}`;
  return { key: `${end} ${label}`, label, months: monthsBetween(first, end) };
}

/** The last day of the year that a quarter belongs to. */
function yearEnd(end: Day, number: number): Day {
  return addDays(addMonths(addDays(end, 1), 3 * (4 - number)), -1);
}

function monthsBetween(first: Day, last: Day): string {
  const name = (day: Day) => MONTH_NAMES[Number(day.slice(5, 7)) - 1] ?? '';
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return `${name(first)}${from === to ? '' : ` ${from}`} to ${name(last)} ${to}`;
}

import { MONTH_NAMES } from '../day.ts';
import { nearest } from '../nearest.ts';
import type { Value } from './value.ts';

/** The months by the names that `fiscal_year_start` takes beside their numbers; any case will do, and three letters. */
export const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Reads `fiscal_year_start` as 1 to 12. Never throws. */
export function readMonth(value: Value): number | undefined {
  const text = (value.text ?? '').trim().toLowerCase();
  if (value.isEmpty) return undefined;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : -1;
  if (number >= 1 && number <= 12) return number;
  const named = MONTHS.findIndex((month, index) => month === text || MONTH_NAMES[index]?.toLowerCase() === text);
  if (named >= 0) return named + 1;
  const close = text.length > 2 ? nearest(text, MONTHS) : undefined;
  value.say(
    `“fiscal_year_start” is a month, 1 to 12 or its name, and here stands ${value.shown}.${close ? ` Did you mean “${close}”?` : ''}`,
    close,
  );
  return undefined;
}

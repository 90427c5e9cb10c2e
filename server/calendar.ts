import { type Day, day } from '../plan/day.ts';

/** The calendar's day here and now. Server and command line ask for it where nobody names a day; `plan/` never does. */
export function calendarDay(): Day {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return day(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}

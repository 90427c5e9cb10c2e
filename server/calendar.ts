import { Temporal } from 'temporal-polyfill';
import { type Day, day } from '../plan/day.ts';

/** The calendar's day here and now. Server and command line ask for it where nobody names a day; `plan/` never does. */
export function calendarDay(): Day {
  return day(Temporal.Now.plainDateISO().toString());
}

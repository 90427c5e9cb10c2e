import { type CountableTimeInterval, utcMonday } from 'd3-time';
import { addDays, type Day, day, daysBetween, formatDay } from '../../plan/day.ts';
import { AHEAD } from '../../plan/portfolio/words.ts';
import { textWidth } from '../../plan/view/text-width.ts';

/** A Monday. */
export interface AheadTick {
  /** Fraction of the width. */
  readonly x: number;
  /** Absent where the line alone has room. */
  readonly label?: string;
}

/** What all lanes of the next 90 days share: from when to when they go, on how many pixels. */
export interface AheadAxis {
  readonly from: Day;
  readonly last: Day;
  readonly width: number;
  readonly ticks: readonly AheadTick[];
  /** Where a day stands, in pixels. */
  readonly x: (value: Day) => number;
}

const TODAY_ROOM = 48;

/** The axis of a drawing of so many pixels. */
export function axisOf(from: Day, width: number): AheadAxis {
  const known = new Map<Day, number>();
  const x = (value: Day) => {
    const found = known.get(value) ?? (daysBetween(from, value) / AHEAD) * width;
    known.set(value, found);
    return found;
  };
  const last = addDays(from, AHEAD);
  const mondays = utcMonday.range(dateOf(from), dateOf(addDays(last, 1)));
  return { from, last, width, ticks: ticks(mondays, width, x), x };
}

function dateOf(value: Day): Date {
  return new Date(`${value}T00:00:00Z`);
}

function dayOf(value: Date): Day {
  return day(value.toISOString().slice(0, 10));
}

const EVERY: readonly number[] = [1, 2, 4];

/** A line at every Monday, and its day at as many as there is room for. */
function ticks(mondays: readonly Date[], width: number, x: (value: Day) => number): AheadTick[] {
  const week = (width * 7) / AHEAD;
  const every = EVERY.find(weeks => weeks * week >= 50) ?? 4;
  const labelled = utcMonday.every(every) ?? utcMonday;
  return mondays.map(monday => {
    const on = dayOf(monday);
    const at = x(on);
    const label = formatDay(on);
    const fits = isOf(labelled, monday) && at >= TODAY_ROOM && at + textWidth(label) <= width;
    return { x: at / width, ...(fits ? { label } : {}) };
  });
}

function isOf(interval: Pick<CountableTimeInterval, 'floor'>, date: Date): boolean {
  return interval.floor(date).getTime() === date.getTime();
}

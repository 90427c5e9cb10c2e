import { addDays, type Day, daysBetween, parseDay } from '../../plan/day.ts';
import type { Axis } from '../../plan/view/timeline/window.ts';

/** The axis that a drawing says it has; undefined when it says none. */
export function axisOf(plot: Element): Axis | undefined {
  const from = parseDay(plot.getAttribute('data-from') ?? '');
  const days = Number(plot.getAttribute('data-days'));
  return from === undefined || !(days > 0) ? undefined : { from, days };
}

/** Where a day stands, as a fraction of the width; days outside stand at the nearer end. */
export function xOf(day: Day, { from, days }: Axis): number {
  return Math.max(0, Math.min(1, daysBetween(from, day) / days));
}

/** The day that is `moved` of the width further on, and in the drawing if the first one was. */
export function dayMoved(day: Day, moved: number, axis: Axis): Day {
  const to = addDays(day, Math.round(moved * axis.days));
  const last = addDays(axis.from, axis.days);
  if (day < axis.from || day > last) return to;
  if (to < axis.from) return axis.from;
  if (to > last) return last;
  return to;
}

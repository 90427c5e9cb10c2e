import { addDays, type Day, daysBetween } from '../../day.ts';
import { oncePer } from '../../once.ts';
import type { TierWidths } from '../label-row.ts';
import type { TimelineView } from '../timeline-types.ts';
import { monthsLater } from '../words.ts';
import { daysOf, type TimelineDraft } from './draft.ts';
import type { Zoom } from './options.ts';

/** Smallest widths of the plot: a panel of 320 px, then 760 and 1020 less margins and lane names. */
export const PLOT_WIDTHS: TierWidths = { always: 290, mid: 590, wide: 850 };

/** Days further than this from the plan's middle are not fitted in: one mistyped year must not flatten the rest. */
const REACH_MONTHS = 36;
const MARGIN = 0.02;
/** Zooming in ends at two weeks, where every day has its label. */
const SHORTEST = 14;
/** Zooming out ends where the plan takes a third of the width. */
const WIDEST = 3;
const QUARTER = 91;
const YEAR = 365;

/** Which day stands at 0, and how many days the whole width has. */
export type Axis = TimelineView['axis'];

/** The drawn time, and where days stand in it. */
export interface TimeWindow {
  readonly axis: Axis;
  /** First and last day that is drawn. */
  readonly from: Day;
  readonly to: Day;
  /** Fraction of the width; below 0 and above 1 for days outside. */
  readonly x: (value: Day) => number;
  /** The same, held at the ends. */
  readonly within: (value: Day) => number;
  /** On which side the day lies outside. */
  readonly edge: (value: Day) => 'before' | 'after' | undefined;
}

/** The time to draw, or undefined when the plan holds no day. */
export function timeWindow(draft: TimelineDraft, zoom: Zoom = 'fit'): TimeWindow | undefined {
  const axis = axisOf(draft, zoom);
  return axis === undefined ? undefined : windowOn(axis);
}

function windowOn(axis: Axis): TimeWindow {
  const x = (value: Day) => daysBetween(axis.from, value) / axis.days;
  return {
    axis,
    from: axis.from,
    to: addDays(axis.from, axis.days),
    x,
    within: value => Math.min(1, Math.max(0, x(value))),
    edge: value => (x(value) < 0 ? 'before' : x(value) > 1 ? 'after' : undefined),
  };
}

/** Which time a zoom shows of a plan; undefined when the plan holds no day. */
export function axisOf(draft: TimelineDraft, zoom: Zoom): Axis | undefined {
  const all = extentOf(draft);
  if (all === undefined) return undefined;
  if (zoom === 'fit') return all.fit;
  if (zoom === 'quarter' || zoom === 'year') {
    const days = zoom === 'quarter' ? QUARTER : YEAR;
    return held(all, addDays(all.now, -Math.floor(days / 2)), days);
  }
  return held(all, zoom.from, zoom.days);
}

/** The stretch of so many days from a day on, within what can be looked at. */
function held(all: Extent, from: Day, days: number): Axis {
  const most = Math.max(all.fit.days * WIDEST, YEAR);
  const length = Math.round(Math.min(most, Math.max(SHORTEST, days)));
  // Half the width may be empty: the first and the last day of the plan can be brought to the middle.
  const half = Math.floor(length / 2);
  const [first, last] = [addDays(all.first, -half), addDays(all.last, -half)];
  if (from < first) return { from: first, days: length };
  return { from: from > last ? last : from, days: length };
}

/** So many times as near, the day at the fraction `around` of the width staying where it is. Less than 1 is further away. */
export function zoomed(draft: TimelineDraft, zoom: Zoom, times: number, around = 0.5): Zoom {
  const axis = axisOf(draft, zoom);
  if (axis === undefined) return zoom;
  const { days } = stretch(draft, { from: axis.from, days: Math.round(axis.days / times) });
  return stretch(draft, { from: addDays(axis.from, Math.round((axis.days - days) * around)), days });
}

/** Moved by so many days, to later days if positive. */
export function panned(draft: TimelineDraft, zoom: Zoom, days: number): Zoom {
  const axis = axisOf(draft, zoom);
  return axis === undefined ? zoom : stretch(draft, { from: addDays(axis.from, days), days: axis.days });
}

/** Moved so that the day stands in the drawing, a good way off its ends. */
export function broughtIn(draft: TimelineDraft, zoom: Zoom, day: Day): Zoom {
  const axis = axisOf(draft, zoom);
  if (axis === undefined) return zoom;
  const [first, last] = [addDays(axis.from, axis.days * 0.15), addDays(axis.from, axis.days * 0.85)];
  if (day < first) return panned(draft, zoom, daysBetween(first, day));
  return day > last ? panned(draft, zoom, daysBetween(last, day)) : zoom;
}

function stretch(draft: TimelineDraft, wanted: Exclude<Zoom, string>): Exclude<Zoom, string> {
  return axisOf(draft, wanted) ?? wanted;
}

/** How far a plan reaches. */
interface Extent {
  readonly fit: Axis;
  readonly first: Day;
  readonly last: Day;
  /** Today, or the end of the plan that is nearer to it. */
  readonly now: Day;
}

/** Asked for several times a drawing: by the axis, by each way to come nearer or go further away. */
const extentOf = oncePer((draft: TimelineDraft): Extent | undefined => {
  const all = daysOf(draft);
  // Years of reviews must not push the work to the edge: those before it are told there.
  const work = daysOf(draft, false);
  const days = work.length > 0 ? work : all;
  const middle = days[Math.floor(days.length / 2)];
  if (middle === undefined) return undefined;
  const inReach = (value: Day) => Math.abs(daysBetween(middle, value)) <= REACH_MONTHS * 30.5;
  const near = days
    .concat(inReach(draft.today) ? [draft.today] : [])
    .filter(inReach)
    .sort();
  const first = near[0] ?? middle;
  const last = near[near.length - 1] ?? middle;
  // Never less than three months, so that a plan of a single day has a scale at all.
  const end = daysBetween(first, last) < 90 ? monthsLater(first, 3) : last;
  const margin = Math.max(3, Math.round(daysBetween(first, end) * MARGIN));
  return {
    fit: { from: addDays(first, -margin), days: daysBetween(first, end) + 2 * margin },
    first: all[0] ?? first,
    last: all[all.length - 1] ?? last,
    now: [first, draft.today, last].sort()[1] ?? draft.today,
  };
});

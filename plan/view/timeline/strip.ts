import { type Day, formatFullDay } from '../../day.ts';
import { LabelRow } from '../label-row.ts';
import { clip, textWidth } from '../text-width.ts';
import type { EdgeView, LabelView, MarkView, StripView } from '../timeline-types.ts';
import type { Anchor, Tier } from '../types.ts';
import { capitalise, dayNear } from '../words.ts';
import type { GoalDraft, LaneDraft, StripDraft } from './draft.ts';
import { edgeFor, edgeRoom } from './edges.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

const FLAG = 12;
/** From the strand to the words under it, which clear the foot of a flag. */
export const UNDER = 17;
const WIDEST = 210;
/** Of a goal and its forecast in one label. */
const WIDEST_OF_BOTH = 270;

interface Wanted {
  readonly of?: 'goal' | 'forecast';
  readonly x: number;
  /** The place that a label to the left hangs on, where two flags share the label. */
  readonly xLeft?: number;
  readonly text: string;
  readonly muted?: true;
  /** Pixels beside the place to the right, and to the left for a label that ends there. */
  readonly right: number;
  readonly left: number;
  readonly dy: number;
  readonly tiers: readonly Tier[];
}

/** Lays out the outcome's strand with its flags at height `y`. A goal or forecast outside the drawn time is named at that end. */
export function layoutStrip(
  lane: LaneDraft,
  strip: StripDraft,
  today: Day,
  window: TimeWindow,
  y: number,
): StripView | undefined {
  const { within, edge } = window;
  const first = strip.points[0];
  const last = strip.points[strip.points.length - 1];
  if (first === undefined && strip.goal === undefined) return undefined;

  const inside = (day: Day | undefined) => (day === undefined || edge(day) !== undefined ? undefined : window.x(day));
  const row = new LabelRow(PLOT_WIDTHS, 4);
  const goal = inside(strip.goal?.day);
  const forecast = inside(strip.forecast);
  if (goal !== undefined) row.put({ x: goal, from: -1, to: FLAG - 6, tier: 'always' });
  const together =
    goal !== undefined && forecast !== undefined && Math.abs(goal - forecast) * PLOT_WIDTHS.mid < FLAG + 6;
  if (forecast !== undefined && !together) row.put({ x: forecast, from: -1, to: FLAG - 6, tier: 'always' });
  const edges = outsideOf(lane, strip, today, window, y - 8).map(one =>
    // Where a flag stands at that end, the words stand under the strand.
    row.fits(edgeRoom(one)) ? one : { ...one, y: y + UNDER },
  );
  for (const one of edges) if (one.y < y) row.put(edgeRoom(one));

  const settled = (label: Wanted) => settle(row, label, y, window.within(today));
  let unnamed: string | undefined;
  const labels: LabelView[] = [];
  for (const label of wanted(strip, today, window, together)) {
    // A goal without room of its own is named with the forecast, if that is short enough.
    const both =
      label.of === 'forecast' && unnamed !== undefined ? { ...label, text: `${unnamed}, ${label.text}` } : label;
    const one = settled(both) ?? (both === label ? undefined : settled(label));
    if (one !== undefined) labels.push(one);
    else if (label.of === 'goal') unnamed = label.text;
  }
  const stretch = (from: Day, to: Day) =>
    within(from) < within(to) ? { from: within(from), to: within(to) } : undefined;
  const measured =
    first !== undefined && last !== undefined && strip.points.length > 1 ? stretch(first.day, last.day) : undefined;
  const ahead = last !== undefined && strip.forecast !== undefined ? stretch(last.day, strip.forecast) : undefined;
  const silent =
    strip.points.length === 1 && first !== undefined && strip.goal !== undefined
      ? stretch(first.day, strip.goal.day)
      : undefined;
  return {
    y,
    ...(measured === undefined ? {} : { measured }),
    ...(ahead === undefined ? {} : { forecast: ahead }),
    ...(silent === undefined ? {} : { silent }),
    points: strip.points
      .filter(point => edge(point.day) === undefined)
      .map(point => ({ x: window.x(point.day), at: point.at, sentence: point.sentence })),
    labels,
    flags: flags(lane, strip, window, y),
    edges,
  };
}

/** Goal and forecast outside the drawn time; of both on one side, the goal. */
function outsideOf(lane: LaneDraft, strip: StripDraft, today: Day, { edge }: TimeWindow, y: number): EdgeView[] {
  const found: EdgeView[] = [];
  const add = (day: Day | undefined, text: string): void => {
    const side = day === undefined ? undefined : edge(day);
    if (day === undefined || side === undefined || found.some(one => one.side === side)) return;
    found.push(edgeFor(`${lane.key}/strip/${side}`, `${text} ${dayNear(day, today)}`, day, side, y));
  };
  add(strip.goal?.day, strip.goal?.isDay ? strip.goal.label : 'goal');
  add(strip.forecast, 'forecast');
  return found;
}

function wanted(strip: StripDraft, today: Day, window: TimeWindow, together: boolean): Wanted[] {
  const { x, edge } = window;
  const goal = strip.goal !== undefined && edge(strip.goal.day) === undefined ? strip.goal : undefined;
  const forecast = strip.forecast !== undefined && edge(strip.forecast) === undefined ? strip.forecast : undefined;
  const { points } = strip;
  const list: Wanted[] = [];
  const flag = (at: number, text: string, tiers: readonly Tier[]): Wanted => ({
    x: at,
    text: clip(text, WIDEST),
    right: FLAG + 1,
    left: -8,
    dy: -5,
    tiers,
  });
  if (goal !== undefined) {
    const by = `${goal.label}${goal.isDay ? '' : ' by'} ${dayNear(goal.day, today)}`;
    if (!together || forecast === undefined) list.push({ ...flag(x(goal.day), by, ['mid', 'wide']), of: 'goal' });
    else {
      const places = [x(goal.day), x(forecast)];
      const text = clip(`${by}, forecast ${dayNear(forecast, today)}`, WIDEST_OF_BOTH);
      list.push({ ...flag(Math.max(...places), '', ['mid', 'wide']), text, xLeft: Math.min(...places) });
    }
  }
  const value = (index: number): void => {
    const point = points[index];
    if (point === undefined || edge(point.day) !== undefined) return;
    const silent = points.length === 1 && strip.goal !== undefined && !strip.unlike;
    const text = silent ? `${point.label}, not measured since` : point.label;
    list.push({
      x: x(point.day),
      text: clip(text, WIDEST),
      muted: true,
      right: -3,
      left: 3,
      dy: -8,
      tiers: ['mid', 'wide'],
    });
  };
  if (points.length > 0) value(points.length - 1);
  if (points.length > 1) value(0);
  if (forecast !== undefined && !together)
    list.push({ ...flag(x(forecast), `forecast ${dayNear(forecast, today)}`, ['mid', 'wide']), of: 'forecast' });
  for (let i = points.length - 2; i > 0; i--) value(i);
  return list;
}

/** From the first tier that has room, to the right of its place or to the left; if it can be, clear of today's line. */
function settle(row: LabelRow, label: Wanted, y: number, today: number): LabelView | undefined {
  const width = textWidth(label.text);
  const sides: readonly (readonly [Anchor, number, number, number])[] = [
    ['start', label.x, label.right, label.right],
    ['end', label.xLeft ?? label.x, label.left, label.left - width],
  ];
  for (const tier of label.tiers) {
    const clear = sides.filter(([, x, , from]) => !crosses(today, x, from, from + width, tier));
    for (const [anchor, x, dx, from] of [...clear, ...sides]) {
      if (!row.place({ x, from, to: from + width, tier })) continue;
      return {
        x,
        y: y + label.dy,
        dx,
        anchor,
        lines: [{ text: label.text }],
        tier,
        ...(label.muted === undefined ? {} : { muted: true }),
      };
    }
  }
  return undefined;
}

/** True when the line at `line` runs through the label at the smallest width of the tier. */
function crosses(line: number, x: number, from: number, to: number, tier: Tier): boolean {
  const beside = (line - x) * PLOT_WIDTHS[tier];
  return beside > from - 3 && beside < to + 3;
}

function flags(lane: LaneDraft, strip: StripDraft, window: TimeWindow, y: number): MarkView[] {
  const { goal, forecast } = strip;
  const marks: MarkView[] = [];
  if (goal !== undefined && window.edge(goal.day) === undefined)
    marks.push(goalFlag(lane, goal, window.x(goal.day), y));
  if (forecast !== undefined && window.edge(forecast) === undefined)
    marks.push(forecastFlag(lane, forecast, window.x(forecast), y));
  return marks.sort((a, b) => a.x - b.x);
}

/** The flag on the day by which an outcome is to be reached, or to which steps lead. */
export function goalFlag(lane: LaneDraft, goal: GoalDraft, x: number, y: number): MarkView {
  const day = formatFullDay(goal.day);
  const [name, colon, rest] = goal.isDay
    ? [capitalise(goal.label), '', `on ${day}`]
    : [`Goal of ${lane.name}`, ':', `${goal.label} by ${day}`];
  return {
    key: `${lane.key}/goal`,
    at: goal.at,
    until: goal.until,
    x,
    y,
    glyph: 'goal',
    ...(goal.movable === undefined ? {} : { movable: goal.movable }),
    sentence: `${name}${colon} ${rest}.`,
    tip: [name, rest],
    labels: [],
  };
}

/** The flag on the day on which the trend reaches the goal. Not lit by the cursor: it stands nowhere in the document, and leads to its goal. */
export function forecastFlag(lane: LaneDraft, forecast: Day, x: number, y: number): MarkView {
  const { at } = lane.strip?.goal ?? lane;
  return {
    key: `${lane.key}/forecast`,
    at,
    until: at,
    x,
    y,
    glyph: 'forecast',
    sentence: `Forecast of ${lane.name}: the trend reaches the goal on ${formatFullDay(forecast)}.`,
    tip: [`Forecast of ${lane.name}`, `The trend reaches the goal on ${formatFullDay(forecast)}`],
    labels: [],
  };
}

import { formatFullDay } from '../../day.ts';
import { LabelRow } from '../label-row.ts';
import { clip, textWidth } from '../text-width.ts';
import type { LabelView, MarkView, StripView } from '../timeline-types.ts';
import type { Anchor, Tier } from '../types.ts';
import { dayNear } from '../words.ts';
import type { LaneDraft, StripDraft, TimelineDraft } from './draft.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

const FLAG = 12;
const WIDEST = 210;

interface Wanted {
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

/** Lays out the outcome's strand with its flags at height `y`. */
export function layoutStrip(
  lane: LaneDraft,
  strip: StripDraft,
  draft: TimelineDraft,
  window: TimeWindow,
  y: number,
): StripView | undefined {
  const { x } = window;
  const first = strip.points[0];
  const last = strip.points[strip.points.length - 1];
  if (first === undefined && strip.goal === undefined) return undefined;

  const row = new LabelRow(PLOT_WIDTHS, 4);
  const { goal, forecast } = strip;
  if (goal !== undefined) row.put({ x: x(goal.day), from: -1, to: FLAG - 6, tier: 'always' });
  const together =
    goal !== undefined && forecast !== undefined && Math.abs(x(goal.day) - x(forecast)) * PLOT_WIDTHS.mid < FLAG + 6;
  if (forecast !== undefined && !together) row.put({ x: x(forecast), from: -1, to: FLAG - 6, tier: 'always' });

  const labels = wanted(strip, draft, window, together)
    .map(label => settle(row, label, y, window.xToday))
    .filter(label => label !== undefined);
  const ends =
    first !== undefined && last !== undefined && strip.points.length > 1
      ? { measured: { from: x(first.day), to: x(last.day) } }
      : {};
  const silent = strip.points.length === 1 && first !== undefined && goal !== undefined && x(goal.day) > x(first.day);
  return {
    y,
    ...ends,
    ...(forecast !== undefined && last !== undefined && x(forecast) > x(last.day)
      ? { forecast: { from: x(last.day), to: x(forecast) } }
      : {}),
    ...(silent ? { silent: { from: x(first.day), to: x(goal.day) } } : {}),
    points: strip.points.map(point => ({ x: x(point.day), at: point.at, sentence: point.sentence })),
    labels,
    flags: flags(lane, strip, window, y),
  };
}

function wanted(strip: StripDraft, draft: TimelineDraft, window: TimeWindow, together: boolean): Wanted[] {
  const { x } = window;
  const { goal, forecast, points } = strip;
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
    const by = `${goal.label} by ${dayNear(goal.day, draft.today)}`;
    if (!together || forecast === undefined) list.push(flag(x(goal.day), by, ['mid', 'wide']));
    else {
      const places = [x(goal.day), x(forecast)];
      const both = flag(Math.max(...places), `${by}, forecast ${dayNear(forecast, draft.today)}`, ['mid', 'wide']);
      list.push({ ...both, xLeft: Math.min(...places) });
    }
  }
  const value = (index: number): void => {
    const point = points[index];
    if (point === undefined) return;
    const silent = points.length === 1 && goal !== undefined;
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
    list.push(flag(x(forecast), `forecast ${dayNear(forecast, draft.today)}`, ['mid', 'wide']));
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
  const edge = (side: 'before' | 'after' | undefined): Pick<MarkView, 'edge'> =>
    side === undefined ? {} : { edge: side };
  if (goal !== undefined) {
    const sentence = `Goal of ${lane.name}: ${goal.label} by ${formatFullDay(goal.day)}.`;
    marks.push({
      key: `${lane.key}/goal`,
      at: goal.at,
      until: goal.until,
      x: window.x(goal.day),
      y,
      glyph: 'goal',
      ...(goal.movable === undefined ? {} : { movable: goal.movable }),
      sentence,
      labels: [],
      ...edge(window.edge(goal.day)),
    });
  }
  if (forecast !== undefined) {
    const place = goal ?? lane;
    const sentence = `Forecast of ${lane.name}: the trend reaches the goal on ${formatFullDay(forecast)}.`;
    // Not lit by the cursor: a forecast stands nowhere in the document, it only leads to the goal it is about.
    marks.push({
      key: `${lane.key}/forecast`,
      at: place.at,
      until: place.at,
      x: window.x(forecast),
      y,
      glyph: 'forecast',
      sentence,
      labels: [],
      ...edge(window.edge(forecast)),
    });
  }
  return marks.sort((a, b) => a.x - b.x);
}

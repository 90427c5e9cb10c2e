import { ticks } from 'd3-array';
import { type Day, daysBetween, formatDay, formatFullDay } from '../day.ts';
import { LabelRow, type TierWidths } from './label-row.ts';
import { clip, textWidth } from './text-width.ts';
import type { Anchor, BarScaleView, HoldScaleView, ScaleLabel, Tier } from './types.ts';

/** A number on the scale with the words that people wrote for it. */
export interface ScaleEnd {
  /** In the unit that baseline and goal share. */
  readonly value: number;
  readonly label: string;
  /** Stands under an end of the scale where the whole label is too long. */
  readonly short?: string;
  readonly day?: Day;
}

/** What the scale of one outcome is made of. All numbers are in one unit. */
export interface ScaleFacts {
  readonly today: Day;
  readonly metric: string;
  readonly baseline: ScaleEnd;
  readonly goal: ScaleEnd;
  readonly value?: ScaleEnd;
  /** How far the outcome should be, 0..1 of the way, with the value that this stands for. */
  readonly expected?: { readonly fraction: number; readonly label: string };
  /** What was measured since does not compare. */
  readonly unlike?: boolean;
  /** What was said since, in words that hold no number. */
  readonly said?: string | undefined;
  /** Writes a tick: shorter than a full quantity, since the ends carry the unit. Told is also whether all ticks are whole numbers. */
  readonly formatTick: (value: number, areWhole: boolean) => string;
}

/** The scale is never narrower than this in each tier; the stylesheet's container queries use the same numbers. */
export const SCALE_WIDTHS: TierWidths = { always: 180, mid: 220, wide: 256 };
const TIERS: readonly Tier[] = ['always', 'mid', 'wide'];
const NEAR_END = 0.15;

/** From so many days on, a day without its year would be taken for another. */
const FAR = 330;

function dayOf(day: Day, today: Day): string {
  return Math.abs(daysBetween(day, today)) < FAR ? formatDay(day) : formatFullDay(day);
}

interface LabelAt {
  readonly text: string;
  readonly x: number;
  readonly dx: number;
  readonly anchor: Anchor;
}

/** The pixels that an anchored label takes around its x. */
function reach(label: LabelAt, strong: boolean): { from: number; to: number } {
  const width = textWidth(label.text, strong);
  const from = label.anchor === 'start' ? label.dx : label.anchor === 'end' ? label.dx - width : label.dx - width / 2;
  return { from, to: from + width };
}

/** Shows the label from the first tier in which it fits; undefined when it fits in none. */
function settle(row: LabelRow, label: LabelAt, strong = false): ScaleLabel | undefined {
  for (const tier of TIERS) {
    if (row.place({ x: label.x, ...reach(label, strong), tier })) return { ...label, tier };
  }
  return undefined;
}

/** The first of the labels that fits in the narrowest drawing, else the first that fits at all. */
function settleBest(row: LabelRow, labels: readonly LabelAt[], strong = false): ScaleLabel | undefined {
  for (const label of labels) {
    if (row.place({ x: label.x, ...reach(label, strong), tier: 'always' })) return { ...label, tier: 'always' };
  }
  for (const label of labels) {
    const settled = settle(row, label, strong);
    if (settled !== undefined) return settled;
  }
  return undefined;
}

/** Over its dot where there is room, else leaning inwards from the nearer end. */
function valueLabel(x: number, text: string): ScaleLabel {
  const half = textWidth(text, true) / 2;
  const width = SCALE_WIDTHS.always;
  if (x * width < half) return { x: 0, dx: 0, anchor: 'start', text, tier: 'always' };
  if ((1 - x) * width < half) return { x: 1, dx: 0, anchor: 'end', text, tier: 'always' };
  return { x, dx: 0, anchor: 'middle', text, tier: 'always' };
}

function placeValue(fraction: number, text: string): BarScaleView['value'] {
  const room = SCALE_WIDTHS.always - 8;
  if (fraction < 0) {
    return { x: 0, dx: 0, anchor: 'start', text: clip(`‹ ${text}`, room, true), tier: 'always', side: 'behind' };
  }
  if (fraction > 1) {
    return { x: 1, dx: 0, anchor: 'end', text: clip(`${text} ›`, room, true), tier: 'always', side: 'beyond' };
  }
  return { ...valueLabel(fraction, clip(text, room, true)), side: 'inside' };
}

/** Lays out the scale from baseline to goal. Baseline and goal must differ. */
export function layoutBar(facts: ScaleFacts): BarScaleView {
  const { baseline, goal } = facts;
  const along = (value: number) => (value - baseline.value) / (goal.value - baseline.value);
  const fraction = facts.value === undefined ? undefined : along(facts.value.value);
  const expectedX = facts.expected === undefined ? undefined : Math.min(1, Math.max(0, facts.expected.fraction));

  const [from, to] = endTexts(baseline, goal);
  const ends: LabelAt[] = [
    { text: from, x: 0, dx: 0, anchor: 'start' },
    { text: to, x: 1, dx: 0, anchor: 'end' },
  ];
  const tickRow = new LabelRow(SCALE_WIDTHS, 1);
  for (const end of ends) tickRow.put({ x: end.x, ...reach(end, end.x === 1), tier: 'always' });
  // The stroke of the expected value may cross this row only where it meets neither end.
  const long = expectedX !== undefined && tickRow.place({ x: expectedX, from: -3, to: 3, tier: 'always' });

  const between = ticks(baseline.value, goal.value, 4).filter(tick => along(tick) > 0.001 && along(tick) < 0.999);
  const labels: (ScaleLabel & { strong?: true })[] = [];
  for (const [i, end] of ends.entries())
    labels.push({ ...end, tier: 'always', ...(i === 1 ? { strong: true as const } : {}) });
  const areWhole = between.every(tick => Number.isInteger(tick));
  for (const tick of between) {
    const x = along(tick);
    if (x < NEAR_END || x > 1 - NEAR_END) continue;
    const label = settle(tickRow, { text: facts.formatTick(tick, areWhole), x, dx: 0, anchor: 'middle' });
    if (label !== undefined) labels.push(label);
  }

  const dayRow = new LabelRow(SCALE_WIDTHS, 1);
  const expectedLabel =
    facts.expected === undefined || expectedX === undefined
      ? undefined
      : placeExpected(dayRow, expectedX, facts.expected.label);
  const days: ScaleLabel[] = [];
  for (const [x, day] of [
    [1, goal.day],
    [0, baseline.day],
  ] as const) {
    const label =
      day === undefined
        ? undefined
        : settle(dayRow, { text: dayOf(day, facts.today), x, dx: 0, anchor: x === 0 ? 'start' : 'end' });
    if (label !== undefined) days.push(label);
  }

  return {
    kind: 'bar',
    title: facts.metric,
    sentence: describe(facts),
    ...(fraction === undefined
      ? {
          note: facts.unlike
            ? 'Units differ'
            : facts.said
              ? clip(facts.said, SCALE_WIDTHS.always - 4)
              : 'No measurement yet',
        }
      : { fill: Math.min(1, Math.max(0, fraction)) }),
    ...(fraction === undefined || facts.value === undefined ? {} : withValue(placeValue(fraction, facts.value.label))),
    ...(expectedX === undefined
      ? {}
      : { expected: { x: expectedX, long, ...(expectedLabel ? { label: expectedLabel } : {}) } }),
    ticks: [0, ...between.map(along), 1],
    labels,
    days,
  };
}

/** What stands under the ends: each has half of the narrowest scale, and what the other one leaves of its own. A number is not cut while there is room. */
function endTexts(baseline: ScaleEnd, goal: ScaleEnd): readonly [string, string] {
  const room = SCALE_WIDTHS.always - 12;
  const half = room / 2;
  const text = (end: ScaleEnd, strong: boolean) =>
    textWidth(end.label, strong) <= half ? end.label : (end.short ?? end.label);
  const [from, to] = [text(baseline, false), text(goal, true)];
  const [left, right] = [textWidth(from), textWidth(to, true)];
  return [clip(from, Math.max(half, room - right)), clip(to, Math.max(half, room - left), true)];
}

function withValue(value: BarScaleView['value']): Pick<BarScaleView, 'value'> {
  return value === undefined ? {} : { value };
}

/** End-anchored at its stroke beyond 65%, start-anchored under 30%, centred between; whatever fits where that does not. */
function placeExpected(row: LabelRow, x: number, label: string): ScaleLabel | undefined {
  const text = clip(`expected ${label}`, SCALE_WIDTHS.always - 4);
  const end: LabelAt = { text, x, dx: x > 0.99 ? 0 : 3, anchor: 'end' };
  const start: LabelAt = { text, x, dx: x < 0.01 ? 0 : -3, anchor: 'start' };
  const middle: LabelAt = { text, x, dx: 0, anchor: 'middle' };
  const ends: LabelAt[] = [{ text, x: x < 0.5 ? 0 : 1, dx: 0, anchor: x < 0.5 ? 'start' : 'end' }];
  const order = x > 0.65 ? [end, middle] : x < 0.3 ? [start, middle] : [middle, x < 0.5 ? start : end];
  return settleBest(row, [...order, ...ends]);
}

function describe(facts: ScaleFacts): string {
  const { baseline, goal, value, expected } = facts;
  const parts = [`Baseline ${baseline.label}${baseline.day === undefined ? '' : ` on ${formatFullDay(baseline.day)}`}`];
  parts.push(value === undefined ? silence(facts) : `now ${value.label}`);
  if (expected !== undefined) parts.push(`expected today ${expected.label}`);
  parts.push(`goal ${goal.label}${goal.day === undefined ? '' : ` by ${formatFullDay(goal.day)}`}`);
  return `${parts.join(', ')}.`;
}

/** What stands in place of a value. */
function silence({ unlike, said }: Pick<ScaleFacts, 'unlike' | 'said'>): string {
  if (said) return `now ${said}`;
  return unlike ? 'measured in another unit since' : 'not measured since';
}

/** What a value to be held is made of. */
export interface HoldFacts {
  readonly metric: string;
  readonly goal: ScaleEnd;
  readonly value?: ScaleEnd;
  readonly holds: boolean;
  /** What was measured since does not compare. */
  readonly unlike?: boolean;
  /** What was said since, in words that hold no number. */
  readonly said?: string | undefined;
  /** How much of the time from baseline to target day had passed when the value was measured, 0..1. */
  readonly elapsed?: number;
}

/** Lays out a goal that equals its baseline: a line, and the latest value beside it. */
export function layoutHold(facts: HoldFacts): HoldScaleView {
  const label = clip(`hold ${facts.goal.label}`, SCALE_WIDTHS.always - 4);
  const now = facts.value === undefined ? silence(facts) : `now ${facts.value.label}`;
  const x = Math.min(1, Math.max(0, facts.elapsed ?? 0.5));
  return {
    kind: 'hold',
    title: facts.metric,
    sentence: `To be held at ${facts.goal.label}, ${now}.`,
    label,
    ...(facts.value === undefined
      ? {}
      : { value: { ...beside(x, clip(facts.value.label, SCALE_WIDTHS.always / 2 - 16, true)), holds: facts.holds } }),
  };
}

function beside(x: number, text: string): ScaleLabel {
  return x > 0.5
    ? { x, dx: -9, anchor: 'end', text, tier: 'always' }
    : { x, dx: 9, anchor: 'start', text, tier: 'always' };
}

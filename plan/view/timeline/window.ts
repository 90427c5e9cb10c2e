import { addDays, type Day, day, daysBetween, MONTH_NAMES } from '../../day.ts';
import { LabelRow, type TierWidths } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type { MonthView, TimelineView } from '../timeline-types.ts';
import type { Tier } from '../types.ts';
import { monthsLater } from '../words.ts';
import type { TimelineDraft } from './draft.ts';

/** Smallest widths of the plot: a panel of 320 px, then 760 and 1020 less margins and lane names. */
export const PLOT_WIDTHS: TierWidths = { always: 290, mid: 590, wide: 850 };
const TIERS: readonly Tier[] = ['always', 'mid', 'wide'];

/** Days further than this from the plan's middle are drawn at the edge: one mistyped year must not flatten the rest. */
const REACH_MONTHS = 36;
const MARGIN = 0.02;
/** What lies outside stands this far inside, where its arrow and flag have room. */
const EDGE = 0.014;

/** The drawn time, and where days stand in it. */
export interface TimeWindow {
  readonly from: Day;
  readonly to: Day;
  /** Which day stands at 0, and how many days the whole width has. */
  readonly axis: TimelineView['axis'];
  /** Fraction of the width; a day outside stands near the end that it lies beyond. */
  readonly x: (value: Day) => number;
  /** Where today stands, or the end that is nearer to it. */
  readonly xToday: number;
  /** On which side the day lies outside. */
  readonly edge: (value: Day) => 'before' | 'after' | undefined;
}

function daysOf(draft: TimelineDraft): Day[] {
  const days: (Day | undefined)[] = [draft.contract.start?.day, draft.contract.renewal?.day];
  for (const review of draft.reviews) days.push(review.day);
  for (const lane of draft.lanes) {
    days.push(lane.strip?.goal?.day, lane.strip?.forecast, ...(lane.strip?.points ?? []).map(point => point.day));
    for (const milestone of lane.milestones)
      days.push(milestone.planned, milestone.actual, ...milestone.logged.map(entry => entry.day));
  }
  return days.filter(value => value !== undefined).sort();
}

/** The time to draw, or undefined when the plan holds no day. */
export function timeWindow(draft: TimelineDraft): TimeWindow | undefined {
  const days = daysOf(draft);
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
  const start = -margin;
  const length = daysBetween(first, end) + 2 * margin;
  const raw = (value: Day) => (daysBetween(first, value) - start) / length;
  const x = (value: Day) => (raw(value) < 0 ? EDGE : raw(value) > 1 ? 1 - EDGE : raw(value));
  return {
    from: first,
    to: end,
    axis: { from: addDays(first, start), days: length },
    x,
    xToday: x(draft.today),
    edge: value => (raw(value) < 0 ? 'before' : raw(value) > 1 ? 'after' : undefined),
  };
}

const STEPS = [1, 2, 3, 6, 12, 24];

/** A line for each month (each quarter or year in a longer plan) and as many labels as fit. */
export function layoutMonths(window: TimeWindow): MonthView[] {
  const firsts = monthStarts(window);
  const perMonth = 1 / Math.max(1, firsts.length);
  const row = new LabelRow(PLOT_WIDTHS, 2);
  const tiers = new Map<Day, Tier>();
  const lineStep = step(PLOT_WIDTHS.always * perMonth, 7);
  for (const tier of TIERS) {
    const every = step(PLOT_WIDTHS[tier] * perMonth, 34);
    for (const month of firsts) {
      if (tiers.has(month) || monthIndex(month) % every !== 0) continue;
      if (row.place({ x: window.x(month), from: 0, to: textWidth(label(month, lineStep)), tier }))
        tiers.set(month, tier);
    }
  }
  const labelled = firsts.filter(month => tiers.has(month));
  return firsts
    .filter(month => monthIndex(month) % lineStep === 0 || tiers.has(month))
    .map(month => {
      const tier = tiers.get(month);
      if (tier === undefined) return { x: window.x(month), tier: 'always' };
      const text = label(month, lineStep);
      const withYear = lineStep < 12 && (month === labelled[0] || month.slice(5, 7) === '01');
      return {
        x: window.x(month),
        label: text,
        tier,
        ...(withYear ? yearOf(row, window.x(month), month, textWidth(text)) : {}),
      };
    });
}

function yearOf(row: LabelRow, x: number, month: Day, after: number): Pick<MonthView, 'year' | 'yearTier'> {
  const year = month.slice(0, 4);
  for (const yearTier of TIERS) {
    // The gap to the month's own label is a space; the row asks for more between strangers.
    if (row.place({ x, from: after + 6.1, to: after + 6.1 + textWidth(year), tier: yearTier }))
      return { year, yearTier };
  }
  return {};
}

function label(month: Day, lineStep: number): string {
  return lineStep >= 12 ? month.slice(0, 4) : (MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? '');
}

function step(pixelsPerMonth: number, needed: number): number {
  return STEPS.find(months => months * pixelsPerMonth >= needed) ?? 24;
}

function monthIndex(month: Day): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthStarts(window: TimeWindow): Day[] {
  const months: Day[] = [];
  let month = day(`${window.from.slice(0, 7)}-01`);
  while (month <= window.to || window.edge(month) === undefined) {
    if (window.edge(month) === undefined) months.push(month);
    const next = monthsLater(month, 1);
    if (next <= month) break;
    month = next;
  }
  return months;
}

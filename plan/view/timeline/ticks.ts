import { type CountableTimeInterval, type TimeInterval, utcDay, utcMonday, utcMonth, utcYear } from 'd3-time';
import { formatDay, MONTH_NAMES, parseDay } from '../../day.ts';
import { LabelRow, later, type Standing } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type { TickView, TimelineView, YearView } from '../timeline-types.ts';
import type { Tier } from '../types.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

const TIERS: readonly Tier[] = ['always', 'mid', 'wide'];

/** Pixels that a label takes with the space around it, and those between two lines. */
const ROOM = 46;
const MONTH_ROOM = 34;
const LINES_APART = 7;

/** A way to part time: its beginnings, how far apart they are, what they are called. */
interface Step {
  readonly days: number;
  readonly starts: TimeInterval;
  readonly form: 'day' | 'month' | 'year';
}

/* Each step's beginnings are among those of the step before it, so that the labels of a narrow drawing are among those of a wide one. */
const FINE: readonly Step[] = [
  { days: 1, starts: utcDay, form: 'day' },
  ...[1, 2, 4].map((weeks): Step => ({ days: 7 * weeks, starts: every(utcMonday, weeks), form: 'day' })),
];
const COARSE: readonly Step[] = [
  ...[1, 3, 6].map((months): Step => ({ days: 30.4 * months, starts: every(utcMonth, months), form: 'month' })),
  ...[1, 2, 10, 20, 100, 1000].map(
    (years): Step => ({ days: 365 * years, starts: every(utcYear, years), form: 'year' }),
  ),
];

function every(interval: CountableTimeInterval, step: number): TimeInterval {
  return interval.every(step) ?? interval;
}

/** True where the ticks are days and weeks. */
function isFine({ axis }: TimeWindow): boolean {
  return axis.days * ROOM <= PLOT_WIDTHS.wide * 7;
}

/**
 * A line for each day, week, month, quarter or year, whichever has room, and as many labels as fit. The year stands behind a label, and over the ticks
 * where these are days and weeks or too close for it. `taken` stands over the ticks, too.
 */
export function layoutTicks(window: TimeWindow, taken: readonly Standing[]): Pick<TimelineView, 'ticks' | 'years'> {
  const { ticks, over } = labelled(window);
  const row = new LabelRow(PLOT_WIDTHS, 2);
  for (const one of taken) row.put(one);
  const years = isFine(window)
    ? [
        ...startsIn(window, YEARS).map(start => ({ x: start.x, text: words(start, 'year') })),
        { x: 0, text: window.from.slice(0, 4) },
      ]
    : over;
  return {
    ticks,
    years: years.flatMap((year: Omit<YearView, 'tier'>) => {
      const tiers = TIERS.slice(0, isFine(window) ? 1 : year.until && TIERS.indexOf(year.until));
      const tier = tiers.find(one => row.place({ x: year.x, from: 0, to: textWidth(year.text), tier: one }));
      return tier === undefined ? [] : [{ ...year, tier }];
    }),
  };
}

/** The ticks with their labels, and the years for which not all tiers have room behind one. */
function labelled(window: TimeWindow): { ticks: TickView[]; over: Omit<YearView, 'tier'>[] } {
  const { days } = window.axis;
  const apart = (step: Step, tier: Tier) => (PLOT_WIDTHS[tier] * step.days) / days;
  const weekly = isFine(window);
  const steps = weekly ? FINE : COARSE;
  const stepFor = (tier: Tier, least: (step: Step) => number): Step | undefined =>
    steps.find(step => apart(step, tier) >= least(step)) ?? steps[steps.length - 1];
  const lines = stepFor('always', () => LINES_APART);
  if (lines === undefined) return { ticks: [], over: [] };

  const row = new LabelRow(PLOT_WIDTHS, 2);
  const labels = new Map<number, { readonly text: string; readonly tier: Tier }>();
  for (const tier of TIERS) {
    const step = stepFor(tier, ({ form }) => (form === 'day' ? ROOM : MONTH_ROOM));
    if (step === undefined) continue;
    // Where the lines stand for years, so do the words.
    const form = lines.form === 'year' ? 'year' : step.form;
    for (const start of startsIn(window, step)) {
      if (labels.has(start.time)) continue;
      const text = words(start, form);
      if (row.place({ x: start.x, from: 0, to: textWidth(text), tier })) labels.set(start.time, { text, tier });
    }
  }
  const marked = new Map(startsIn(window, lines).map(start => [start.time, start]));
  for (const step of steps) for (const start of startsIn(window, step, labels)) marked.set(start.time, start);
  const major = new Set(startsIn(window, weekly ? MONTHS : YEARS).map(start => start.time));
  for (const start of startsIn(window, weekly ? MONTHS : YEARS)) marked.set(start.time, start);
  const all = [...marked.values()].sort((a, b) => a.time - b.time);
  let year: string | undefined;
  const over: Omit<YearView, 'tier'>[] = [];
  const ticks = all.map(({ x, time }): TickView => {
    const isMajor = major.has(time) && lines.form !== 'year';
    const line: TickView = { x, tier: 'always', ...(isMajor ? { major: true } : {}) };
    const label = labels.get(time);
    if (label === undefined) return line;
    const own = new Date(time).toISOString().slice(0, -20);
    const said = weekly || own === year || label.text === own;
    const named = said ? {} : yearAfter(row, x, textWidth(label.text), own);
    const until = named.yearTier && later(named.yearTier, label.tier);
    if (!said && until !== 'always') over.push({ x, text: own, ...(until === undefined ? {} : { until }) });
    year = own;
    return { ...line, tier: label.tier, label: label.text, ...named };
  });
  return { ticks, over };
}

const MONTHS: Step = { days: 30.4, starts: utcMonth, form: 'month' };
const YEARS: Step = { days: 365, starts: utcYear, form: 'year' };

interface Start {
  readonly time: number;
  readonly x: number;
}

/** The beginnings that stand in the drawing; of these, if `only` is given, those that it has. */
function startsIn({ axis }: TimeWindow, { starts }: Step, only?: ReadonlyMap<number, unknown>): Start[] {
  const from = Date.parse(axis.from);
  const length = axis.days * 86_400_000;
  return starts
    .range(new Date(from), new Date(from + length + 1))
    .map(date => ({ time: date.getTime(), x: (date.getTime() - from) / length }))
    .filter(start => only === undefined || only.has(start.time));
}

function words({ time }: Start, form: Step['form']): string {
  const date = new Date(time);
  if (form === 'year') return String(date.getUTCFullYear());
  if (form === 'month') return MONTH_NAMES[date.getUTCMonth()] ?? '';
  const day = parseDay(date.toISOString().slice(0, 10));
  return day === undefined ? '' : formatDay(day);
}

/** The year behind a label, from the first tier that has room for it. */
function yearAfter(row: LabelRow, x: number, after: number, year: string): Pick<TickView, 'year' | 'yearTier'> {
  for (const yearTier of TIERS) {
    // The gap to the label itself is a space; the row asks for more between strangers.
    if (row.place({ x, from: after + 6.1, to: after + 6.1 + textWidth(year), tier: yearTier }))
      return { year, yearTier };
  }
  return {};
}

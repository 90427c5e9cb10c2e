import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import { compareText } from '../../words.ts';
import { LabelRow } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type { LabelView, MarkView, RowView } from '../timeline-types.ts';
import type { Anchor, Tier } from '../types.ts';
import { dayNear, distance, span } from '../words.ts';
import type { LaneDraft, ReviewDraft } from './draft.ts';
import { countEdges } from './edges.ts';
import { BETWEEN_ROWS, MOST_ROWS, rowsOfMarks } from './seats.ts';
import { forecastFlag, goalFlag } from './strip.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

/* Heights of a row of marks: to its line, below it, and below that for what is earlier and later. */
const LINE = 26;
const BELOW = 18;
const EDGES = 14;

/** A label beside its mark: the first of the texts that is free to the right or the left, from the smallest tier possible. */
function beside(row: LabelRow, x: number, y: number, texts: readonly string[], strong: boolean): LabelView[] {
  const tiers: readonly Tier[] = ['mid', 'wide'];
  for (const tier of tiers) {
    for (const text of texts) {
      const width = textWidth(text, strong);
      const line = strong ? { text, strong: true as const } : { text };
      const sides: readonly [Anchor, number, number][] = [
        ['start', 12, 12],
        ['end', -10, -10 - width],
      ];
      for (const [anchor, dx, from] of sides) {
        if (row.place({ x, from, to: from + width, tier })) return [{ x, y, dx, anchor, lines: [line], tier }];
      }
    }
  }
  return [];
}

/** The lane of the reviews: those that were held and the next one. Its top is at `top`. */
export function layoutReviews(
  reviews: readonly ReviewDraft[],
  today: Day,
  window: TimeWindow,
  top: number,
): RowView | undefined {
  if (reviews.length === 0) return undefined;
  const inside = reviews.filter(review => window.edge(review.day) === undefined);
  const row = new LabelRow(PLOT_WIDTHS, 6);
  for (const review of inside) row.put({ x: window.x(review.day), from: -3, to: 3, tier: 'always' });
  row.put({ x: window.within(today), from: 3, to: -3, tier: 'always' });
  // The next review and the latest ones are named first.
  const order = [...inside].sort((a, b) => (a.held === b.held ? (a.day < b.day ? 1 : -1) : a.held ? 1 : -1));
  const marks = order.map((review): MarkView => {
    const x = window.x(review.day);
    const { texts, sentence, overdue } = reviewWords(review, today);
    return {
      key: review.key,
      at: review.at,
      until: review.until,
      x,
      y: LINE,
      glyph: review.held ? 'review' : 'next-review',
      sentence,
      ...(review.movable === undefined ? {} : { movable: review.movable }),
      labels: beside(row, x, LINE + 4, texts, overdue),
    };
  });
  const days = reviews.map(review => review.day);
  const edges = countEdges('review/edge', days, window, LINE + BELOW, number => (number === 1 ? 'review' : 'reviews'));
  const height = LINE + BELOW + (edges.length > 0 ? EDGES : 0);
  return { top, height, marks: marks.sort((a, b) => a.x - b.x), edges };
}

function reviewWords(review: ReviewDraft, today: Day) {
  const overdue = !review.held && review.day < today;
  const days = span(Math.abs(daysBetween(review.day, today)));
  const short = dayNear(review.day, today);
  const texts = review.held
    ? [short]
    : overdue
      ? [`${days} overdue, ${short}`, `${days} overdue`]
      : [`next ${short}, ${distance(today, review.day)}`, `next ${short}`];
  const sentence = review.held
    ? `Review held on ${formatFullDay(review.day)}.`
    : `Next review on ${formatFullDay(review.day)}, ${overdue ? `${days} overdue` : distance(today, review.day)}.`;
  return { texts, sentence, overdue };
}

/** The lane of all goals and forecasts, for lanes that are not the outcomes. Its top is at `top`. */
export function layoutGoals(outcomes: readonly LaneDraft[], window: TimeWindow, top: number): RowView | undefined {
  const all = outcomes.flatMap(lane => {
    const { goal, forecast } = lane.strip ?? {};
    return [
      ...(goal === undefined ? [] : [{ lane, day: goal.day, goal }]),
      ...(forecast === undefined ? [] : [{ lane, day: forecast, goal: undefined }]),
    ];
  });
  if (all.length === 0) return undefined;
  const rowFor = rowsOfMarks();
  const rows = Array.from({ length: MOST_ROWS }, () => new LabelRow(PLOT_WIDTHS, 6));
  const seated = all
    .filter(({ day }) => window.edge(day) === undefined)
    .sort((a, b) => compareText(a.day, b.day))
    // A flag without a row stands in the last one, over another: goals are few, and the table has them all.
    .map(one => ({ ...one, x: window.x(one.day), row: rowFor(window.x(one.day)) ?? MOST_ROWS - 1 }));
  for (const { x, row } of seated) rows[row]?.put({ x, from: -2, to: 6, tier: 'always' });
  const marks = seated.map(({ lane, day, goal, x, row }): MarkView => {
    const y = LINE + row * BETWEEN_ROWS;
    const flag = goal === undefined ? forecastFlag(lane, day, x, y) : goalFlag(lane, goal, x, y);
    const name = lane.name || lane.title;
    const texts =
      goal === undefined ? [`${name} forecast`] : goal.isDay ? [goal.label] : [`${name} ${goal.label}`, name];
    const labels = rows[row];
    return { ...flag, labels: labels === undefined ? [] : beside(labels, x, y, texts.filter(isShort), false) };
  });
  const last = Math.max(0, ...seated.map(({ row }) => row));
  const edges = countEdges(
    'goals/edge',
    all.map(({ day }) => day),
    window,
    LINE + last * BETWEEN_ROWS + BELOW,
    number => (number === 1 ? 'goal or forecast' : 'goals or forecasts'),
  );
  return { top, height: LINE + last * BETWEEN_ROWS + BELOW + (edges.length > 0 ? EDGES : 0), marks, edges };
}

/** Longer words would push all others out. */
function isShort(text: string): boolean {
  return textWidth(text) <= 160;
}

import { formatDay } from '../../day.ts';
import { compareText } from '../../words.ts';
import { LabelRow } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type { EdgeView, LoggedView, MarkView } from '../timeline-types.ts';
import { edgeRoom } from './edges.ts';
import { BETWEEN_ROWS, type Seated } from './seats.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

/** The strand of the days that only the review log gives to a milestone of the lane; days outside the drawn time are not marked. */
export function layoutLogged(
  seated: readonly Seated[],
  window: TimeWindow,
  strandY: number,
  y: number,
  edges: readonly EdgeView[],
): LoggedView | undefined {
  const item = seated.find(one => one.draft.logged.length > 0);
  if (item === undefined) return undefined;
  const entries = [...item.draft.logged].sort((a, b) => compareText(a.day, b.day));
  const row = new LabelRow(PLOT_WIDTHS, 8);
  // The words stand 17 px lower, and so do counts where the lane is crowded.
  for (const edge of edges) if (edge.y > y) row.put(edgeRoom(edge));
  const inside = entries.filter(entry => window.edge(entry.day) === undefined);
  const marks = inside.map((entry): MarkView => {
    const x = window.x(entry.day);
    const text = `${entry.source}: ${formatDay(entry.day)}`;
    const width = textWidth(text);
    const label = { x, y: y + 17, lines: [{ text }], tier: 'wide' as const };
    const start = row.place({ x, from: -5, to: width - 5, tier: 'wide' });
    const end = !start && row.place({ x, from: 5 - width, to: 5, tier: 'wide' });
    return {
      key: entry.key,
      at: entry.at,
      until: entry.until,
      x,
      y,
      glyph: 'ghost',
      sentence: entry.sentence,
      labels: start ? [{ ...label, dx: -5, anchor: 'start' }] : end ? [{ ...label, dx: 5, anchor: 'end' }] : [],
    };
  });
  const xs = entries.map(entry => window.within(entry.day));
  return { from: item.x, fromY: strandY + item.row * BETWEEN_ROWS, to: Math.max(item.x, ...xs), y, marks };
}

import { type Day, formatFullDay } from '../../day.ts';
import { LabelRow } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type { ContractView, EdgeView, LabelView, MarkView } from '../timeline-types.ts';
import { capitalise, distance } from '../words.ts';
import type { ContractDraft } from './draft.ts';
import { edgeFor, edgeRoom } from './edges.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

const HEIGHT = 50;
/** What lies beyond the drawing is named under the line: over it, narrow drawings have the name of the lane. */
const BEYOND = 15;
const LINE = 32;
/** Words stand so far above the line. */
const WORDS = 9;

interface End {
  readonly glyph: 'start' | 'renewal';
  readonly place: NonNullable<ContractDraft['start']>;
  readonly text: string;
}

/** The contract's line, with its start and renewal or what lies beyond the drawing. Its top is at `top`. */
export function layoutContract(
  { start, renewal }: ContractDraft,
  today: Day,
  window: TimeWindow,
  top: number,
): ContractView | undefined {
  if (start === undefined && renewal === undefined) return undefined;
  const from = start === undefined ? 0 : window.within(start.day);
  const to = renewal === undefined ? 1 : window.within(renewal.day);
  const ends: End[] = [];
  if (renewal !== undefined)
    ends.push({
      glyph: 'renewal',
      place: renewal,
      text: `renewal ${formatFullDay(renewal.day)}, ${distance(today, renewal.day)}`,
    });
  if (start !== undefined) ends.push({ glyph: 'start', place: start, text: `start ${formatFullDay(start.day)}` });

  const row = new LabelRow(PLOT_WIDTHS, 4);
  const beyond = new LabelRow(PLOT_WIDTHS);
  const edges: EdgeView[] = [];
  for (const { glyph, place } of ends) {
    const side = window.edge(place.day);
    if (side === undefined) continue;
    const edge = edgeFor(
      `contract/${glyph}/edge`,
      `${glyph} ${formatFullDay(place.day)}`,
      place.day,
      side,
      LINE + BEYOND,
    );
    if (beyond.place(edgeRoom(edge))) edges.push(edge);
  }
  const marks = ends
    .filter(({ place }) => window.edge(place.day) === undefined)
    .map((end): MarkView => {
      const { glyph, place, text } = end;
      const x = window.x(place.day);
      return {
        key: `contract/${glyph}`,
        at: place.at,
        until: place.until,
        x,
        y: LINE,
        glyph,
        sentence: `${glyph === 'start' ? 'Contract ' : ''}${glyph === 'start' ? text : capitalise(text)}.`,
        labels: labelOf(row, end, x),
      };
    });
  return {
    top,
    height: HEIGHT,
    y: LINE,
    from: Math.min(from, to),
    to: Math.max(from, to),
    now: Math.min(to, Math.max(from, window.within(today))),
    marks: marks.sort((a, b) => a.x - b.x),
    edges,
  };
}

function labelOf(row: LabelRow, { glyph, text }: End, x: number): LabelView[] {
  const strong = glyph === 'renewal';
  const width = textWidth(text, strong);
  const right = x * PLOT_WIDTHS.mid + 6 + width <= PLOT_WIDTHS.mid;
  const side = strong && x * PLOT_WIDTHS.mid > width + 6 ? 'end' : right ? 'start' : 'end';
  const dx = side === 'end' ? -6 : 6;
  const from = side === 'end' ? dx - width : dx;
  if (!row.place({ x, from, to: from + width, tier: 'mid' })) return [];
  const line = strong ? { text, strong: true as const } : { text };
  return [{ x, y: LINE - WORDS, dx, anchor: side, lines: [line], tier: 'mid' }];
}

import { LabelRow } from '../label-row.ts';
import { clip, textWidth, wrap } from '../text-width.ts';
import type { LabelView } from '../timeline-types.ts';
import type { Anchor, Phrase, Tier } from '../types.ts';
import { PLOT_WIDTHS } from './window.ts';

/** A name that wants to stand at its mark. */
export interface NameRequest {
  readonly key: string;
  readonly x: number;
  readonly name: string;
  /** A second line in bold. */
  readonly alarm?: string;
  /** Names with a higher rank are placed first. */
  readonly rank: number;
}

/** No name is cut below this: a few letters with dots help nobody. */
const LEAST = 62;
const WIDEST = 190;
const OFFSET = -6;
const GAP = 8;
/** A name this short stays on one line. */
const SHORT = 70;
const MOST_LINES = 3;
/** Pixels from line to line. */
export const LINE = 14;

/**
 * Places names above a strand, their last line at `y`, at the widths of the widest tier. Those of a higher rank choose first; the others
 * take what is left, cut with an ellipsis, or stay out: then the list by date carries them.
 */
export function placeNames(requests: readonly NameRequest[], y: number): Map<string, LabelView> {
  const row = new LabelRow(PLOT_WIDTHS, 8);
  const placed = new Map<string, LabelView>();
  const byPlace = [...requests].sort((a, b) => a.x - b.x);
  const order = [...byPlace].sort((a, b) => b.rank - a.rank);
  for (const request of order) {
    const label = placeName(row, request, roomToNext(byPlace, request), y);
    if (label !== undefined) placed.set(request.key, label);
  }
  return placed;
}

/** Room until the next mark with a name of its own, if leaving it there still gives this one enough: its lateness is not cut for another's name. */
function roomToNext(byPlace: readonly NameRequest[], request: NameRequest): number {
  const next = byPlace[byPlace.indexOf(request) + 1];
  if (next === undefined) return WIDEST;
  const room = (next.x - request.x) * PLOT_WIDTHS.wide - GAP;
  const least = request.alarm === undefined ? LEAST : Math.max(LEAST, textWidth(request.alarm, true));
  return room >= least ? Math.min(room, WIDEST) : WIDEST;
}

function placeName(row: LabelRow, request: NameRequest, toNext: number, y: number): LabelView | undefined {
  const tier: Tier = 'wide';
  const room = Math.min(toNext, row.roomAfter(request.x, OFFSET, tier));
  const full = lines(request, WIDEST);
  const width = widthOf(full);
  // Against the right edge a name hangs to the left of its mark.
  const overflows = request.x * PLOT_WIDTHS.wide + OFFSET + width > PLOT_WIDTHS.wide + 8;
  if (overflows && row.place({ x: request.x, from: -OFFSET - width, to: -OFFSET, tier }))
    return view(request, y, 'end', full);
  const fitted = width <= room ? full : room >= LEAST ? lines(request, room) : undefined;
  if (fitted !== undefined && row.place({ x: request.x, from: OFFSET, to: OFFSET + widthOf(fitted), tier })) {
    return view(request, y, 'start', fitted);
  }
  return undefined;
}

/** As few lines as show the whole name, three at most with the one in bold; cut only when three are not enough. */
function lines(request: NameRequest, room: number): Phrase[] {
  const alarm: Phrase[] = request.alarm === undefined ? [] : [{ text: clip(request.alarm, room, true), strong: true }];
  const most = MOST_LINES - alarm.length;
  const short = alarm.length > 0 || textWidth(request.name) <= SHORT;
  for (let count = short ? 1 : 2; count <= most; count++) {
    const wrapped = wrap(request.name, room, count);
    if (count === most || wrapped.complete) return [...wrapped.lines.map(text => ({ text })), ...alarm];
  }
  return alarm;
}

function widthOf(phrases: readonly Phrase[]): number {
  return Math.max(...phrases.map(phrase => textWidth(phrase.text, phrase.strong === true)));
}

function view(request: NameRequest, y: number, anchor: Anchor, phrases: readonly Phrase[]): LabelView {
  return {
    x: request.x,
    // The last line stands next to the strand.
    y: y - (phrases.length - 1) * LINE,
    dx: anchor === 'end' ? -OFFSET : OFFSET,
    anchor,
    lines: phrases,
    tier: 'wide',
  };
}

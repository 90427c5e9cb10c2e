import type { Day } from '../../day.ts';
import { LabelRow } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type { EdgeView, LabelView, LaneView, MarkView, SlipView } from '../timeline-types.ts';
import type { LaneDraft, MilestoneDraft } from './draft.ts';
import { countEdges, edgeRoom } from './edges.ts';
import { layoutLogged } from './log-strand.ts';
import { isOpenMark, type MilestoneWords, milestoneWords, shownDay } from './milestone-words.ts';
import { LINE, placeNames } from './names.ts';
import { BETWEEN_ROWS, MOST_ROWS, type Seated, type Surroundings, seat } from './seats.ts';
import { layoutStrip, UNDER } from './strip.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

/* The heights inside a lane, from its top: two or three lines of names, the strand, words below it, the second strand, the strip. */
const STRAND = 52;
const NAMES_END = 18;
const BELOW = 20;
const LOGGED = 30;
const TO_STRIP = 44;
const LOGGED_HEIGHT = 27;
const AFTER_STRIP = 14;

/** A lane but for its top, with the number of milestones whose names it could not show. */
export interface LaidLane {
  readonly lane: Omit<LaneView, 'top'>;
  readonly unnamed: number;
}

/** Lays out one lane: y count from its top. */
export function layoutLane(lane: LaneDraft, around: Surroundings): LaidLane {
  const { window, today } = around;
  const dated = lane.milestones.flatMap(draft => {
    const day = shownDay(draft);
    return day === undefined ? [] : [{ draft, day }];
  });
  const { seated, left } = seat(
    dated.filter(({ day }) => window.edge(day) === undefined),
    around,
  );
  const outside = dated.filter(({ day }) => window.edge(day) !== undefined);
  const rows = Math.max(0, ...seated.map(item => item.row + 1));
  const requests = seated.filter(item => item.row === 0).map(item => nameRequest(item, rows > 1));
  const tallest = Math.max(2, ...[...placeNames(requests, 0).values()].map(label => label.lines.length));
  const strandY = STRAND + (tallest - 2) * LINE;
  const lastStrand = strandY + Math.max(0, rows - 1) * BETWEEN_ROWS;
  const edges = countEdges(
    `${lane.key}/edge`,
    outside.map(({ day }) => day),
    window,
    // Where marks found no room their number stands under the last row.
    lastStrand + BELOW + (left.length > 0 ? LINE : 0),
    number => (number === 1 ? 'milestone' : 'milestones'),
  );
  const names = placeNames(requests, strandY - NAMES_END);
  const below = rows <= 1 ? placeBelow(seated, strandY + BELOW, edges) : sideLabels(seated, strandY);

  const marks = seated.map(item => mark(item, around, strandY, [names.get(item.draft.key), below.get(item.draft.key)]));
  const logged = layoutLogged(seated, window, strandY, lastStrand + LOGGED, edges);
  const empty = dated.length === 0;
  const strandEnd = empty
    ? 0
    : lastStrand + (logged === undefined ? 0 : LOGGED_HEIGHT) + (left.length > 0 && edges.length > 0 ? LINE : 0);
  const stripY = strandEnd + TO_STRIP;
  const strip = lane.strip === undefined ? undefined : layoutStrip(lane, lane.strip, today, window, stripY);
  const under = strip?.edges.some(edge => edge.y > stripY) ? UNDER - 8 : 0;
  const height = strip === undefined ? strandEnd + (empty ? 44 : 30) : stripY + AFTER_STRIP + under;
  const xs = dated.flatMap(({ draft, day }) => [
    window.x(day),
    ...(draft.planned === undefined ? [] : [window.x(draft.planned)]),
  ]);
  const strand = stretch(Math.min(...xs), Math.max(...xs), strandY);
  const span = empty ? undefined : spanOf(lane.span, window, strandY);
  return {
    unnamed:
      seated.filter(item => names.get(item.draft.key) === undefined && below.get(item.draft.key) === undefined).length +
      left.length,
    lane: {
      key: lane.key,
      at: lane.at,
      until: lane.until,
      name: lane.name,
      title: lane.title,
      ...(lane.health === undefined ? {} : { health: lane.health }),
      ...(lane.note === undefined ? {} : { note: lane.note }),
      height,
      ...(strand === undefined ? {} : { strand }),
      ...(span === undefined ? {} : { span }),
      bars: outside.flatMap(({ draft, day }) => barOf(draft, day, around, strandY)),
      edges,
      milestones: marks,
      more: countLeft(left, window, strandY + MOST_ROWS * BETWEEN_ROWS),
      ...(logged === undefined ? {} : { logged }),
      ...(strip === undefined ? {} : { strip }),
    },
  };
}

/** The part of a stretch that is drawn; undefined where none is. */
function stretch(from: number, to: number, y: number): LaneView['strand'] {
  return from <= 1 && to >= 0 ? { from: Math.max(0, from), to: Math.min(1, to), y } : undefined;
}

function spanOf(span: LaneDraft['span'], window: TimeWindow, y: number): LaneView['span'] {
  if (span === undefined) return undefined;
  return stretch(span.from === undefined ? 0 : window.x(span.from), span.to === undefined ? 1 : window.x(span.to), y);
}

/** The slip of a milestone outside the drawn time, as far as it reaches into it. */
function barOf(
  draft: MilestoneDraft,
  day: Day,
  { window, today }: Surroundings,
  y: number,
): LaneView['bars'][number][] {
  const words = milestoneWords(draft, today, []);
  if (words.slip === 0) return [];
  const slip = slipBar(draft, words, day, window, today);
  return slip.from < 1 && slip.to > 0 && slip.to > slip.from ? [{ ...slip, y }] : [];
}

function countLeft(left: readonly MilestoneDraft[], window: TimeWindow, y: number): LaneView['more'] {
  const counts = new Map<number, number>();
  for (const milestone of left) {
    const shown = shownDay(milestone);
    if (shown === undefined) continue;
    // One count a sixteenth of the width, so that the counts cannot touch, and none over the ends.
    const x = Math.min(15, Math.max(1, Math.round(window.x(shown) * 16))) / 16;
    counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  return [...counts].map(([x, number]) => ({ x, y, text: `+${number}` }));
}

function rank(item: Seated): number {
  const { glyph } = item.draft;
  if (item.words.alarm !== undefined) return 4;
  return glyph === 'progress' ? 3 : glyph === 'open' ? 2 : glyph === 'done' ? 1 : 0;
}

function nameRequest(item: Seated, crowded: boolean) {
  // Where marks stand under one another there is no room for words below: lateness then takes the second line.
  const alarm = item.words.alarm ?? (crowded ? item.words.below : undefined);
  return {
    key: item.draft.key,
    x: item.start,
    name: item.draft.name,
    rank: rank(item),
    ...(alarm === undefined ? {} : { alarm }),
  };
}

function placeBelow(seated: readonly Seated[], y: number, edges: readonly EdgeView[]): Map<string, LabelView> {
  const row = new LabelRow(PLOT_WIDTHS, 8);
  for (const edge of edges) row.put(edgeRoom(edge));
  const placed = new Map<string, LabelView>();
  for (const item of [...seated].sort((a, b) => Math.abs(b.words.slip) - Math.abs(a.words.slip))) {
    const text = item.words.below;
    if (text === undefined) continue;
    const width = textWidth(text);
    const x = item.start;
    const lines = [{ text }];
    if (row.place({ x, from: -6, to: width - 6, tier: 'wide' })) {
      placed.set(item.draft.key, { x, y, dx: -6, anchor: 'start', lines, tier: 'wide', muted: true });
    } else if (row.place({ x, from: 6 - width, to: 6, tier: 'wide' })) {
      placed.set(item.draft.key, { x, y, dx: 6, anchor: 'end', lines, tier: 'wide', muted: true });
    }
  }
  return placed;
}

/** Names of marks in lower rows stand to their right, where their row is free. */
function sideLabels(seated: readonly Seated[], strandY: number): Map<string, LabelView> {
  const placed = new Map<string, LabelView>();
  const rows = new Map<number, LabelRow>();
  for (const item of seated) {
    if (item.row === 0) continue;
    const row = rows.get(item.row) ?? new LabelRow(PLOT_WIDTHS);
    rows.set(item.row, row);
    row.put({ x: item.x, from: -8, to: 8, tier: 'always' });
  }
  // The strand of the log comes down from its milestone through the rows below.
  const logging = seated.find(one => one.draft.logged.length > 0);
  for (const [number, row] of rows)
    if (logging !== undefined && number > logging.row) row.put({ x: logging.x, from: -2, to: 2, tier: 'always' });
  for (const item of [...seated].filter(one => one.row > 0).sort((a, b) => rank(b) - rank(a))) {
    const row = rows.get(item.row);
    const words = item.words.alarm ?? item.words.below;
    const text = words === undefined ? item.draft.name : `${item.draft.name}, ${words}`;
    const width = textWidth(text);
    const label = { y: strandY + item.row * BETWEEN_ROWS + 4, lines: [{ text }], tier: 'wide' as const };
    // Behind a slip that goes on under another mark, the words would be taken for that one's.
    const passed = seated.some(one => one.row === item.row && one.x > item.x && one.x <= item.end);
    if (width > 260 || row === undefined || passed) continue;
    if (row.place({ x: item.end, from: 14.5, to: 14.5 + width, tier: 'wide' })) {
      placed.set(item.draft.key, { ...label, x: item.end, dx: 14, anchor: 'start' });
    }
  }
  return placed;
}

function mark(
  item: Seated,
  around: Surroundings,
  strandY: number,
  labels: readonly (LabelView | undefined)[],
): MarkView {
  const { draft, words, x, row } = item;
  const { window, today } = around;
  const open = isOpenMark(draft);
  const other =
    open || draft.planned === undefined || window.edge(draft.planned) !== undefined
      ? undefined
      : window.x(draft.planned);
  return {
    key: draft.key,
    at: draft.at,
    until: draft.until,
    x,
    y: strandY + row * BETWEEN_ROWS,
    glyph: draft.glyph,
    sentence: words.sentence,
    tip: words.tip,
    ...(draft.movable === undefined ? {} : { movable: draft.movable }),
    ...(other === undefined || other === x ? {} : { planned: other }),
    ...(words.slip === 0 ? {} : { slip: slipBar(draft, words, shownDay(draft) ?? today, window, today) }),
    labels: labels.filter(label => label !== undefined),
  };
}

/** From the planned day to the actual one; an open milestone's bar grows to today. */
function slipBar(draft: MilestoneDraft, words: MilestoneWords, day: Day, window: TimeWindow, today: Day): SlipView {
  const planned = window.within(draft.planned ?? day);
  const end = window.within(draft.glyph === 'done' ? day : today);
  return { from: Math.min(planned, end), to: Math.max(planned, end), kind: words.slip > 0 ? 'late' : 'early' };
}

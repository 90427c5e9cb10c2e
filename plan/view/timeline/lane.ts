import { formatDay } from '../../day.ts';
import { LabelRow } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type { LabelView, LaneView, LoggedView, MarkView } from '../timeline-types.ts';
import type { LaneDraft, MilestoneDraft, TimelineDraft } from './draft.ts';
import { type MilestoneWords, milestoneWords, shownDay } from './milestone-words.ts';
import { LINE, placeNames } from './names.ts';
import { layoutStrip } from './strip.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

/* The heights inside a lane, from its top: two or three lines of names, the strand, words below it, the second strand, the strip. */
const STRAND = 52;
const NAMES_END = 18;
const BETWEEN_ROWS = 18;
const BELOW = 20;
const LOGGED = 30;
const TO_STRIP = 44;
const LOGGED_HEIGHT = 27;
const AFTER_STRIP = 14;
const MOST_ROWS = 4;
/** Marks closer than this many pixels in the middle tier stand under one another. */
const CROWDED = 15;

interface Seated {
  readonly draft: MilestoneDraft;
  readonly words: MilestoneWords;
  readonly x: number;
  /** Where the mark begins, its slip included: there its words start. */
  readonly start: number;
  readonly row: number;
}

/** A lane with the milestones whose names it could not show. */
export interface LaidLane {
  readonly lane: LaneView;
  readonly unnamed: number;
}

/** Lays out one lane whose top edge is at `top`. `references` gives the short reference of every milestone by its key. */
export function layoutLane(
  lane: LaneDraft,
  draft: TimelineDraft,
  window: TimeWindow,
  top: number,
  references: ReadonlyMap<string, string>,
): LaidLane {
  const dated = lane.milestones.filter(milestone => shownDay(milestone) !== undefined);
  const { seated, left } = seat(dated, draft, window, references);
  const rows = Math.max(0, ...seated.map(item => item.row + 1));
  const requests = seated.filter(item => item.row === 0).map(item => nameRequest(item, rows > 1));
  const tallest = Math.max(2, ...[...placeNames(requests, 0).values()].map(label => label.lines.length));
  const strandY = top + STRAND + (tallest - 2) * LINE;
  const lastStrand = strandY + Math.max(0, rows - 1) * BETWEEN_ROWS;
  const names = placeNames(requests, strandY - NAMES_END);
  const below = rows === 1 ? placeBelow(seated, strandY + BELOW) : sideLabels(seated, strandY);

  const marks = seated.map(item => mark(item, window, strandY, [names.get(item.draft.key), below.get(item.draft.key)]));
  const logged = layoutLogged(seated, window, strandY, lastStrand + LOGGED);
  const strandEnd = seated.length === 0 ? top : lastStrand + (logged === undefined ? 0 : LOGGED_HEIGHT);
  const stripY = strandEnd + TO_STRIP;
  const strip = lane.strip === undefined ? undefined : layoutStrip(lane, lane.strip, draft, window, stripY);
  const bottom = strip === undefined ? strandEnd + (seated.length === 0 ? 44 : 30) : stripY + AFTER_STRIP;
  const xs = seated.flatMap(item => [
    item.x,
    ...(item.draft.planned === undefined ? [] : [window.x(item.draft.planned)]),
  ]);
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
      top,
      height: bottom - top,
      ...(xs.length === 0 ? {} : { strand: { from: Math.min(...xs), to: Math.max(...xs), y: strandY } }),
      milestones: marks,
      more: countLeft(left, window, strandY + MOST_ROWS * BETWEEN_ROWS),
      ...(logged === undefined ? {} : { logged }),
      ...(strip === undefined ? {} : { strip }),
    },
  };
}

/** Gives every milestone a row: the first in which nothing is too near. What finds none is counted and listed. */
function seat(
  milestones: readonly MilestoneDraft[],
  draft: TimelineDraft,
  window: TimeWindow,
  references: ReadonlyMap<string, string>,
) {
  const seated: Seated[] = [];
  const left: MilestoneDraft[] = [];
  const ends: number[] = [];
  const placed = milestones
    .map(milestone => ({ milestone, x: window.x(shownDay(milestone) ?? draft.today) }))
    .sort((a, b) => a.x - b.x);
  for (const { milestone, x } of placed) {
    const row = Array.from({ length: MOST_ROWS }, (_, i) => i).find(
      i => (x - (ends[i] ?? -1)) * PLOT_WIDTHS.mid >= CROWDED,
    );
    if (row === undefined) {
      left.push(milestone);
      continue;
    }
    ends[row] = x;
    const needs = milestone.dependsOn.map(key => references.get(key) ?? key);
    const planned = milestone.planned === undefined ? x : window.x(milestone.planned);
    const words = milestoneWords(milestone, draft.today, needs);
    seated.push({ draft: milestone, words, x, start: Math.min(x, planned), row });
  }
  return { seated, left };
}

function countLeft(left: readonly MilestoneDraft[], window: TimeWindow, y: number): LaneView['more'] {
  const counts = new Map<number, number>();
  for (const milestone of left) {
    const shown = shownDay(milestone);
    if (shown === undefined) continue;
    // One count a twentieth of the width, so that the counts cannot touch.
    const x = Math.round(window.x(shown) * 16) / 16;
    counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  return [...counts].map(([x, count]) => ({ x, y, text: `+${count}` }));
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

function placeBelow(seated: readonly Seated[], y: number): Map<string, LabelView> {
  const row = new LabelRow(PLOT_WIDTHS, 8);
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
  for (const item of [...seated].filter(one => one.row > 0).sort((a, b) => rank(b) - rank(a))) {
    const row = rows.get(item.row);
    const words = item.words.alarm ?? item.words.below;
    const text = words === undefined ? item.draft.name : `${item.draft.name}, ${words}`;
    const width = textWidth(text);
    const label = { y: strandY + item.row * BETWEEN_ROWS + 4, lines: [{ text }], tier: 'wide' as const };
    if (width > 260 || row === undefined) continue;
    if (row.place({ x: item.x, from: 14.5, to: 14.5 + width, tier: 'wide' })) {
      placed.set(item.draft.key, { ...label, x: item.x, dx: 14, anchor: 'start' });
    }
  }
  return placed;
}

function mark(item: Seated, window: TimeWindow, strandY: number, labels: readonly (LabelView | undefined)[]): MarkView {
  const { draft, words, x, row } = item;
  const planned = draft.planned === undefined ? undefined : window.x(draft.planned);
  const edge = window.edge(shownDay(draft) ?? window.from);
  const open = draft.glyph !== 'done' && draft.glyph !== 'skipped';
  const other = open ? undefined : planned;
  return {
    key: draft.key,
    at: draft.at,
    until: draft.until,
    x,
    y: strandY + row * BETWEEN_ROWS,
    glyph: draft.glyph,
    sentence: words.sentence,
    ...(draft.movable === undefined ? {} : { movable: draft.movable }),
    ...(other === undefined || other === x ? {} : { planned: other }),
    ...(words.slip === 0 ? {} : { slip: slipBar(item, window) }),
    ...(edge === undefined ? {} : { edge }),
    labels: labels.filter(label => label !== undefined),
  };
}

/** From the planned day to the actual one; an open milestone's bar grows to today. */
function slipBar(item: Seated, window: TimeWindow): NonNullable<MarkView['slip']> {
  const { draft, words, x } = item;
  const planned = draft.planned === undefined ? x : window.x(draft.planned);
  const end = draft.glyph === 'done' ? x : window.xToday;
  return { from: Math.min(planned, end), to: Math.max(planned, end), kind: words.slip > 0 ? 'late' : 'early' };
}

function layoutLogged(
  seated: readonly Seated[],
  window: TimeWindow,
  strandY: number,
  y: number,
): LoggedView | undefined {
  const item = seated.find(one => one.draft.logged.length > 0);
  if (item === undefined) return undefined;
  const entries = [...item.draft.logged].sort((a, b) => (a.day < b.day ? -1 : 1));
  const row = new LabelRow(PLOT_WIDTHS, 8);
  const marks = entries.map((entry): MarkView => {
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
  const xs = marks.map(one => one.x);
  return { from: item.x, fromY: strandY + item.row * BETWEEN_ROWS, to: Math.max(item.x, ...xs), y, marks };
}

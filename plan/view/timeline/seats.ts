import type { Day } from '../../day.ts';
import type { MilestoneDraft } from './draft.ts';
import { isOpenMark, type MilestoneWords, milestoneWords } from './milestone-words.ts';
import { PLOT_WIDTHS, type TimeWindow } from './window.ts';

/** Pixels from one row of marks to the next. */
export const BETWEEN_ROWS = 18;
/** Rows of marks in a lane; what finds no room in them is counted. */
export const MOST_ROWS = 4;
/** Marks closer than this many pixels in the middle tier stand under one another. */
const CROWDED = 15;

/** A milestone with its place in the lane. */
export interface Seated {
  readonly draft: MilestoneDraft;
  readonly words: MilestoneWords;
  readonly x: number;
  /** Where the mark begins, its slip included: there its words start. */
  readonly start: number;
  /** Where it ends: behind its planned day and its slip. */
  readonly end: number;
  readonly row: number;
}

/** What every lane is laid out with. */
export interface Surroundings {
  readonly today: Day;
  readonly window: TimeWindow;
  /** The short reference of every milestone by its key. */
  readonly references: ReadonlyMap<string, string>;
}

/** The first row in which a mark has room; undefined where it has room in none. Marks have to come in the order of their places. */
export function rowsOfMarks(): (x: number) => number | undefined {
  const ends: number[] = [];
  return x => {
    for (let row = 0; row < MOST_ROWS; row++) {
      if ((x - (ends[row] ?? -1)) * PLOT_WIDTHS.mid < CROWDED) continue;
      ends[row] = x;
      return row;
    }
    return undefined;
  };
}

/** Gives every milestone a row: the first in which nothing is too near. What finds none is counted and listed. */
export function seat(
  dated: readonly { draft: MilestoneDraft; day: Day }[],
  { today, window, references }: Surroundings,
) {
  const seated: Seated[] = [];
  const left: MilestoneDraft[] = [];
  const rowFor = rowsOfMarks();
  const placed = dated.map(({ draft, day }) => ({ draft, x: window.x(day) })).sort((a, b) => a.x - b.x);
  for (const { draft, x } of placed) {
    const row = rowFor(x);
    if (row === undefined) {
      left.push(draft);
      continue;
    }
    const needs = draft.dependsOn.map(key => references.get(key) ?? key);
    const words = milestoneWords(draft, today, needs);
    const planned = draft.planned === undefined ? x : window.within(draft.planned);
    const grown = words.slip > 0 && isOpenMark(draft) ? window.within(today) : x;
    seated.push({ draft, words, x, start: Math.min(x, planned), end: Math.max(x, planned, grown), row });
  }
  return { seated, left };
}

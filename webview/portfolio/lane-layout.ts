import { type Day, daysBetween } from '../../plan/day.ts';
import { oncePer } from '../../plan/once.ts';
import type { CsmAhead, PlannedDay } from '../../plan/portfolio/ahead.ts';
import type { ComingDay } from '../../plan/portfolio/types.ts';
import { AHEAD } from '../../plan/portfolio/words.ts';
import { textWidth } from '../../plan/view/text-width.ts';
import { figures } from '../../plan/words.ts';
import type { AheadAxis } from './ahead-axis.ts';
import { type Days, labelsOf, sentenceOf } from './lane-words.ts';
import { type Asked, placeInRows } from './rows-of-labels.ts';

/** What stands above, in the middle and below in the lane of a CSM. */
const STRIPS = ['review', 'work', 'renewal'] as const;
type Strip = (typeof STRIPS)[number];

/** A mark of the drawing: one thing, or several that stand too close to be told apart. */
export interface AheadMark {
  readonly key: string;
  readonly kind: ComingDay['kind'];
  /** Fraction of the width. */
  readonly x: number;
  /** Pixels from the lane's top. */
  readonly y: number;
  /** Beside the mark, where there is room; on its left where the drawing ends. */
  readonly label?: string;
  readonly left?: true;
  /** How many things stand here, where they are several. */
  readonly number?: number;
  /** All of it in words. */
  readonly sentence: string;
  /** Where it leads: the first of its things. */
  readonly leads: PlannedDay;
}

/** The days of one CSM, laid out. */
export interface AheadLane {
  readonly height: number;
  readonly marks: readonly AheadMark[];
}

const ROW = 19;
const PADDING = 6;
/** Rows of a strip before its things are drawn together by weeks. */
const ROWS: Readonly<Record<Strip, number>> = { review: 2, work: 3, renewal: 2 };
/** Room that a mark takes with a number of three digits. */
const CLUSTER = 40;
/** Of a mark with its label, nearly always. */
const SHORTEST = 44;
/** So near may two marks stand. */
const NEAR = 18;

const LOWEST = 44;

interface Thing {
  readonly days: Days;
  readonly x: number;
}

/** Lays out one lane: labels that do not touch, things drawn together where they are too many. */
export function layoutLane(csm: CsmAhead, axis: AheadAxis): AheadLane {
  const { width, x } = axis;
  const marks: AheadMark[] = [];
  let y = PADDING;
  const due = csm.days.filter(one => one.day <= axis.last);
  for (const strip of STRIPS) {
    const things = together(due.filter(one => stripOf(one) === strip)).map(days => ({ days, x: x(days[0].day) }));
    if (things.length === 0) continue;
    const laid = apart(things, ROWS[strip], width) ?? byWeeks(things, axis);
    for (const mark of laid.marks)
      marks.push({ ...mark, key: `${csm.key} ${mark.key}`, y: y + mark.y * ROW + ROW / 2, x: mark.x / width });
    y += laid.rows * ROW;
  }
  return { height: Math.max(y + PADDING, LOWEST), marks };
}

/** About how high a lane will be, found without laying it out. */
export const roughHeight = oncePer(({ plans }: CsmAhead): number => {
  const strips = new Set(plans.flatMap(plan => plan.coming.map(stripOf)));
  return Math.max(2 * PADDING + ROW * strips.size, LOWEST);
});

function stripOf({ kind }: Pick<ComingDay, 'kind'>): Strip {
  return kind === 'milestone' || kind === 'goal' ? 'work' : kind;
}

/** What one plan has on one day of one kind is one thing. */
function together(days: readonly PlannedDay[]): Days[] {
  const things = new Map<string, [PlannedDay, ...PlannedDay[]]>();
  for (const one of days) {
    const key = `${one.day} ${one.kind} ${one.plan.key}`;
    const thing = things.get(key);
    if (thing === undefined) things.set(key, [one]);
    else thing.push(one);
  }
  return [...things.values()];
}

/** Marks of a strip: x in pixels, y in rows. */
interface Laid {
  readonly marks: readonly AheadMark[];
  readonly rows: number;
}

/** Every thing with its label; undefined where there is no room for all of them. */
function apart(things: readonly Thing[], rows: number, width: number): Laid | undefined {
  if (things.length * SHORTEST > rows * width) return undefined;
  const asked = things.map((thing): Asked => {
    const strong = thing.days[0].kind === 'renewal';
    return { x: thing.x, labels: labelsOf(thing.days).map(text => ({ text, width: textWidth(text, strong) })) };
  });
  const placed = placeInRows(asked, rows, width);
  if (placed === undefined) return undefined;
  const marks = things.flatMap((thing, i): AheadMark[] => {
    const place = placed.places[i];
    if (place === undefined) return [];
    return [
      {
        ...markOf(thing.days),
        x: thing.x,
        y: place.row,
        label: place.label,
        ...(place.left ? { left: true } : {}),
      },
    ];
  });
  return { marks, rows: placed.rows };
}

/** Things by weeks, or by so many weeks that a mark with its number has room. */
function byWeeks(things: readonly Thing[], { from, x, width }: AheadAxis): Laid {
  const span = 7 * Math.ceil(CLUSTER / ((width * 7) / AHEAD));
  const bins = new Map<number, PlannedDay[]>();
  for (const { days } of things) {
    const bin = Math.floor(Math.min(daysBetween(from, days[0].day), AHEAD - 1) / span);
    const found = bins.get(bin) ?? [];
    found.push(...days);
    bins.set(bin, found);
  }
  const marks: AheadMark[] = [];
  for (const [bin, [first, ...rest]] of [...bins].sort(([a], [b]) => a - b)) {
    if (first === undefined) continue;
    // A bin is as wide as a mark with its number, and the number stands to the right.
    const middle = (Math.min((bin + 0.5) * span, AHEAD - 2) / AHEAD) * width - CLUSTER / 4;
    const number = rest.length + 1;
    marks.push({
      ...markOf([first, ...rest]),
      x: middle,
      y: 0,
      ...(number === 1 ? {} : { label: figures(number), number }),
    });
  }
  return { marks: onTheirDays(marks, x), rows: 1 };
}

/** What stands alone in its weeks stands on its day, unless that is too near to a neighbour. Marks come from left to right. */
function onTheirDays(marks: readonly AheadMark[], x: (value: Day) => number): AheadMark[] {
  const placed: AheadMark[] = [];
  for (const [i, mark] of marks.entries()) {
    const own = x(mark.leads.day);
    const [before, after] = [placed.at(-1), marks[i + 1]];
    const free =
      (before === undefined ||
        own >= before.x + NEAR + (before.label === undefined ? 0 : textWidth(before.label, true))) &&
      (after === undefined || own <= after.x - NEAR);
    placed.push(mark.number === undefined && free ? { ...mark, x: own } : mark);
  }
  return placed;
}

function markOf(days: Days): Pick<AheadMark, 'key' | 'kind' | 'sentence' | 'leads'> {
  const [first] = days;
  const kind = days.some(one => one.kind !== first.kind) ? 'milestone' : first.kind;
  return { key: `${kind} ${first.day} ${first.plan.key}`, kind, sentence: sentenceOf(days), leads: first };
}

import { type CountableTimeInterval, utcMonday } from 'd3-time';
import { addDays, type Day, day, daysBetween, formatDay, formatFullDay } from '../../plan/day.ts';
import type { Ahead, CsmAhead, PlannedDay } from '../../plan/portfolio/ahead.ts';
import { sumsOf } from '../../plan/portfolio/totals.ts';
import type { ComingDay } from '../../plan/portfolio/types.ts';
import { AHEAD, shortMoney, sumsInWords } from '../../plan/portfolio/words.ts';
import { clip, textWidth } from '../../plan/view/text-width.ts';
import { count, oneLine, short } from '../../plan/words.ts';
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

/** The days of one CSM. */
export interface AheadLane {
  readonly key: string;
  readonly csm: string;
  readonly note: string;
  readonly height: number;
  readonly marks: readonly AheadMark[];
}

/** A Monday. */
export interface AheadTick {
  readonly x: number;
  /** Absent where the line alone has room. */
  readonly label?: string;
}

/** The next 90 days, laid out. */
export interface AheadDrawing {
  readonly ticks: readonly AheadTick[];
  readonly lanes: readonly AheadLane[];
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
const TODAY_ROOM = 48;

/** Lays out the next 90 days for a drawing of so many pixels: labels that do not touch, things drawn together where they are too many. */
export function layoutAhead({ from, csms }: Ahead, width: number): AheadDrawing {
  const known = new Map<Day, number>();
  const x = (value: Day) => {
    const found = known.get(value) ?? (daysBetween(from, value) / AHEAD) * width;
    known.set(value, found);
    return found;
  };
  const last = addDays(from, AHEAD);
  return {
    ticks: ticks(utcMonday.range(dateOf(from), dateOf(addDays(last, 1))), width, x),
    lanes: csms
      .map(csm => ({ ...csm, days: csm.days.filter(one => one.day <= last) }))
      .map(csm => layoutLane(csm, from, x, width)),
  };
}

function dateOf(value: Day): Date {
  return new Date(`${value}T00:00:00Z`);
}

function dayOf(value: Date): Day {
  return day(value.toISOString().slice(0, 10));
}

const EVERY: readonly number[] = [1, 2, 4];

/** A line at every Monday, and its day at as many as there is room for. */
function ticks(mondays: readonly Date[], width: number, x: (value: Day) => number): AheadTick[] {
  const week = (width * 7) / AHEAD;
  const every = EVERY.find(weeks => weeks * week >= 50) ?? 4;
  const labelled = utcMonday.every(every) ?? utcMonday;
  return mondays.map(monday => {
    const on = dayOf(monday);
    const at = x(on);
    const label = formatDay(on);
    const fits = isOf(labelled, monday) && at >= TODAY_ROOM && at + textWidth(label) <= width;
    return { x: at / width, ...(fits ? { label } : {}) };
  });
}

function isOf(interval: Pick<CountableTimeInterval, 'floor'>, date: Date): boolean {
  return interval.floor(date).getTime() === date.getTime();
}

interface Thing {
  readonly days: readonly [PlannedDay, ...PlannedDay[]];
  readonly x: number;
}

function layoutLane(csm: CsmAhead, from: Day, x: (value: Day) => number, width: number): AheadLane {
  const marks: AheadMark[] = [];
  let y = PADDING;
  for (const strip of STRIPS) {
    const things = together(csm.days.filter(one => stripOf(one) === strip)).map(days => ({ days, x: x(days[0].day) }));
    if (things.length === 0) continue;
    const laid = apart(things, ROWS[strip], width) ?? byWeeks(things, from, x, width);
    for (const mark of laid.marks)
      marks.push({ ...mark, key: `${csm.key} ${mark.key}`, y: y + mark.y * ROW + ROW / 2, x: mark.x / width });
    y += laid.rows * ROW;
  }
  return { key: csm.key, csm: csm.csm, note: csm.note, height: Math.max(y + PADDING, 44), marks };
}

function stripOf({ kind }: PlannedDay): Strip {
  return kind === 'milestone' || kind === 'goal' ? 'work' : kind;
}

/** What one plan has on one day of one kind is one thing. */
function together(days: readonly PlannedDay[]): Thing['days'][] {
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
    return { x: thing.x, labels: labelsOf(thing).map(text => ({ text, width: textWidth(text, strong) })) };
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
function byWeeks(things: readonly Thing[], from: Day, x: (value: Day) => number, width: number): Laid {
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
      ...(number === 1 ? {} : { label: number.toLocaleString('en'), number }),
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

function markOf(days: Thing['days']): Pick<AheadMark, 'key' | 'kind' | 'sentence' | 'leads'> {
  const [first] = days;
  const kind = days.some(one => one.kind !== first.kind) ? 'milestone' : first.kind;
  return { key: `${kind} ${first.day} ${first.plan.key}`, kind, sentence: sentenceOf(days), leads: first };
}

const WORDS: Readonly<Record<ComingDay['kind'], string>> = {
  review: 'Review',
  milestone: 'Milestone',
  goal: 'Goal',
  renewal: 'Renewal',
};
const NAMED = 6;

function sentenceOf(days: Thing['days']): string {
  const [first, ...rest] = days;
  const last = rest.at(-1) ?? first;
  const name = oneLine(first.plan.customer);
  if (rest.length === 0) {
    const worth =
      first.kind === 'renewal' && first.plan.arr
        ? `, ${shortMoney(first.plan.arr.amount, first.plan.arr.currency)}`
        : '';
    const own = first.kind === 'review' || first.kind === 'renewal' ? '' : `: ${short(first.text, 120)}`;
    return `${WORDS[first.kind]}, ${name}${worth}, ${formatFullDay(first.day)}${own}`;
  }
  const names = [...new Set(days.map(one => oneLine(one.plan.customer)))];
  const listed =
    names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ');
  const sum = first.kind === 'renewal' ? sumsInWords(sumsOf(days.flatMap(one => one.plan.arr ?? []))) : '';
  const when = first.day === last.day ? formatDay(first.day) : `${formatDay(first.day)} to ${formatDay(last.day)}`;
  return `${manyOf(days)}, ${when}${sum === '' ? '' : `, ${sum}`}: ${listed}`;
}

function manyOf(days: Thing['days']): string {
  const kinds = [...new Set(days.map(one => one.kind))];
  return kinds
    .map(kind => count(days.filter(one => one.kind === kind).length, WORDS[kind].toLowerCase()))
    .join(' and ');
}

/** Words for a label, the longest first. */
function labelsOf({ days }: Thing): string[] {
  const [{ kind, plan }] = days;
  const name = oneLine(plan.customer);
  const strong = kind === 'renewal';
  const behind =
    strong && plan.arr
      ? `, ${shortMoney(plan.arr.amount, plan.arr.currency)}`
      : days.length > 1
        ? `, ${days.length}`
        : '';
  return [...new Set([wholeWords(name, 130, strong), wholeWords(name, 0, strong)])].map(one => `${one}${behind}`);
}

/** As many of the first words as have room, one at least; that one is cut where it is longer than any label. */
function wholeWords(name: string, room: number, strong: boolean): string {
  let kept = '';
  for (const word of name.split(' ').slice(0, 12)) {
    const longer = kept === '' ? word : `${kept} ${word}`;
    // An article alone names nobody.
    if (kept.length > 3 && textWidth(longer, strong) > room) break;
    kept = longer;
  }
  return clip(kept.replace(/[,;:&–-]+$/u, '').trimEnd(), 130, strong);
}

import type { Figures, SizeFigures } from './figures.ts';
import { type Found, type Goal, NOT_IN_RUN } from './goal.ts';
import { figureOf, type Peer, type ReadingMeasure, ratioOf, type ServerMeasure, scaled, sum } from './measures.ts';
import type { Size } from './plans.ts';
import { median } from './stats.ts';

function atSize(
  figures: Figures,
  size: Size,
  find: (figures: SizeFigures) => number | undefined,
  none = 'not measured',
): Found {
  const one = figures.sizes.find(({ name }) => name === size);
  return one ? (find(one) ?? none) : NOT_IN_RUN;
}

/** A figure of our server as a part of a peer's, at every size that has a limit. */
export function editor(
  what: string,
  measure: ServerMeasure,
  limits: Readonly<Partial<Record<Size, number>>>,
  { peer = 'yls', figure = median, floor }: { peer?: Peer; figure?: typeof median; floor?: EditorFloor } = {},
): Goal[] {
  const limited: readonly Size[] = ['typical', 'large', 'huge'];
  return limited.flatMap(size => {
    const limit = limits[size];
    if (limit === undefined) return [];
    const theirs = ({ servers }: SizeFigures) => figureOf(servers[peer][measure], figure);
    const find = (figures: Figures) =>
      atSize(figures, size, one => ratioOf(figureOf(one.servers.ours[measure], figure), theirs(one)));
    const goal: Goal = { what, at: () => size, unit: '×', limit, find };
    if (!floor) return [goal];
    const findFloor = (figures: Figures) =>
      atSize(figures, size, one => ratioOf(floor.find(one, figures), theirs(one)));
    return [{ ...goal, floor: { what: floor.what, find: findFloor } }];
  });
}

/** A floor in the unit of what is measured, which becomes a part of the same whole. */
export interface EditorFloor {
  readonly what: string;
  find(size: SizeFigures, figures: Figures): number | undefined;
}

const reading = (measure: ReadingMeasure, what: string): EditorFloor => ({
  what,
  find: ({ reading }) => figureOf(reading[measure]),
});
export const ITEM = reading('item', '`yaml` alone, the edited item');
const echo = ({ servers }: SizeFigures) => figureOf(servers.ours.echo);
export const ANSWER: EditorFloor = { what: 'an answer without work', find: echo };
/** What is sent back for a key, all diagnostics, takes its time though nothing is worked out. */
export const ITEM_AND_DIAGNOSTICS: EditorFloor = {
  what: '`yaml` alone, the edited item, and the same diagnostics sent once more',
  find: one => sum(figureOf(one.reading.item), figureOf(one.servers.ours.again)),
};
/** A whole Node process that does nothing, as the repositories' floors have it. */
export const START: EditorFloor = {
  what: 'Node starts and ends',
  find: (_, { repositories }) =>
    scaled(
      repositories.map(({ programs }) => figureOf(programs.node?.wall)).find(value => value !== undefined),
      1000,
    ),
};
export const START_AND_READ: EditorFloor = {
  what: 'initialized, and js-yaml’s parseEvents alone reads its first text',
  find: ({ servers, reading }) => sum(figureOf(servers.ours.initialize), figureOf(reading.eventsFirst)),
};
export const EMPTY: EditorFloor = {
  what: 'initialized, nothing open',
  find: ({ servers }) => figureOf(servers.ours.memoryStart),
};
/** All rules on a plan that lies in the processor's caches: what they take however it was read. */
export const CHECKED_BEFORE: EditorFloor = {
  what: 'reading, and checking anew what was just checked',
  find: ({ reading }) => sum(figureOf(reading.read), figureOf(reading.again)),
};
export const CHECKED_BEFORE_FAST: EditorFloor = {
  what: 'text → tree, and checking anew what was just checked',
  find: ({ reading }) => sum(figureOf(reading.fastParse), figureOf(reading.fastAgain)),
};

/** A part of the work in one process, as a part of another. `none` says why there is no figure. */
export function inProcess(
  what: string,
  part: ReadingMeasure,
  whole: ReadingMeasure,
  limit: number,
  { none = 'not measured', floor }: { none?: string; floor?: EditorFloor } = {},
): Goal[] {
  const sizes: readonly Size[] = ['typical', 'large'];
  return sizes.map(size => {
    const all = ({ reading }: SizeFigures) => figureOf(reading[whole]);
    const goal: Goal = {
      what,
      at: () => size,
      unit: '×',
      limit,
      find: figures => atSize(figures, size, one => ratioOf(figureOf(one.reading[part]), all(one)), none),
    };
    if (!floor) return goal;
    const find = (figures: Figures) => atSize(figures, size, one => ratioOf(floor.find(one, figures), all(one)), none);
    return { ...goal, floor: { what: floor.what, find } };
  });
}

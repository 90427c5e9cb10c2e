import type { Figures, RepositoryFigures, SizeFigures } from './figures.ts';
import {
  figureOf,
  type Peer,
  PROGRAMS,
  type ProcessMeasure,
  type Program,
  type ReadingMeasure,
  ratioOf,
  type ServerMeasure,
} from './measures.ts';
import type { Size } from './plans.ts';
import { median, p95 } from './stats.ts';

/** A figure of a run, or why there is none. */
export type Found = number | string;

/** What cannot be undercut by the same means, measured in the same run and in the goal's unit. */
export interface Floor {
  readonly what: string;
  find(figures: Figures): Found;
}

/** A figure that is to stay at or below a limit. */
export interface Goal {
  readonly what: string;
  /** The size of plan or repository; a quick run has a smaller repository. */
  at(figures: Figures): string;
  readonly unit: '×' | 'ms' | 'MB' | 'kB';
  readonly limit: number;
  find(figures: Figures): Found;
  readonly floor?: Floor;
}

/** What a goal became in a run. */
export interface Judged {
  readonly goal: Goal;
  readonly found: Found;
  readonly verdict: 'held' | 'missed' | 'not measured';
  /** Only where the goal was missed and there is a floor. */
  readonly floor: { readonly what: string; readonly found: Found } | undefined;
}

/** Holds a run against a goal. */
export function judge(goal: Goal, figures: Figures): Judged {
  const found = goal.find(figures);
  const verdict = typeof found === 'string' ? 'not measured' : found <= goal.limit ? 'held' : 'missed';
  const floor = verdict === 'missed' && goal.floor;
  return { goal, found, verdict, floor: floor ? { what: floor.what, found: floor.find(figures) } : undefined };
}

/* In the editor: our server's figure as a part of a peer's. */

/** Why there is no figure of what this run was not asked to measure. */
export const NOT_IN_RUN = 'not in this run';

function atSize(figures: Figures, size: Size, find: (figures: SizeFigures) => number | undefined): Found {
  const one = figures.sizes.find(({ name }) => name === size);
  return one ? (find(one) ?? 'not measured') : NOT_IN_RUN;
}

function editor(
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

interface EditorFloor {
  readonly what: string;
  find(size: SizeFigures, figures: Figures): number | undefined;
}

const reading = (measure: ReadingMeasure, what: string): EditorFloor => ({
  what,
  find: ({ reading }) => figureOf(reading[measure]),
});
const ITEM = reading('item', '`yaml` alone, the edited item');
/** A whole Node process that does nothing, as the repositories' floors have it. */
const nodeAlone = (figures: Figures, measure: ProcessMeasure) =>
  figures.repositories.map(({ programs }) => figureOf(programs.node?.[measure])).find(value => value !== undefined);
const START: EditorFloor = {
  what: 'Node starts and ends',
  find: (_, figures) => scaled(nodeAlone(figures, 'wall'), 1000),
};
const START_AND_READ: EditorFloor = {
  what: 'Node starts, `yaml` reads once, warm',
  find: ({ reading }, figures) => sum(scaled(nodeAlone(figures, 'wall'), 1000), figureOf(reading.library)),
};
const EMPTY: EditorFloor = { what: 'an empty Node process', find: (_, figures) => nodeAlone(figures, 'memory') };

/* Reading and checking in one process. */

function inProcess(what: string, part: ReadingMeasure, whole: ReadingMeasure, limit: number, none: string): Goal[] {
  const sizes: readonly Size[] = ['typical', 'large'];
  return sizes.map(size => ({
    what,
    at: () => size,
    unit: '×',
    limit,
    find: figures => {
      const one = figures.sizes.find(({ name }) => name === size);
      return one ? (ratioOf(figureOf(one.reading[part]), figureOf(one.reading[whole])) ?? none) : NOT_IN_RUN;
    },
  }));
}

/* Whole processes over repositories. */

const wall = (repository: RepositoryFigures, program: Program) => figureOf(repository.programs[program]?.wall);

/** The repository that a goal speaks of. For 1,000 plans a smaller one does, which a quick run has: it shows where things stand. */
function asked({ repositories }: Figures, plans: number): RepositoryFigures | undefined {
  const smaller = plans === 1_000 ? repositories.find(one => one.plans < plans) : undefined;
  return repositories.find(one => one.plans === plans) ?? smaller;
}

function atRepository(figures: Figures, plans: number, find: (repository: RepositoryFigures) => Found): Found {
  const one = asked(figures, plans);
  return one ? find(one) : NOT_IN_RUN;
}

/** One program's time as a part of another's. */
function quotient(part: Program, whole: Program): (repository: RepositoryFigures) => Found {
  return repository => {
    const gone = [part, whole].find(program => wall(repository, program) === undefined);
    if (gone) return repository.missing[gone] ?? `not measured: ${PROGRAMS[gone]}`;
    return ratioOf(wall(repository, part), wall(repository, whole)) ?? 'not measured';
  };
}

function repository(plans: number, what: string, part: Program, whole: Program, limit: number, floor: Program): Goal {
  return {
    what,
    at: figures => `${(asked(figures, plans)?.plans ?? plans).toLocaleString('en')} plans`,
    unit: '×',
    limit,
    find: figures => atRepository(figures, plans, quotient(part, whole)),
    floor: {
      what: PROGRAMS[floor].replace('floor: ', ''),
      find: figures => atRepository(figures, plans, quotient(floor, whole)),
    },
  };
}

/** Two threads over one, as the bare parser has it. */
const HALVES: Floor = {
  what: 'js-yaml alone, two threads / one',
  find: figures => atRepository(figures, 10_000, quotient('eventsTwo', 'events')),
};

function memoryOf(plans: number, program: Program): Goal['find'] {
  return figures =>
    atRepository(
      figures,
      plans,
      one => figureOf(one.programs[program]?.memory) ?? one.missing[program] ?? 'not measured',
    );
}

/** The time of ten times as many plans, as a part of ten times the time. */
function linear(program: Program): Goal['find'] {
  return figures =>
    atRepository(figures, 100_000, many =>
      atRepository(figures, 10_000, few => {
        const ratio = ratioOf(wall(many, program), scaled(wall(few, program), 10));
        return ratio ?? many.missing[program] ?? 'not measured';
      }),
    );
}

const NO_REDHAT = 'redhat.vscode-yaml is not on npm; in the same client: see “spawn → first diagnostics”';

/** The goals, in the order in which people wait. */
export const GOALS: readonly Goal[] = [
  ...editor('key → diagnostics, p50, to yls', 'key', { typical: 1 / 50, large: 1 / 80, huge: 1 / 40 }, { floor: ITEM }),
  ...editor(
    'key → diagnostics, p50, to yls without its delay',
    'key',
    { typical: 1 / 2, large: 1 / 15, huge: 1 / 30 },
    { peer: 'ylsNoDelay', floor: ITEM },
  ),
  ...editor('key → diagnostics, p95, to yls', 'key', { typical: 1 / 10 }, { figure: p95, floor: ITEM }),
  ...editor('CPU per key, to yls', 'cpu', { typical: 0.5, large: 0.08, huge: 0.05 }, { floor: ITEM }),
  ...editor('ten keys at once, to yls', 'burst', { typical: 0.1, large: 0.1, huge: 0.1 }, { floor: ITEM }),
  ...editor('completion of a value, to yls', 'completeValue', { typical: 0.5, large: 0.05, huge: 0.05 }),
  ...editor('completion of a key, to yls', 'completeKey', { typical: 0.5, large: 0.05, huge: 0.05 }),
  ...editor('hover, to yls', 'hover', { typical: 0.2, large: 0.2, huge: 0.2 }),
  ...editor('spawn → initialized, to yls', 'initialize', { typical: 0.35, large: 0.35 }, { floor: START }),
  ...editor('spawn → first diagnostics, to yls', 'first', { typical: 0.3, large: 0.45 }, { floor: START_AND_READ }),
  ...editor('memory after open, to yls', 'memoryOpen', { typical: 0.75, large: 0.75, huge: 0.55 }, { floor: EMPTY }),
  ...editor('memory after edits, to yls', 'memoryEdited', { typical: 0.8, large: 0.8, huge: 0.55 }, { floor: EMPTY }),
  ...inProcess('full check / reading alone, `yaml`', 'check', 'parse', 1.2, 'not measured'),
  ...inProcess('full check / reading alone, fast reader', 'fastCheck', 'fastParse', 1.5, 'no fast reader yet'),
  repository(1000, 'all rules, to ajv-cli', 'ours', 'ajvCli', 0.9, 'events'),
  repository(1000, 'all rules, to spectral with 12 rules', 'ours', 'spectral', 1 / 9, 'events'),
  repository(1000, 'all rules, to spectral with schema', 'ours', 'spectralSchema', 1 / 25, 'events'),
  { ...repository(10_000, 'two threads / one', 'two', 'one', 0.75, 'eventsTwo'), floor: HALVES },
  repository(10_000, 'warm cache / cold', 'warm', 'cold', 1 / 5, 'files'),
  {
    what: 'time a plan, to that of 10,000 plans (linear: 1)',
    at: () => '100,000 plans',
    unit: '×',
    limit: 1.1,
    find: linear('ours'),
    floor: { what: 'js-yaml alone', find: linear('events') },
  },
  {
    what: 'peak memory',
    at: () => '100,000 plans',
    unit: 'MB',
    limit: 300,
    find: memoryOf(100_000, 'ours'),
    floor: { what: 'js-yaml alone', find: memoryOf(100_000, 'events') },
  },
  {
    what: 'first plan opened → diagnostics in one VS Code, to redhat.vscode-yaml',
    at: () => 'typical',
    unit: '×',
    limit: 1 / 2,
    find: () => NO_REDHAT,
  },
  panel('typical', 16),
  panel('large', 50),
  {
    what: 'server bundle, minified',
    at: () => '',
    unit: 'kB',
    limit: 600,
    find: ({ serverBytes }) => serverBytes / 1000,
  },
  {
    what: 'the .vsix',
    at: () => '',
    unit: 'kB',
    limit: 1000,
    find: ({ vsixBytes }) => (vsixBytes === undefined ? 'not made: run `npm run package`' : vsixBytes / 1000),
  },
];

function panel(size: 'typical' | 'large', limit: number): Goal {
  return {
    what: 'panel: new view model → drawn',
    at: () => size,
    unit: 'ms',
    limit,
    find: ({ panel }) => figureOf(panel.drawn[size]) ?? panel.missing ?? NOT_IN_RUN,
  };
}

function scaled(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value * by;
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

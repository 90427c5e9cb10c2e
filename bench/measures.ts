import { median } from './stats.ts';

/** What is measured of a server, in the order of the table. Every figure is better when it is smaller. */
export const SERVER_MEASURES = {
  initialize: { title: 'spawn → initialized', unit: 'ms' },
  first: { title: 'spawn → first diagnostics', unit: 'ms' },
  key: { title: 'key → fresh diagnostics', unit: 'ms' },
  burst: { title: 'ten keys at once → diagnostics', unit: 'ms' },
  cpu: { title: 'CPU per key', unit: 'ms' },
  completeValue: { title: 'completion of a value after a key', unit: 'ms' },
  completeKey: { title: 'completion of a key after a key', unit: 'ms' },
  hover: { title: 'hover', unit: 'ms' },
  echo: { title: 'floor: an answer without work', unit: 'ms' },
  again: { title: 'floor: the same diagnostics once more, asked for', unit: 'ms' },
  memoryStart: { title: 'floor: memory when initialized, nothing open', unit: 'MB' },
  memoryOpen: { title: 'memory after open', unit: 'MB' },
  memoryEdited: { title: 'memory after the edits', unit: 'MB' },
} as const;
export type ServerMeasure = keyof typeof SERVER_MEASURES;

/** What is measured of reading and checking without a server. */
export const READING_MEASURES = {
  item: { title: 'the YAML library, the smallest edited item alone', unit: 'ms' },
  events: { title: 'js-yaml, parseEvents alone', unit: 'ms' },
  library: { title: 'the YAML library alone', unit: 'ms' },
  eventsFirst: { title: 'js-yaml, parseEvents alone, the first text of a process', unit: 'ms' },
  libraryFirst: { title: 'the YAML library alone, the first text of a process', unit: 'ms' },
  parse: { title: 'text → tree', unit: 'ms' },
  read: { title: 'reading: text → model', unit: 'ms' },
  silent: { title: 'reading and a walk with rules that say nothing', unit: 'ms' },
  check: { title: 'reading and checking, all rules', unit: 'ms' },
  again: { title: 'floor: checking anew what was just checked, without reading', unit: 'ms' },
  fastParse: { title: 'fast reader: text → tree', unit: 'ms' },
  fastSilent: { title: 'fast reader: reading and a walk with rules that say nothing', unit: 'ms' },
  fastCheck: { title: 'fast reader: reading and checking, all rules', unit: 'ms' },
  fastAgain: { title: 'floor, fast reader: checking anew what was just checked, without reading', unit: 'ms' },
} as const;
export type ReadingMeasure = keyof typeof READING_MEASURES;

/** The servers that are compared. */
export const PEERS = {
  ours: 'success-plan',
  yls: 'yaml-language-server',
  ylsNoDelay: 'yaml-language-server, without its delay',
} as const;
export type Peer = keyof typeof PEERS;

/** What is measured of the panel. */
export const PANEL_MEASURES = {
  typical: { title: 'typical', unit: 'ms' },
  large: { title: 'large', unit: 'ms' },
  typicalLaidOut: { title: 'typical, of it until the page is laid out', unit: 'ms' },
  largeLaidOut: { title: 'large, of it until the page is laid out', unit: 'ms' },
  typicalFirst: { title: 'typical, the first one on the page', unit: 'ms' },
  largeFirst: { title: 'large, the first one on the page', unit: 'ms' },
  frame: { title: 'floor: a frame in which nothing changes', unit: 'ms' },
} as const;
export type PanelMeasure = keyof typeof PANEL_MEASURES;

/** What is measured of a portfolio: the server is asked for it while somebody types in a plan, then its page draws it. */
export const PORTFOLIO_MEASURES = {
  first: { title: 'question → first plans', unit: 'ms' },
  all: { title: 'question → all plans', unit: 'ms' },
  again: { title: 'the same question once more', unit: 'ms' },
  key: { title: 'key → fresh diagnostics, while files are read', unit: 'ms' },
  quiet: { title: 'key → fresh diagnostics, before', unit: 'ms' },
  drawFirst: { title: 'plans → page drawn, the first time', unit: 'ms' },
  draw: { title: 'plans → page drawn, another plan changed', unit: 'ms' },
  find: { title: 'letter in the search field → page drawn', unit: 'ms' },
  scroll: { title: 'scrolled by a screen → page drawn', unit: 'ms' },
} as const;
export type PortfolioMeasure = keyof typeof PORTFOLIO_MEASURES;

/** The extensions that are compared inside VS Code. */
export const WINDOW_MEASURES = {
  ours: { title: 'success-plan', unit: 'ms' },
  yls: { title: 'yaml-language-server, in the least of an extension', unit: 'ms' },
  floor: { title: 'floor: an extension that marks the line at once', unit: 'ms' },
} as const;
export type WindowMeasure = keyof typeof WINDOW_MEASURES;

/** What is run over a repository: ours, the peers, and floors, which do only a part of the work. */
export const PROGRAMS = {
  ours: 'success-plan check',
  one: 'success-plan check --jobs 1',
  two: 'success-plan check --jobs 2',
  cold: 'success-plan check --jobs 1 --cache, cold',
  warm: 'success-plan check --jobs 1 --cache, warm',
  ajvCli: 'ajv-cli, our schema, no positions',
  script: 'a script of js-yaml and ajv, our schema, no positions',
  spectral: 'spectral, 12 rules',
  spectralSchema: 'spectral, 12 rules and our schema',
  node: 'floor: Node starts and ends',
  files: 'floor: every file read and hashed, nothing else',
  events: 'floor: js-yaml, parseEvents alone',
  eventsTwo: 'floor: the same on two threads',
  library: 'floor: the YAML library alone',
  silent: 'floor: our reading, and a walk with rules that say nothing',
  silentTwo: 'floor: our reading and a walk with rules that say nothing, on two threads',
} as const;
export type Program = keyof typeof PROGRAMS;

/** What is measured of a process from its start to its end, all its threads and children included. */
export const PROCESS_MEASURES = {
  wall: { title: 'time', unit: 's' },
  cpu: { title: 'CPU', unit: 's' },
  memory: { title: 'peak memory', unit: 'MB' },
} as const;
export type ProcessMeasure = keyof typeof PROCESS_MEASURES;

/** Samples of one kind of thing, gathered over all rounds. */
export type Samples<K extends string> = Partial<Record<K, number[]>>;

/** Adds samples to those of earlier rounds. */
export function gather<K extends string>(into: Samples<K>, kind: K, samples: readonly number[]): void {
  const list: number[] = into[kind] ?? [];
  list.push(...samples);
  into[kind] = list;
}

/** Adds all kinds of samples to those of earlier rounds. */
export function gatherAll<K extends string>(into: Samples<K>, samples: Samples<K>): void {
  for (const kind in samples) gather(into, kind, samples[kind] ?? []);
}

/** The middle (or another figure) of the samples, undefined where there are none. */
export function figureOf(samples: readonly number[] | undefined, figure = median): number | undefined {
  return samples && samples.length > 0 ? figure(samples) : undefined;
}

/** One figure as a part of another; undefined where one is missing. */
export function ratioOf(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined) return undefined;
  const ratio = part / whole;
  return Number.isFinite(ratio) ? ratio : undefined;
}

/** So many times a figure. */
export function scaled(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value * by;
}

/** Two figures together. */
export function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** The keys of a record, as what they are. */
export function ids<K extends string>(record: Readonly<Partial<Record<K, unknown>>>): K[] {
  const known = (key: string): key is K => Object.hasOwn(record, key);
  return Object.keys(record).filter(known);
}

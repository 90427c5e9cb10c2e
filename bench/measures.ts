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
  memoryOpen: { title: 'memory after open', unit: 'MB' },
  memoryEdited: { title: 'memory after the edits', unit: 'MB' },
} as const;
export type ServerMeasure = keyof typeof SERVER_MEASURES;

/** What is measured of reading and checking without a server. */
export const READING_MEASURES = {
  library: { title: 'the YAML library alone', unit: 'ms' },
  read: { title: 'reading: text → model', unit: 'ms' },
  check: { title: 'reading and checking, all rules', unit: 'ms' },
} as const;
export type ReadingMeasure = keyof typeof READING_MEASURES;

/** The programs that are compared. */
export const PEERS = {
  ours: 'success-plan',
  yls: 'yaml-language-server',
  ylsNoDelay: 'yaml-language-server, without its delay',
} as const;
export type Peer = keyof typeof PEERS;

/** Samples of one kind of thing, gathered over all rounds. */
export type Samples<K extends string> = Partial<Record<K, number[]>>;

/** Adds samples to those of earlier rounds. */
export function gather<K extends string>(into: Samples<K>, kind: K, samples: readonly number[]): void {
  const list: number[] = into[kind] ?? [];
  list.push(...samples);
  into[kind] = list;
}

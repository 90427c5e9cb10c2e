import { isRecord } from '../protocol/unknown.ts';
import { markedText } from './fingerprints.ts';
import type { Reported } from './report.ts';

/** One finding that is known: its rule, the line that it marks, and how often both come together in the file. */
export interface Entry {
  readonly rule: string;
  readonly line: string;
  readonly times?: number;
}

/** The known findings of each file, by its path from the folder of the baseline. */
export type Entries = Readonly<Record<string, readonly Entry[]>>;

/** In the order of the file; those alike are one. */
export function entriesOf(findings: readonly Reported[]): readonly Entry[] {
  const all = new Map<string, Entry>();
  for (const finding of findings) {
    const entry = { rule: finding.rule, line: markedText(finding) };
    const times = all.get(keyOf(entry))?.times ?? (all.has(keyOf(entry)) ? 1 : 0);
    all.set(keyOf(entry), times === 0 ? entry : { ...entry, times: times + 1 });
  }
  return [...all.values()];
}

/** The same for entries that are alike. */
export function keyOf({ rule, line }: Entry): string {
  return `${rule}\n${line}`;
}

/** How many findings entries stand for. */
export function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { times = 1 }) => sum + times, 0);
}

/** What a baseline's text says; undefined for any other text. */
export function entriesIn(text: string): Entries | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(read) || read.version !== 1 || !isRecord(read.findings)) return undefined;
  const entries = Object.entries(read.findings);
  const all: Record<string, readonly Entry[]> = Object.create(null);
  for (const [name, list] of entries) {
    if (!Array.isArray(list) || !list.every(isEntry)) return undefined;
    all[name] = list;
  }
  return all;
}

function isEntry(entry: unknown): entry is Entry {
  if (!isRecord(entry) || typeof entry.rule !== 'string' || typeof entry.line !== 'string') return false;
  return (
    entry.times === undefined ||
    (typeof entry.times === 'number' && Number.isSafeInteger(entry.times) && entry.times > 0)
  );
}

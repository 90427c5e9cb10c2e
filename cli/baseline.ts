import { existsSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { isRecord } from '../protocol/unknown.ts';
import { slashed } from '../server/config-file.ts';
import { fileFailure, readTextFile } from '../server/text-file.ts';
import { markedText } from './fingerprints.ts';
import type { CheckedFile, Reported } from './report.ts';
import { writeOver } from './write-over.ts';

/** One finding that is known: its rule, the line that it marks, and how often both come together in the file. */
interface Entry {
  readonly rule: string;
  readonly line: string;
  readonly times?: number;
}

/** The known findings of each file, by its path from the folder of the baseline. */
type Entries = Readonly<Record<string, readonly Entry[]>>;

/** A baseline as it stands in its file. */
interface Written {
  readonly version: 1;
  readonly findings: Entries;
}

/**
 * The findings that a team lives with for now: they are not told and fail nothing, and all others do. A finding is known by its rule and the line that it marks, so that it
 * stays known while it moves, and tomorrow, when it is a day later; once its line is another, it is told again.
 */
export class Baseline {
  /** How many findings were known and are there, how many were known and are there no more, and how many were not: of the files that were checked. */
  known = 0;
  gone = 0;
  fresh = 0;
  private readonly file: string;
  /** As people see it. */
  private readonly name: string;
  private readonly entries: Entries;
  private readonly found = new Map<string, readonly Entry[]>();

  private constructor(file: string, name: string, entries: Entries) {
    this.file = file;
    this.name = name;
    this.entries = entries;
  }

  /** Reads one; `orNone` takes a file that is not there for one that knows nothing. Returns in one line why it cannot be read. Never rejects. */
  static async read(file: string, name: string, orNone: boolean): Promise<Baseline | string> {
    const { text, failure, missing } = await readTextFile(file);
    if (text === undefined) {
      if (missing && orNone) return new Baseline(file, name, {});
      return missing ? `${name}: there is no such baseline; --update-baseline writes it` : `${name}: ${failure}`;
    }
    const entries = entriesIn(text);
    return entries
      ? new Baseline(file, name, entries)
      : `${name}: is no baseline of success-plan; delete it and write it anew with --update-baseline`;
  }

  /** A file less what is known of it. */
  less(checked: CheckedFile): CheckedFile {
    const name = this.nameOf(checked);
    if (name === undefined) return checked;
    this.found.set(name, entriesOf(checked.findings));
    const left = new Map<string, number>();
    for (const entry of this.entries[name] ?? [])
      left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + (entry.times ?? 1));
    const findings = checked.findings.filter(finding => {
      const key = keyOf({ rule: finding.rule, line: markedText(finding) });
      const times = left.get(key) ?? 0;
      left.set(key, times - 1);
      return times <= 0;
    });
    this.known += checked.findings.length - findings.length;
    this.fresh += findings.length;
    for (const times of left.values()) this.gone += Math.max(0, times);
    return { ...checked, findings };
  }

  /**
   * Writes what was found: all of it is known from now on, and what is gone leaves. Files that were not checked keep theirs, unless there is no such file any more.
   * Returns in one line why that cannot be done. Never throws.
   */
  update(): string | undefined {
    const folder = path.dirname(this.file);
    const all = new Map(Object.entries(this.entries).filter(([one]) => existsSync(path.join(folder, one))));
    for (const [one, entries] of this.found) all.set(one, entries);
    const sorted = [...all].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const written: Written = { version: 1, findings: Object.fromEntries(sorted) };
    try {
      const text = `${JSON.stringify(written, null, 2)}\n`;
      if (existsSync(this.file)) writeOver(this.file, text);
      else writeFileSync(this.file, text);
      return undefined;
    } catch (error) {
      return `${this.name}: cannot be written: ${fileFailure(error)}`;
    }
  }

  /** A configuration is not lived with: what it says wrong is not followed. */
  private nameOf({ kind, path: file }: CheckedFile): string | undefined {
    return kind === 'config' || file === undefined ? undefined : slashed(path.relative(path.dirname(this.file), file));
  }
}

/** In the order of the file; those alike are one. */
function entriesOf(findings: readonly Reported[]): readonly Entry[] {
  const all = new Map<string, Entry>();
  for (const finding of findings) {
    const entry = { rule: finding.rule, line: markedText(finding) };
    const times = all.get(keyOf(entry))?.times ?? (all.has(keyOf(entry)) ? 1 : 0);
    all.set(keyOf(entry), times === 0 ? entry : { ...entry, times: times + 1 });
  }
  return [...all.values()];
}

function keyOf({ rule, line }: Entry): string {
  return `${rule}\n${line}`;
}

/** What a baseline's text says; undefined for any other text. */
function entriesIn(text: string): Entries | undefined {
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

import { existsSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { slashed } from '../server/config-file.ts';
import { fileFailure, readTextFile } from '../server/text-file.ts';
import { type Entries, type Entry, entriesIn, entriesOf, keyOf, sizeOf } from './baseline-entries.ts';
import { markedText } from './fingerprints.ts';
import { goneFiles } from './gone-files.ts';
import type { CheckedFile } from './report.ts';
import { writeOver } from './write-over.ts';

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
  /** How many findings were known and are there, and how many were not: of the files that were checked. */
  known = 0;
  fresh = 0;
  /** How many were known and are there no more, in files that were checked. */
  private mended = 0;
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
    for (const times of left.values()) this.mended += Math.max(0, times);
    return { ...checked, findings };
  }

  /** How many of the findings that were known are there no more: in what was checked, and in files that are gone from folders that were searched. */
  async gone(searched: readonly string[]): Promise<number> {
    const files = await this.goneFrom(file => searched.some(folder => isInside(folder, file)));
    return this.mended + this.sizeIn(files);
  }

  /**
   * Writes what was found: all of it is known from now on, and what is gone leaves. Files that were not checked keep theirs, unless there is no such file any more.
   * Returns how much is known now and how much was forgotten, or in one line why that cannot be done. Never rejects.
   */
  async update(): Promise<{ readonly known: number; readonly forgotten: number } | string> {
    const gone = await this.goneFrom(() => true);
    const all = new Map(Object.entries(this.entries).filter(([one]) => !gone.has(one)));
    for (const [one, entries] of this.found) all.set(one, entries);
    const sorted = [...all].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const written: Written = { version: 1, findings: Object.fromEntries(sorted) };
    try {
      const text = `${JSON.stringify(written, null, 2)}\n`;
      if (existsSync(this.file)) writeOver(this.file, text);
      else writeFileSync(this.file, text);
      return { known: sizeOf(sorted.flatMap(([, entries]) => entries)), forgotten: this.mended + this.sizeIn(gone) };
    } catch (error) {
      return `${this.name}: cannot be written: ${fileFailure(error)}`;
    }
  }

  /** The names of files that it knows and that are no more, of those that are meant. */
  private async goneFrom(isMeant: (file: string) => boolean): Promise<ReadonlySet<string>> {
    const names = Object.keys(this.entries).filter(name => !this.found.has(name) && isMeant(this.pathOf(name)));
    const gone = await goneFiles(names.map(name => this.pathOf(name)));
    return new Set(names.filter(name => gone.has(this.pathOf(name))));
  }

  private sizeIn(names: Iterable<string>): number {
    return [...names].reduce((sum, name) => sum + sizeOf(this.entries[name] ?? []), 0);
  }

  private pathOf(name: string): string {
    return path.join(path.dirname(this.file), name);
  }

  /** A configuration is not lived with: what it says wrong is not followed. */
  private nameOf({ kind, path: file }: CheckedFile): string | undefined {
    return kind === 'config' || file === undefined ? undefined : slashed(path.relative(path.dirname(this.file), file));
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

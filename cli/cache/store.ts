import * as path from 'node:path';
import { fileFailure } from '../../server/text-file.ts';
import { makeCacheFolder } from './place.ts';
import { type Entry, ResultsFile } from './results-file.ts';
import { ResultsWriter } from './results-writer.ts';

/** Results that nobody asked for are kept for so many days: other folders of the same project, other settings. The day is part of most keys, so that longer is of no use. */
const KEPT = 2;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Results of earlier runs by their keys, and what this run adds. Never throws: what is damaged is as if it were not there, and a word is said of it. */
export class Store {
  private readonly folder: string;
  private readonly file: string;
  private readonly say: (line: string) => void;
  private readonly today: number;
  private readonly used = new Set<string>();
  private old: ResultsFile | undefined;
  private writer: ResultsWriter | undefined;
  private silent = false;
  private cannotWrite = false;

  /** `say` takes at most one line for the user. `now` is in milliseconds since 1970. */
  constructor(folder: string, say: (line: string) => void, now = Date.now()) {
    this.folder = folder;
    this.file = path.join(folder, 'results');
    this.say = say;
    this.today = Math.floor(now / DAY_MS);
    try {
      this.old = ResultsFile.open(this.file);
    } catch {
      this.damaged();
    }
  }

  /** What was kept under a key; undefined where nothing was, or where it is damaged. Never throws. */
  get(key: Buffer): Buffer | undefined {
    const entry = this.old?.find(key);
    const record = entry && this.read(entry);
    if (record) this.used.add(key.toString('latin1'));
    return record;
  }

  /** Keeps a result. Where that cannot be done, a line says so once. Never throws. */
  put(key: Buffer, result: Buffer): void {
    this.attempt(() => {
      if (!this.writer) {
        makeCacheFolder(this.folder);
        this.writer = new ResultsWriter(this.file);
      }
      this.writer.add(key, result, this.today);
    });
  }

  /** Writes what is new, together with what is still of use. Where nothing is new, nothing is written. */
  close(): void {
    const { old, writer } = this;
    if (writer) {
      this.attempt(() => {
        for (const entry of old?.entries() ?? []) this.keep(entry, writer);
        // Closed before it is replaced: some systems replace no open file.
        old?.close();
        this.old = undefined;
        writer.finish();
      });
    }
    this.old?.close();
  }

  private keep(entry: Entry, writer: ResultsWriter): void {
    const isUsed = this.used.has(entry.key.toString('latin1'));
    if (writer.has(entry.key) || (!isUsed && entry.day < this.today - KEPT)) return;
    const record = this.read(entry);
    if (record) writer.add(entry.key, record, isUsed ? this.today : entry.day);
  }

  private read(entry: Entry): Buffer | undefined {
    try {
      return this.old?.read(entry);
    } catch {
      this.damaged();
      return undefined;
    }
  }

  private damaged(): void {
    this.tell(`the cache in ${this.folder} is damaged, or not ours: what it holds is left out and made anew`);
  }

  private attempt(step: () => void): void {
    if (this.cannotWrite) return;
    try {
      step();
    } catch (error) {
      this.cannotWrite = true;
      this.writer?.giveUp();
      this.tell(`the cache in ${this.folder} cannot be written: ${fileFailure(error)}`);
    }
  }

  private tell(line: string): void {
    if (this.silent) return;
    this.silent = true;
    this.say(line);
  }
}

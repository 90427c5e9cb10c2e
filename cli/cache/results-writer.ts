import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import * as path from 'node:path';
import { crc32 } from 'node:zlib';
import { IndexBuilder, MARK } from './results-file.ts';

/** So many bytes are gathered before they are written. */
const PIECE = 1 << 18;

/** A half-written file is left behind by a run that was ended; after so long, in milliseconds, nobody is writing it any more. */
const FORGOTTEN = 24 * 60 * 60 * 1000;

const UNFINISHED = '.unfinished';

/** Writes a new file of results beside the one that is to be replaced, and puts it in its place at the end. Everything may throw what the file system throws. */
export class ResultsWriter {
  private readonly path: string;
  private readonly beside: string;
  private readonly descriptor: number;
  private readonly index = new IndexBuilder();
  private gathered: Buffer[] = [];
  private waiting = 0;
  private place = 0;

  constructor(file: string) {
    this.path = file;
    this.beside = `${file}.${process.pid}-${randomBytes(6).toString('hex')}${UNFINISHED}`;
    sweep(path.dirname(file));
    this.descriptor = openSync(this.beside, 'wx');
    this.write(MARK);
  }

  /** Adds a record; a later one of the same key counts. */
  add(key: Buffer, record: Buffer, day: number): void {
    this.index.add({ key, place: this.place, length: record.length, checksum: crc32(record), day });
    this.write(record);
  }

  /** True for a key that was added. */
  has(key: Buffer): boolean {
    return this.index.has(key);
  }

  /** Puts the file in its place. */
  finish(): void {
    this.write(this.index.end(this.place));
    this.flush();
    closeSync(this.descriptor);
    renameSync(this.beside, this.path);
  }

  /** Leaves nothing behind. Never throws. */
  giveUp(): void {
    try {
      closeSync(this.descriptor);
    } catch {
      // It is closed already.
    }
    rmSync(this.beside, { force: true });
  }

  private write(bytes: Buffer): void {
    this.gathered.push(bytes);
    this.place += bytes.length;
    this.waiting += bytes.length;
    if (this.waiting >= PIECE) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.concat(this.gathered);
    this.gathered = [];
    this.waiting = 0;
    for (let done = 0; done < bytes.length; ) done += writeSync(this.descriptor, bytes, done);
  }
}

/** Removes what runs that were ended left behind. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    try {
      if (name.endsWith(UNFINISHED) && Date.now() - statSync(file).mtimeMs > FORGOTTEN) rmSync(file);
    } catch {
      // Another run was faster.
    }
  }
}

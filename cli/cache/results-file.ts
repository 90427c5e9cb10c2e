import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/*
 * The file that holds results: a mark, the records one after the other, an index of all of them, and a foot that tells where the index is. Only the
 * index is held in memory, 40 bytes a record; a record is read when it is asked for. Everything has a checksum.
 *
 *   mark    8 bytes
 *   records
 *   index   40 bytes each: key 24, place 6, length 4, checksum 4, day of last use 2
 *   foot    18 bytes: place of the index 6, records 4, checksum of the index 4, mark again 4
 */

/** Says whose file this is, and how it is laid out: another layout gets another number. */
export const MARK = Buffer.from('SPLANS01', 'latin1');

/** Bytes of a key. */
export const KEY_LENGTH = 24;

const ENTRY_LENGTH = 40;
const FOOT_LENGTH = 18;
const FOOT_MARK = MARK.subarray(4);

/** Where a record is. `day`: when it was last of use, in days since 1970. */
export interface Entry {
  readonly key: Buffer;
  readonly place: number;
  readonly length: number;
  readonly checksum: number;
  readonly day: number;
}

/** A file of results, open for reading. Another process may put a new one in its place at any time: this one stays as it is. */
export class ResultsFile {
  private readonly descriptor: number;
  private readonly index: Buffer;
  private readonly numbers = new Map<string, number>();

  private constructor(descriptor: number, index: Buffer) {
    this.descriptor = descriptor;
    this.index = index;
    for (let number = 0; number * ENTRY_LENGTH < index.length; number++) {
      const at = number * ENTRY_LENGTH;
      this.numbers.set(index.toString('latin1', at, at + KEY_LENGTH), number);
    }
  }

  /** Undefined where there is none. Throws where there is something else than a whole one of this layout. */
  static open(path: string): ResultsFile | undefined {
    let descriptor: number;
    try {
      descriptor = openSync(path, 'r');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return new ResultsFile(descriptor, readIndex(descriptor));
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  /** The entry of a key; undefined where there is none. */
  find(key: Buffer): Entry | undefined {
    const number = this.numbers.get(key.toString('latin1'));
    return number === undefined ? undefined : this.entry(number);
  }

  /** All entries, in no particular order. */
  *entries(): Generator<Entry> {
    for (const number of this.numbers.values()) yield this.entry(number);
  }

  /** The record's bytes. Throws where they are not what was written. */
  read({ place, length, checksum }: Entry): Buffer {
    const record = readExactly(this.descriptor, place, length);
    if (crc32(record) !== checksum) throw new Error('a record is damaged');
    return record;
  }

  /** Closes the file; nothing can be read after that. */
  close(): void {
    closeSync(this.descriptor);
  }

  private entry(number: number): Entry {
    const at = number * ENTRY_LENGTH;
    return {
      key: this.index.subarray(at, at + KEY_LENGTH),
      place: this.index.readUIntLE(at + 24, 6),
      length: this.index.readUInt32LE(at + 30),
      checksum: this.index.readUInt32LE(at + 34),
      day: this.index.readUInt16LE(at + 38),
    };
  }
}

/** The index being written: 40 bytes an entry, in one piece of memory that grows. */
export class IndexBuilder {
  private bytes = Buffer.alloc(ENTRY_LENGTH * 1024);
  private readonly numbers = new Map<string, number>();

  /** True for a key that was added. */
  has(key: Buffer): boolean {
    return this.numbers.has(key.toString('latin1'));
  }

  /** Of two entries with one key the later one counts. */
  add({ key, place, length, checksum, day }: Entry): void {
    const id = key.toString('latin1');
    const number = this.numbers.get(id) ?? this.numbers.size;
    this.numbers.set(id, number);
    const at = number * ENTRY_LENGTH;
    if (at === this.bytes.length) this.bytes = Buffer.concat([this.bytes, Buffer.alloc(at)]);
    key.copy(this.bytes, at);
    this.bytes.writeUIntLE(place, at + 24, 6);
    this.bytes.writeUInt32LE(length, at + 30);
    this.bytes.writeUInt32LE(checksum, at + 34);
    this.bytes.writeUInt16LE(day, at + 38);
  }

  /** What stands behind the records, which end at `place`: the index, and the foot. */
  end(place: number): Buffer {
    const index = this.bytes.subarray(0, this.numbers.size * ENTRY_LENGTH);
    const foot = Buffer.alloc(FOOT_LENGTH);
    foot.writeUIntLE(place, 0, 6);
    foot.writeUInt32LE(this.numbers.size, 6);
    foot.writeUInt32LE(crc32(index), 10);
    FOOT_MARK.copy(foot, 14);
    return Buffer.concat([index, foot]);
  }
}

function readIndex(descriptor: number): Buffer {
  const { size } = fstatSync(descriptor);
  if (size < MARK.length + FOOT_LENGTH) throw new Error('too short');
  const foot = readExactly(descriptor, size - FOOT_LENGTH, FOOT_LENGTH);
  const place = foot.readUIntLE(0, 6);
  const length = foot.readUInt32LE(6) * ENTRY_LENGTH;
  const isOurs = readExactly(descriptor, 0, MARK.length).equals(MARK) && foot.subarray(14).equals(FOOT_MARK);
  if (!isOurs || place + length + FOOT_LENGTH !== size) throw new Error('not a file of results');
  const index = readExactly(descriptor, place, length);
  if (crc32(index) !== foot.readUInt32LE(10)) throw new Error('the index is damaged');
  return index;
}

function readExactly(descriptor: number, place: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const read = readSync(descriptor, bytes, done, length - done, place + done);
    if (read === 0) throw new Error('it ends too early');
    done += read;
  }
  return bytes;
}

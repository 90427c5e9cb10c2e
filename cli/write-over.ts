import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Writes a text over that of a file, which keeps its links, owner and permissions. Throws what the file system throws; where it finds no room the file stays as it was. */
export function writeOver(file: string, text: string): void {
  // Not emptied first, as it would be otherwise: whatever ends us then would leave an empty plan behind.
  const descriptor = openSync(file, 'r+');
  try {
    const before = readFileSync(descriptor);
    try {
      writeAll(descriptor, Buffer.from(text));
    } catch (error) {
      putBack(descriptor, before);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, done);
  ftruncateSync(descriptor, bytes.length);
}

function putBack(descriptor: number, before: Buffer): void {
  try {
    writeAll(descriptor, before);
  } catch {
    // The failure that brought us here is the one to be told.
  }
}

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { decodeText, type TextFile, unread } from '../../server/text-file.ts';

/** Where files are read into one after the other. Nearly all plans are smaller, and memory of its own for each is only more to be collected. */
const scratch = Buffer.allocUnsafeSlow(256 * 1024);

/** Reads a file as UTF-8 while nobody else has anything to do: much less work where there are thousands. Never throws: the failure is a phrase for a person. */
export function readTextFileSync(file: string): TextFile {
  try {
    return decodeText(bytesOf(file));
  } catch (error) {
    return unread(error);
  }
}

/** What is in a file, until the next one is read. */
function bytesOf(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    let length = 0;
    while (length < scratch.length) {
      const read = readSync(descriptor, scratch, length, scratch.length - length, null);
      if (read === 0) return scratch.subarray(0, length);
      length += read;
    }
    return Buffer.concat([scratch, readFileSync(descriptor)]);
  } finally {
    closeSync(descriptor);
  }
}

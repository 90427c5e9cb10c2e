import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { isGarbled, isMissing } from '../git/unread.ts';

/** A text read from disk, or why there is none. `bom`: it began with a byte order mark, which is no part of the text. */
export type TextFile =
  | { readonly text: string; readonly bom: boolean; readonly failure?: undefined; readonly missing?: undefined }
  | { readonly text?: undefined; readonly failure: string; readonly missing: boolean };

/** Reads a file as UTF-8. Never throws: the failure is a phrase for a person, such as “permission denied”. */
export async function readTextFile(file: string): Promise<TextFile> {
  try {
    return decodeText(await readFile(file));
  } catch (error) {
    return unread(error);
  }
}

/** A file that could not be read, and why. */
export function unread(error: unknown): TextFile {
  return { failure: fileFailure(error), missing: isMissing(error) };
}

/** Bytes as text. Editors do not count the byte order mark as a character, so neither does anything here. Never throws. */
export function decodeText(bytes: Uint8Array): TextFile {
  if (!isUtf8(bytes)) return { failure: 'not UTF-8 text; save it with the encoding UTF-8', missing: false };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const { buffer, byteOffset, byteLength } = bytes;
  return { text: Buffer.from(buffer, byteOffset, byteLength).toString('utf8', bom ? 3 : 0), bom };
}

/** What a person needs to know of an error of the file system, as a phrase. */
export function fileFailure(error: unknown): string {
  if (isMissing(error) && 'path' in error && isGarbled(String(error.path))) return 'the name is not UTF-8; rename it';
  const code = codeOf(error);
  return WORDS[code] ?? (code || String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'this is a folder, not a file',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENOSPC: 'no room left on the disk',
  EDQUOT: 'no room left on the disk',
  EFBIG: 'it would be larger than a file may be there',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
};

import { readFile } from 'node:fs/promises';

/** A text read from disk, or why there is none. `bom`: it began with a byte order mark, which is no part of the text. */
export type TextFile =
  | { readonly text: string; readonly bom: boolean; readonly failure?: undefined; readonly missing?: undefined }
  | { readonly text?: undefined; readonly failure: string; readonly missing: boolean };

/** Reads a file as UTF-8. Never throws: the failure is a phrase for a person, such as “permission denied”. */
export async function readTextFile(file: string): Promise<TextFile> {
  try {
    return decodeText(await readFile(file));
  } catch (error) {
    return { failure: fileFailure(error), missing: codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR' };
  }
}

/** Bytes as text. Editors do not count the byte order mark as a character, so neither does anything here. Never throws. */
export function decodeText(bytes: Uint8Array): TextFile {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, bom: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
  } catch {
    return { failure: 'not UTF-8 text; save it with the encoding UTF-8', missing: false };
  }
}

/** What a person needs to know of an error of the file system, as a phrase. */
export function fileFailure(error: unknown): string {
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
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
};

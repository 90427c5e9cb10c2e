import { readdir, realpath } from 'node:fs/promises';
import * as path from 'node:path';
import type { Repositories } from './repository.ts';

/** A folder that could not be searched: its name from the folder where the search began, with `/` (empty for that one itself), and the error. */
export interface Unread {
  readonly name: string;
  readonly error: unknown;
}

/**
 * The folders that git could not look into while it listed another one, by what it complained of, their names from that one. Each is tried once more,
 * which tells why. Never rejects.
 */
export async function unreadFolders(
  folder: string,
  complaints: string,
  repositories: Repositories,
): Promise<readonly Unread[]> {
  const named = [...complaints.matchAll(COULD_NOT_OPEN)];
  if (named.length === 0) return [];
  // Git names them from the root of the working copy, and follows links on its way there.
  const real = await realpath(folder).catch(() => folder);
  const root = (await repositories.rootOf(real)) ?? real;
  const unread: Unread[] = [];
  for (const [, name = ''] of named) {
    const absolute = path.join(root, name);
    const error = await readdir(absolute).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error !== undefined) unread.push({ name: path.relative(real, absolute).split(path.sep).join('/'), error });
  }
  return unread;
}

const COULD_NOT_OPEN = /^warning: could not open directory '(.+?)\/?': /gm;

/** Whether an error says that there is nothing of that name. */
export function isMissing(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Whether a path may hold a name that is not UTF-8: it was read as another one then, by which nothing is found. */
export function isGarbled(file: string): boolean {
  return file.includes('\uFFFD');
}

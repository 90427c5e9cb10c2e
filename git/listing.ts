import { lstat } from 'node:fs/promises';
import * as path from 'node:path';
import { Repositories } from './repository.ts';
import { git, OF_ALL_FILES } from './run.ts';
import { isGarbled, isMissing, type Unread, unreadFolders } from './unread.ts';

/** So deep may repositories lie in one another. */
const DEEPEST = 20;

const LIST = ['ls-files', '-t', '--stage', '--cached', '--others', '--deleted', '--exclude-standard', '-z'];

/** What a search found: names that count from the folder where it began, with `/`. */
export interface Listing {
  readonly files: readonly string[];
  /** Those of them that git does not know yet, and files that it knows and that were removed. What was renamed without its knowledge is one of each. */
  readonly untracked: readonly string[];
  readonly removed: readonly string[];
  /** Folders that it could not look into. */
  readonly unread: readonly Unread[];
}

/**
 * The plain files in a folder and below it that git knows or would know: those that are tracked and there, and those that it does not ignore; in
 * repositories inside of it what those say. Of these the ones that are wanted by their name, which counts from the folder, with `/`. Undefined where git
 * cannot be asked (no repository, no git), and for a folder that is itself ignored. Never rejects.
 */
export async function listFiles(
  folder: string,
  isWanted: (name: string) => boolean,
  repositories = new Repositories(),
): Promise<Listing | undefined> {
  if ((await repositories.rootOf(folder)) === undefined) return undefined;
  const listing = await listIn(folder, '', { isWanted, repositories }, DEEPEST);
  return listing?.files.length === 0 && (await isIgnored(folder)) ? undefined : listing;
}

/** What a listing is asked for, in all repositories that lie in one another. */
interface Asked {
  readonly isWanted: (name: string) => boolean;
  readonly repositories: Repositories;
}

async function listIn(folder: string, prefix: string, asked: Asked, deepest: number): Promise<Listing | undefined> {
  const here = path.join(folder, prefix);
  const answer = await git(here, LIST, OF_ALL_FILES);
  if ('failed' in answer) return undefined;
  const listed = readAnswer(answer.text, name => asked.isWanted(prefix + name));
  const { files: known, inner } = listed;
  const untracked: string[] = [];
  const removed: string[] = [];
  // Git lists links and sockets like files.
  for (const name of listed.untracked) {
    if (!(await mayBePlain(path.join(here, name)))) continue;
    known.add(name);
    untracked.push(prefix + name);
  }
  // A file that cannot be looked at is removed for git, and one that a sparse working copy leaves out may be there.
  for (const [name, isLeftOut] of listed.absent) {
    if (!(await isGone(path.join(here, name)))) continue;
    known.delete(name);
    if (!isLeftOut) removed.push(prefix + name);
  }
  const files = [...known].map(name => prefix + name);
  const unread = await unreadFolders(here, answer.complaints, asked.repositories);
  const all = unread.map(({ name, error }) => ({ name: prefix + name, error }));
  for (const name of deepest > 0 ? inner : []) {
    // A submodule that was never fetched is an empty folder.
    if (await isGone(path.join(here, name, '.git'))) continue;
    const further = await listIn(folder, `${prefix}${name}/`, asked, deepest - 1);
    if (!further) return undefined;
    for (const one of further.files) files.push(one);
    for (const one of further.untracked) untracked.push(one);
    for (const one of further.removed) removed.push(one);
    all.push(...further.unread);
  }
  return { files, untracked, removed, unread: all };
}

/** Tracked files; names that are not tracked; tracked ones that are not there, as far as git knows, and whether a sparse working copy leaves them out; repositories inside. */
interface Listed {
  readonly files: Set<string>;
  readonly untracked: readonly string[];
  readonly absent: ReadonlyMap<string, boolean>;
  readonly inner: readonly string[];
}

/** Reads `-t --stage -z`: a letter, for tracked files `mode id stage` and a tab, and the name. What was removed is listed once more, as R. */
function readAnswer(text: string, isWanted: (name: string) => boolean): Listed {
  const files = new Set<string>();
  const untracked: string[] = [];
  const inner: string[] = [];
  const absent = new Map<string, boolean>();
  for (let start = 0, end = text.indexOf('\0'); end >= 0; start = end + 1, end = text.indexOf('\0', start)) {
    const tag = text.charAt(start);
    const tab = tag === '?' ? start + 1 : text.indexOf('\t', start);
    const name = text.slice(tab + 1, end);
    const mode = tag === '?' ? '' : text.slice(start + 2, start + 8);
    if (mode === GITLINK) inner.push(name);
    else if (tag === '?' && name.endsWith('/')) inner.push(name.slice(0, -1));
    else if (!isWanted(name)) continue;
    else if (tag === '?') untracked.push(name);
    else if (tag === 'R') absent.set(name, false);
    else if (mode !== LINK) {
      files.add(name);
      if (tag === SKIPPED) absent.set(name, true);
    }
  }
  return { files, untracked, absent, inner };
}

const GITLINK = '160000';
const LINK = '120000';

/** A tracked file that a sparse working copy leaves out. */
const SKIPPED = 'S';

/** Whoever names an ignored folder means it. */
async function isIgnored(folder: string): Promise<boolean> {
  return !('failed' in (await git(folder, ['check-ignore', '--quiet', '.'], { literal: false })));
}

/** A file that cannot even be looked at is one all the same: whoever reads it tells why that cannot be done. */
async function mayBePlain(file: string): Promise<boolean> {
  return lstat(file).then(
    found => found.isFile(),
    error => !isMissing(error) || isGarbled(file),
  );
}

async function isGone(file: string): Promise<boolean> {
  return lstat(file).then(
    () => false,
    error => isMissing(error),
  );
}

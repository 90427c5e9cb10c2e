import { lstat } from 'node:fs/promises';
import * as path from 'node:path';
import { Repositories } from './repository.ts';
import { git } from './run.ts';

/** Walking a large working copy takes git a while; it is still to end some day. In milliseconds. */
const PATIENCE = 120_000;

/** Room for a million names, in UTF-16 units. */
const LONGEST = 200_000_000;

/** So deep may repositories lie in one another. */
const DEEPEST = 20;

const LIST = ['ls-files', '-t', '--stage', '--cached', '--others', '--deleted', '--exclude-standard', '-z'];

/**
 * The plain files in a folder and below it that git knows or would know: those that are tracked and there, and those that it does not ignore; in
 * repositories inside of it what those say. Of these the ones that are wanted by their name, which counts from the folder, with `/`. Undefined where git
 * cannot be asked (no repository, no git), and for a folder that is itself ignored. Never rejects.
 */
export async function listFiles(
  folder: string,
  isWanted: (name: string) => boolean,
  repositories = new Repositories(),
): Promise<string[] | undefined> {
  if ((await repositories.rootOf(folder)) === undefined) return undefined;
  const names = await listIn(folder, '', isWanted, DEEPEST);
  return names?.length === 0 && (await isIgnored(folder)) ? undefined : names;
}

async function listIn(
  folder: string,
  prefix: string,
  isWanted: (name: string) => boolean,
  deepest: number,
): Promise<string[] | undefined> {
  const answer = await git(path.join(folder, prefix), LIST, { timeout: PATIENCE, longest: LONGEST });
  if ('failed' in answer) return undefined;
  const { files, untracked, inner } = readListing(answer.text, name => isWanted(prefix + name));
  // Git lists links and sockets like files.
  for (const name of untracked) if (await isPlain(path.join(folder, prefix, name))) files.add(name);
  const names = [...files].map(name => prefix + name);
  for (const name of deepest > 0 ? inner : []) {
    // A submodule that was never fetched is an empty folder.
    if (!(await isThere(path.join(folder, prefix, name, '.git')))) continue;
    const further = await listIn(folder, `${prefix}${name}/`, isWanted, deepest - 1);
    if (!further) return undefined;
    for (const one of further) names.push(one);
  }
  return names;
}

/** Tracked files; names that are not tracked; repositories inside. */
interface Listing {
  readonly files: Set<string>;
  readonly untracked: readonly string[];
  readonly inner: readonly string[];
}

/** Reads `-t --stage -z`: a letter, for tracked files `mode id stage` and a tab, and the name. What was removed is listed once more, as R. */
function readListing(text: string, isWanted: (name: string) => boolean): Listing {
  const files = new Set<string>();
  const untracked: string[] = [];
  const inner: string[] = [];
  const removed: string[] = [];
  for (let start = 0, end = text.indexOf('\0'); end >= 0; start = end + 1, end = text.indexOf('\0', start)) {
    const tag = text.charAt(start);
    const tab = tag === '?' ? start + 1 : text.indexOf('\t', start);
    const name = text.slice(tab + 1, end);
    const mode = tag === '?' ? '' : text.slice(start + 2, start + 8);
    if (mode === GITLINK) inner.push(name);
    else if (tag === '?' && name.endsWith('/')) inner.push(name.slice(0, -1));
    else if (!isWanted(name)) continue;
    else if (tag === '?' || tag === SKIPPED) untracked.push(name);
    else if (tag === 'R') removed.push(name);
    else if (mode !== LINK) files.add(name);
  }
  for (const name of removed) files.delete(name);
  return { files, untracked, inner };
}

const GITLINK = '160000';
const LINK = '120000';

/** A tracked file that a sparse working copy leaves out, and that may be there all the same. */
const SKIPPED = 'S';

/** Whoever names an ignored folder means it. */
async function isIgnored(folder: string): Promise<boolean> {
  return !('failed' in (await git(folder, ['check-ignore', '--quiet', '.'], { literal: false })));
}

async function isPlain(file: string): Promise<boolean> {
  return lstat(file).then(
    found => found.isFile(),
    () => false,
  );
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

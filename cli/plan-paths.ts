import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import { type Listing, listFiles } from '../git/listing.ts';
import { planMatcher } from '../plan/config/glob.ts';
import { CONFIG_FILE, isPlanName } from '../plan/config/names.ts';
import { type ConfigFile, type ConfigFiles, slashed } from '../server/config-file.ts';
import { fileFailure } from '../server/text-file.ts';
import { filesBelow } from './files-below.ts';
import type { Place } from './git-notes.ts';

/** A file, found once. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** How people see it. */
  readonly name: string;
  /** Asked for by its own name, not found in a folder. */
  readonly named: boolean;
}

/** What a command line means. */
export interface FoundPlans {
  readonly files: readonly FoundFile[];
  /** The configurations that took part in the search. */
  readonly configs: ReadonlySet<ConfigFile>;
  /** What could not be found, one line each. */
  readonly failures: readonly string[];
  /** The folders that were named, and those of files that were. */
  readonly places: readonly Place[];
  /** The folders that were searched, absolute. */
  readonly searched: readonly string[];
}

const SEARCH = {
  absolute: true,
  expandDirectories: false,
  followSymbolicLinks: false,
  ignore: ['**/node_modules/**', '**/.git/**'],
} as const;

/** Files are taken whatever their name; folders are searched. Never rejects. */
export async function findPlans(paths: readonly string[], cwd: string, configs: ConfigFiles): Promise<FoundPlans> {
  const files = new Map<string, FoundFile>();
  const used = new Set<ConfigFile>();
  const failures: string[] = [];
  const places: Place[] = [];
  const searched: string[] = [];
  for (const given of paths) {
    if (given === '') {
      // A variable that is not set stands for no folder, least of all for one to be repaired.
      failures.push('"": no such file or folder');
      continue;
    }
    const absolute = path.resolve(cwd, given);
    const add = (file: string, named: boolean) =>
      files.has(file) || files.set(file, { path: file, name: displayName(file, given, cwd), named });
    try {
      if (!(await stat(absolute)).isDirectory()) {
        add(absolute, true);
        places.push({ folder: path.dirname(absolute), isListed: true });
        continue;
      }
      const { files: found, unread, isListed, untracked, removed } = await searchFolder(absolute, configs, used);
      const shown = (name: string) => displayName(path.join(absolute, name), given, cwd);
      places.push({ folder: absolute, isListed, untracked: untracked.map(shown), removed: removed.map(shown) });
      searched.push(absolute);
      for (const { name, error } of unread) failures.push(`${shown(name)}: cannot be searched: ${fileFailure(error)}`);
      if (found.length === 0 && !unread.some(({ name }) => name === ''))
        failures.push(`${displayName(absolute, given, cwd)}: ${NONE}`);
      for (const file of found) add(file, false);
    } catch (error) {
      failures.push(`${displayName(absolute, given, cwd)}: ${fileFailure(error)}`);
    }
  }
  return { files: [...files.values()], configs: used, failures, places, searched };
}

/** What is said of a folder without plans. */
export const NONE = `no plan in this folder (looked for *.success-plan.yaml, success-plan.yaml, *.qbr.yaml and the “plans” of ${CONFIG_FILE})`;

/** How people see a path: from the current folder if it is inside, else as they gave it; always with `/`. */
export function displayName(absolute: string, given: string, cwd: string): string {
  // Nearly all are, and there may be a hundred thousand.
  if (path.sep === '/' && absolute.startsWith(`${cwd}/`)) return absolute.slice(cwd.length + 1);
  const relative = path.relative(cwd, absolute) || '.';
  const outside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return (outside && path.isAbsolute(given) ? absolute : relative).split(path.sep).join('/');
}

/** What is in a folder, and whether git said so. */
interface Search extends Listing {
  readonly isListed: boolean;
}

/** Plans by their names, and by the globs of the configurations that hold in the folder or below it; less what git ignores. Sorted, absolute. */
export async function searchFolder(folder: string, configs: ConfigFiles, used: Set<ConfigFile>): Promise<Search> {
  const plans = new Set<string>();
  const owners = new Set([await configs.inFolder(folder)]);
  const { files, ...search } = await filesByName(folder);
  for (const file of [...files].sort()) {
    if (isConfig(file)) owners.add(await configs.nearest(file));
    else plans.add(file);
  }
  const further = new Set<string>();
  for (const owner of owners) {
    used.add(owner);
    for (const file of await matchesOf(owner, folder, configs)) if (!plans.has(file)) further.add(file);
  }
  for (const file of await withoutIgnored(folder, further)) plans.add(file);
  return { ...search, files: [...plans].sort() };
}

const isConfig = (file: string) => path.basename(file) === CONFIG_FILE;

/** Plans and configurations in a folder and below it, as git sees them; where it is not asked, all of them. */
async function filesByName(folder: string): Promise<Search> {
  const matches = (name: string) => isPlanName(name) || isConfig(name);
  const listed = await listFiles(folder, name => !LEFT_OUT.test(name) && matches(name));
  const { files, unread } = listed ?? filesBelow(folder, matches);
  return {
    files: files.map(name => path.join(folder, name)),
    untracked: listed?.untracked.filter(isPlanName) ?? [],
    removed: listed?.removed.filter(isPlanName) ?? [],
    unread: unread.filter(({ name }) => !LEFT_OUT.test(`${name}/`)),
    isListed: listed !== undefined,
  };
}

/** What begins with a dot, and what others have written: the search leaves it out too. */
export const LEFT_OUT = /(?:^|\/)(?:\.|node_modules\/)/;

/** The plans in a folder that a configuration adds by its globs. */
async function matchesOf(owner: ConfigFile, folder: string, configs: ConfigFiles): Promise<string[]> {
  const { plans: further } = owner.settings;
  if (!further || further.globs.length === 0) return [];
  const { glob } = await import('tinyglobby');
  const files: string[] = [];
  const cwd = path.normalize(further.folder);
  const isMeant = planMatcher(further.globs);
  for (const match of await glob([...further.globs], { ...SEARCH, cwd })) {
    const file = path.normalize(match);
    const inside = !path.relative(folder, file).startsWith('..');
    if (
      inside &&
      isMeant(slashed(path.relative(cwd, file))) &&
      !isConfig(file) &&
      (await configs.nearest(file)) === owner
    )
      files.push(file);
  }
  return files;
}

/** Those of some files that git does not ignore; all of them where it is not asked. */
async function withoutIgnored(folder: string, files: ReadonlySet<string>): Promise<Iterable<string>> {
  if (files.size === 0) return files;
  const names = new Map([...files].map(file => [slashed(path.relative(folder, file)), file]));
  const listed = await listFiles(folder, name => names.has(name));
  return listed?.files.flatMap(name => names.get(name) ?? []) ?? files;
}

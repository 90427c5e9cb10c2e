import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { listFiles } from '../../git/listing.ts';
import { planMatcher } from '../../plan/config/glob.ts';
import { CONFIG_FILE, isPlanName } from '../../plan/config/names.ts';
import { inTurns } from '../bit-by-bit.ts';
import { type ConfigFile, type ConfigFiles, slashed } from '../config-file.ts';

/** The plans and agendas of a folder, and what else may be plans. */
export interface FoundFiles {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Where configurations look for further plans: a folder, and globs that count from it. */
  readonly further: readonly NonNullable<ConfigFile['settings']['plans']>[];
}

/** So many folders are gone through where git cannot be asked, and so many plans taken. */
const MOST_FOLDERS = 20_000;
const MOST_PLANS = 20_000;

/**
 * The plans and agendas in a folder and below it: by their names, and by the `plans` of configurations; less what git ignores. Without git, folders
 * are gone through, but for those that begin with a dot and `node_modules`. Never rejects.
 */
export async function findFiles(folder: string, configs: ConfigFiles): Promise<FoundFiles> {
  const names = (await listFiles(folder, isWanted))?.files ?? (await walk(folder));
  const turn = inTurns();
  const files: string[] = [];
  const others: string[] = [];
  for (const name of names) {
    await turn();
    if (isPlanName(name)) files.push(path.join(folder, name));
    else if (!isConfigName(name)) others.push(path.join(folder, name));
  }
  const further = new Map<ConfigFile, NonNullable<ConfigFile['settings']['plans']>>();
  const owners = [
    configs.inFolder(folder),
    ...names.filter(isConfigName).map(name => configs.nearest(path.join(folder, name))),
  ];
  for (const owner of await Promise.all(owners)) {
    const { plans } = owner.settings;
    if (plans && plans.globs.length > 0) further.set(owner, plans);
  }
  // Only where a configuration asks for more is the nearest one of every file looked for.
  for (const file of further.size > 0 ? others : []) {
    const owner = await configs.nearest(file);
    const plans = further.get(owner);
    if (plans && matcherOf(plans)(slashed(path.relative(path.normalize(plans.folder), file)))) files.push(file);
  }
  return { files: files.slice(0, MOST_PLANS), further: [...further.values()] };
}

const matchers = new WeakMap<object, (name: string) => boolean>();

/** Whether a path that counts from the folder of some globs is meant by them. */
export function matcherOf(plans: NonNullable<ConfigFile['settings']['plans']>): (name: string) => boolean {
  const known = matchers.get(plans) ?? planMatcher(plans.globs);
  matchers.set(plans, known);
  return known;
}

function isWanted(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !LEFT_OUT.test(name);
}

const LEFT_OUT = /(?:^|\/)(?:\.|node_modules\/)/;

function isConfigName(name: string): boolean {
  return name === CONFIG_FILE || name.endsWith(`/${CONFIG_FILE}`);
}

async function walk(folder: string): Promise<string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let next = 0; next < Math.min(folders.length, MOST_FOLDERS); next++) {
    const prefix = folders[next] ?? '';
    const entries = await readdir(path.join(folder, prefix), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const name = prefix + entry.name;
      if (entry.isDirectory() && !LEFT_OUT.test(`${name}/`)) folders.push(`${name}/`);
      else if (entry.isFile() && isWanted(name)) found.push(name);
    }
  }
  return found;
}

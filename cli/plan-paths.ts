import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import { glob } from 'tinyglobby';
import { CONFIG_FILE, PLAN_FILES } from '../plan/config/names.ts';
import type { ConfigFile, ConfigFiles } from '../server/config-file.ts';
import { fileFailure } from '../server/text-file.ts';

/** What a command line means. */
export interface FoundPlans {
  /** Each once: its absolute path, and how people see it. */
  readonly files: readonly { readonly path: string; readonly name: string }[];
  /** The configurations that took part in the search. */
  readonly configs: ReadonlySet<ConfigFile>;
  /** What could not be found, one line each. */
  readonly failures: readonly string[];
}

const SEARCH = {
  absolute: true,
  expandDirectories: false,
  followSymbolicLinks: false,
  ignore: ['**/node_modules/**', '**/.git/**'],
} as const;

/** Files are taken whatever their name; folders are searched. Never rejects. */
export async function findPlans(paths: readonly string[], cwd: string, configs: ConfigFiles): Promise<FoundPlans> {
  const names = new Map<string, string>();
  const used = new Set<ConfigFile>();
  const failures: string[] = [];
  for (const given of paths) {
    const absolute = path.resolve(cwd, given);
    const add = (file: string) => names.has(file) || names.set(file, displayName(file, given, cwd));
    try {
      if (!(await stat(absolute)).isDirectory()) {
        add(absolute);
        continue;
      }
      const found = await searchFolder(absolute, configs, used);
      if (found.length === 0) failures.push(`${displayName(absolute, given, cwd)}: ${NONE}`);
      found.forEach(add);
    } catch (error) {
      failures.push(`${displayName(absolute, given, cwd)}: ${fileFailure(error)}`);
    }
  }
  return { files: [...names].map(([file, name]) => ({ path: file, name })), configs: used, failures };
}

const NONE = `no plan in this folder (looked for *.success-plan.yaml, success-plan.yaml, *.qbr.yaml and the “plans” of ${CONFIG_FILE})`;

/** How people see a path: from the current folder if it is inside, else as they gave it; always with `/`. */
export function displayName(absolute: string, given: string, cwd: string): string {
  const relative = path.relative(cwd, absolute) || '.';
  const outside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return (outside && path.isAbsolute(given) ? absolute : relative).split(path.sep).join('/');
}

/** Plans by their names, and by the globs of the configurations that hold in the folder or below it. Sorted. */
async function searchFolder(folder: string, configs: ConfigFiles, used: Set<ConfigFile>): Promise<string[]> {
  const named = (await glob([...PLAN_FILES, `**/${CONFIG_FILE}`], { ...SEARCH, cwd: folder })).map(file =>
    path.normalize(file),
  );
  const isConfig = (file: string) => path.basename(file) === CONFIG_FILE;
  const plans = new Set(named.filter(file => !isConfig(file)));
  const owners = new Set([await configs.inFolder(folder)]);
  for (const file of named.filter(isConfig)) owners.add(await configs.nearest(file));
  for (const owner of owners) {
    used.add(owner);
    const { plans: further } = owner.settings;
    if (!further || further.globs.length === 0) continue;
    for (const match of await glob([...further.globs], { ...SEARCH, cwd: path.normalize(further.folder) })) {
      const file = path.normalize(match);
      const inside = !path.relative(folder, file).startsWith('..');
      if (inside && !isConfig(file) && (await configs.nearest(file)) === owner) plans.add(file);
    }
  }
  return [...plans].sort();
}

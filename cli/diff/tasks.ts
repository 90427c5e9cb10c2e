import * as path from 'node:path';
import { leftOutOf } from '../../git/tree.ts';
import { CONFIG_FILE } from '../../plan/config/names.ts';
import { compareText } from '../../plan/words.ts';
import { slashed } from '../../server/config-file.ts';
import { displayName, NONE } from '../plan-paths.ts';
import { type Here, realPath } from '../repository.ts';
import type { Operands } from './operands.ts';
import { type Place, type Side, WorkingSide } from './sides.ts';

/** A file to compare: its blobs, or `on disk` for what the working copy has; undefined for a version in which it is not there. */
export interface CompareTask {
  readonly name: string;
  readonly old: string | undefined;
  readonly now: string | undefined;
}

/** Where files are looked for. */
export interface Searched {
  readonly here: Here;
  readonly operands: Operands;
  /** Without links. */
  readonly cwd: string;
  readonly old: Side;
  readonly now: Side;
}

/** What the paths of a command line mean. */
export interface Asked {
  /** Each file once, by name. */
  readonly tasks: readonly CompareTask[];
  /** The path that each file was found by. */
  readonly given: ReadonlyMap<string, string>;
  /** Whether they mean the whole repository. */
  readonly isAll: boolean;
  /** What they do not mean, one line each. */
  readonly failures: readonly string[];
}

const ON_DISK = 'on disk';

/** The files that paths mean in either version. Never rejects. */
export async function tasksOf(paths: readonly string[], searched: Searched): Promise<Asked> {
  const tasks = new Map<string, CompareTask>();
  const given = new Map<string, string>();
  const failures: string[] = [];
  let isAll = false;
  for (const one of paths) {
    const place = await placeOf(one, searched);
    const found = typeof place === 'string' ? place : await tasksAt(place, searched);
    if (typeof found === 'string') failures.push(found);
    else if (typeof place !== 'string') {
      isAll ||= place.name === '';
      for (const task of found) {
        if (tasks.has(task.name)) continue;
        given.set(task.name, one);
        tasks.set(task.name, task);
      }
    }
  }
  return { tasks: [...tasks.values()].sort((a, b) => compareText(a.name, b.name)), given, isAll, failures };
}

/** The files of the whole repository that only one version has. What could not be searched is told where it was asked for. Never rejects. */
export async function loneTasks(searched: Searched): Promise<readonly CompareTask[]> {
  const now = searched.now instanceof WorkingSide ? searched.now.quiet() : searched.now;
  const found = await tasksAt({ name: '', given: '.' }, { ...searched, now });
  return typeof found === 'string' ? [] : found.filter(task => task.old === undefined || task.now === undefined);
}

/** What a place means; or in one line, why that is nothing to compare. */
async function tasksAt(place: Place, searched: Searched): Promise<readonly CompareTask[] | string> {
  const { here, operands, old, now } = searched;
  const named = displayName(path.join(here.root, place.name), place.given, searched.cwd);
  const [before, after] = [await old.plansAt(place), await now.plansAt(place)];
  if (!before && !after) {
    const mayBeRevision = place.given === operands.maybe ? 'git knows no revision of that name, and ' : '';
    return `${named}: ${mayBeRevision}there is no such file or folder in ${old.called}, nor in ${now.called}`;
  }
  const isFile = before?.has(place.name) || after?.has(place.name);
  if (isFile && path.posix.basename(place.name) === CONFIG_FILE) return `${named}: is a configuration, not a plan`;
  const names = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  if (names.length === 0) return `${named}: ${NONE}`;
  const isOnDisk = now instanceof WorkingSide;
  const gone = isOnDisk ? names.filter(name => !after?.has(name)) : [];
  const skipped = await leftOutOf(here.root, gone);
  return names
    .filter(name => !skipped.has(name))
    .map(name => ({ name, old: before?.get(name), now: isOnDisk && after?.has(name) ? ON_DISK : after?.get(name) }));
}

async function placeOf(given: string, { here: { root, repositories }, cwd }: Searched): Promise<Place | string> {
  if (given === '') return '"": no such file or folder';
  const real = await realPath(path.resolve(cwd, given));
  const relative = path.relative(root, real);
  const shown = displayName(path.resolve(cwd, given), given, cwd);
  const own = await repositories.rootOf(real);
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
    return `${shown}: lies outside the repository ${root}`;
  if (own !== undefined && own !== root) return `${shown}: lies in a repository of its own, ${own}; compare it there`;
  return { name: slashed(relative), given };
}

import * as path from 'node:path';
import { changedSince } from '../git/changed.ts';
import { Repositories } from '../git/repository.ts';
import { count } from '../plan/words.ts';
import type { ConfigFile, ConfigFiles } from '../server/config-file.ts';
import type { FoundFile } from './plan-paths.ts';
import { realPath, unknownRevision, whyUnanswered } from './repository.ts';

/** One of several parts of a run, the `index`th of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Every so many-th of the files: the parts of a run are alike in size, and each file is in one of them. */
export function inShard<T>(files: readonly T[], { index, count }: Shard): readonly T[] {
  return files.filter((_, at) => at % count === index - 1);
}

/** Files that are left, and why others could not be chosen from, one line each. */
export interface Chosen {
  readonly files: readonly FoundFile[];
  readonly failures: readonly string[];
}

/**
 * Of some plans those that git knows to have changed since a revision: they themselves, or a configuration that counts for them. What is in no repository, or
 * in one that does not know the revision, is not left out in silence. Never rejects.
 */
export async function changedPlans(
  files: readonly FoundFile[],
  revision: string,
  configs: ConfigFiles,
): Promise<Chosen> {
  const repositories = new Repositories();
  const kept: FoundFile[] = [];
  const outside: FoundFile[] = [];
  const changes = new Map<string, Changes>();
  const byConfig = new Map<ConfigFile, boolean>();
  for (const file of files) {
    const real = await realPath(file.path);
    const root = await repositories.rootOf(path.dirname(real));
    if (root === undefined) {
      outside.push(file);
      continue;
    }
    const changed = changes.get(root) ?? (await changesIn(root, revision));
    changes.set(root, changed);
    if (typeof changed !== 'string') {
      const config = await configs.nearest(file.path);
      const hasOther = byConfig.get(config) ?? (await isOther(config, changed));
      byConfig.set(config, hasOther);
      if (changed.has(real) || hasOther) kept.push(file);
    }
  }
  const unknown = [...changes.values()].filter(one => typeof one === 'string');
  return { files: kept, failures: [...unknown, ...untold(outside, revision)] };
}

/** Whether a configuration has changed, or one that it extends. */
async function isOther({ files }: ConfigFile, changed: ReadonlySet<string>): Promise<boolean> {
  for (const file of files) {
    if (changed.has(await realPath(path.normalize(file.path)))) return true;
  }
  return false;
}

/** The files that have changed in a working copy; or why nobody knows, in one line. */
type Changes = ReadonlySet<string> | string;

async function changesIn(root: string, revision: string): Promise<Changes> {
  const changed = await changedSince(root, revision);
  if (changed === 'failed') return `git cannot say what has changed since ${revision} in ${root}`;
  if (changed !== 'unknown-revision') return changed;
  return (await whyUnanswered(root)) ?? unknownRevision(root, revision);
}

/** Of plans in no repository, however many, one line. */
function untold([first, ...others]: readonly FoundFile[], revision: string): readonly string[] {
  if (!first) return [];
  const so = 'in no git repository, so nobody can say whether';
  return others.length === 0
    ? [`${first.name}: is ${so} it changed since ${revision}`]
    : [`${first.name} and ${count(others.length, 'more plan')}: are ${so} they changed since ${revision}`];
}

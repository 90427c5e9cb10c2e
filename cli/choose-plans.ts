import * as path from 'node:path';
import { changedSince } from '../git/changed.ts';
import { Repositories } from '../git/repository.ts';
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
  const failures = new Set<string>();
  const changes = new Map<string, Awaited<ReturnType<typeof changedSince>>>();
  const byConfig = new Map<ConfigFile, boolean>();
  for (const file of files) {
    const real = await realPath(file.path);
    const root = await repositories.rootOf(path.dirname(real));
    if (root === undefined) {
      failures.add(`${file.name}: is in no git repository, so nobody can say whether it changed since ${revision}`);
      continue;
    }
    const changed = changes.get(root) ?? (await changedSince(root, revision));
    changes.set(root, changed);
    if (typeof changed === 'string') failures.add(await whyUnknown(changed, revision, root));
    else {
      const config = await configs.nearest(file.path);
      const hasOther = byConfig.get(config) ?? (await isOther(config, changed));
      byConfig.set(config, hasOther);
      if (changed.has(real) || hasOther) kept.push(file);
    }
  }
  return { files: kept, failures: [...failures] };
}

/** Whether a configuration has changed, or one that it extends. */
async function isOther({ files }: ConfigFile, changed: ReadonlySet<string>): Promise<boolean> {
  for (const file of files) {
    if (changed.has(await realPath(path.normalize(file.path)))) return true;
  }
  return false;
}

async function whyUnknown(why: 'unknown-revision' | 'failed', revision: string, root: string): Promise<string> {
  if (why === 'failed') return `git cannot say what has changed since ${revision} in ${root}`;
  return (await whyUnanswered(root)) ?? unknownRevision(root, revision);
}

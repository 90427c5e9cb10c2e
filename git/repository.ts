import { realpath, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { git } from './run.ts';

/** A working copy whose whole history is at hand. */
export interface Repository {
  /** Its folder, absolute and without links. */
  readonly root: string;
  /** Where git keeps its own files for this working copy. */
  readonly gitFolder: string;
}

/** A file as its repository knows it: from the root, with `/`. */
export interface TrackedPath {
  readonly repository: Repository;
  readonly name: string;
}

/** Finds the repositories of files; each is looked at once. */
export class Repositories {
  private readonly roots = new Map<string, Promise<string | undefined>>();
  private readonly known = new Map<string, Promise<Repository | undefined>>();

  /** The repository that a file stands in; undefined for none, and for one that cannot be asked (bare, shallow, somebody else's). Never rejects. */
  async of(file: string): Promise<TrackedPath | undefined> {
    try {
      const real = await realpath(file);
      const root = await this.rootOf(path.dirname(real));
      const repository = root === undefined ? undefined : await this.at(root);
      const name = root === undefined ? '' : path.relative(root, real).split(path.sep).join('/');
      return repository && !/[\r\n]/.test(name) ? { repository, name } : undefined;
    } catch {
      return undefined;
    }
  }

  /** The nearest folder at or above one that holds `.git`, which is a folder or, in work trees and submodules, a file. Never rejects. */
  rootOf(folder: string): Promise<string | undefined> {
    let root = this.roots.get(folder);
    if (!root) {
      const above = path.dirname(folder);
      root = stat(path.join(folder, '.git')).then(
        () => folder,
        () => (above === folder ? undefined : this.rootOf(above)),
      );
      this.roots.set(folder, root);
    }
    return root;
  }

  private at(root: string): Promise<Repository | undefined> {
    let repository = this.known.get(root);
    if (!repository) {
      repository = ask(root);
      this.known.set(root, repository);
    }
    return repository;
  }
}

/** Something about a file, and the file's name in its repository. */
export type Named<T> = T & { readonly name: string };

/** Files whose repositories are looked for at once: each may be one of its own. */
const AT_ONCE = 8;

/** Files by the repository that each stands in; those that are in none are left out. Never rejects. */
export async function byRepository<T extends { readonly file: string }>(
  files: readonly T[],
  repositories: Repositories,
): Promise<ReadonlyMap<Repository, readonly Named<T>[]>> {
  const groups = new Map<Repository, Named<T>[]>();
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const found = await Promise.all(some.map(async one => ({ one, path: await repositories.of(one.file) })));
    for (const { one, path } of found) {
      if (!path) continue;
      const group = groups.get(path.repository) ?? [];
      groups.set(path.repository, group);
      group.push({ ...one, name: path.name });
    }
  }
  return groups;
}

async function ask(root: string): Promise<Repository | undefined> {
  const questions = ['--is-inside-work-tree', '--is-shallow-repository', '--absolute-git-dir', '--show-prefix'];
  const answer = await git(root, ['rev-parse', ...questions]);
  if ('failed' in answer) return undefined;
  const [inside, shallow, gitFolder = '', prefix = ''] = answer.text.split('\n');
  return inside === 'true' && shallow === 'false' && prefix === '' && gitFolder !== ''
    ? { root, gitFolder }
    : undefined;
}

import { lstatSync } from 'node:fs';
import * as path from 'node:path';
import { headOf } from '../../git/head.ts';
import { type Committed, renamedInIndex } from '../../git/last-commit.ts';
import type { Repositories, Repository, TrackedPath } from '../../git/repository.ts';

/** What stands for a file that is in no repository, or in none that can be asked. */
export const OUTSIDE = 'outside';

/** The last commit of a repository, and what files are called in it whose names were changed since then. */
interface Head {
  readonly commit: string | undefined;
  readonly renamed: ReadonlyMap<string, Committed>;
}

/** Knows where files stand in their repositories: as long as that is the same, so are their older versions. */
export class Heads {
  private readonly heads = new Map<Repository, Promise<Head>>();
  private readonly folders = new Map<string, Promise<(TrackedPath & { readonly folder: string }) | undefined>>();
  private readonly repositories: Repositories;

  constructor(repositories: Repositories) {
    this.repositories = repositories;
  }

  /** The last commit and the file's name in it; `OUTSIDE`; undefined where git cannot say. Never rejects. */
  async of(file: string | undefined): Promise<string | undefined> {
    const tracked = file === undefined ? undefined : await this.tracked(file);
    if (!tracked) return OUTSIDE;
    const { repository, name } = tracked;
    const head = this.heads.get(repository) ?? ask(repository);
    this.heads.set(repository, head);
    const { commit, renamed } = await head;
    return commit === undefined ? undefined : `${commit} ${renamed.get(name)?.formerName ?? name}`;
  }

  private async tracked(file: string): Promise<TrackedPath | undefined> {
    const base = path.basename(file);
    // Of plain files that stand in one folder only the first is looked up.
    if (/[\r\n]/.test(base) || !isPlain(file)) return this.repositories.of(file);
    const folder = path.dirname(file);
    let known = this.folders.get(folder);
    if (!known) {
      known = this.repositories.of(file).then(one => one && { ...one, folder: one.name.slice(0, -base.length) });
      this.folders.set(folder, known);
    }
    const first = await known;
    return first && { repository: first.repository, name: first.folder + base };
  }
}

async function ask(repository: Repository): Promise<Head> {
  const [commit, renamed] = await Promise.all([headOf(repository), renamedInIndex(repository.root)]);
  return { commit, renamed };
}

/** False for links, which may lead to another repository. */
function isPlain(file: string): boolean {
  try {
    return lstatSync(file).isFile();
  } catch {
    return false;
  }
}

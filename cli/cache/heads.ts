import { lstatSync } from 'node:fs';
import * as path from 'node:path';
import { headOf } from '../../git/head.ts';
import type { Repositories, Repository } from '../../git/repository.ts';

/** What stands for a file that is in no repository, or in none that can be asked. */
export const OUTSIDE = 'outside';

/** Knows where files stand in their repositories: as long as that is the same, so are their older versions. */
export class Heads {
  private readonly commits = new Map<Repository, Promise<string | undefined>>();
  private readonly folders = new Map<string, Promise<string | undefined>>();
  private readonly repositories: Repositories;

  constructor(repositories: Repositories) {
    this.repositories = repositories;
  }

  /** The last commit and the file's name in it; `OUTSIDE`; undefined where git cannot say. Never rejects. */
  async of(file: string | undefined): Promise<string | undefined> {
    if (file === undefined) return OUTSIDE;
    const name = path.basename(file);
    // Of plain files that stand in one folder only the first is looked up.
    if (/[\r\n]/.test(name) || !isPlain(file)) return this.ask(file);
    const folder = path.dirname(file);
    let known = this.folders.get(folder);
    if (!known) {
      known = this.ask(file).then(head => (head === OUTSIDE ? head : head?.slice(0, -name.length)));
      this.folders.set(folder, known);
    }
    const head = await known;
    return head === undefined || head === OUTSIDE ? head : head + name;
  }

  private async ask(file: string): Promise<string | undefined> {
    const tracked = await this.repositories.of(file);
    if (!tracked) return OUTSIDE;
    const commit = this.commits.get(tracked.repository) ?? headOf(tracked.repository);
    this.commits.set(tracked.repository, commit);
    const id = await commit;
    return id === undefined ? undefined : `${id} ${tracked.name}`;
  }
}

/** False for links, which may lead to another repository. */
function isPlain(file: string): boolean {
  try {
    return lstatSync(file).isFile();
  } catch {
    return false;
  }
}

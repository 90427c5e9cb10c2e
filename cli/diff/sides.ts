import * as path from 'node:path';
import type { Repositories } from '../../git/repository.ts';
import { planMatcher } from '../../plan/config/glob.ts';
import { CONFIG_FILE, isPlanName } from '../../plan/config/names.ts';
import { type ConfigFile, type ConfigFiles, slashed } from '../../server/config-file.ts';
import { fileFailure } from '../../server/text-file.ts';
import { displayName, LEFT_OUT, searchFolder } from '../plan-paths.ts';
import { isFolder, isThere } from '../repository.ts';

/** What is to be compared: a file, or a folder with the plans in it. Its name counts from the root, with `/`; that of the root is ''. */
export interface Place {
  readonly name: string;
  /** As it was given. */
  readonly given: string;
}

/** Plans in one of the two states that are compared, by their names from the root. */
export interface Side {
  /** `main`, `the working tree` */
  readonly called: string;
  /** The plans that a place means, each with the name of its blob where it has one; undefined where there is nothing of that name. Never rejects. */
  plansAt(place: Place): Promise<ReadonlyMap<string, string | undefined> | undefined>;
}

/** The plans in a commit. Which files are plans is said by the configurations as they are now. */
export class CommitSide implements Side {
  readonly called: string;
  private readonly files: ReadonlyMap<string, string>;
  private readonly root: string;
  private readonly configs: ConfigFiles;

  constructor(called: string, files: ReadonlyMap<string, string>, root: string, configs: ConfigFiles) {
    this.called = called;
    this.files = files;
    this.root = root;
    this.configs = configs;
  }

  async plansAt({ name }: Place): Promise<ReadonlyMap<string, string> | undefined> {
    const own = this.files.get(name);
    if (own !== undefined) return new Map([[name, own]]);
    const inside = name === '' ? this.files : new Map([...this.files].filter(([file]) => file.startsWith(`${name}/`)));
    if (inside.size === 0 && name !== '') return undefined;
    const plans = new Map<string, string>();
    const further = await this.namedBy(inside.keys(), name);
    for (const [file, blob] of inside) {
      const below = name === '' ? file : file.slice(name.length + 1);
      if (LEFT_OUT.test(below)) continue;
      if (isPlanName(file) || further.has(file)) plans.set(file, blob);
    }
    return plans;
  }

  /** The files that configurations call plans. */
  private async namedBy(files: Iterable<string>, folder: string): Promise<ReadonlySet<string>> {
    const names = [...files];
    const owners = new Set([await this.configs.inFolder(path.join(this.root, folder))]);
    for (const name of names)
      if (path.posix.basename(name) === CONFIG_FILE) owners.add(await this.configs.nearest(path.join(this.root, name)));
    const further = new Set<string>();
    for (const owner of owners) for (const name of await this.matches(owner, names)) further.add(name);
    return further;
  }

  private async matches(owner: ConfigFile, names: readonly string[]): Promise<readonly string[]> {
    const { plans } = owner.settings;
    if (!plans || plans.globs.length === 0) return [];
    const isMeant = planMatcher(plans.globs);
    const found: string[] = [];
    for (const name of names) {
      const file = path.join(this.root, name);
      const own = slashed(path.relative(path.normalize(plans.folder), file));
      if (own.startsWith('../') || path.basename(name) === CONFIG_FILE || !isMeant(own)) continue;
      if ((await this.configs.nearest(file)) === owner) found.push(name);
    }
    return found;
  }
}

/** The plans as they are in the working copy, those that git does not know yet included. */
export class WorkingSide implements Side {
  readonly called = 'the working tree';
  /** What could not be searched, one line each. */
  readonly failures: string[] = [];
  private readonly root: string;
  private readonly cwd: string;
  private readonly configs: ConfigFiles;
  private readonly repositories: Repositories;

  constructor(root: string, cwd: string, configs: ConfigFiles, repositories: Repositories) {
    this.root = root;
    this.cwd = cwd;
    this.configs = configs;
    this.repositories = repositories;
  }

  /** The same, which keeps to itself what it cannot search. */
  quiet(): WorkingSide {
    return new WorkingSide(this.root, this.cwd, this.configs, this.repositories);
  }

  async plansAt({ name, given }: Place): Promise<ReadonlyMap<string, undefined> | undefined> {
    const absolute = path.join(this.root, name);
    if (!(await isThere(absolute))) return undefined;
    if (!(await isFolder(absolute))) return new Map([[name, undefined]]);
    try {
      const { files, unread } = await searchFolder(absolute, this.configs, new Set());
      for (const one of unread) {
        const shown = displayName(path.join(absolute, one.name), given, this.cwd);
        this.failures.push(`${shown}: cannot be searched: ${fileFailure(one.error)}`);
      }
      const plans = new Map<string, undefined>();
      // What a repository inside of this one has, only that knows.
      for (const file of files)
        if ((await this.repositories.rootOf(path.dirname(file))) === this.root)
          plans.set(slashed(path.relative(this.root, file)), undefined);
      return plans;
    } catch (error) {
      this.failures.push(`${displayName(absolute, given, this.cwd)}: ${fileFailure(error)}`);
      return new Map();
    }
  }
}

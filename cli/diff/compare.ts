import * as path from 'node:path';
import { filesIn, leftOutOf } from '../../git/tree.ts';
import { customerOf, type Lone, renamedPlans } from '../../plan/changes/whole.ts';
import { CONFIG_FILE } from '../../plan/config/names.ts';
import { compareText } from '../../plan/words.ts';
import { type ConfigFiles, slashed } from '../../server/config-file.ts';
import { displayName, NONE } from '../plan-paths.ts';
import { type Here, realPath, repositoryOf } from '../repository.ts';
import {
  changedPlans,
  type FoundInBoth,
  gonePlan,
  newPlans,
  type ReadPlans,
  type ReadVersion,
  readVersion,
} from './documents.ts';
import type { Judge } from './judge.ts';
import { type Operands, readOperands } from './operands.ts';
import type { ChangedPlan, Compared } from './result.ts';
import { CommitSide, type Place, type Side, WorkingSide } from './sides.ts';
import { isSameButForLineEnds, readTexts, type Text, type Texts } from './texts.ts';

/** A file to compare: its blobs, or `on disk` for what the working copy has; undefined for a version in which it is not there. */
export interface CompareTask {
  readonly name: string;
  readonly old: string | undefined;
  readonly now: string | undefined;
}

/** So many files are read together. */
const TOGETHER = 200;

/**
 * Compares plans of two revisions, or of one and the working copy; with a judge also what is found in them. What cannot be compared is named, and the
 * others are. Never rejects.
 */
export async function compareRevisions(
  given: readonly string[],
  cwd: string,
  configs: ConfigFiles,
  judge?: Judge,
): Promise<Compared> {
  const failed = (failure: string): Compared => ({
    span: '',
    changed: [],
    files: 0,
    sameMeaning: 0,
    failures: [failure],
  });
  const here = await repositoryOf(cwd, given);
  if ('failure' in here) return failed(here.failure);
  const operands = await readOperands(here.root, cwd, given);
  if ('failure' in operands) return failed(operands.failure);
  const { from, to } = operands;
  const files = await filesIn(here.root, from.id);
  const newer = to && (await filesIn(here.root, to.id));
  if (!files || (to && !newer)) return failed(`git could not list what is in ${files ? to?.called : from.called}`);
  const old = new CommitSide(from.called, files, here.root, configs);
  const now =
    to && newer
      ? new CommitSide(to.called, newer, here.root, configs)
      : new WorkingSide(here.root, await realPath(cwd), configs, here.repositories);
  return new Comparison({ here, operands, cwd: await realPath(cwd), configs, judge, old, now }).all();
}

/** A file, counted from the root of the repository, and how people see it. */
interface Named {
  readonly file: string;
  readonly name: string;
}

/** What is compared. */
interface Comparing {
  readonly here: Here;
  readonly operands: Operands;
  readonly cwd: string;
  readonly configs: ConfigFiles;
  readonly judge: Judge | undefined;
  readonly old: Side;
  readonly now: Side;
}

class Comparison {
  private readonly failures: string[] = [];
  private readonly changed: ChangedPlan[] = [];
  private sameMeaning = 0;
  /** Files of which a version cannot be read. */
  private readonly unread = new Set<string>();
  private readonly of: Comparing;

  constructor(of: Comparing) {
    this.of = of;
  }

  async all(): Promise<Compared> {
    const { from, to, paths } = this.of.operands;
    const { tasks, given } = await this.tasks(paths.length > 0 ? paths : ['.']);
    const lone: { texts: Texts; read: ReadVersion; isNew: boolean }[] = [];
    const shown = (name: string) => displayName(path.join(this.of.here.root, name), given.get(name) ?? '', this.of.cwd);
    for (let at = 0; at < tasks.length; at += TOGETHER) {
      for (const texts of await readTexts(this.of.here.root, tasks.slice(at, at + TOGETHER))) {
        const [old, now] = [await this.read(texts, texts.old), await this.read(texts, texts.now)];
        if (old && now) await this.pair({ file: texts.name, name: shown(texts.name) }, old, now, undefined);
        else if (old) lone.push({ texts, read: old, isNew: false });
        else if (now) lone.push({ texts, read: now, isNew: true });
      }
    }
    await this.lone(lone, shown);
    if (this.of.now instanceof WorkingSide) this.failures.push(...this.of.now.failures);
    this.failures.push(...(this.of.judge?.failures ?? []));
    return {
      span: to ? `from ${from.called} to ${to.called}` : `since ${from.called}`,
      changed: this.changed.sort((a, b) => compareText(a.name, b.name)),
      files: tasks.length - this.unread.size,
      sameMeaning: this.sameMeaning,
      failures: this.failures,
    };
  }

  /** The files that the paths mean, each once, and the path that each was found by. */
  private async tasks(
    paths: readonly string[],
  ): Promise<{ readonly tasks: readonly CompareTask[]; readonly given: ReadonlyMap<string, string> }> {
    const tasks = new Map<string, CompareTask>();
    const given = new Map<string, string>();
    for (const one of paths) {
      const place = await this.placeOf(one);
      if (!place) continue;
      const [old, now] = [await this.of.old.plansAt(place), await this.of.now.plansAt(place)];
      if (!old && !now) {
        const mayBeRevision = one === this.of.operands.maybe ? 'git knows no revision of that name, and ' : '';
        this.failures.push(
          `${this.named(place)}: ${mayBeRevision}there is no such file or folder in ${this.of.old.called}, nor in ${this.of.now.called}`,
        );
        continue;
      }
      const isFile = old?.has(place.name) || now?.has(place.name);
      if (isFile && path.posix.basename(place.name) === CONFIG_FILE) {
        this.failures.push(`${this.named(place)}: is a configuration, not a plan`);
        continue;
      }
      const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
      if (names.length === 0) this.failures.push(`${this.named(place)}: ${NONE}`);
      const isOnDisk = this.of.now instanceof WorkingSide;
      const skipped = isOnDisk ? await this.leftOut(names.filter(name => !now?.has(name))) : undefined;
      for (const name of names) {
        if (tasks.has(name) || skipped?.has(name)) continue;
        given.set(name, one);
        tasks.set(name, { name, old: old?.get(name), now: isOnDisk && now?.has(name) ? ON_DISK : now?.get(name) });
      }
    }
    return { tasks: [...tasks.values()].sort((a, b) => compareText(a.name, b.name)), given };
  }

  private leftOut(names: readonly string[]): Promise<ReadonlySet<string>> {
    return leftOutOf(this.of.here.root, names);
  }

  private async placeOf(given: string): Promise<Place | undefined> {
    const { root, repositories } = this.of.here;
    if (given === '') {
      this.failures.push('"": no such file or folder');
      return undefined;
    }
    const real = await realPath(path.resolve(this.of.cwd, given));
    const relative = path.relative(root, real);
    const shown = displayName(path.resolve(this.of.cwd, given), given, this.of.cwd);
    const own = await repositories.rootOf(real);
    if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
      this.failures.push(`${shown}: lies outside the repository ${root}`);
      return undefined;
    }
    if (own !== undefined && own !== root) {
      this.failures.push(`${shown}: lies in a repository of its own, ${own}; compare it there`);
      return undefined;
    }
    return { name: slashed(relative), given };
  }

  private named({ name, given }: Place): string {
    return displayName(path.join(this.of.here.root, name), given, this.of.cwd);
  }

  /** One version of a file. What cannot be read is told, and then the file is not compared. */
  private async read({ name, old }: Texts, version: Text | undefined): Promise<ReadVersion | undefined> {
    if (!version) return undefined;
    const { team } = (await this.of.configs.nearest(path.join(this.of.here.root, name))).settings;
    const read = 'failure' in version ? { failure: version.failure } : readVersion(version.text, team);
    if (read.failure !== undefined) {
      this.unread.add(name);
      const side = version === old ? this.of.old : this.of.now;
      const file = displayName(path.join(this.of.here.root, name), '', this.of.cwd);
      this.failures.push(`${file}: cannot be read in ${side.called}: ${read.failure}`);
    }
    return read;
  }

  private async pair(file: Named, old: ReadVersion, now: ReadVersion, former: string | undefined): Promise<void> {
    if (old.failure !== undefined || now.failure !== undefined) return;
    // Git may keep other line ends than the disk has.
    if (former === undefined && isSameButForLineEnds(old.text, now.text)) return;
    const found = await this.found(file, old, now);
    const changed = changedPlans(file.name, { old, now, former }, found);
    if (changed.length === 0) this.sameMeaning++;
    this.changed.push(...changed);
  }

  private async found({ file }: Named, old: ReadPlans | undefined, now: ReadPlans): Promise<FoundInBoth | undefined> {
    const { judge, here } = this.of;
    const absolute = path.join(here.root, file);
    if (!judge) return undefined;
    return { old: old && (await judge.found(absolute, old.text)), now: await judge.found(absolute, now.text) };
  }

  /** Files that are in one version alone: renamed, new or gone. */
  private async lone(
    files: readonly { readonly texts: Texts; readonly read: ReadVersion; readonly isNew: boolean }[],
    shown: (name: string) => string,
  ): Promise<void> {
    const known = files.flatMap(one => {
      const { read, texts, isNew } = one;
      if (read.failure !== undefined) return [];
      const file: Lone = { name: texts.name, text: read.text, customers: read.models.map(customerOf) };
      return { file, read, isNew };
    });
    const readOf = new Map(known.map(({ file, read }) => [file, read]));
    const come = known.filter(({ isNew }) => isNew);
    const gone = known.filter(({ isNew }) => !isNew);
    const renamed = renamedPlans(
      gone.map(({ file }) => file),
      come.map(({ file }) => file),
    );
    for (const { file, read } of come) {
      const former = renamed.get(file);
      const old = former && readOf.get(former);
      const own = { file: file.name, name: shown(file.name) };
      if (former && old) await this.pair(own, old, read, shown(former.name));
      else this.changed.push(...newPlans(own.name, read, await this.found(own, undefined, read)));
    }
    const former = new Set(renamed.values());
    for (const { file, read } of gone) if (!former.has(file)) this.changed.push(gonePlan(shown(file.name), read));
    // What nobody can read is gone all the same.
    for (const { texts, read, isNew } of files)
      if (!isNew && read.failure !== undefined) this.changed.push(gonePlan(shown(texts.name), read));
  }
}

const ON_DISK = 'on disk';

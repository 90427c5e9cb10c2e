import * as path from 'node:path';
import { filesIn } from '../../git/tree.ts';
import { customerOf, type Lone, renamedPlans } from '../../plan/changes/whole.ts';
import { compareText } from '../../plan/words.ts';
import type { ConfigFiles } from '../../server/config-file.ts';
import { displayName } from '../plan-paths.ts';
import { realPath, repositoryOf } from '../repository.ts';
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
import { readOperands } from './operands.ts';
import type { ChangedPlan, Compared } from './result.ts';
import { CommitSide, WorkingSide } from './sides.ts';
import { type CompareTask, loneTasks, type Searched, tasksOf } from './tasks.ts';
import { isSameButForLineEnds, readTexts, type Text, type Texts } from './texts.ts';

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
interface Comparing extends Searched {
  readonly configs: ConfigFiles;
  readonly judge: Judge | undefined;
}

/** A file of which one version is there, and the other is not. */
interface LoneFile {
  readonly texts: Texts;
  readonly read: ReadVersion;
  readonly isNew: boolean;
  /** False for one that the paths do not mean: what they mean may be that file under another name. */
  readonly isAsked: boolean;
}

class Comparison {
  private readonly failures: string[] = [];
  private readonly changed: ChangedPlan[] = [];
  /** Plans that were asked for by both of their names. */
  private renamed = 0;
  private sameMeaning = 0;
  /** Files that are not compared, since a version of them cannot be read. */
  private readonly unread = new Set<string>();
  private readonly of: Comparing;

  constructor(of: Comparing) {
    this.of = of;
  }

  async all(): Promise<Compared> {
    const { from, to, paths } = this.of.operands;
    const { tasks, given, isAll, failures } = await tasksOf(paths.length > 0 ? paths : ['.'], this.of);
    this.failures.push(...failures);
    const shown = (name: string) => displayName(path.join(this.of.here.root, name), given.get(name) ?? '', this.of.cwd);
    const lone = await this.asked(tasks, shown);
    if (lone.length > 0 && !isAll) lone.push(...(await this.elsewhere(given)));
    await this.lone(lone, shown);
    if (this.of.now instanceof WorkingSide) this.failures.push(...this.of.now.failures);
    this.failures.push(...(this.of.judge?.failures ?? []));
    return {
      span: to ? `from ${from.called} to ${to.called}` : `since ${from.called}`,
      changed: this.changed.sort((a, b) => compareText(a.name, b.name)),
      files: tasks.length - this.unread.size - this.renamed,
      sameMeaning: this.sameMeaning,
      failures: this.failures,
    };
  }

  /** Compares what both versions have. Returns the others. */
  private async asked(tasks: readonly CompareTask[], shown: (name: string) => string): Promise<LoneFile[]> {
    const lone: LoneFile[] = [];
    for (let at = 0; at < tasks.length; at += TOGETHER) {
      for (const texts of await readTexts(this.of.here.root, tasks.slice(at, at + TOGETHER))) {
        const [old, now] = [await this.read(texts, texts.old), await this.read(texts, texts.now)];
        if (old && now) await this.pair({ file: texts.name, name: shown(texts.name) }, old, now, undefined);
        else if (old) lone.push({ texts, read: old, isNew: false, isAsked: true });
        else if (now) lone.push({ texts, read: now, isNew: true, isAsked: true });
      }
    }
    return lone;
  }

  /** What one version alone has outside of the paths: a plan that was moved came from there, or went there. */
  private async elsewhere(asked: ReadonlyMap<string, unknown>): Promise<readonly LoneFile[]> {
    const tasks = (await loneTasks(this.of)).filter(({ name }) => !asked.has(name));
    const lone: LoneFile[] = [];
    for (let at = 0; at < tasks.length; at += TOGETHER) {
      for (const texts of await readTexts(this.of.here.root, tasks.slice(at, at + TOGETHER))) {
        const read = await this.versionOf(texts.name, texts.old ?? texts.now);
        if (read) lone.push({ texts, read, isNew: !texts.old, isAsked: false });
      }
    }
    return lone;
  }

  /** One version of a file. What cannot be read is told, and then the file is not compared. */
  private async read({ name, old }: Texts, version: Text | undefined): Promise<ReadVersion | undefined> {
    const read = await this.versionOf(name, version);
    if (read?.failure !== undefined) {
      this.unread.add(name);
      const side = version === old ? this.of.old : this.of.now;
      const file = displayName(path.join(this.of.here.root, name), '', this.of.cwd);
      this.failures.push(`${file}: cannot be read in ${side.called}: ${read.failure}`);
    }
    return read;
  }

  private async versionOf(name: string, version: Text | undefined): Promise<ReadVersion | undefined> {
    if (!version) return undefined;
    const { team } = (await this.of.configs.nearest(path.join(this.of.here.root, name))).settings;
    return 'failure' in version ? { failure: version.failure } : readVersion(version.text, team);
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

  /** Files that are in one version alone: renamed, new or gone. Of those that nobody asked for only the renames count. */
  private async lone(files: readonly LoneFile[], shown: (name: string) => string): Promise<void> {
    const known = files.flatMap(one => {
      const { read, texts } = one;
      if (read.failure !== undefined) return [];
      const file: Lone = { name: texts.name, text: read.text, customers: read.models.map(customerOf) };
      return { ...one, file, read };
    });
    const byFile = new Map(known.map(one => [one.file, one]));
    const come = known.filter(({ isNew }) => isNew);
    const gone = known.filter(({ isNew }) => !isNew);
    const renamed = renamedPlans(
      gone.map(({ file }) => file),
      come.map(({ file }) => file),
    );
    for (const { file, read, isAsked } of come) {
      const former = renamed.get(file);
      const old = former && byFile.get(former);
      const own = { file: file.name, name: shown(file.name) };
      if (former && old) {
        if (isAsked && old.isAsked) this.renamed++;
        if (isAsked || old.isAsked) await this.pair(own, old.read, read, shown(former.name));
      } else if (isAsked) this.changed.push(...newPlans(own.name, read, await this.found(own, undefined, read)));
    }
    const former = new Set(renamed.values());
    for (const { file, read, isAsked } of gone)
      if (isAsked && !former.has(file)) this.changed.push(gonePlan(shown(file.name), read));
    // What nobody can read is gone all the same.
    for (const { texts, read, isNew, isAsked } of files) {
      if (!isAsked || isNew || read.failure === undefined) continue;
      this.unread.delete(texts.name);
      this.changed.push(gonePlan(shown(texts.name), read));
    }
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { versionsOf } from '../../git/histories.ts';
import { Recent, type Told } from '../../git/recent.ts';
import { Repositories } from '../../git/repository.ts';
import { Checker, type CheckResult, type PlanFile, planFileOf } from '../../plan/check.ts';
import { addDays, type Day } from '../../plan/day.ts';
import type { PlanVersion } from '../../plan/history/versions.ts';
import { forgetAll } from '../../plan/once.ts';
import type { RuleSetting } from '../../plan/rules/engine.ts';
import { parseSound } from '../../plan/syntax/fast/parse-sound.ts';
import { parse } from '../../plan/syntax/parse.ts';
import type { TeamFormat } from '../../plan/team-format.ts';
import { readTextFileSync } from './read-file.ts';
import type { Judged, Judging, Past, Task } from './task.ts';

/** A file that can be judged. */
export interface Readable {
  readonly task: Task;
  readonly bom: boolean;
  readonly plan: PlanFile;
  readonly checker: Checker;
  /** Its older versions, newest first, where they are known. */
  readonly history: readonly PlanVersion[] | undefined;
  /** What the rules say about it. */
  readonly result: CheckResult;
}

/** A file that was read. */
type Unjudged = Omit<Readable, 'result'>;

/** What one file came to, its past aside. */
export type Verdict = Omit<Judged, 'past'>;

/** So much text waits for git at most, in UTF-16 units: trees take many times that. */
const WAITING = 1_000_000;

/** So many files are checked together at most, with as much text: what they are read to takes room. */
const TOGETHER = 8;
const TEXT_TOGETHER = 100_000;

/** Nearly every plan was reviewed within so many days; git tells of them before they are read. */
const RECENT_DAYS = 400;

/**
 * Reads files, checks some together, and hands each to a judge. Of many files git is asked before they are read, so that few of them have to be held
 * until it has told of their past.
 */
export class Reader {
  private readonly repositories = new Repositories();
  private readonly checkers = new Map<ReadonlyMap<string, RuleSetting>, Checker>();
  private readonly judging: Judging;
  private readonly judge: (file: Readable) => Promise<Verdict>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(judging: Judging, judge: (file: Readable) => Promise<Verdict>) {
    this.judging = judging;
    this.judge = judge;
  }

  /** Judges files. The answers have their order; the judge may meet them in another. While some are read, git is asked for those that are next. */
  read(tasks: readonly Task[]): Promise<readonly Judged[]> {
    const recent = this.recentOf(tasks);
    const judged = this.last.then(async () => this.readAll(tasks, await recent));
    this.last = judged;
    return judged;
  }

  private async recentOf(tasks: readonly Task[]): Promise<Recent | undefined> {
    const { history, today } = this.judging;
    // Of few, git is asked once it is known that one of them has a past.
    if (!history || tasks.length <= TOGETHER) return undefined;
    const files = tasks.flatMap(({ file, settings }) =>
      file !== undefined && this.checkerFor(settings.rules).asksForHistory ? [file] : [],
    );
    return files.length > 0 ? Recent.of(files, addDays(today, -RECENT_DAYS), this.repositories) : undefined;
  }

  private async readAll(tasks: readonly Task[], recent: Recent | undefined): Promise<readonly Judged[]> {
    const judged: Judged[] = [];
    const ready = new Batch(TOGETHER, TEXT_TOGETHER);
    const waiting = new Batch(Number.POSITIVE_INFINITY, WAITING);
    for (const [index, task] of tasks.entries()) {
      const source = task.source ?? readTextFileSync(task.file ?? '');
      if (source.text === undefined) {
        judged[index] = { packed: undefined, failures: [`${task.name}: ${source.failure}`] };
        continue;
      }
      const plan = readFile(source.text, task.settings.team);
      const checker = this.checkerFor(task.settings.rules);
      const from = this.judging.history && task.file ? checker.historyFrom(plan, this.judging.today) : undefined;
      const told = from === undefined ? NO_PAST : recent?.told(task.file ?? '', from, source);
      const batch = told ? ready : waiting;
      batch.add({ index, from, file: { task, bom: source.bom, plan, checker, history: told?.versions } });
      if (!batch.isFull) continue;
      await this.judgeAll(ready.taken(), judged);
      if (waiting.isFull) await this.withHistories(waiting.taken(), judged);
      // What was read of those that wait is still needed.
      if (waiting.isEmpty) letGo();
      // Git may have answered for those that are next.
      if (recent) await nextTurn();
    }
    await this.judgeAll(ready.taken(), judged);
    await this.withHistories(waiting.taken(), judged);
    forgetAll();
    return judged;
  }

  private async withHistories(waiting: readonly Read[], judged: Judged[]): Promise<void> {
    if (waiting.length === 0) return;
    const wanted = waiting.flatMap(({ file, from }) =>
      file.task.file && from ? [{ file: file.task.file, from }] : [],
    );
    const histories = await versionsOf(wanted, this.repositories);
    const known = waiting.map(one => ({
      ...one,
      file: { ...one.file, history: histories.get(one.file.task.file ?? '') },
    }));
    for (let at = 0; at < known.length; at += TOGETHER) await this.judgeAll(known.slice(at, at + TOGETHER), judged);
  }

  private async judgeAll(read: readonly Read[], judged: Judged[]): Promise<void> {
    const { today } = this.judging;
    for (const checker of new Set(read.map(({ file }) => file.checker))) {
      const own = read.filter(({ file }) => file.checker === checker);
      const results = checker.checkAll(
        own.map(({ file: { plan, history } }) => ({ file: plan, known: { history, readSound: parseSound } })),
        today,
      );
      for (const [at, result] of results.entries()) {
        const one = own[at];
        if (!one) continue;
        const { index, file, from } = one;
        const verdict = await this.judge({ ...file, result });
        judged[index] = from === undefined ? verdict : { ...verdict, past: await pastFrom(from, file.history) };
      }
    }
  }

  private checkerFor(rules: ReadonlyMap<string, RuleSetting>): Checker {
    const known = this.checkers.get(rules) ?? new Checker(rules);
    this.checkers.set(rules, known);
    return known;
  }
}

const NO_PAST: Told = { versions: undefined };

/** A file that was read, and its place among the tasks; `from` where older versions matter. */
interface Read {
  readonly index: number;
  readonly file: Unjudged;
  readonly from: Day | undefined;
}

/**
 * Nothing that was read is in use any more: so threads let V8 collect it now, when next to nothing is left to be kept. Whenever it runs out of room
 * it would find half of the plans at hand, and move them.
 */
function letGo(): void {
  forgetAll();
  globalThis.gc?.({ type: 'minor' });
}

/** Files that are gathered, up to a number or an amount of text. */
class Batch {
  private files: Read[] = [];
  private size = 0;
  private readonly most: number;
  private readonly mostText: number;

  constructor(most: number, mostText: number) {
    this.most = most;
    this.mostText = mostText;
  }

  add(file: Read): void {
    this.files.push(file);
    this.size += file.file.plan.text.length;
  }

  get isFull(): boolean {
    return this.files.length >= this.most || this.size >= this.mostText;
  }

  get isEmpty(): boolean {
    return this.files.length === 0;
  }

  /** What was gathered; from now on it is empty. */
  taken(): readonly Read[] {
    const { files } = this;
    this.files = [];
    this.size = 0;
    return files;
  }
}

async function pastFrom(from: Day, history: readonly PlanVersion[] | undefined): Promise<Past> {
  return (await import('./past.ts')).pastOf(from, history);
}

/** The one place where the command line reads the text of a plan that is to be checked. Sound texts, which most are, have a faster reader. */
export function readFile(text: string, team: TeamFormat): PlanFile {
  return planFileOf(parseSound(text) ?? parse(text), team);
}

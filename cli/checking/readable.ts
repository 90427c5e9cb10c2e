import { versionsOf } from '../../git/histories.ts';
import { Repositories } from '../../git/repository.ts';
import { Checker, type PlanFile, planFileOf } from '../../plan/check.ts';
import type { Day } from '../../plan/day.ts';
import type { PlanVersion } from '../../plan/history/versions.ts';
import { forgetAll } from '../../plan/once.ts';
import type { RuleSetting } from '../../plan/rules/engine.ts';
import { parseSound } from '../../plan/syntax/fast/parse-sound.ts';
import { parse } from '../../plan/syntax/parse.ts';
import type { TeamFormat } from '../../plan/team-format.ts';
import { readTextFileSync } from '../../server/text-file.ts';
import type { Judged, Judging, Task } from './task.ts';

/** A file that can be judged. */
export interface Readable {
  readonly task: Task;
  readonly bom: boolean;
  readonly plan: PlanFile;
  readonly checker: Checker;
  /** Its older versions, newest first, where they are known. */
  readonly history: readonly PlanVersion[] | undefined;
}

/** What one file came to, its past aside. */
export type Verdict = Omit<Judged, 'past'>;

/** So much text waits for git at most, in UTF-16 units: trees take many times that. */
const WAITING = 1_000_000;

/** Reads files, asks git for all that need it together, and hands each to a judge. */
export class Reader {
  private readonly repositories = new Repositories();
  private readonly checkers = new Map<ReadonlyMap<string, RuleSetting>, Checker>();
  private readonly judging: Judging;
  private readonly judge: (file: Readable) => Promise<Verdict>;

  constructor(judging: Judging, judge: (file: Readable) => Promise<Verdict>) {
    this.judging = judging;
    this.judge = judge;
  }

  /** Judges files. The answers have their order; the judge may meet them in another. */
  async read(tasks: readonly Task[]): Promise<readonly Judged[]> {
    const judged: Judged[] = [];
    let waiting: Waiting[] = [];
    let size = 0;
    for (const [index, task] of tasks.entries()) {
      const source = task.source ?? readTextFileSync(task.file ?? '');
      if (source.text === undefined) {
        judged[index] = { packed: undefined, failures: [`${task.name}: ${source.failure}`] };
        continue;
      }
      const plan = readFile(source.text, task.settings.team);
      const checker = this.checkerFor(task.settings.rules);
      const from = this.judging.history && task.file ? checker.historyFrom(plan, this.judging.today) : undefined;
      const file = { task, bom: source.bom, plan, checker, history: undefined };
      if (from === undefined) {
        judged[index] = await this.judge(file);
        if (waiting.length === 0) forgetAll();
        continue;
      }
      waiting.push({ index, file, from });
      size += source.text.length;
      if (size < WAITING) continue;
      await this.withHistories(waiting, judged);
      forgetAll();
      waiting = [];
      size = 0;
    }
    await this.withHistories(waiting, judged);
    forgetAll();
    return judged;
  }

  private async withHistories(waiting: readonly Waiting[], judged: Judged[]): Promise<void> {
    if (waiting.length === 0) return;
    const { pastOf } = await import('./past.ts');
    const wanted = waiting.flatMap(({ file, from }) => (file.task.file ? { file: file.task.file, from } : []));
    const histories = await versionsOf(wanted, this.repositories);
    for (const { index, file, from } of waiting) {
      const history = histories.get(file.task.file ?? '');
      judged[index] = { ...(await this.judge({ ...file, history })), past: pastOf(from, history) };
    }
  }

  private checkerFor(rules: ReadonlyMap<string, RuleSetting>): Checker {
    const known = this.checkers.get(rules) ?? new Checker(rules);
    this.checkers.set(rules, known);
    return known;
  }
}

interface Waiting {
  readonly index: number;
  readonly file: Readable;
  readonly from: Day;
}

/** The one place where the command line reads the text of a plan. Sound texts, which most are, have a faster reader. */
export function readFile(text: string, team: TeamFormat): PlanFile {
  return planFileOf(parseSound(text) ?? parse(text), team);
}

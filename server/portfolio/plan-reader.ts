import { stat } from 'node:fs/promises';
import { versionsOf } from '../../git/histories.ts';
import { Repositories } from '../../git/repository.ts';
import { Checker, type PlanFile, planFileOf, readInSteps } from '../../plan/check.ts';
import type { Day } from '../../plan/day.ts';
import type { PlanVersion } from '../../plan/history/versions.ts';
import { nameFromPath } from '../../plan/portfolio/file-name.ts';
import { summarise, unreadable } from '../../plan/portfolio/summarise.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import type { RuleSetting } from '../../plan/rules/engine.ts';
import type { Steps } from '../../plan/steps.ts';
import { slashed } from '../config-file.ts';
import { toLineNumber } from '../convert.ts';
import { fastReader } from '../fast-reader.ts';
import { LinedText, type TextDocument } from '../text.ts';
import { readTextFile } from '../text-file.ts';
import type { FileSettings, Order, SummedFile, WantedFile } from './messages.ts';

/** Nobody writes a plan of more bytes: what is longer is something else, and would keep a thread for minutes. */
const MOST_BYTES = 16_000_000;

/** So much text waits for git at most, in UTF-16 units: trees take many times that. */
const WAITING = 1_000_000;

/** How steps are done: all at once, or in turns. */
export type Run = <T>(steps: Steps<T>) => Promise<T>;

interface ReadFile {
  readonly wanted: WantedFile;
  readonly stamp: string;
  readonly plan: PlanFile;
  readonly checker: Checker;
}

/** Reads, checks and sums up plans that nobody has open. Findings are those of `success-plan check`, with what git knows of older versions. */
export class PlanReader {
  private readonly run: Run;
  private readonly fastUpTo: number;
  private readonly checkers = new WeakMap<ReadonlyMap<string, RuleSetting>, Checker>();
  private readonly settings = new Map<number, FileSettings>();

  /** Texts of up to `fastUpTo` characters are read in one go, by the faster reader. */
  constructor(run: Run, fastUpTo: number) {
    this.run = run;
    this.fastUpTo = fastUpTo;
  }

  /** The files in their order. Never rejects. */
  async read({ files, settings, today, hidden }: Order): Promise<readonly SummedFile[]> {
    for (const [number, one] of settings) this.settings.set(number, one);
    const isHidden = new Set(hidden);
    const summed = new Map<string, SummedFile>();
    let waiting: (ReadFile & { readonly from: Day })[] = [];
    let size = 0;
    const ask = async () => {
      const repositories = new Repositories();
      const histories = await versionsOf(
        waiting.map(({ wanted, from }) => ({ file: wanted.path, from })),
        repositories,
      );
      for (const file of waiting) {
        const { path } = file.wanted;
        summed.set(path, await this.judge(file, today, isHidden, histories.get(path)));
      }
      waiting = [];
      size = 0;
    };
    for (const wanted of files) {
      const file = await this.readOne(wanted);
      if ('summaries' in file) {
        summed.set(wanted.path, file);
        continue;
      }
      const from = file.checker.historyFrom(file.plan, today);
      if (from === undefined) {
        summed.set(wanted.path, await this.judge(file, today, isHidden, undefined));
        continue;
      }
      waiting.push({ ...file, from });
      size += file.plan.text.length;
      if (size >= WAITING) await ask();
    }
    if (waiting.length > 0) await ask();
    return files.flatMap(({ path }) => summed.get(path) ?? []);
  }

  private async readOne(wanted: WantedFile): Promise<ReadFile | SummedFile> {
    const { path } = wanted;
    const { stamp, bytes } = await stampOf(path);
    const settings = this.settings.get(wanted.settings);
    if (stamp === '' || !settings) return { path, stamp, summaries: [] };
    if (stamp === wanted.stamp) return { path, stamp, summaries: undefined };
    if (bytes > MOST_BYTES) return failed(wanted, stamp, `${Math.round(bytes / 1e6)} MB are more than a plan can have`);
    const { text, failure } = await readTextFile(path);
    if (text === undefined) return failed(wanted, stamp, failure);
    const source = text.length <= this.fastUpTo ? (await fastReader())(text) : undefined;
    const plan = source
      ? planFileOf(source, settings.team)
      : await this.run(readInSteps(text, settings.team, undefined));
    return { wanted, stamp, plan, checker: this.checkerFor(settings.rules) };
  }

  private async judge(
    { wanted, stamp, plan, checker }: ReadFile,
    today: Day,
    hidden: ReadonlySet<string>,
    history: readonly PlanVersion[] | undefined,
  ): Promise<SummedFile> {
    const readSound = history && (await fastReader());
    const { findings } = await this.run(checker.checkInSteps(plan, today, { history, readSound }));
    const shown = findings.filter(finding => !hidden.has(finding.rule));
    return { path: wanted.path, stamp, summaries: summariesOf(plan, shown, today, wanted) };
  }

  private checkerFor(rules: ReadonlyMap<string, RuleSetting>): Checker {
    const known = this.checkers.get(rules) ?? new Checker(rules);
    this.checkers.set(rules, known);
    return known;
  }
}

/** The plans of a file, open or not, summed up. */
export function summariesOf(
  plan: PlanFile,
  findings: Parameters<typeof summarise>[1],
  today: Day,
  where: Pick<WantedFile, 'path' | 'uri' | 'folder'>,
): readonly PlanSummary[] {
  let lines: TextDocument | undefined;
  return summarise(plan, findings, today, {
    ...whereOf(where),
    lineAt: offset => {
      lines ??= new LinedText(where.uri, 'success-plan', 0, plan.text);
      return toLineNumber(lines, offset);
    },
  });
}

/** A file that could not be read, as one plan of which nothing is known but that. */
export function failed(wanted: WantedFile, stamp: string, cause: string): SummedFile {
  return { path: wanted.path, stamp, summaries: [unreadable(cause, whereOf(wanted))] };
}

function whereOf({ path, uri, folder }: Pick<WantedFile, 'path' | 'uri' | 'folder'>) {
  return { key: uri, file: uri, name: nameFromPath(slashed(path)), folder };
}

function stampOf(path: string): Promise<{ readonly stamp: string; readonly bytes: number }> {
  return stat(path).then(
    ({ mtimeMs, size }) => ({ stamp: `${mtimeMs} ${size}`, bytes: size }),
    () => ({ stamp: '', bytes: 0 }),
  );
}

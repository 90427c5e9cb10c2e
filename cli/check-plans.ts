import * as path from 'node:path';
import { CONFIG_FILE } from '../plan/config/names.ts';
import { settingsFor } from '../plan/config/settings.ts';
import type { Day } from '../plan/day.ts';
import type { PlanSummary } from '../plan/portfolio/types.ts';
import { visible } from '../plan/visible.ts';
import { count } from '../plan/words.ts';
import { type ConfigFile, ConfigFiles, slashed } from '../server/config-file.ts';
import { keepSmall, letGrow } from '../server/heap.ts';
import { decodeText, readTextFile } from '../server/text-file.ts';
import { readyFor } from './checking/engine.ts';
import { batchSize, threadsFor } from './checking/jobs.ts';
import { type Making, makeLane } from './checking/lanes.ts';
import { unpack } from './checking/packed.ts';
import type { Show } from './checking/repairing.ts';
import type { Judged, Settings, Task } from './checking/task.ts';
import type { Shard } from './choose-plans.ts';
import { ConfigReports, readConfig } from './config-reports.ts';
import { gitNotes } from './git-notes.ts';
import type { Host } from './host.ts';
import type { KnownFindings } from './known-findings.ts';
import { displayName, type FoundFile, findPlans } from './plan-paths.ts';
import { type CheckedFile, Tally } from './report.ts';

/** What to check, and how. */
export interface Request {
  /** Files, folders, and `-` for standard input; none stands for the current folder. */
  readonly paths: readonly string[];
  readonly today: Day;
  /** The name that standard input goes by. */
  readonly stdinFilename: string | undefined;
  /** Whether to ask git for what the plans said at their last reviews. */
  readonly history: boolean;
  /** `write` repairs the files; a function is shown what a repair would change, and nothing is written. */
  readonly fix: 'no' | 'write' | Show;
  /** How many threads check; undefined or 0 is as many as are of use. */
  readonly jobs?: number | undefined;
  /** Whether to keep results for the next run; `location` where the usual place will not do. */
  readonly cache?: { readonly location: string | undefined } | undefined;
  /** Of the plans that are found, only those that git knows to have changed since a revision. */
  readonly since?: string | undefined;
  /** Of these, only one part of several. */
  readonly shard?: Shard | undefined;
  /** What findings are known and need not be told. */
  readonly baseline?: Pick<KnownFindings, 'less' | 'searched'> | undefined;
  /** Whether plans are to be summed up instead of their findings listed. */
  readonly summaries?: boolean;
}

/** Where results go, in the order of the files. */
export interface Sink {
  /** The next result is worked out meanwhile, but not the next hundred: whoever is slow slows us down. */
  file(file: CheckedFile): Promise<void>;
  /** What could not be done, in one line. */
  failure(line: string): void;
}

/** Checks every plan that the request means. What fails is named, and the others are still checked. Of the results only the tally is kept, which counts while they come. */
export async function checkPlans(request: Request, host: Host, sink: Sink, tally = new Tally()): Promise<Tally> {
  await new Run(request, host, sink, tally).all();
  return tally;
}

class Run {
  private readonly tally: Tally;
  private readonly configs = new ConfigFiles(readConfig);
  private readonly reports: ConfigReports;
  private readonly settings = new Map<ConfigFile, Map<Settings['rules'], Settings>>();
  private readonly request: Request;
  private readonly host: Host;
  private readonly sink: Sink;

  constructor(request: Request, host: Host, sink: Sink, tally: Tally) {
    this.tally = tally;
    this.request = request;
    this.host = host;
    this.sink = sink;
    this.reports = new ConfigReports(host.cwd, {
      file: file => this.add(file),
      failure: line => this.fail(line),
    });
  }

  async all(): Promise<void> {
    const { cwd } = this.host;
    keepSmall();
    const given = this.request.paths.length > 0 ? this.request.paths : ['.'];
    const folders = given.filter(one => one !== '-');
    const found = await findPlans(folders, cwd, this.configs);
    for (const line of found.failures) this.fail(line);
    this.request.baseline?.searched(found.searched);
    for (const line of await gitNotes(found.places, this.request.history)) this.say(line);
    for (const config of found.configs) await this.reports.used(config);
    if (given.includes('-')) await this.stdin();
    const plans = await this.chosen(await this.named(found.files));
    if (plans.length > 0) await this.plans(plans);
  }

  private async stdin(): Promise<void> {
    const given = this.request.stdinFilename;
    const file = given === undefined ? undefined : path.resolve(this.host.cwd, given);
    const name = given === undefined || file === undefined ? '<stdin>' : displayName(file, given, this.host.cwd);
    const source = decodeText(await this.host.readStdin());
    if (file !== undefined && source.text !== undefined && path.basename(file) === CONFIG_FILE)
      return this.reports.asked(file, source.text);
    // Standard input without a name belongs to the current folder.
    const config = await (file === undefined ? this.configs.inFolder(this.host.cwd) : this.configs.nearest(file));
    if (source.text !== undefined) await this.reports.used(config);
    const task = { name, file, source, settings: this.settingsOf(config, file) };
    const lane = await makeLane({ ...this.making(0), cache: undefined });
    await this.tell([task], await lane.check([task]));
    lane.close();
  }

  /** Of the files that were asked for by name: tells of their configurations first. Returns what is left to check. */
  private async named(files: readonly FoundFile[]): Promise<readonly FoundFile[]> {
    if (!files.some(({ named }) => named)) return files;
    const plans: FoundFile[] = [];
    for (const one of files) {
      if (one.named && path.basename(one.path) === CONFIG_FILE) {
        const { text, failure } = await readTextFile(one.path);
        if (text === undefined) this.fail(`${one.name}: ${failure}`);
        else await this.reports.asked(one.path, text);
        continue;
      }
      if (one.named) await this.reports.used(await this.configs.nearest(one.path));
      plans.push(one);
    }
    return plans;
  }

  /** Of the files that are left those that are meant. */
  private async chosen(files: readonly FoundFile[]): Promise<readonly FoundFile[]> {
    const { since, shard } = this.request;
    if (since === undefined && shard === undefined) return files;
    const { changedPlans, inShard } = await import('./choose-plans.ts');
    const changed = since === undefined ? undefined : await changedPlans(files, since, this.configs);
    for (const line of changed?.failures ?? []) this.fail(line);
    if (changed?.files.length === 0 && changed.failures.length === 0 && files.length > 0)
      this.say(`of ${count(files.length, 'plan')} none has changed since ${since}`);
    const left = changed?.files ?? files;
    return shard ? inShard(left, shard) : left;
  }

  /** Hands the files out in batches, and tells of them in their order: so many are on their way that nobody waits for us, and no more. */
  private async plans(files: readonly FoundFile[]): Promise<void> {
    const threads = threadsFor(files.length, this.request.jobs);
    const most = threads === 0 ? 1 : threads * 2 + 1;
    if (threads === 0) letGrow();
    const lane = await makeLane(this.making(threads));
    if (threads > 0) readyFor(files.length, threads);
    const onTheWay: { readonly tasks: readonly Task[]; readonly judged: Promise<readonly Judged[]> }[] = [];
    const next = async () => {
      const first = onTheWay.shift();
      if (first) await this.tell(first.tasks, await first.judged);
    };
    for (let at = 0; at < files.length; ) {
      const tasks: Task[] = [];
      const batch = files.slice(at, at + batchSize(files.length - at, files.length, threads));
      at += batch.length;
      for (const one of batch) {
        const config = await this.configs.nearest(one.path);
        tasks.push({ name: one.name, file: one.path, settings: this.settingsOf(config, one.path) });
      }
      onTheWay.push({ tasks, judged: lane.check(tasks) });
      if (onTheWay.length >= most) await next();
    }
    while (onTheWay.length > 0) await next();
    lane.close();
  }

  private making(threads: number): Making {
    const { today, history, fix, cache, summaries = false } = this.request;
    const say = (line: string) => this.say(line);
    return { judging: { today, history, summaries }, fix, threads, cache, host: this.host, say };
  }

  /** Something that a person has to know, and that changes no verdict. */
  private say(line: string): void {
    this.host.err(`success-plan: ${visible(line)}\n`);
  }

  private async tell(tasks: readonly Task[], judged: readonly Judged[]): Promise<void> {
    for (const [index, { name, file }] of tasks.entries()) {
      const one = judged[index];
      for (const line of one?.failures ?? []) this.fail(line);
      const summaries = this.request.summaries ? (one?.summaries ?? (await unsummed(name, file, one))) : undefined;
      if (one?.packed === undefined && !summaries) continue;
      // A search that left a configuration out has not told of it.
      if (file !== undefined) await this.reports.used(await this.configs.nearest(file));
      const findings = one?.packed === undefined ? [] : unpack(one.packed);
      await this.add({ name, path: file, findings, fixed: one?.fixed ?? 0, ...(summaries && { summaries }) });
    }
  }

  private settingsOf(config: ConfigFile, file: string | undefined): Settings {
    const rules = settingsFor(config.settings, file && slashed(file));
    const known = this.settings.get(config) ?? new Map<Settings['rules'], Settings>();
    this.settings.set(config, known);
    const settings = known.get(rules) ?? { rules, team: config.settings.team };
    known.set(rules, settings);
    return settings;
  }

  private add(file: CheckedFile): Promise<void> {
    const left = this.request.baseline?.less(file) ?? file;
    this.tally.add(left);
    return this.sink.file(left);
  }

  private fail(line: string): void {
    this.tally.failures.push(line);
    this.sink.failure(line);
  }
}

/** A file that could not be read is a plan of which nothing is known. */
async function unsummed(
  name: string,
  file: string | undefined,
  judged: Judged | undefined,
): Promise<readonly PlanSummary[]> {
  return (await import('./checking/where.ts')).unsummed(name, file, judged?.failures);
}

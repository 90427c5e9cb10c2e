import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { versionsOf } from '../git/histories.ts';
import { Repositories } from '../git/repository.ts';
import { Checker, type PlanFile, readPlanFile } from '../plan/check.ts';
import { configFindings } from '../plan/config/finding.ts';
import { CONFIG_FILE } from '../plan/config/names.ts';
import { type ConfigText, settingsFor } from '../plan/config/resolve.ts';
import type { Day } from '../plan/day.ts';
import type { PlanVersion } from '../plan/history/versions.ts';
import { repair } from '../plan/repair.ts';
import type { Fix } from '../plan/rules/rule.ts';
import type { TeamFormat } from '../plan/team-format.ts';
import { type ConfigFile, ConfigFiles, readConfigText, slashed } from '../server/config-file.ts';
import { decodeText, fileFailure, readTextFile, type TextFile } from '../server/text-file.ts';
import type { Host } from './host.ts';
import { displayName, findPlans } from './plan-paths.ts';
import { Positions } from './positions.ts';
import type { CheckedFile, Reported } from './report.ts';
import { unifiedDiff } from './unified-diff.ts';

/** What to check, and whether to repair it. */
export interface Request {
  /** Files, folders, and `-` for standard input; none stands for the current folder. */
  readonly paths: readonly string[];
  readonly today: Day;
  /** The name that standard input goes by. */
  readonly stdinFilename: string | undefined;
  /** `write` repairs the files, `show` makes diffs instead. */
  readonly fix: 'no' | 'write' | 'show';
  /** Whether to ask git for what the plans said at their last reviews. */
  readonly history: boolean;
}

/** What came of it. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
  /** What could not be done, one line each. */
  readonly failures: readonly string[];
  /** Unified diffs of the repairs that were only shown. */
  readonly diffs: readonly string[];
  /** How many repairs those diffs hold. */
  readonly fixable: number;
}

/** Checks every plan that the request means. What fails is named, and the others are still checked. */
export async function checkPlans(request: Request, host: Host): Promise<Outcome> {
  const run = new Run(request, host);
  await run.all();
  return run;
}

/** How many files are read, and looked up in git, at once. */
const BATCH = 100;

/** A file that was read from disk or from a pipe. */
interface Given {
  readonly name: string;
  readonly path: string | undefined;
  readonly source: TextFile;
}

/** A file that can be checked. */
interface Readable {
  readonly name: string;
  readonly file: string | undefined;
  readonly bom: boolean;
  readonly plan: PlanFile;
  readonly team: TeamFormat;
  readonly checker: Checker;
}

type History = readonly PlanVersion[] | undefined;

class Run implements Outcome {
  readonly files: CheckedFile[] = [];
  readonly failures: string[] = [];
  readonly diffs: string[] = [];
  fixable = 0;
  private readonly configs = new ConfigFiles();
  private readonly repositories = new Repositories();
  private readonly checkers = new Map<object, Checker>();
  private readonly complained = new Set<ConfigFile | string>();
  private readonly request: Request;
  private readonly host: Host;

  constructor(request: Request, host: Host) {
    this.request = request;
    this.host = host;
  }

  async all(): Promise<void> {
    const { cwd } = this.host;
    const given = this.request.paths.length > 0 ? this.request.paths : ['.'];
    const found = await findPlans(
      given.filter(one => one !== '-'),
      cwd,
      this.configs,
    );
    this.failures.push(...found.failures);
    for (const config of found.configs) this.complainAbout(config);
    if (given.includes('-')) await this.stdin();
    for (let at = 0; at < found.files.length; at += BATCH) {
      const some = found.files.slice(at, at + BATCH);
      await this.some(await Promise.all(some.map(async one => ({ ...one, source: await readTextFile(one.path) }))));
    }
  }

  private async stdin(): Promise<void> {
    const given = this.request.stdinFilename;
    const file = given === undefined ? undefined : path.resolve(this.host.cwd, given);
    const name = given === undefined || file === undefined ? '<stdin>' : displayName(file, given, this.host.cwd);
    await this.some([{ name, path: file, source: decodeText(await this.host.readStdin()) }]);
  }

  /** Checks several files, of which git is asked for all together. */
  private async some(files: readonly Given[]): Promise<void> {
    const read: Readable[] = [];
    for (const { name, path: file, source } of files) {
      if (source.text === undefined) {
        this.failures.push(`${name}: ${source.failure}`);
        continue;
      }
      if (file !== undefined && path.basename(file) === CONFIG_FILE) {
        await this.config(file, source.text);
        continue;
      }
      // Standard input without a name belongs to the current folder.
      const config = await (file === undefined ? this.configs.inFolder(this.host.cwd) : this.configs.nearest(file));
      this.complainAbout(config);
      const { team } = config.settings;
      const plan = readPlanFile(source.text, team);
      read.push({ name, file, bom: source.bom, plan, team, checker: this.checkerFor(config, file) });
    }
    const wanted = read.flatMap(({ file, plan, checker }) => {
      const from =
        this.request.history && file !== undefined ? checker.historyFrom(plan, this.request.today) : undefined;
      return file !== undefined && from ? { file, from } : [];
    });
    const histories = await versionsOf(wanted, this.repositories);
    for (const one of read) await this.one(one, one.file === undefined ? undefined : histories.get(one.file));
  }

  private async one({ name, file, bom, plan, team, checker }: Readable, history: History): Promise<void> {
    const { text } = plan;
    const check = (changed: string) =>
      this.check(checker, name, changed === text ? plan : readPlanFile(changed, team), history);
    const asItIs = (): CheckedFile => ({
      name,
      path: file,
      positions: new Positions(text),
      findings: check(text),
      fixed: 0,
    });
    if (this.request.fix === 'no') {
      this.files.push(asItIs());
      return;
    }
    const repaired = repair(text, check);
    if (this.request.fix === 'show') {
      this.fixable += repaired.fixed;
      if (repaired.text !== text) this.diffs.push(unifiedDiff(name, text, repaired.text));
      this.files.push(asItIs());
    } else if (repaired.text === text || (file !== undefined && (await this.write(name, file, repaired.text, bom)))) {
      this.files.push({
        name,
        path: file,
        positions: new Positions(repaired.text),
        findings: repaired.findings,
        fixed: repaired.fixed,
      });
    } else {
      this.files.push(asItIs());
    }
  }

  private check(checker: Checker, name: string, plan: PlanFile, history: History): Reported[] {
    const { findings, failures } = checker.check(plan, this.request.today, { history });
    for (const { rule, error } of failures) this.broken(name, rule, error);
    return findings.map(finding => ({ ...finding, fixes: this.fixesOf(name, finding) }));
  }

  private fixesOf(name: string, finding: { rule: string; fixes(): readonly Fix[] }): readonly Fix[] {
    try {
      return finding.fixes();
    } catch (error) {
      this.broken(name, finding.rule, error);
      return [];
    }
  }

  /** A rule that throws is a mistake of ours, not of the plan: it is named as such, once a file. */
  private broken(name: string, rule: string, error: unknown): void {
    const line = `${name}: the rule ${rule} broke and was left out; please report this (${String(error)})`;
    if (!this.failures.includes(line)) this.failures.push(line);
  }

  private checkerFor({ settings }: ConfigFile, file: string | undefined): Checker {
    const rules = settingsFor(settings, file && slashed(file));
    const known = this.checkers.get(rules) ?? new Checker(rules);
    this.checkers.set(rules, known);
    return known;
  }

  /** A configuration that was asked for by its path, with all that it extends. */
  private async config(file: string, text: string): Promise<void> {
    const [own, ...extended] = (await readConfigText(file, text)).files;
    if (own) this.addConfig(own, true);
    for (const one of extended) this.addConfig(one);
  }

  /** What is wrong in a configuration stands among the findings, once; one that cannot be read at all has no place for it. */
  private complainAbout(config: ConfigFile): void {
    if (config.path === undefined || this.complained.has(config)) return;
    this.complained.add(config);
    if (config.failure !== undefined)
      this.failures.push(`${displayName(config.path, config.path, this.host.cwd)}: ${config.failure}`);
    for (const one of config.files) this.addConfig(one);
  }

  private addConfig({ path: slashedPath, text, problems }: ConfigText, evenIfSound = false): void {
    const file = path.normalize(slashedPath);
    if (this.complained.has(file) || (problems.length === 0 && !evenIfSound)) return;
    this.complained.add(file);
    this.files.push({
      kind: 'config',
      name: displayName(file, file, this.host.cwd),
      path: file,
      positions: new Positions(text),
      findings: configFindings(problems).map(finding => ({ ...finding, fixes: finding.fixes() })),
      fixed: 0,
    });
  }

  private async write(name: string, file: string, text: string, bom: boolean): Promise<boolean> {
    try {
      await writeFile(file, bom ? `\uFEFF${text}` : text);
      return true;
    } catch (error) {
      this.failures.push(`${name}: cannot be written: ${fileFailure(error)}`);
      return false;
    }
  }
}

import { thingsOf } from '../../plan/changes/where.ts';
import { Checker } from '../../plan/check.ts';
import { settingsFor } from '../../plan/config/settings.ts';
import type { Day } from '../../plan/day.ts';
import type { RuleSetting } from '../../plan/rules/engine.ts';
import type { TeamFormat } from '../../plan/team-format.ts';
import { type ConfigFile, type ConfigFiles, slashed } from '../../server/config-file.ts';
import { brokenRule } from '../checking/findings.ts';
import { readFile } from '../checking/readable.ts';
import { displayName } from '../plan-paths.ts';
import { Positions } from '../positions.ts';
import type { Found, FoundInFile } from './found.ts';

/** What a comment that silences begins with, and a word of the same length that silences nothing. */
const SILENCE = 'success-plan-ignore';
const NO_SILENCE = 'success-plan-hidden';

/** Says what is weak in versions of plans, all judged by the settings on disk and on one day. Rules that compare a plan with its history keep still. */
export class Judge {
  /** What could not be followed, one line each. */
  readonly failures = new Set<string>();
  private readonly checkers = new Map<ReadonlyMap<string, RuleSetting>, Checker>();
  private readonly configs: ConfigFiles;
  private readonly today: Day;
  private readonly cwd: string;

  constructor(configs: ConfigFiles, today: Day, cwd: string) {
    this.configs = configs;
    this.today = today;
    this.cwd = cwd;
  }

  /** What is found in a version of a file, given by its absolute path. Never rejects. */
  async found(file: string, text: string): Promise<FoundInFile> {
    const config = await this.configs.nearest(file);
    this.tell(config);
    const rules = settingsFor(config.settings, slashed(file));
    const checker = this.checkers.get(rules) ?? new Checker(rules);
    this.checkers.set(rules, checker);
    const { team } = config.settings;
    const judge = (one: string) => this.judged(file, one, checker, team);
    return {
      documents: judge(text),
      hidden: text.includes(SILENCE) ? judge(text.replaceAll(SILENCE, NO_SILENCE)) : undefined,
    };
  }

  private judged(file: string, text: string, checker: Checker, team: TeamFormat): readonly (readonly Found[])[] {
    const plan = readFile(text, team);
    const positions = new Positions(text);
    const { findings, failures } = checker.check(plan, this.today);
    for (const { rule, error } of failures)
      this.failures.add(brokenRule(displayName(file, file, this.cwd), rule, error));
    const documents: Found[][] = plan.documents.map(() => []);
    const things = plan.source.documents.map(thingsOf);
    for (const { rule, severity, message, start, end } of findings) {
      const index = Math.max(
        0,
        plan.source.documents.findLastIndex(document => document.start <= start),
      );
      const where = things[index]?.(start) ?? '';
      documents[index]?.push({ rule, severity, message, where, range: positions.range({ start, end }) });
    }
    return documents;
  }

  /** A team that has set something otherwise learns that it was not followed. */
  private tell({ path: file, failure, files }: ConfigFile): void {
    if (file !== undefined && failure !== undefined)
      this.failures.add(`${displayName(file, file, this.cwd)}: ${failure}`);
    for (const one of files)
      if (one.problems.length > 0)
        this.failures.add(
          `${displayName(one.path, one.path, this.cwd)}: settings that cannot be followed were left out; success-plan check names them`,
        );
  }
}

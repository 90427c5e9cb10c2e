import { Checker, planFileOf } from '../../plan/check.ts';
import { settingsFor } from '../../plan/config/settings.ts';
import type { Day } from '../../plan/day.ts';
import type { Finding } from '../../plan/finding.ts';
import type { RuleSetting } from '../../plan/rules/engine.ts';
import { SEVERITIES } from '../../plan/rules/rule.ts';
import { parseSound } from '../../plan/syntax/fast/parse-sound.ts';
import { parse } from '../../plan/syntax/parse.ts';
import { type ConfigFiles, slashed } from '../../server/config-file.ts';
import { markedText } from '../fingerprints.ts';
import { Positions } from '../positions.ts';
import type { ReportedChange } from './result.ts';

/** What is weak in a plan now and was not, and what no longer is: both versions judged by the same rules on the same day. */
export class Judge {
  private readonly checkers = new Map<ReadonlyMap<string, RuleSetting>, Checker>();
  private readonly configs: ConfigFiles;
  private readonly today: Day;

  constructor(configs: ConfigFiles, today: Day) {
    this.configs = configs;
    this.today = today;
  }

  /**
   * New findings, the loudest first, then those that are gone. `file`: its absolute path, whose settings count for both versions; a file that is new had
   * no findings. Rules that compare a plan with its history keep still. Never rejects.
   */
  async changes(file: string, old: string | undefined, now: string): Promise<readonly ReportedChange[]> {
    const { settings } = await this.configs.nearest(file);
    const rules = settingsFor(settings, slashed(file));
    const checker = this.checkers.get(rules) ?? new Checker(rules);
    this.checkers.set(rules, checker);
    const found = (text: string) => {
      const plan = planFileOf(parseSound(text) ?? parse(text), settings.team);
      const positions = new Positions(text);
      return checker.check(plan, this.today).findings.map(finding => new Found(finding, positions));
    };
    const [before, after] = [old === undefined ? [] : found(old), found(now)];
    const { come, gone } = unmatched(before, after);
    come.sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
    return [...come.map(one => one.asNew()), ...gone.map(one => one.asGone())];
  }
}

/** A finding in one version. */
class Found {
  readonly finding: Finding;
  private readonly positions: Positions;

  constructor(finding: Finding, positions: Positions) {
    this.finding = finding;
    this.positions = positions;
  }

  /** The same words of the same rule: it may stand elsewhere. */
  get said(): string {
    return JSON.stringify([this.finding.rule, this.finding.message]);
  }

  /** The same words of the same rule, whatever days and figures they name. */
  get worded(): string {
    return JSON.stringify([this.finding.rule, this.finding.message.replace(DAY_OR_FIGURE, '#')]);
  }

  /** The same rule at the same line. */
  get marked(): string {
    const excerpt = this.positions.excerpt(this.positions.range(this.finding));
    return JSON.stringify([this.finding.rule, markedText({ excerpt })]);
  }

  asNew(): ReportedChange {
    const { rule, severity, message } = this.finding;
    const sentence = `New ${severity}: ${message} (${rule})`;
    const range = this.positions.range(this.finding);
    return { topic: 'findings', kind: 'added', field: rule, from: undefined, to: severity, sentence, range };
  }

  asGone(): ReportedChange {
    const { rule, severity, message } = this.finding;
    const sentence = `No longer found: ${message} (${rule})`;
    return {
      topic: 'findings',
      kind: 'removed',
      field: rule,
      from: severity,
      to: undefined,
      sentence,
      range: undefined,
    };
  }
}

/** Days as messages name them, and other figures. */
const DAY_OR_FIGURE = /\b\d+ [A-Z][a-z]{2} \d{4}\b|\b\d+(?:[.,]\d+)*/g;

/** Those of one version that are not in the other: first those that say the same are taken for the same, then those that nearly do, then those that mark the same. */
function unmatched(before: readonly Found[], after: readonly Found[]): { come: Found[]; gone: Found[] } {
  let [gone, come] = [[...before], [...after]];
  for (const key of ['said', 'worded', 'marked'] as const) {
    const left = new Map<string, Found[]>();
    for (const one of gone) left.set(one[key], [...(left.get(one[key]) ?? []), one]);
    come = come.filter(one => left.get(one[key])?.shift() === undefined);
    const still = new Set([...left.values()].flat());
    gone = gone.filter(one => still.has(one));
  }
  return { come, gone };
}

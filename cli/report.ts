import type { PlanSummary } from '../plan/portfolio/types.ts';
import { SEVERITIES, type Severity } from '../plan/rules/rule.ts';
import type { Excerpt, Range } from './positions.ts';

/** A finding as plain data, its repairs and places worked out: it needs neither the text nor the tree any more. */
export interface Reported {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The line that the range begins in. */
  readonly excerpt: Excerpt;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}

/** One plan that was checked; or a configuration, which is there if it was asked for or cannot be followed. Plain data. */
export interface CheckedFile {
  readonly kind?: 'config';
  /** As people see it: from the current folder, with `/`. */
  readonly name: string;
  /** Absolute; for standard input the path that was given for it, if any. */
  readonly path: string | undefined;
  readonly findings: readonly Reported[];
  /** How many findings were repaired before these were left. */
  readonly fixed: number;
  /** The plans in it, where they were to be summed up: findings are then only counted. */
  readonly summaries?: readonly PlanSummary[];
}

/** Findings of a baseline, by their number: those that are there and were not told, and those that are there no more. */
export type KnownBefore =
  | { readonly written?: undefined; readonly known: number; readonly gone: number }
  /** It was written anew into this file: `known` is all that stands there, `fresh` what it did not know before. */
  | { readonly written: string; readonly known: number; readonly fresh: number; readonly gone: number };

/** What is counted while files come and go, and what could not be done: all that is left of a run at its end. */
export class Tally {
  plans = 0;
  configs = 0;
  /** Findings that were repaired. */
  fixed = 0;
  /** Findings that could be repaired without judgement. */
  safe = 0;
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  /** What could not be done, one line each, in the order in which it was met. */
  readonly failures: string[] = [];
  /** What a baseline knew, where there was one. */
  baseline: KnownBefore | undefined;
  private wrongSettings = false;

  add(file: CheckedFile): void {
    if (file.kind === 'config') this.configs++;
    else this.plans++;
    this.fixed += file.fixed;
    this.wrongSettings ||= file.kind === 'config' && file.findings.length > 0;
    for (const { severity, fixes } of file.findings) {
      this.counts[severity]++;
      if (fixes.some(fix => fix.safe)) this.safe++;
    }
  }

  get files(): number {
    return this.plans + this.configs;
  }

  /** False where something was not checked, or not as the team wants it: a setting that is not followed is either. */
  get couldBeDone(): boolean {
    return this.failures.length === 0 && !this.wrongSettings;
  }
}

/** From which severity on a finding makes the run fail. */
export type FailOn = Severity | 'never';

/** Exit codes: nothing that counts was found; something was; something could not be done. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** The exit code of a run. With `maxWarnings` that many warnings are let pass, whatever `failOn` says of warnings. */
export function exitCode(
  { couldBeDone, counts }: Pick<Tally, 'couldBeDone' | 'counts'>,
  failOn: FailOn,
  maxWarnings: number | undefined,
): number {
  if (!couldBeDone) return EXIT.failed;
  if (failOn === 'never') return EXIT.clean;
  if (maxWarnings !== undefined && counts.warning > maxWarnings) return EXIT.found;
  const loud = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).filter(
    severity => severity !== 'warning' || maxWarnings === undefined,
  );
  return loud.some(severity => counts[severity] > 0) ? EXIT.found : EXIT.clean;
}

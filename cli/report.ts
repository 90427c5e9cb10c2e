import type { Finding } from '../plan/check.ts';
import type { Day } from '../plan/day.ts';
import { type Fix, SEVERITIES, type Severity } from '../plan/rules/rule.ts';
import type { Positions } from './positions.ts';

/** A finding whose repairs are worked out. */
export interface Reported extends Omit<Finding, 'fixes'> {
  readonly fixes: readonly Fix[];
}

/** One plan that was checked; or a configuration, which is there if it was asked for or cannot be followed. */
export interface CheckedFile {
  readonly kind?: 'config';
  /** As people see it: from the current folder, with `/`. */
  readonly name: string;
  /** Absolute; for standard input the path that was given for it, if any. */
  readonly path: string | undefined;
  readonly positions: Positions;
  readonly findings: readonly Reported[];
  /** How many findings were repaired before these were left. */
  readonly fixed: number;
}

/** Everything that a run found: what output formats are made from. */
export interface Report {
  readonly version: string;
  readonly today: Day;
  readonly files: readonly CheckedFile[];
  /** What could not be done, one line each. */
  readonly failures: readonly string[];
}

/** From which severity on a finding makes the run fail. */
export type FailOn = Severity | 'never';

/** Exit codes: nothing that counts was found; something was; something could not be done. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** The exit code of a run. With `maxWarnings` that many warnings are let pass, whatever `failOn` says of warnings. */
export function exitCode(
  report: Pick<Report, 'files' | 'failures'>,
  failOn: FailOn,
  maxWarnings: number | undefined,
): number {
  if (!couldBeDone(report)) return EXIT.failed;
  if (failOn === 'never') return EXIT.clean;
  const counts = countSeverities(report.files);
  if (maxWarnings !== undefined && counts.warning > maxWarnings) return EXIT.found;
  const loud = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).filter(
    severity => severity !== 'warning' || maxWarnings === undefined,
  );
  return loud.some(severity => counts[severity] > 0) ? EXIT.found : EXIT.clean;
}

/** False where something was not checked, or not as the team wants it: a setting that is not followed is either. */
export function couldBeDone({ files, failures }: Pick<Report, 'files' | 'failures'>): boolean {
  return failures.length === 0 && !files.some(file => file.kind === 'config' && file.findings.length > 0);
}

/** How many findings of each severity there are. */
export function countSeverities(files: readonly Pick<CheckedFile, 'findings'>[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return counts;
}

import type { Day } from '../../plan/day.ts';
import { visible } from '../../plan/visible.ts';
import { ConfigFiles } from '../../server/config-file.ts';
import { readConfig } from '../config-reports.ts';
import type { Host } from '../host.ts';
import { EXIT } from '../report.ts';
import { compareRevisions } from './compare.ts';
import { DIFF_FORMATS } from './formats.ts';
import { compareWithReviews } from './since-review.ts';
import { countsOf, summary } from './summary.ts';

/** What to compare, and how to tell of it. */
export interface DiffRequest {
  /** Revisions and paths; with `sinceReview` paths alone. */
  readonly operands: readonly string[];
  readonly sinceReview: boolean;
  readonly today: Day;
  /** Whether to tell what the rules find in one version and not in the other. */
  readonly findings: boolean;
  readonly format: string;
}

/** Compares plans and writes what changed. Returns the exit code: differences are no failure. */
export async function runDiff(
  { operands, sinceReview, today, findings, format }: DiffRequest,
  host: Host,
): Promise<number> {
  const configs = new ConfigFiles(readConfig);
  const compared = sinceReview
    ? await compareWithReviews(operands, host.cwd, configs, today)
    : await compareRevisions(
        operands,
        host.cwd,
        configs,
        findings ? new (await import('./judge.ts')).Judge(configs, today, host.cwd) : undefined,
      );
  for (const line of compared.failures) host.err(`success-plan: ${visible(line)}\n`);
  const write = await DIFF_FORMATS.get(format)?.();
  const look = { colour: host.colour, columns: host.columns ?? 120 };
  if (write) await host.out(write(compared, { summary: summary(compared, findings), countsOf }, look));
  return compared.failures.length > 0 ? EXIT.failed : EXIT.clean;
}

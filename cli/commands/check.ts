import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Command } from 'commander';
import { count } from '../../plan/words.ts';
import { fileFailure } from '../../server/text-file.ts';
import { checkPlans, type Outcome } from '../check-plans.ts';
import { FORMATS } from '../formats/index.ts';
import { summary } from '../formats/summary.ts';
import { visible } from '../formats/visible.ts';
import type { Host } from '../host.ts';
import { EXIT, exitCode, type Report } from '../report.ts';
import { VERSION } from '../version.ts';
import { addCheckOptions, type CheckOptions, type Output } from './check-options.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan check                                      every plan in this folder and below it
  success-plan check customers/acme.success-plan.yaml     one plan
  success-plan check --today 2026-03-31 --fail-on error   as of a day; only errors fail
  success-plan check --format text --format sarif=findings.sarif
  success-plan check success-plan.config.yaml             the settings themselves
  success-plan check --stdin-filename acme.success-plan.yaml - < draft.yaml

Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 something could not be checked,
or not as the team wants it: a setting in success-plan.config.yaml that cannot be followed stands among the findings.
What a rule is about: success-plan explain RULE`;

/** `check`: names the weak places of plans. */
export const registerCheck: Register = (program, host, exit) => {
  const command = addCheckOptions(program.command('check').description('name the weak places of success plans'))
    .option('--fix', 'repair what needs no judgement, then name what is left')
    .option('--dry-run', 'with --fix: show the repairs as a diff and write nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: CheckOptions) => exit(await runCheck(command, paths, options, host)));
};

/** Checks, repairs if asked, and writes every output. Returns the exit code. */
export async function runCheck(
  command: Command,
  paths: readonly string[],
  options: CheckOptions,
  host: Host,
): Promise<number> {
  refuse(command, paths, options);
  const today = options.today ?? host.today;
  const fix = !options.fix ? 'no' : options.dryRun ? 'show' : 'write';
  const outcome = await checkPlans(
    { paths, today, stdinFilename: options.stdinFilename, fix, history: options.history },
    host,
  );
  const complain = (line: string) => host.err(`success-plan: ${visible(line)}\n`);
  outcome.failures.forEach(complain);
  const report: Report = { version: VERSION, today, files: outcome.files, failures: outcome.failures };
  const outputs = options.format ?? [{ format: 'text', file: undefined }];
  let code = exitCode(report, options.failOn, options.maxWarnings);
  for (const output of outputs) {
    const failure = fix === 'show' && !output.file ? showDiffs(outcome, host) : await write(output, report, host);
    if (failure === undefined) continue;
    complain(failure);
    code = EXIT.failed;
  }
  // With everything in files a person at the terminal still learns how it went.
  if (outputs.every(output => output.file) && report.files.length > 0) host.err(`${summary(report)}\n`);
  return code;
}

function refuse(command: Command, paths: readonly string[], options: CheckOptions): void {
  const fail = (message: string) => command.error(`error: ${message}`);
  if (options.dryRun && !options.fix) fail('--dry-run goes with --fix');
  if (options.stdinFilename !== undefined && !paths.includes('-'))
    fail('--stdin-filename goes with - as a path, for standard input');
  if (options.fix && !options.dryRun && paths.includes('-'))
    fail('standard input cannot be repaired in its place; --dry-run shows the repairs as a diff');
}

async function write({ format, file }: Output, report: Report, host: Host): Promise<string | undefined> {
  const make = FORMATS.get(format);
  if (!make) return `there is no format “${format}”`;
  if (file === undefined) {
    host.out(make(report, { colour: host.colour, columns: host.columns ?? 120 }));
    return undefined;
  }
  try {
    await writeFile(path.resolve(host.cwd, file), make(report, { colour: false, columns: 120 }));
    return undefined;
  } catch (error) {
    return `${file}: cannot be written: ${fileFailure(error)}`;
  }
}

/** Only the diffs go to the output, so that it can be piped into `git apply`. */
function showDiffs({ diffs, fixable }: Outcome, host: Host): undefined {
  host.out(diffs.join(''));
  host.err(
    fixable === 0
      ? 'Nothing can be fixed without your judgement.\n'
      : `${count(fixable, 'finding')} in ${count(diffs.length, 'plan')} would be fixed. Nothing was written.\n`,
  );
}

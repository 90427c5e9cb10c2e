import { type Command, Option } from 'commander';
import { visible } from '../../plan/visible.ts';
import { checkPlans } from '../check-plans.ts';
import { summary } from '../formats/summary.ts';
import type { Host } from '../host.ts';
import { beginBaseline } from '../known-findings.ts';
import { Outputs } from '../outputs.ts';
import { EXIT, exitCode, Tally } from '../report.ts';
import { ShownRepairs } from '../shown-repairs.ts';
import { addCheckOptions, type CheckOptions, readCount, readShard } from './check-options.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan check                                      every plan in this folder and below it
  success-plan check customers/acme.success-plan.yaml     one plan
  success-plan check --today 2026-03-31 --fail-on error   as of a day; only errors fail
  success-plan check --format text --format sarif=findings.sarif
  success-plan check --cache                              only what has changed since the last run
  success-plan check --since origin/main --format github  the plans of a pull request, marked in its lines
  success-plan check --baseline known.json                what is new; --update-baseline writes the file
  success-plan check success-plan.config.yaml             the settings themselves
  success-plan check --stdin-filename acme.success-plan.yaml - < draft.yaml

In a git repository a folder is searched as git sees it: what it ignores is left out. A file that is named is always checked.

Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 something could not be checked,
or not as the team wants it: a setting in success-plan.config.yaml that cannot be followed stands among the findings.
What a rule is about: success-plan explain RULE`;

/** `check`: names the weak places of plans. */
export const registerCheck: Register = (program, host, exit) => {
  const command = addCheckOptions(program.command('check').description('name the weak places of success plans'))
    .addOption(
      new Option(
        '--jobs <n>',
        'check in this many threads, at most one for each processor; 0 takes as many as are of use, up to four (default: 0; repairing takes none)',
      ).argParser(readCount),
    )
    .option(
      '--since <revision>',
      'only plans that have changed since a revision of git, or whose configuration has; of a branch since it was parted from',
    )
    .option('--baseline <file>', 'tell only what this file does not know: findings that a team lives with for now')
    .option('--update-baseline', 'with --baseline: know all that is found from now on, and forget what is gone')
    .addOption(
      new Option('--shard <i/n>', 'only the i-th of n parts of the plans, for a matrix of runners').argParser(
        readShard,
      ),
    )
    .option('--cache', 'keep the results, and check only what has changed since (not with --fix)')
    .option(
      '--cache-location <folder>',
      'with --cache: where to keep them (default: node_modules/.cache/success-plan or .success-plan-cache of the repository)',
    )
    .option('--fix', 'repair what needs no judgement, then name what is left')
    .option('--dry-run', 'with --fix: show the repairs as a diff and write nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: CheckOptions) => exit(await runCheck(command, paths, options, host)));
};

/** Checks, repairs if asked, and writes every output while files come. Returns the exit code. */
export async function runCheck(
  command: Command,
  paths: readonly string[],
  options: CheckOptions,
  host: Host,
): Promise<number> {
  refuse(command, paths, options);
  const complain = (line: string) => host.err(`success-plan: ${visible(line)}\n`);
  const asked = options.format ?? [{ format: 'text', file: undefined }];
  const toTerminal = asked.some(({ file }) => file === undefined);
  const tally = new Tally();
  const isAllForTheReader = !options.fix && !options.cache && !options.updateBaseline && asked.length === 1;
  host.seeThrough(() => (isAllForTheReader && exitCode(tally, options.failOn, options.maxWarnings)) || undefined);
  const known = await beginBaseline(options, host.cwd);
  if (typeof known === 'string') {
    complain(known);
    return EXIT.failed;
  }
  const diffs = options.fix && options.dryRun ? new ShownRepairs(host, toTerminal) : undefined;
  // Only the diffs go to the output, so that it can be piped into `git apply`.
  const outputs = await Outputs.begin(diffs ? asked.filter(({ file }) => file !== undefined) : asked, host);
  await checkPlans(
    {
      paths,
      today: options.today ?? host.today,
      stdinFilename: options.stdinFilename,
      history: options.history,
      fix: !options.fix ? 'no' : diffs ? diffs.show : 'write',
      jobs: options.jobs,
      cache: options.cache ? { location: options.cacheLocation } : undefined,
      since: options.since,
      shard: options.shard,
      baseline: known,
    },
    host,
    { file: file => outputs.file(file), failure: complain },
    tally,
  );
  const unsaved = (await known?.end(tally)) ?? [];
  const unwritten = [...unsaved, ...(await outputs.end(tally))];
  diffs?.end();
  unwritten.forEach(complain);
  // With everything in files a person at the terminal still learns how it went.
  if (!toTerminal && tally.files > 0) host.err(`${summary(tally)}\n`);
  return unwritten.length > 0 ? EXIT.failed : exitCode(tally, options.failOn, options.maxWarnings);
}

function refuse(command: Command, paths: readonly string[], options: CheckOptions): void {
  const fail = (message: string) => command.error(`error: ${message}`);
  if (options.dryRun && !options.fix) fail('--dry-run goes with --fix');
  if (options.cacheLocation !== undefined && !options.cache) fail('--cache-location goes with --cache');
  if (options.updateBaseline && options.baseline === undefined) fail('--update-baseline goes with --baseline');
  if (options.updateBaseline && options.dryRun) fail('--dry-run writes nothing, and --update-baseline does');
  if (options.baseline === '' || /\.ya?ml$/i.test(options.baseline ?? ''))
    fail('--baseline takes the name of a JSON file');
  if (options.since === '') fail('--since takes a revision of git');
  if (options.cacheLocation === '') fail('--cache-location takes the name of a folder');
  if (options.stdinFilename !== undefined && !paths.includes('-'))
    fail('--stdin-filename goes with - as a path, for standard input');
  if (options.fix && !options.dryRun && paths.includes('-'))
    fail('standard input cannot be repaired in its place; --dry-run shows the repairs as a diff');
}

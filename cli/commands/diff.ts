import { type Command, Option } from 'commander';
import type { Day } from '../../plan/day.ts';
import { DIFF_FORMATS } from '../diff/formats.ts';
import { readToday } from './check-options.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan diff main                            what the working tree says otherwise than main
  success-plan diff v1.4 v1.5 accounts/emea         between two revisions, in one folder
  success-plan diff main...feature                  on a branch, since it left main
  success-plan diff --since-review acme.success-plan.yaml   since the plan's last review
  success-plan diff HEAD^ --format markdown         as a comment for a pull request
  success-plan diff main --findings                 and what is weak now that was not, and what no longer is

Told are goals, dates, owners, people, numbers, statuses and texts that are others, first what a reviewer must not miss.
Comments, layout and the order of lists do not count. Which files are plans is said as for success-plan check.

Exit codes: 0 compared, whatever changed; 2 something could not be compared, and everything else was.`;

interface DiffOptions {
  readonly format: string;
  readonly sinceReview?: boolean;
  readonly findings?: boolean;
  readonly today?: Day;
}

/** `diff`: what changed in plans, in sentences. */
export const registerDiff: Register = (program, host, exit) => {
  const formats = [...DIFF_FORMATS.keys()];
  const command: Command = program
    .command('diff')
    .description('say in sentences what changed in plans since a git revision, or since their last reviews')
    .usage('[options] REV [REV] [PATH…]\n       success-plan diff [options] --since-review [PATH…]')
    .argument(
      '[rev-or-path...]',
      'one revision, to compare with the working tree, or two; then plans and folders, the current folder if none is named',
    )
    .addOption(new Option('--format <format>', 'as what to write it').choices(formats).default('text'))
    .option(
      '--findings',
      'tell also which findings are new and which are gone; both versions are judged on one day, by the settings on disk',
    )
    .option('--since-review', 'compare each plan with what its last review left')
    .addOption(
      new Option(
        '--today <day>',
        'the day by which findings are judged and reviews were held, YYYY-MM-DD (default: today)',
      ).argParser(readToday),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (operands: string[], { format, sinceReview = false, findings = false, today }: DiffOptions) => {
      if (findings && sinceReview)
        return command.error('error: --findings goes with a revision, as in success-plan diff main --findings');
      if (operands.length === 0 && !sinceReview)
        return command.error('error: name a revision to compare with, as in success-plan diff main, or --since-review');
      const { runDiff } = await import('../diff/run.ts');
      exit(await runDiff({ operands, sinceReview, findings, today: today ?? host.today, format }, host));
    });
};

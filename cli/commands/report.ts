import { type FileHandle, open } from 'node:fs/promises';
import * as path from 'node:path';
import { type Command, Option } from 'commander';
import type { Day } from '../../plan/day.ts';
import { type PlanSummary, PORTFOLIO_FORMAT } from '../../plan/portfolio/types.ts';
import { visible } from '../../plan/visible.ts';
import { enumerate } from '../../plan/words.ts';
import { fileFailure } from '../../server/text-file.ts';
import { asArgument } from '../as-argument.ts';
import { checkPlans } from '../check-plans.ts';
import type { Host } from '../host.ts';
import { formatOf, PORTFOLIO_FORMATS } from '../portfolio/formats.ts';
import { EXIT } from '../report.ts';
import { readCount, readToday } from './check-options.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan report                                   every plan in this folder and below it, what needs attention first
  success-plan report emea apac --today 2026-03-31      two folders, as of a day
  success-plan report -o portfolio.html                 one page that opens in any browser and prints well
  success-plan report --format csv -o portfolio.csv     a row a plan, for spreadsheets
  success-plan report --format ndjson | head            plans as they are read

Attained is the mean over the outcomes that are measured, beside it what should be attained by now. Findings are those of
success-plan check. Review agendas are no plans.

Exit codes: 0 written, 2 something could not be read, or not as the team wants it; everything else is written.`;

interface ReportOptions {
  readonly format?: string;
  readonly output?: string;
  readonly today?: Day;
  readonly history: boolean;
  readonly jobs?: number;
}

/** `report`: all plans, summed up. */
export const registerReport: Register = (program, host, exit) => {
  const formats = [...PORTFOLIO_FORMATS.keys()];
  const command: Command = program
    .command('report')
    .description('sum up all success plans: health, attainment, what is late and what comes')
    .argument(
      '[path...]',
      'plans, folders to search for them, or - for standard input; the current folder if none is named',
    )
    .addOption(
      new Option(
        '--format <format>',
        `${enumerate(formats, 'or')} (default: as the output is named, else table)`,
      ).choices(formats),
    )
    .option('-o, --output <file>', 'write it into a file (default: print it)')
    .addOption(new Option('--today <day>', 'as of this day, YYYY-MM-DD (default: today)').argParser(readToday))
    .addOption(
      new Option(
        '--jobs <n>',
        'read in this many threads, at most one for each processor; 0 takes as many as are of use, up to four (default: 0)',
      ).argParser(readCount),
    )
    .option('--no-history', 'do not ask git what the plans said at their last reviews: it counts for some findings')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: ReportOptions) => {
      const { output = '' } = options;
      // A plan is easily named where a report is meant, and what was written over it would be gone.
      if (/\.ya?ml$/i.test(output)) return command.error(`error: ${visible(output)} would be a plan, not a report`);
      const format = options.format ?? formatOf(options.output);
      if (format === undefined) {
        const known = enumerate(formats, 'or');
        return command.error(`error: the name ${visible(output)} says no format; add --format ${known}`);
      }
      exit(await runReport(paths, { ...options, format }, host));
    });
};

async function runReport(
  paths: readonly string[],
  options: ReportOptions & { readonly format: string },
  host: Host,
): Promise<number> {
  const complain = (line: string) => host.err(`success-plan: ${visible(line)}\n`);
  const make = PORTFOLIO_FORMATS.get(options.format);
  const format = await make?.();
  if (!format) return EXIT.failed;
  const output = new Output(options.output, host);
  const today = options.today ?? host.today;
  const plans: PlanSummary[] = [];
  const wrong = new Set<string>();
  const tally = await checkPlans(
    {
      paths,
      today,
      stdinFilename: undefined,
      history: options.history,
      fix: 'no',
      jobs: options.jobs,
      summaries: true,
    },
    host,
    {
      file: async ({ kind, name, findings, summaries = [] }) => {
        if (kind === 'config' && findings.length > 0) wrong.add(name);
        for (const plan of summaries) {
          if (format.plan) await output.write(format.plan(plan));
          else plans.push(plan);
        }
      },
      failure: complain,
    },
  );
  for (const name of wrong)
    complain(`${name}: what cannot be followed was left out; success-plan check ${asArgument(name)} says more`);
  const look = { colour: host.colour && options.output === undefined, columns: host.columns ?? 120 };
  for (const piece of format.all?.({ format: PORTFOLIO_FORMAT, asOf: today, plans }, look) ?? [])
    await output.write(piece);
  const failure = await output.end();
  if (failure !== undefined) complain(failure);
  return failure === undefined && tally.couldBeDone ? EXIT.clean : EXIT.failed;
}

/** So much is gathered before it is written, in UTF-16 units. */
const PIECE = 1 << 16;

/** Where a report goes: the terminal, or a file, which is opened when there is something to write. Never rejects: what cannot be written is told at the end. */
class Output {
  private gathered = '';
  private failure: string | undefined;
  private handle: FileHandle | undefined;
  private readonly host: Host;
  private readonly file: string | undefined;

  constructor(file: string | undefined, host: Host) {
    this.file = file;
    this.host = host;
  }

  async write(text: string): Promise<void> {
    this.gathered += text;
    if (this.gathered.length >= PIECE) await this.flush();
  }

  /** Returns why it could not be written, if so. */
  async end(): Promise<string | undefined> {
    await this.flush('all');
    await this.handle?.close();
    return this.failure;
  }

  /** With `all`, nothing to write is an empty file. */
  private async flush(what?: 'all'): Promise<void> {
    const text = this.gathered;
    this.gathered = '';
    if ((text === '' && what !== 'all') || this.failure !== undefined) return;
    if (this.file === undefined) return void (await this.host.out(text));
    try {
      this.handle ??= await open(path.resolve(this.host.cwd, this.file), 'w');
      await this.handle.writeFile(text);
    } catch (error) {
      this.failure = `${this.file}: cannot be written: ${fileFailure(error)}`;
    }
  }
}

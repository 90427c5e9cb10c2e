import * as path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Day, parseDay } from '../../plan/day.ts';
import { SEVERITIES } from '../../plan/rules/rule.ts';
import { enumerate } from '../../plan/words.ts';
import type { Shard } from '../choose-plans.ts';
import { FORMATS } from '../formats/index.ts';
import type { Output } from '../outputs.ts';
import type { FailOn } from '../report.ts';

/** The options that `check` and `fix` share, read. */
export interface CheckOptions {
  readonly format?: readonly Output[];
  readonly today?: Day;
  readonly failOn: FailOn;
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  readonly history: boolean;
  readonly jobs?: number;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly since?: string;
  readonly shard?: Shard;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** Adds the paths and options that `check` and `fix` share. */
export function addCheckOptions(command: Command): Command {
  return command
    .argument(
      '[path...]',
      'plans, folders to search for them, or - for standard input; the current folder if none is named',
    )
    .addOption(
      new Option(
        '--format <format>',
        `${enumerate([...FORMATS.keys()], 'or')}; with =FILE into a file; may be given several times (default: text)`,
      ).argParser(readOutput),
    )
    .addOption(
      new Option('--today <day>', 'judge the plans as of this day, YYYY-MM-DD (default: today)').argParser(readToday),
    )
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 if there is a finding of this level or above')
        .choices([...SEVERITIES, 'never'])
        .default('warning'),
    )
    .addOption(new Option('--max-warnings <n>', 'let up to this many warnings pass').argParser(readCount))
    .option(
      '--stdin-filename <name>',
      'the name that standard input (-) goes by: its place decides which configuration counts',
    )
    .option(
      '--no-history',
      'do not ask git what the plans said at their last reviews (see: explain plan-change-unlogged)',
    );
}

function readOutput(value: string, previous: readonly Output[] = []): readonly Output[] {
  const [, format = '', equals, file = ''] = /^([^=]*)(=?)(.*)$/s.exec(value) ?? [];
  if (!FORMATS.has(format))
    throw new InvalidArgumentError(`There is no format “${format}”. Formats are ${enumerate([...FORMATS.keys()])}.`);
  if (equals && !file) throw new InvalidArgumentError(`Name a file behind the =, as in ${format}=findings.${format}.`);
  // A plan is easily named where a report is meant, and what was written over it would be gone.
  if (/\.ya?ml$/i.test(file)) throw new InvalidArgumentError(`${file} would be a plan, not a report.`);
  const output: Output = { format, file: file || undefined };
  if (previous.some(other => path.normalize(other.file ?? '') === path.normalize(file))) {
    throw new InvalidArgumentError(
      file
        ? `Two formats cannot go to one file, ${file}.`
        : `Only one format can go to the terminal. Give this one a file, as in ${format}=findings.${format}.`,
    );
  }
  return [...previous, output];
}

/** A day of the calendar. */
export function readToday(value: string): Day {
  const day = parseDay(value);
  if (!day) throw new InvalidArgumentError('It is no day of the calendar. Write YYYY-MM-DD, for example 2026-02-10.');
  return day;
}

/** One part of several, as `2/8`. */
export function readShard(value: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (index < 1 || index > count)
    throw new InvalidArgumentError('Write which part of how many, from 1: 2/8 is the second of eight.');
  return { index, count };
}

/** A whole number, 0 or more. */
export function readCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is no whole number.');
  return Number(value);
}

import * as path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { CONFIG_FILE } from '../../plan/config/names.ts';
import type { Day } from '../../plan/day.ts';
import { ConfigFiles, slashed } from '../../server/config-file.ts';
import { readConfigText } from '../../server/config-text.ts';
import { decodeText, readTextFile } from '../../server/text-file.ts';
import { writeNewFile } from '../new-file.ts';
import { displayName } from '../plan-paths.ts';
import { EXIT } from '../report.ts';
import { readCount, readToday } from './check-options.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan agenda acme.success-plan.yaml
  success-plan agenda acme.success-plan.yaml -o acme-april.qbr.yaml --minutes 45`;

interface AgendaOptions {
  readonly output?: string;
  readonly date?: Day;
  readonly minutes: number;
  readonly today?: Day;
}

/** `agenda`: the agenda of a plan's next review, from where the plan stands. */
export const registerAgenda: Register = (program, host, exit) => {
  program
    .command('agenda')
    .description('write the agenda of a plan’s next review from where the plan stands')
    .argument('<file>', 'the plan, or - for standard input')
    .option('-o, --output <file>', 'write it into a new file, by convention *.qbr.yaml (default: print it)')
    .addOption(new Option('--date <day>', 'the day of the review (default: the planned one)').argParser(readToday))
    .addOption(new Option('--minutes <n>', 'how long it takes').argParser(readMinutes).default(60))
    .addOption(new Option('--today <day>', 'as of this day, YYYY-MM-DD (default: today)').argParser(readToday))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { output, date, minutes, today = host.today }: AgendaOptions) => {
      // Loaded only here: a check that finds everything in its cache reads no plan.
      const { attendees, hasSections, reviewDay, writtenAgenda } = await import(
        '../../plan/authoring/dialogues/without-asking.ts'
      );
      const { readPlanFile } = await import('../../plan/check.ts');
      const { english } = await import('../../plan/phrase.ts');
      const { whyUnreadable } = await import('../../plan/view/unreadable.ts');
      const failed = (why: string) => {
        host.err(`success-plan: ${why}\n`);
        exit(EXIT.failed);
      };
      const source = file === '-' ? undefined : path.resolve(host.cwd, file);
      const name = source === undefined ? 'standard input' : displayName(source, file, host.cwd);
      if (source !== undefined && path.basename(source) === CONFIG_FILE)
        return failed(`${name}: is a configuration, not a plan`);
      const read = source === undefined ? decodeText(await host.readStdin()) : await readTextFile(source);
      if (read.text === undefined) return failed(`${name}: ${read.failure}`);
      const { settings } = await new ConfigFiles(readConfigText).nearest(source);
      const planFile = readPlanFile(read.text, settings.team);
      // Half a plan would give an agenda that looks whole.
      const unreadable = whyUnreadable(planFile);
      if (unreadable) return failed(`${name}: ${english(unreadable)}`);
      const plan = planFile.documents
        .map(({ model }) => model)
        .find(model => model.kind === 'plan' && hasSections(model));
      if (plan?.kind !== 'plan') return failed(`${name}: holds no success plan`);
      const on = date ?? reviewDay(plan, today);
      const target = output === undefined ? undefined : path.resolve(host.cwd, output);
      const from = target === undefined ? host.cwd : path.dirname(target);
      const text = writtenAgenda({
        plan,
        fileName: source === undefined ? undefined : slashed(path.relative(from, source)),
        date: on,
        minutes,
        attendees: attendees(plan, on).flatMap(({ name: who, isLikely }) => (isLikely ? who : [])),
        today,
      });
      if (target === undefined || output === undefined) {
        await host.out(text);
        return exit(EXIT.clean);
      }
      const failure = await writeNewFile(target, text);
      return failure === undefined ? exit(EXIT.clean) : failed(`${displayName(target, output, host.cwd)}: ${failure}`);
    });
};

/** A meeting is shorter than a day, and long enough for each topic. */
function readMinutes(value: string): number {
  const minutes = readCount(value);
  if (minutes < 15 || minutes > 480) throw new InvalidArgumentError('Between 15 and 480 minutes.');
  return minutes;
}

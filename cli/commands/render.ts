import * as path from 'node:path';
import { type Command, Option } from 'commander';
import { AUDIENCES, type Audience } from '../../plan/audience/audience.ts';
import type { LeftOut } from '../../plan/audience/left-out.ts';
import type { PlanFile } from '../../plan/check.ts';
import { CONFIG_FILE } from '../../plan/config/names.ts';
import { settingsFor } from '../../plan/config/settings.ts';
import type { Day } from '../../plan/day.ts';
import type { Finding } from '../../plan/finding.ts';
import { english } from '../../plan/phrase.ts';
import { visible } from '../../plan/visible.ts';
import { enumerate } from '../../plan/words.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../protocol/export.ts';
import { type ConfigFile, ConfigFiles, slashed } from '../../server/config-file.ts';
import { whyUnsure } from '../../server/redaction.ts';
import { decodeText, readTextFile, type TextFile } from '../../server/text-file.ts';
import { readConfig } from '../config-reports.ts';
import type { Host } from '../host.ts';
import { writeNewFile } from '../new-file.ts';
import { displayName } from '../plan-paths.ts';
import { EXIT } from '../report.ts';
import { readToday } from './check-options.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan render acme.success-plan.yaml -o acme.html
  success-plan render acme.success-plan.yaml --audience customer -o for-acme.html
  success-plan render acme.success-plan.yaml --format csv > acme.csv

For a customer, internal notes, the contract's value, the renewal strategy, people's engagement, comments and what the
configuration redacts are left out; what it was is said on the error output. Of several plans in one file the first is written.
Standard input has the configuration of the current folder.

Exit codes: 0 written, 2 not: it cannot be read, is no plan, or a calendar would have no day in it.`;

interface RenderOptions {
  readonly format?: ExportFormat;
  readonly audience: Audience;
  readonly output?: string;
  readonly today?: Day;
}

/** `render`: a plan as a page, a picture, a text, a table or a calendar. */
export const registerRender: Register = (program, host, exit) => {
  const command: Command = program
    .command('render')
    .description('write a plan as a page, a picture, Markdown, a table or a calendar')
    .argument('<file>', 'the plan, or - for standard input')
    .addOption(
      new Option(
        '--format <format>',
        `${enumerate(EXPORT_FORMATS, 'or')} (default: as the output is named, else html)`,
      ).choices(EXPORT_FORMATS),
    )
    .addOption(new Option('--audience <audience>', 'who is to read it').choices(AUDIENCES).default('internal'))
    .option('-o, --output <file>', 'write it into a new file (default: print it)')
    .addOption(new Option('--today <day>', 'as of this day, YYYY-MM-DD (default: today)').argParser(readToday))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: RenderOptions) => {
      const format = options.format ?? formatOf(options.output);
      if (format === undefined) {
        const known = enumerate(EXPORT_FORMATS, 'or');
        return command.error(`error: the name ${visible(options.output ?? '')} says no format; add --format ${known}`);
      }
      exit(await render(file, { ...options, format }, host));
    });
};

async function render(
  given: string,
  { format, audience, output, today: asOf }: RenderOptions & { readonly format: ExportFormat },
  host: Host,
): Promise<number> {
  const today = asOf ?? host.today;
  const say = (line: string) => host.err(`success-plan: ${line}\n`);
  const source = given === '-' ? undefined : path.resolve(host.cwd, given);
  const name = source === undefined ? 'standard input' : displayName(source, given, host.cwd);
  const failed = (why: string) => {
    say(`${name}: ${visible(why)}`);
    return EXIT.failed;
  };
  if (source !== undefined && path.basename(source) === CONFIG_FILE) return failed('is a configuration, not a plan');
  const read = source === undefined ? decodeText(await host.readStdin()) : await readTextFile(source);
  if (read.text === undefined) return failed(read.failure);
  const configs = new ConfigFiles(readConfig);
  const config = await (source === undefined ? configs.inFolder(host.cwd) : configs.nearest(source));
  const unsure = audience === 'customer' ? whyUnsure(config) : undefined;
  if (unsure !== undefined) return failed(english(unsure));
  const { planOnPaper } = await import('../../plan/view/paper.ts');
  const { planIn } = await import('../../export/export.ts');
  const written = await ofChecked(
    { name, file: source, source: read },
    config,
    today,
    ({ file, findings, failures }) => {
      for (const line of failures) say(line);
      const made = planOnPaper({ file, findings, settings: config.settings }, audience, today);
      return made.type === 'refused' ? made : { ...planIn(format, made.paper), leftOut: made.leftOut };
    },
  );
  if (written.type === 'refused') return failed(english(written.reason));
  const { leftOutIn } = await import('../../plan/audience/left-out.ts');
  tellLeftOut(leftOutIn(written.leftOut, english), audience, host);
  if (output === undefined) {
    await host.out(written.content);
    return EXIT.clean;
  }
  const target = path.resolve(host.cwd, output);
  const failure = await writeNewFile(target, written.content);
  if (failure === undefined) return EXIT.clean;
  say(`${displayName(target, output, host.cwd)}: ${failure}`);
  return EXIT.failed;
}

/** Beside the output: what its readers do not get, and then what is to be looked at before they do. */
function tellLeftOut({ gone, stays }: LeftOut<string>, audience: Audience, host: Host): void {
  if (gone.length > 0) {
    const lines = gone.map(line => `  ${visible(line)}\n`).join('');
    host.err(`Left out${audience === 'customer' ? ' for the customer' : ''}:\n${lines}`);
  }
  for (const line of stays) host.err(`Stays: ${visible(line)}\n`);
}

interface Checked {
  readonly file: PlanFile;
  readonly findings: readonly Finding[];
  /** What could not be done, one line each. */
  readonly failures: readonly string[];
}

/**
 * What `make` makes of the plan with the very findings that `check` has, those that older versions bring included. It is made before the reader lets go
 * of the plan: with it goes what tells in which outcome a milestone stands.
 */
async function ofChecked<T>(
  { name, file, source }: { readonly name: string; readonly file: string | undefined; readonly source: TextFile },
  { settings }: ConfigFile,
  today: Day,
  make: (checked: Checked) => T,
): Promise<T> {
  // Loaded only here: other commands check nothing.
  const [{ Reader, readFile }, { brokenRule }] = await Promise.all([
    import('../checking/readable.ts'),
    import('../checking/findings.ts'),
  ]);
  let made: { readonly of: T } | undefined;
  const reader = new Reader({ today, history: true }, async ({ plan, result: { findings, failures } }) => {
    const broken = failures.map(({ rule, error }) => brokenRule(name, rule, error));
    made = { of: make({ file: plan, findings, failures: broken }) };
    return { packed: undefined, failures: [] };
  });
  const rules = settingsFor(settings, file && slashed(file));
  await reader.read([{ name, file, settings: { rules, team: settings.team }, source }]);
  return made ? made.of : make({ file: readFile(source.text ?? '', settings.team), findings: [], failures: [] });
}

const BY_EXTENSION: Readonly<Record<string, ExportFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.svg': 'svg',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.csv': 'csv',
  '.ics': 'ics',
};

/** The format that the output's name speaks of; a page where it has none. Undefined for an ending that nothing is written as. */
function formatOf(output: string | undefined): ExportFormat | undefined {
  return output === undefined ? 'html' : BY_EXTENSION[path.extname(output).toLowerCase()];
}

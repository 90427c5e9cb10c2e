import { Command, CommanderError } from 'commander';
import { visible } from '../plan/visible.ts';
import { asArgument } from './as-argument.ts';
import { registerAgenda } from './commands/agenda.ts';
import { registerCheck } from './commands/check.ts';
import { registerConfig } from './commands/config.ts';
import { registerDiff } from './commands/diff.ts';
import { registerExplain } from './commands/explain.ts';
import { registerFix } from './commands/fix.ts';
import { registerInit } from './commands/init.ts';
import { registerLsp } from './commands/lsp.ts';
import { registerRender } from './commands/render.ts';
import { registerReport } from './commands/report.ts';
import type { Host } from './host.ts';
import { EXIT } from './report.ts';
import { VERSION } from './version.ts';

const EXAMPLES = `
Examples:
  success-plan check                       check every plan in this folder and below it
  success-plan fix --dry-run               show the repairs that need no judgement
  success-plan report                      sum up all plans, what needs attention first
  success-plan diff main                   say in sentences what changed since main
  success-plan init --customer Acme        write a new plan
  success-plan agenda acme.success-plan.yaml   prepare its next review
  success-plan render acme.success-plan.yaml -o acme.html   write it as a page
  success-plan explain milestone-overdue   what a rule is about
  success-plan config init                 write the configuration of a team

Each command tells more: success-plan check --help`;

const COMMANDS = [
  registerCheck,
  registerFix,
  registerInit,
  registerAgenda,
  registerRender,
  registerReport,
  registerDiff,
  registerExplain,
  registerConfig,
  registerLsp,
];

/** Runs a command line (without node and script). Returns the exit code; rejects only for mistakes of ours. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  let code: number = EXIT.clean;
  const program = new Command('success-plan')
    .description('Checks customer success plans that are kept as YAML.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: host.out,
      writeErr: host.err,
      outputError: (text, writeLine) => writeLine(oneLine(text)),
    });
  for (const register of COMMANDS) register(program, host, ended => (code = ended));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    throw error;
  }
}

/** What is wrong with a command line, on one line: commander puts its suggestion on a second. */
function oneLine(text: string): string {
  const line = text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ');
  const unknown = /^unknown command '(.*)'$/.exec(line)?.[1];
  if (unknown === undefined) return `success-plan: ${visible(line)}\n`;
  const way = /[./\\]/.test(unknown)
    ? `To check a plan or a folder: success-plan check ${asArgument(visible(unknown))}`
    : 'success-plan --help names all commands';
  return `success-plan: ${visible(line)}. ${way}\n`;
}

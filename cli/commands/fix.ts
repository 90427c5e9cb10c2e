import { runCheck } from './check.ts';
import { addCheckOptions, type CheckOptions } from './check-options.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan fix --dry-run          show what would change, as a diff
  success-plan fix customers/         repair every plan in a folder

Comments and layout stay as they are. Findings that need your judgement are left and named.
The same as: success-plan check --fix`;

/** `fix`: makes every repair that needs no judgement. */
export const registerFix: Register = (program, host, exit) => {
  const command = addCheckOptions(
    program.command('fix').description('repair what needs no judgement, and name what is left'),
  )
    .option('--dry-run', 'show the repairs as a diff and write nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: CheckOptions) =>
      exit(await runCheck(command, paths, { ...options, fix: true }, host)),
    );
};

import { Option } from 'commander';
import { PRESETS } from '../../plan/config/presets.ts';
import { MONTHS } from '../../plan/config/read-month.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan config print customers/acme.success-plan.yaml   what counts for this plan, and by whose word
  success-plan config print --all customers                    the same for a folder, with every rule there is
  success-plan config init                                     write a configuration to begin with`;

interface PrintOptions {
  readonly all?: boolean;
}

interface InitOptions {
  readonly extends: string;
  readonly fiscalYearStart: string;
}

/** `config`: shows the configuration that counts somewhere, or writes one to begin with. */
export const registerConfig: Register = (program, host, exit) => {
  const command = program
    .command('config')
    .description('show the configuration that counts for a plan or folder, or write one')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES);
  command
    .command('print', { isDefault: true })
    .description('show the configuration that counts, all that it extends taken in')
    .argument('[path]', 'a plan or a folder; the current folder unless said')
    .option('--all', 'name every rule, those that nobody has set as comments')
    .action(async (path: string | undefined, { all = false }: PrintOptions) => {
      // Loaded only here, as below: a check without a configuration needs neither.
      const { printConfig } = await import('../config/print.ts');
      exit(await printConfig(path ?? '.', all, host));
    });
  command
    .command('init')
    .description('write a configuration to begin with, as the editor does; a file that is there stays as it is')
    .argument('[path]', 'the folder that it is for, or a file; the current folder unless said')
    .addOption(
      new Option('--extends <preset>', 'what to start from')
        .choices(PRESETS.map(({ name }) => name))
        .default('recommended'),
    )
    .addOption(
      new Option('--fiscal-year-start <month>', 'when your year begins: january to december')
        .choices(MONTHS)
        .default('january'),
    )
    .action(async (path: string | undefined, options: InitOptions) => {
      const { initConfig } = await import('../config/init.ts');
      exit(await initConfig(path ?? '.', { preset: options.extends, month: options.fiscalYearStart }, host));
    });
};

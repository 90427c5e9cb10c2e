import { EXIT } from '../report.ts';
import type { Register } from './command.ts';

/** `lsp`: the language server, for editors. It ends when the editor says so. */
export const registerLsp: Register = (program, _host, exit) => {
  const command = program
    .command('lsp')
    .description('serve an editor: the language server, over standard input and output')
    .option('--stdio', 'speak over standard input and output (the one way there is)')
    .addHelpText('after', '\nEditors start this; there is nothing to see in a terminal.')
    .action(async (options: { stdio?: boolean }) => {
      if (!options.stdio)
        command.error('error: the server speaks over standard input and output only: success-plan lsp --stdio');
      // It starts when it is loaded. The other commands start faster without.
      await import('../../server/main.ts');
      exit(EXIT.clean);
    });
};

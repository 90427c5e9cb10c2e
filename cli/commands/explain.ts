import colors from 'picocolors';
import { CONFIG_ID, configPage } from '../../plan/config/finding.ts';
import { nearest } from '../../plan/nearest.ts';
import { rulePage } from '../../plan/rules/page.ts';
import { markdownForTerminal } from '../formats/markdown-for-terminal.ts';
import { EXIT } from '../report.ts';
import type { Register } from './command.ts';

const EXAMPLES = `
Examples:
  success-plan explain                       all rules, one line each
  success-plan explain milestone-overdue     why it matters, examples, how to set it`;

/** `explain`: a rule's page, or the list of rules. */
export const registerExplain: Register = (program, host, exit) => {
  const command = program
    .command('explain')
    .description('tell what a rule is about; without a rule: list them all')
    .argument('[rule]', 'the name that stands in brackets behind a finding')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string | undefined) => {
      // Loaded only here: a check that finds everything in its cache asks no rule.
      const { ALL_RULES } = await import('../../plan/generated/rules.ts');
      const paint = colors.createColors(host.colour);
      if (id === CONFIG_ID) {
        host.out(markdownForTerminal(configPage(), paint));
      } else if (id === undefined) {
        const widest = Math.max(...ALL_RULES.map(rule => rule.id.length));
        host.out(
          ALL_RULES.map(
            rule => `${paint.bold(rule.id.padEnd(widest))}  ${rule.severity.padEnd(7)}  ${rule.summary}\n`,
          ).join(''),
        );
      } else {
        const rule = ALL_RULES.find(one => one.id === id);
        const close = nearest(
          id,
          ALL_RULES.map(one => one.id),
        );
        if (!rule)
          command.error(
            `error: there is no rule “${id}”. ${close ? `Did you mean “${close}”?` : 'success-plan explain lists all rules.'}`,
          );
        else host.out(markdownForTerminal(rulePage(rule), paint));
      }
      exit(EXIT.clean);
    });
};

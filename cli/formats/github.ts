import type { Severity } from '../../plan/rules/rule.ts';
import { visible } from '../../plan/visible.ts';
import type { CheckedFile, Reported } from '../report.ts';
import type { Writer } from './format.ts';
import { place } from './place.ts';
import { summary } from './summary.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * For GitHub Actions: workflow commands, which mark the lines of a pull request without any permission. GitHub shows ten of each level for a step. Lines
 * and columns from 1. The log of a run does not show where a command points, so the message says it too.
 */
export function github(): Writer {
  return {
    begin: () => '',
    file: file => file.findings.map(finding => `${command(file, finding)}\n`).join(''),
    end: tally => {
      const failures = tally.failures.map(line => `::error title=success-plan::${data(line)}\n`);
      return `${failures.join('')}${summary(tally)}\n`;
    },
  };
}

function command({ name }: CheckedFile, { rule, severity, message, range: { start, end } }: Reported): string {
  const properties = {
    title: `success-plan: ${rule}`,
    file: name,
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns are for one line: beyond its end GitHub ignores the whole place.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
  };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${data(`${place(name, start)} ${message}`)}`;
}

/** Nothing in a plan may end the command, or begin another. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

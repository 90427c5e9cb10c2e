import colors from 'picocolors';
import { countSeverities, type Severity } from '../../plan/rules/rule.ts';
import { visible } from '../../plan/visible.ts';
import type { CheckedFile, Reported } from '../report.ts';
import type { Look, Writer } from './format.ts';
import { place } from './place.ts';
import { quoteLine } from './quote-line.ts';
import { countWords, summary } from './summary.ts';

/** For people: each finding with its line quoted and the mark under the place, and a summary. */
export function text(look: Look): Writer {
  const printer = new Printer(look);
  return {
    begin: () => '',
    file: file => (file.findings.length > 0 ? `${printer.file(file)}\n\n` : ''),
    end: tally => (tally.files === 0 && tally.failures.length > 0 ? '' : `${summary(tally)}\n`),
  };
}

class Printer {
  private readonly paint: ReturnType<typeof colors.createColors>;
  private readonly columns: number;

  constructor(look: Look) {
    this.paint = colors.createColors(look.colour);
    this.columns = look.columns;
  }

  file(file: CheckedFile): string {
    const name = visible(file.name);
    const header = this.paint.bold(`${name}: ${countWords(countSeverities(file.findings))}`);
    return [header, ...file.findings.map(finding => this.finding(name, finding))].join('\n\n');
  }

  private finding(name: string, finding: Reported): string {
    const { start } = finding.range;
    const { line, from, to } = finding.excerpt;
    const number = String(start.line + 1).padStart(5);
    const blank = ' '.repeat(number.length);
    const quoted = quoteLine(line, from, to, Math.max(20, this.columns - number.length - 3));
    const severity = this.severity(finding.severity);
    return [
      `${place(name, start)} ${severity(finding.severity)} ${visible(finding.message)} ${this.paint.dim(`[${finding.rule}]`)}`,
      `${this.paint.dim(`${number} |`)} ${quoted.line}`.trimEnd(),
      `${this.paint.dim(`${blank} |`)} ${severity(quoted.mark)}`,
      ...finding.related.map(related => `${blank}   ${place(name, related.range.start)} ${visible(related.message)}`),
      ...finding.fixes.map(
        fix => `${blank}   ${this.paint.cyan(fix.safe ? 'fix (safe):' : 'fix:')} ${visible(fix.title)}`,
      ),
    ].join('\n');
  }

  private severity(severity: Severity): (text: string) => string {
    return { error: this.paint.red, warning: this.paint.yellow, info: this.paint.blue, hint: this.paint.dim }[severity];
  }
}

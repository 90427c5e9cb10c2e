import { CONFIG_HELP, CONFIG_ID } from '../../plan/config/finding.ts';
import { ruleHelp } from '../../plan/rules/help.ts';
import type { Severity } from '../../plan/rules/rule.ts';
import type { Range } from '../positions.ts';
import type { CheckedFile, Report, Reported } from '../report.ts';

/** One finding for scripts. Ranges are LSP's: from 0, in UTF-16 units. */
export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** From the current folder, with `/`. */
  readonly path: string;
  /** The rule's page, from the root of the package. */
  readonly help: string;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}

/** For scripts: an array of findings, empty where there are none. */
export function json(report: Report): string {
  const findings = report.files.flatMap(file => file.findings.map(finding => toJson(file, finding)));
  return `${JSON.stringify(findings, null, 2)}\n`;
}

function toJson({ name, positions }: CheckedFile, finding: Reported): JsonFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: positions.range(finding),
    path: name,
    help: finding.rule === CONFIG_ID ? CONFIG_HELP : ruleHelp(finding.rule),
    related: finding.related.map(related => ({ message: related.message, range: positions.range(related) })),
    fixes: finding.fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(edit => ({ range: positions.range(edit), newText: edit.newText })),
    })),
  };
}

import { CONFIG_HELP, CONFIG_ID } from '../../plan/config/finding.ts';
import { ruleHelp } from '../../plan/rules/help.ts';
import type { Severity } from '../../plan/rules/rule.ts';
import type { Range } from '../positions.ts';
import type { CheckedFile, Reported } from '../report.ts';
import { JsonArray, type Writer } from './format.ts';

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
  readonly related: Reported['related'];
  readonly fixes: Reported['fixes'];
}

/** For scripts: an array of findings, empty where there are none. */
export function json(): Writer {
  const findings = new JsonArray(0);
  return {
    begin: () => '[',
    file: file => findings.add(file.findings.map(finding => toJson(file, finding))),
    end: () => `${findings.end()}\n`,
  };
}

/** A finding of a file as scripts get it. */
export function toJson({ name }: CheckedFile, finding: Reported): JsonFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: finding.range,
    path: name,
    help: finding.rule === CONFIG_ID ? CONFIG_HELP : ruleHelp(finding.rule),
    related: finding.related,
    fixes: finding.fixes,
  };
}

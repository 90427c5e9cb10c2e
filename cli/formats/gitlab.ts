import type { Severity } from '../../plan/rules/rule.ts';
import { visible } from '../../plan/visible.ts';
import { fingerprints } from '../fingerprints.ts';
import type { CheckedFile } from '../report.ts';
import { JsonArray, type Writer } from './format.ts';

/** One entry of GitLab's Code Quality report, a part of Code Climate's format. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  /** GitLab tells by it which findings a merge request brings and which it mends. */
  readonly fingerprint: string;
  readonly severity: 'critical' | 'major' | 'minor' | 'info';
  /** Lines from 1; the path from the root of the repository. */
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const LEVELS = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' } as const satisfies Record<
  Severity,
  Issue['severity']
>;

/** For merge requests on GitLab: a Code Quality report. */
export function gitlab(): Writer {
  const issues = new JsonArray(0);
  return {
    begin: () => '[',
    file: file => issues.add(issuesOf(file)),
    end: () => `${issues.end()}\n`,
  };
}

function issuesOf(file: CheckedFile): readonly Issue[] {
  const names = fingerprints(file);
  return file.findings.map(({ rule, severity, message, range }, index) => ({
    description: visible(message),
    check_name: rule,
    fingerprint: names[index] ?? '',
    severity: LEVELS[severity],
    location: { path: file.name, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
  }));
}

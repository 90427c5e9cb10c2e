import type { PlanFile } from '../../plan/check.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Fix } from '../../plan/rules/rule.ts';
import type { Span } from '../../plan/syntax/tree.ts';
import type { Positions } from '../positions.ts';
import type { Reported } from '../report.ts';
import type { Readable } from './readable.ts';
import type { Judging } from './task.ts';

/** A finding with its repairs worked out, its places still offsets. */
export interface Found extends Span {
  readonly rule: string;
  readonly severity: Reported['severity'];
  readonly message: string;
  readonly related: readonly (Span & { readonly message: string })[];
  readonly fixes: readonly Fix[];
}

/** What the rules say about a file, or about what a repair would make of it, with the repairs. `broken` takes a line for each rule that threw. */
export function findingsOf(file: Readable, plan: PlanFile, judging: Judging, broken: (line: string) => void): Found[] {
  return rawFindings(file, plan, judging, broken).map(finding => {
    const { rule, severity, message, start, end, related } = finding;
    let fixes: readonly Fix[] = [];
    try {
      fixes = finding.fixes();
    } catch (error) {
      broken(brokenRule(file.task.name, rule, error));
    }
    return { rule, severity, message, start, end, related, fixes };
  });
}

/** The same with repairs that nobody has worked out. */
export function rawFindings(
  file: Readable,
  plan: PlanFile,
  { today }: Judging,
  broken: (line: string) => void,
): readonly Finding[] {
  const { checker, history } = file;
  const { findings, failures } = plan === file.plan ? file.result : checker.check(plan, today, { history });
  for (const { rule, error } of failures) broken(brokenRule(file.task.name, rule, error));
  return findings;
}

/** A rule that throws is a mistake of ours, not of the plan: it is named as such. */
export function brokenRule(name: string, rule: string, error: unknown): string {
  return `${name}: the rule ${rule} broke and was left out; please report this (${String(error)})`;
}

/** Findings as plain data, their offsets turned into lines and characters. */
export function reported(findings: readonly Found[], positions: Positions): Reported[] {
  return findings.map(({ rule, severity, message, start, end, related, fixes }) => {
    const range = positions.range({ start, end });
    return {
      rule,
      severity,
      message,
      range,
      excerpt: positions.excerpt(range),
      related: related.map(other => ({ message: other.message, range: positions.range(other) })),
      fixes: fixes.map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map(edit => ({ range: positions.range(edit), newText: edit.newText })),
      })),
    };
  });
}

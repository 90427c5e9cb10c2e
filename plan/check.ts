import type { Day } from './day.ts';
import { ALL_RULES } from './generated/rules.ts';
import { findIgnores, type Ignore } from './ignores.ts';
import { type ReadDocument, readDocuments } from './model/index.ts';
import { Engine, type RawFinding, type RuleFailure, type RuleSetting } from './rules/engine.ts';
import { type Fix, SEVERITIES, type Severity } from './rules/rule.ts';
import { type Edit, Editor } from './syntax/edit.ts';
import { parse } from './syntax/parse.ts';
import { absolute, type Source, type Span, type SyntaxDocument } from './syntax/tree.ts';

/** A text that was read once; everything else is asked of this. */
export interface PlanFile {
  readonly text: string;
  readonly source: Source;
  readonly documents: readonly ReadDocument[];
}

/** One weak place of a plan. Spans count UTF-16 units from the start of the text. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Span & { readonly message: string })[];
  /** The repairs, worked out when asked for; empty if there is none. Throws what a faulty rule throws. */
  fixes(): readonly Fix[];
}

/** The findings of a file in text order, and the rules that broke. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Reads a text. Never throws. */
export function readPlanFile(text: string): PlanFile {
  const source = parse(text);
  return { text, source, documents: readDocuments(source) };
}

/** A checker with a team's settings; it can be used for any number of files. */
export class Checker {
  private readonly engine: Engine;

  constructor(settings: ReadonlyMap<string, RuleSetting> = new Map(), rules = ALL_RULES) {
    this.engine = new Engine(rules, settings);
  }

  /** Everything the rules say about a file on a day, less what its comments silence. Never throws. */
  check(file: PlanFile, today: Day): CheckResult {
    const ignores = findIgnores(file.source);
    const findings: Finding[] = [];
    const failures: RuleFailure[] = [];
    for (const read of file.documents) {
      const result = this.engine.run(read, today);
      for (const failure of result.failures) failures.push(failure);
      for (const raw of result.findings) {
        const finding = place(raw, read.model.syntax, file.text);
        if (!ignores.some(ignore => silences(ignore, finding))) findings.push(finding);
      }
    }
    findings.sort(
      (a, b) =>
        a.start - b.start || a.end - b.end || order(a.severity) - order(b.severity) || (a.rule < b.rule ? -1 : 1),
    );
    return { findings, failures };
  }
}

/** The text after some edits; of edits that touch each other the first one is made and the others are left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

function order(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function silences(ignore: Ignore, finding: Finding): boolean {
  if (finding.rule === 'yaml-syntax' || !ignore.rules.includes(finding.rule)) return false;
  return ignore.over.start <= finding.start && finding.start <= ignore.over.end;
}

function place(raw: RawFinding, syntax: SyntaxDocument, text: string): Finding {
  const { report } = raw;
  return {
    ...trimmed(absolute(syntax, raw.place), text),
    rule: raw.rule,
    severity: raw.severity,
    message: report.message,
    related: raw.related.map(other => ({ ...trimmed(absolute(syntax, other.place), text), message: other.message })),
    fixes: () => (report.fixes?.(new Editor(text, syntax)) ?? []).filter(fix => fix !== undefined),
  };
}

/** A span without the white space at its end, and never empty where there is a character to mark. */
function trimmed(span: Span, text: string): Span {
  let { end } = span;
  while (end > span.start + 1 && /\s/.test(text.charAt(end - 1))) end--;
  if (end > span.start) return { start: span.start, end };
  const start = Math.max(0, Math.min(span.start, text.length - 1));
  return { start, end: Math.min(text.length, start + 1) };
}

import type { Day } from './day.ts';
import { ALL_RULES } from './generated/rules.ts';
import { historyFrom } from './history/from.ts';
import type { PlanVersion } from './history/versions.ts';
import { findIgnores } from './ignores.ts';
import { type ReadDocument, readDocuments } from './model/index.ts';
import { Engine, type RawFinding, type RuleFailure, type RuleSetting, type Said } from './rules/engine.ts';
import { type Fix, type PreparedRule, SEVERITIES, type Severity } from './rules/rule.ts';
import { ignoreVisits, Silence } from './silence.ts';
import { type Edit, Editor } from './syntax/edit.ts';
import { parse } from './syntax/parse.ts';
import { absolute, isTorn, partsOf, type Source, type Span, type SyntaxDocument } from './syntax/tree.ts';
import { STANDARD_FORMAT } from './team-format.ts';

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

/** Reads a text, with the words and fields that a team has added to the format. Never throws. */
export function readPlanFile(text: string, team = STANDARD_FORMAT): PlanFile {
  const source = parse(text);
  return { text, source, documents: readDocuments(source, team) };
}

/** A checker with a team's settings; it can be used for any number of files. */
export class Checker {
  private readonly engine: Engine;
  private readonly rules: readonly PreparedRule[];

  constructor(settings: ReadonlyMap<string, RuleSetting> = new Map(), rules = ALL_RULES) {
    this.rules = rules;
    this.engine = new Engine(rules, settings);
  }

  /** The day from which on older versions of a file matter to these rules; undefined where none do. */
  historyFrom(file: PlanFile, today: Day): Day | undefined {
    return this.engine.asksForHistory ? historyFrom(file.documents, today) : undefined;
  }

  /**
   * Everything the rules say about a file on a day, less what its comments silence. With older versions of the file, newest first, also what
   * changed since. Never throws.
   */
  check(
    file: PlanFile,
    today: Day,
    { history }: { readonly history?: readonly PlanVersion[] | undefined } = {},
  ): CheckResult {
    const ignores = findIgnores(file.source);
    const silence = new Silence(ignores);
    const all: Finding[] = [];
    const failures: RuleFailure[] = [];
    const occasions = file.documents.map((_, index) => ({
      today,
      history: history && { versions: history, text: file.text, index },
    }));
    const take = (read: ReadDocument, said: Said) => {
      for (const failure of said.failures) failures.push(failure);
      return said.findings.map(raw => place(raw, read.model.syntax, file.text));
    };
    file.documents.forEach((read, index) => {
      for (const one of take(read, this.engine.run(read, occasions[index] ?? { today }))) all.push(one);
    });
    const findings = all.filter(finding => !silence.covers(finding));
    if (ignores.length > 0 && failures.length === 0 && !file.documents.some(isUnreadable)) {
      const ids = this.rules.map(rule => rule.id);
      const asks = (id: string) => this.engine.asks(id, occasions[0] ?? { today });
      for (const { index, visits, isLast } of ignoreVisits(file.source, ignores, all, ids, asks)) {
        const read = file.documents[index];
        if (!read) continue;
        for (const one of take(read, this.engine.say(read, occasions[index] ?? { today }, visits))) {
          all.push(one);
          if (isLast || !silence.covers(one)) findings.push(one);
        }
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

/** True for a document that YAML cannot read whole: what it hides may be what a comment is for. */
function isUnreadable({ model: { syntax } }: ReadDocument): boolean {
  return syntax.broken || syntax.problems.some(isTorn) || [...partsOf(syntax)].some(part => part.problems.some(isTorn));
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

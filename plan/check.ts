import type { Day } from './day.ts';
import { ALL_RULES } from './generated/rules.ts';
import { historyFrom } from './history/from.ts';
import type { PlanVersion } from './history/versions.ts';
import { findIgnores } from './ignores.ts';
import { type ReadDocument, readDocuments, type Visit } from './model/index.ts';
import { Engine, type RuleSetting } from './rules/engine.ts';
import type { Memory } from './rules/memory.ts';
import { type Fix, type PreparedRule, SEVERITIES, type Severity } from './rules/rule.ts';
import type { Occasion, RawFinding, RuleFailure, Said } from './rules/said.ts';
import { ignoreVisits, Silence } from './silence.ts';
import { finish, type Steps } from './steps.ts';
import { type Edit, Editor } from './syntax/edit.ts';
import { parseInSteps } from './syntax/parse.ts';
import { absolute, isTorn, partsOf, type Source, type Span } from './syntax/tree.ts';
import { STANDARD_FORMAT, type TeamFormat } from './team-format.ts';

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

/**
 * Reads a text, with the words and fields that a team has added to the format. Of an earlier reading, everything is taken over that the text
 * still says. Never throws.
 */
export function readPlanFile(text: string, team = STANDARD_FORMAT, before?: PlanFile): PlanFile {
  return finish(readInSteps(text, team, before));
}

/** The same in steps, of which few take long: a text that cannot be cut is one. */
export function* readInSteps(text: string, team: TeamFormat, before: PlanFile | undefined): Steps<PlanFile> {
  return planFileOf(yield* parseInSteps(text, before?.source), team);
}

/** What a text that was parsed says of plans. Never throws. */
export function planFileOf(source: Source, team = STANDARD_FORMAT): PlanFile {
  return { text: source.text, source, documents: readDocuments(source, team) };
}

/** What else is known when a file is checked. */
export interface Known {
  /** Older versions of the file, newest first. */
  readonly history?: readonly PlanVersion[] | undefined;
  /** What this checker said of earlier versions of the file, as far as they were read with each other's help. */
  readonly memory?: Memory | undefined;
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
  check(file: PlanFile, today: Day, known: Known = {}): CheckResult {
    return finish(this.checkInSteps(file, today, known));
  }

  /** The same in steps: of a file whose earlier versions are known, none takes long. */
  *checkInSteps(file: PlanFile, today: Day, { history, memory }: Known): Steps<CheckResult> {
    const said = file.documents.map((read, index) => ({
      read,
      occasion: { today, history: history && { versions: history, text: file.text, index } },
    }));
    const all: Finding[] = [];
    const failures: RuleFailure[] = [];
    const take = (read: ReadDocument, occasion: Occasion, { findings, failures: failed }: Said) => {
      failures.push(...failed);
      return findings.map(raw => this.place(raw, read, occasion, file.text));
    };
    for (const { read, occasion } of said) {
      // Only a text of one document is read in pieces that stay.
      const remembered = memory && said.length === 1 ? yield* this.engine.runOn(memory, read, occasion) : undefined;
      for (const one of take(read, occasion, remembered ?? this.engine.run(read, occasion))) all.push(one);
    }
    const findings = this.unsilenced(
      file,
      all,
      failures.length > 0,
      (index, visits) => {
        const at = said[index];
        return at ? take(at.read, at.occasion, this.engine.say(at.read, at.occasion, visits)) : [];
      },
      id => this.engine.asks(id, said[0]?.occasion ?? { today }),
    );
    findings.sort(
      (a, b) =>
        a.start - b.start || a.end - b.end || order(a.severity) - order(b.severity) || (a.rule < b.rule ? -1 : 1),
    );
    return { findings, failures };
  }

  /** What comments do not silence; and what is to be said of the comments themselves, once everything else was said. */
  private unsilenced(
    file: PlanFile,
    all: Finding[],
    hasFailed: boolean,
    say: (index: number, visits: readonly Visit<'ignore'>[]) => readonly Finding[],
    asks: (rule: string) => boolean,
  ): Finding[] {
    const ignores = findIgnores(file.source);
    if (ignores.length === 0) return all;
    const silence = new Silence(ignores);
    const findings = all.filter(finding => !silence.covers(finding));
    if (hasFailed || file.documents.some(isUnreadable)) return findings;
    const ids = this.rules.map(rule => rule.id);
    for (const { index, visits, isLast } of ignoreVisits(file.source, ignores, all, ids, asks)) {
      for (const one of say(index, visits)) {
        all.push(one);
        if (isLast || !silence.covers(one)) findings.push(one);
      }
    }
    return findings;
  }

  private place(raw: RawFinding, read: ReadDocument, occasion: Occasion, text: string): Finding {
    const { syntax } = read.model;
    const { start, end } = trimmed(absolute(syntax, raw.place), text);
    return {
      start,
      end,
      rule: raw.rule,
      severity: raw.severity,
      message: raw.report.message,
      related:
        raw.related.length === 0
          ? NOWHERE
          : raw.related.map(other => {
              const at = trimmed(absolute(syntax, other.place), text);
              return { start: at.start, end: at.end, message: other.message };
            }),
      fixes: () => {
        const fixes = raw.report.fixes && this.engine.reportOf(raw, read, occasion)?.fixes;
        return (fixes?.(new Editor(text, syntax)) ?? []).filter(fix => fix !== undefined);
      },
    };
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

const NOWHERE: Finding['related'] = [];

function order(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** True for a document that YAML cannot read whole: what it hides may be what a comment is for. */
function isUnreadable({ model: { syntax } }: ReadDocument): boolean {
  return syntax.broken || syntax.problems.some(isTorn) || partsOf(syntax).some(part => part.problems.some(isTorn));
}

/** A span without the white space at its end, and never empty where there is a character to mark. */
function trimmed(span: Span, text: string): Span {
  let { end } = span;
  while (end > span.start + 1 && /\s/.test(text.charAt(end - 1))) end--;
  if (end > span.start) return { start: span.start, end };
  const start = Math.max(0, Math.min(span.start, text.length - 1));
  return { start, end: Math.min(text.length, start + 1) };
}

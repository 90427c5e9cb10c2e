import type { Day } from './day.ts';
import { Placed, Placing, type SaidFinding } from './finding.ts';
import { ALL_RULES } from './generated/rules.ts';
import { historyFrom } from './history/from.ts';
import type { PlanVersion } from './history/versions.ts';
import { findIgnores, staysWithout } from './ignores.ts';
import { type ReadDocument, readDocuments, type Visit } from './model/index.ts';
import { Engine, type RuleSetting } from './rules/engine.ts';
import type { Memory } from './rules/memory.ts';
import { type PreparedRule, SEVERITIES, type Severity } from './rules/rule.ts';
import type { Case, RuleFailure, Said } from './rules/said.ts';
import { ignoreVisits, Silence } from './silence.ts';
import { finish, type Steps } from './steps.ts';
import type { Edit } from './syntax/edit.ts';
import type { EditedText, Letters } from './syntax/edited-text.ts';
import { parseInSteps } from './syntax/parse.ts';
import type { SoundReader } from './syntax/pieces/piece.ts';
import { isTorn, partsOf, type Source } from './syntax/tree.ts';
import { STANDARD_FORMAT, type TeamFormat } from './team-format.ts';

/** A text that was read once; everything else is asked of this. */
export interface PlanFile {
  readonly text: string;
  /** The same letter by letter: of a long text that was just edited, the whole need not be there yet. */
  readonly letters: Letters;
  readonly source: Source;
  readonly documents: readonly ReadDocument[];
}

/** The findings of a file in text order, and the rules that broke. */
export interface CheckResult {
  readonly findings: readonly SaidFinding[];
  readonly failures: readonly RuleFailure[];
}

/**
 * Reads a text, with the words and fields that a team has added to the format. Of an earlier reading, everything is taken over that the text
 * still says. Never throws.
 */
export function readPlanFile(text: string, team = STANDARD_FORMAT, before?: PlanFile): PlanFile {
  return finish(readInSteps(text, team, before));
}

/** The same in steps, of which few take long: a text that cannot be cut is one. A text may be given as an edit has left that of `before`. With a reader for sound texts at hand, what is sound is read by that. */
export function* readInSteps(
  text: string | EditedText,
  team: TeamFormat,
  before: PlanFile | undefined,
  readSound?: SoundReader,
): Steps<PlanFile> {
  const source = yield* parseInSteps(text, before?.source, readSound);
  if (before && typeof text !== 'string') staysWithout(before.source, source, text);
  return { ...planFileOf(source, team), letters: text };
}

/** What a text that was parsed says of plans. Never throws. */
export function planFileOf(source: Source, team = STANDARD_FORMAT): PlanFile {
  return { text: source.text, letters: source.text, source, documents: readDocuments(source, team) };
}

/** What else is known when a file is checked. */
export interface Known {
  /** Older versions of the file, newest first. */
  readonly history?: readonly PlanVersion[] | undefined;
  /** A faster reader for those of them that are sound. */
  readonly readSound?: SoundReader | undefined;
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

  /** Whether a rule that is on looks at older versions of plans. */
  get asksForHistory(): boolean {
    return this.engine.asksForHistory;
  }

  /** The day from which on older versions of a file matter to these rules; undefined where none do. */
  historyFrom(file: PlanFile, today: Day): Day | undefined {
    return this.asksForHistory ? historyFrom(file.documents, today) : undefined;
  }

  /**
   * Everything the rules say about a file on a day, less what its comments silence. With older versions of the file, newest first, also what
   * changed since. Never throws.
   */
  check(file: PlanFile, today: Day, known: Known = {}): CheckResult {
    return finish(this.checkInSteps(file, today, known));
  }

  /** The same for some files, in their order: takes less than one by one. Never throws. */
  checkAll(files: readonly { readonly file: PlanFile; readonly known: Known }[], today: Day): readonly CheckResult[] {
    const judged = files.map(({ file, known }) => ({ file, documents: casesOf(file, today, known) }));
    const said = this.engine.runAll(judged.flatMap(({ documents }) => documents));
    let from = 0;
    return judged.map(({ file, documents }) => {
      const to = from + documents.length;
      const result = this.result(file, today, documents, said.slice(from, to));
      from = to;
      return result;
    });
  }

  /** The same in steps: of a file whose earlier versions are known, none takes long. */
  *checkInSteps(file: PlanFile, today: Day, known: Known): Steps<CheckResult> {
    const cases = casesOf(file, today, known);
    const said: Said[] = [];
    for (const { read, occasion } of cases) {
      // Only a text of one document is read in pieces that stay.
      const { memory } = cases.length === 1 ? known : {};
      said.push(memory ? yield* this.engine.runOn(memory, read, occasion) : this.engine.run(read, occasion));
    }
    return this.result(file, today, cases, said);
  }

  /** What rules said of the documents of a file, at its places and in its order. */
  private result(file: PlanFile, today: Day, cases: readonly Case[], said: readonly Said[]): CheckResult {
    const failures: RuleFailure[] = [];
    const take = ({ read, occasion }: Case, { findings, failures: failed }: Said) => {
      failures.push(...failed);
      const placing = new Placing(this.engine, read, occasion, file);
      return findings.map(raw => new Placed(raw, placing));
    };
    const all: Placed[] = [];
    for (const [index, one] of cases.entries()) {
      const ofOne = said[index];
      if (ofOne) for (const placed of take(one, ofOne)) all.push(placed);
    }
    const findings = this.unsilenced(
      file,
      all,
      failures.length > 0,
      (index, visits) => {
        const at = cases[index];
        return at ? take(at, this.engine.say(at.read, at.occasion, visits)) : [];
      },
      id => this.engine.asks(id, cases[0]?.occasion ?? { today }),
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
    all: Placed[],
    hasFailed: boolean,
    say: (index: number, visits: readonly Visit<'ignore'>[]) => readonly Placed[],
    asks: (rule: string) => boolean,
  ): Placed[] {
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
}

/** The documents of a file, each to be judged. */
function casesOf(file: PlanFile, today: Day, { history, readSound }: Known): readonly Case[] {
  return file.documents.map((read, index) => ({
    read,
    occasion: { today, history: history && { versions: history, text: file.text, index, readSound } },
  }));
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
  return syntax.broken || syntax.problems.some(isTorn) || partsOf(syntax).some(part => part.problems.some(isTorn));
}

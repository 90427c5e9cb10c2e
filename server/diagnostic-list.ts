import type { Diagnostic, Range } from 'vscode-languageserver-protocol';
import type { SaidFinding } from '../plan/finding.ts';
import type { Span } from '../plan/syntax/tree.ts';
import { diagnosticOf, RangesInOrder, toDiagnostic } from './convert.ts';
import { asciiJson, type Written } from './json.ts';
import { type Findings, ToldBefore, tell } from './told.ts';

/** What was written of a finding. */
interface Kept {
  readonly uri: string;
  readonly help: string | undefined;
  /** Its range, and those that explain it. */
  readonly ranges: readonly Range[];
  /** What stands between them in its JSON, which follows a comma. */
  readonly between: readonly string[];
  readonly json: string;
}

/** By what was said: behind a key, most of it was said of the version before, and most of that has not even moved. */
const kept = new WeakMap<object, Kept>();

/** Diagnostics with what is told around them. Those that were told before are not written anew. */
export class DiagnosticList<K extends string> implements Written {
  private readonly of: Findings;
  private readonly around: object;
  private readonly name: K;

  /** `name` is that of the list among `around`. */
  constructor(of: Findings, around: object, name: K) {
    this.of = of;
    this.around = around;
    this.name = name;
  }

  /** The list as plain objects. */
  toJSON(): object {
    const { text, findings, helpOf } = this.of;
    const items = findings.map((finding): Diagnostic => toDiagnostic(text, finding, helpOf(finding.rule)));
    return { ...this.around, [this.name]: items };
  }

  /** The list as JSON in pieces, and a note of what was written, for the next version. */
  inPieces(): readonly string[] {
    const { text, findings, helpOf } = this.of;
    const places = new RangesInOrder(text);
    const before = ToldBefore.of(this.of);
    const json = findings.map(
      (finding, index) => before?.again(finding, index) ?? written(text.uri, finding, helpOf(finding.rule), places),
    );
    tell(this.of, json);
    const [first = '', ...further] = json;
    return [asciiJson({ ...this.around, [this.name]: [] }).slice(0, -2), first.slice(1), ...further, ']}'];
  }
}

/** The JSON of a finding, behind a comma. */
function written(uri: string, finding: SaidFinding, help: string | undefined, places: RangesInOrder): string {
  const last = kept.get(finding.said);
  const known = last?.help === help && last?.uri === uri ? last : undefined;
  if (known && isThere(finding, known.ranges, places)) return known.json;
  const ranges = [finding, ...finding.related].map(span => places.rangeOf(span));
  const between = known?.between ?? aroundRanges(uri, finding, help);
  const json = between.map((words, index) => (index === 0 ? '' : JSON.stringify(ranges[index - 1])) + words).join('');
  kept.set(finding.said, { uri, help, ranges, between, json });
  return json;
}

/** True if a finding, and what explains it, stands where it stood. */
function isThere(finding: SaidFinding, ranges: readonly Range[], places: RangesInOrder): boolean {
  const has = (span: Span, range: Range | undefined) => range !== undefined && places.hasStill(span, range);
  if (!has(finding, ranges[0])) return false;
  return finding.related.length === 0 || finding.related.every((other, index) => has(other, ranges[index + 1]));
}

/** Stands for every range. */
const NOWHERE: Range = { start: { line: -1, character: -1 }, end: { line: -1, character: -1 } };

/** What stands before, between and behind the ranges in a diagnostic's JSON. */
function aroundRanges(uri: string, finding: SaidFinding, help: string | undefined): readonly string[] {
  // In a text, its quotes would be escaped.
  return `,${asciiJson(diagnosticOf(uri, finding, help, () => NOWHERE))}`.split(JSON.stringify(NOWHERE));
}

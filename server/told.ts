import type { SaidFinding } from '../plan/finding.ts';
import type { Span } from '../plan/syntax/tree.ts';
import { toOffset, toPosition } from './convert.ts';
import { LinedText, type TextDocument } from './text.ts';

/** Findings of one version, and the address of each rule's page, where there is one. */
export interface Findings {
  readonly text: TextDocument;
  readonly findings: readonly SaidFinding[];
  /** The same function as long as it gives the same addresses. */
  readonly helpOf: (rule: string) => string | undefined;
}

/** What was written of the findings of one version, one by one. */
interface Told extends Omit<Findings, 'text'> {
  readonly version: number;
  readonly lineCount: number;
  readonly json: readonly string[];
}

/** By the text, as long as it is open. */
const told = new WeakMap<TextDocument, Told>();

/** Notes what was written of findings. */
export function tell({ text, findings, helpOf }: Findings, json: readonly string[]): void {
  const { version, lineCount } = text;
  told.set(text, { version, lineCount, findings, helpOf, json });
}

/**
 * What was written of the version before, where one edit in one line has made this one of it: then places above and below that line are told by comparing
 * offsets, and nobody need look for lines.
 */
export class ToldBefore {
  private readonly last: Told;
  /** How many findings more there were. */
  private readonly fewer: number;
  /** Offsets before this one are what they were. From the next line on, they have moved by so much. */
  private readonly edit: number;
  private readonly nextLine: number;
  private readonly by: number;

  private constructor(last: Told, count: number, edit: number, nextLine: number, by: number) {
    this.last = last;
    this.fewer = last.findings.length - count;
    this.edit = edit;
    this.nextLine = nextLine;
    this.by = by;
  }

  /** Undefined where nothing was told of the version before, or more may be other than one line. */
  static of({ text, findings, helpOf }: Findings): ToldBefore | undefined {
    const last = told.get(text);
    const edited = last?.helpOf === helpOf && text instanceof LinedText ? text.editedSince(last.version) : undefined;
    if (!last || !edited || /[\r\n]/.test(edited.edit.text) || last.lineCount !== text.lineCount) return undefined;
    const { start } = edited.edit;
    const { line } = toPosition(text, start);
    const isLast = line + 1 >= text.lineCount;
    const nextLine = isLast ? Number.POSITIVE_INFINITY : toOffset(text, { line: line + 1, character: 0 });
    return new ToldBefore(last, findings.length, start, nextLine, edited.by);
  }

  /** The JSON of the finding at that place of the list, if the same was said and stands where it stood; else undefined. */
  again(finding: SaidFinding, index: number): string | undefined {
    const { findings, json } = this.last;
    const at = findings[index]?.said === finding.said ? index : index + this.fewer;
    const was = findings[at];
    if (was?.said !== finding.said || !this.isThere(finding, was)) return undefined;
    const { related } = finding;
    for (let n = 0; n < related.length; n++) {
      const now = related[n];
      const before = was.related[n];
      if (!now || !before || !this.isThere(now, before)) return undefined;
    }
    return json[at];
  }

  private isThere(now: Span, was: Span): boolean {
    return this.isAt(now.start, was.start) && this.isAt(now.end, was.end);
  }

  private isAt(now: number, was: number): boolean {
    return now < this.edit ? now === was : now >= this.nextLine && now === was + this.by;
  }
}

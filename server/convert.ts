import type { Diagnostic, DiagnosticSeverity, Position, Range, TextEdit } from 'vscode-languageserver-protocol';
import type { Finding } from '../plan/finding.ts';
import type { Severity } from '../plan/rules/rule.ts';
import type { Edit } from '../plan/syntax/edit.ts';
import type { Span } from '../plan/syntax/tree.ts';
import { Severity as Level } from './lsp.ts';
import type { TextDocument } from './text.ts';

/** Between the domain's UTF-16 offsets and LSP's lines and characters: the one place of the server that knows both. */

/** The range of a span. */
export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The same for many spans of one text: those that follow each other closely, or stand where they stood, are told without a search. */
export class RangesInOrder {
  private readonly document: TextDocument;
  private line = -1;
  /** Where that line starts, and the next one. */
  private from = 0;
  private to = 0;

  constructor(document: TextDocument) {
    this.document = document;
  }

  /** The range of a span. */
  rangeOf({ start, end }: Span): Range {
    return { start: this.positionOf(start), end: this.positionOf(end) };
  }

  /** True if a span has the range that it had in an earlier version of the text, in which its lines said the same. */
  hasStill({ start, end }: Span, was: Range): boolean {
    return this.isAt(start, was.start) && this.isAt(end, was.end);
  }

  private isAt(offset: number, { line, character }: Position): boolean {
    this.goTo(line);
    return this.from + character === offset && offset < this.to;
  }

  private positionOf(offset: number): Position {
    // Inside a line break, the end of the line is meant.
    if (this.from <= offset && offset < this.to - 1) return { line: this.line, character: offset - this.from };
    const position = this.document.positionAt(offset);
    this.goTo(position.line);
    return position;
  }

  private goTo(line: number): void {
    if (line === this.line) return;
    this.line = line;
    this.from = this.document.offsetAt({ line, character: 0 });
    this.to = this.document.offsetAt({ line: line + 1, character: 0 });
  }
}

/** The position of an offset. */
export function toPosition(document: TextDocument, offset: number): Position {
  return document.positionAt(offset);
}

/** The offset of a position; positions beyond the text are clamped. */
export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

/** The span of a range. */
export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The end of a line counted from 0, before its line break. */
export function toLineEnd(document: TextDocument, line: number): Position {
  const start = document.offsetAt({ line, character: 0 });
  const content = document.getText().slice(start, document.offsetAt({ line: line + 1, character: 0 }));
  return { line, character: content.replace(/[\r\n]+$/, '').length };
}

/** The line of an offset, counted from 1 as people do. */
export function toLineNumber(document: TextDocument, offset: number): number {
  return document.positionAt(offset).line + 1;
}

/** An address that opens a document at an offset, as editors read it; undefined for what they cannot open by address. */
export function toAddress(document: TextDocument, offset: number): string | undefined {
  const { line, character } = document.positionAt(offset);
  return document.uri.startsWith('file:') ? `${document.uri}#L${line + 1},${character + 1}` : undefined;
}

/** An edit of the domain as one of LSP. */
export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit), newText: edit.newText };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: Level.Error,
  warning: Level.Warning,
  info: Level.Information,
  hint: Level.Hint,
};

/** A finding as a diagnostic; `help` is the address of its rule's page, where there is one. */
export function toDiagnostic(document: TextDocument, finding: Told, help: string | undefined): Diagnostic {
  return diagnosticOf(document.uri, finding, help, span => toRange(document, span));
}

/** What is told of a finding. */
type Told = Omit<Finding, 'fixes'>;

/** The same where ranges come from elsewhere. */
export function diagnosticOf(
  uri: string,
  finding: Told,
  help: string | undefined,
  rangeOf: (span: Span) => Range,
): Diagnostic {
  return {
    range: rangeOf(finding),
    severity: SEVERITY[finding.severity],
    source: 'success-plan',
    code: finding.rule,
    ...(help && { codeDescription: { href: help } }),
    message: finding.message,
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ message, ...span }) => ({
        location: { uri, range: rangeOf(span) },
        message,
      })),
    }),
  };
}

import { SEVERITIES } from '../../plan/rules/rule.ts';
import type { Range } from '../positions.ts';
import type { Reported } from '../report.ts';

type PackedRange = readonly [startLine: number, startCharacter: number, endLine: number, endCharacter: number];
type PackedEdit = readonly [range: PackedRange, newText: string];
type PackedFinding = readonly [
  rule: string,
  severity: number,
  message: string,
  range: PackedRange,
  line: string,
  from: number,
  to: number,
  related: readonly (readonly [message: string, range: PackedRange])[],
  fixes: readonly (readonly [title: string, safe: 0 | 1, edits: readonly PackedEdit[]])[],
];

/**
 * Findings as few bytes: what threads hand to each other and what the cache keeps. All findings take this way, so that nobody can tell where they come
 * from. Bytes lie outside of V8's heaps: as texts, what is on its way would be moved among what lives for long.
 */
export function pack(findings: readonly Reported[]): Uint8Array {
  const packed = JSON.stringify(
    findings.map(
      ({ rule, severity, message, range, excerpt, related, fixes }): PackedFinding => [
        rule,
        SEVERITIES.indexOf(severity),
        message,
        packRange(range),
        excerpt.line,
        excerpt.from,
        excerpt.to,
        related.map(other => [other.message, packRange(other.range)]),
        fixes.map(({ title, safe, edits }) => [
          title,
          safe ? 1 : 0,
          edits.map(edit => [packRange(edit.range), edit.newText]),
        ]),
      ],
    ),
  );
  return new TextEncoder().encode(packed);
}

/** What was packed. */
export function unpack({ buffer, byteOffset, byteLength }: Uint8Array): Reported[] {
  const text = Buffer.from(buffer, byteOffset, byteLength).toString();
  const findings: readonly PackedFinding[] = JSON.parse(text);
  return findings.map(([rule, severity, message, range, line, from, to, related, fixes]) => ({
    rule,
    severity: SEVERITIES[severity] ?? 'error',
    message,
    range: unpackRange(range),
    excerpt: { line, from, to },
    related: related.map(([words, place]) => ({ message: words, range: unpackRange(place) })),
    fixes: fixes.map(([title, safe, edits]) => ({
      title,
      safe: safe === 1,
      edits: edits.map(([place, newText]) => ({ range: unpackRange(place), newText })),
    })),
  }));
}

function packRange({ start, end }: Range): PackedRange {
  return [start.line, start.character, end.line, end.character];
}

function unpackRange([startLine, startCharacter, endLine, endCharacter]: PackedRange): Range {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}

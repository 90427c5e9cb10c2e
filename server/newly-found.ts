import type { Finding } from '../plan/finding.ts';
import { SEVERITIES } from '../plan/rules/rule.ts';
import type { Edit } from '../plan/syntax/edit.ts';

/**
 * The findings after some edits that were not there before, the worst first. The same rule at the same places is the same finding, whatever it says
 * now: that a milestone is later than it was before is no news.
 */
export function newlyFound(
  before: readonly Finding[],
  after: readonly Finding[],
  edits: readonly Edit[],
): readonly Finding[] {
  const known = new Map<string, number>();
  for (const finding of before) {
    const key = keyOf(finding, at => moved(at, edits));
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  const fresh = after.filter(finding => {
    const key = keyOf(finding, at => at);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
  return fresh.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function keyOf({ rule, start, related }: Finding, place: (at: number) => number): string {
  return [rule, place(start), ...related.map(other => place(other.start))].join(' ');
}

/** Where a place stands after the edits that come before it. */
function moved(at: number, edits: readonly Edit[]): number {
  return edits.reduce((sum, { start, end, newText }) => (end <= at ? sum + newText.length - (end - start) : sum), at);
}

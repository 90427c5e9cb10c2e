import { createHash } from 'node:crypto';
import type { CheckedFile, Reported } from './report.ts';

/** Longer lines are known by their beginning, in UTF-16 units. */
const LONGEST = 120;

/**
 * What a finding is known by from run to run: its rule and the line that it marks, less the blanks around. Neither its message, which tells how many
 * days late it is today, nor its place, which moves with every line above.
 */
export function markedText({ excerpt }: Pick<Reported, 'excerpt'>): string {
  return excerpt.line.trim().slice(0, LONGEST);
}

/** A name for each finding of a file, the same from run to run and unlike all others: of several alike, the first, the second and so on. */
export function fingerprints({ name, findings }: Pick<CheckedFile, 'name' | 'findings'>): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const known = JSON.stringify([name, finding.rule, markedText(finding)]);
    const nth = (seen.get(known) ?? 0) + 1;
    seen.set(known, nth);
    return createHash('sha256').update(`${known} ${nth}`).digest('hex').slice(0, 40);
  });
}

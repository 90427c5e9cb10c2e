import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely means, or undefined where none is near enough to be offered. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const written = word.toLowerCase().replaceAll(/[\s-]+/g, '_');
  if (written.length > 80) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.ceil(written.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const target = candidate.toLowerCase().replaceAll(/[\s-]+/g, '_');
    const apart = distance(written, target);
    if (apart < least) {
      least = apart;
      best = candidate;
    }
  }
  if (best !== undefined || written.length < 2) return best;
  const begun = candidates.filter(candidate => candidate.toLowerCase().startsWith(written));
  return begun.length === 1 ? begun[0] : undefined;
}

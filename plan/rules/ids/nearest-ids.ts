import { distance } from 'fastest-levenshtein';

/** More than this is no help. */
const MOST = 3;

/**
 * What an id that nothing has most likely means, nearest first, three at most: the one that differs in case or signs alone, else those a few
 * letters away, of numbered ones the next number first. Of three ids or fewer all are offered. Never throws.
 */
export function nearestIds(written: string, candidates: readonly string[]): readonly string[] {
  const all = [...new Set(candidates)].filter(one => one !== '' && one.length <= 120);
  if (written.length > 120) return [];
  const same = all.filter(one => bare(one) === bare(written));
  if (same.length > 0) return same.slice(0, MOST);
  const limit = all.length <= MOST && all.every(one => one.length <= 12) ? 12 : Math.ceil(written.length * 0.4);
  const number = numberIn(written);
  return all
    .map(one => ({ one, apart: distance(bare(one), bare(written)), steps: Math.abs(numberIn(one) - number) }))
    .filter(({ apart }) => apart <= limit)
    .sort((a, b) => a.apart - b.apart || a.steps - b.steps)
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** The pieces of a text that may name several things at once: `M1, M2 and M3`. */
export function piecesOf(written: string): readonly string[] {
  return written.slice(0, 500).split(/\s*(?:[,;+&]|\band\b)\s*/);
}

/** Letters and figures alone, small. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function numberIn(text: string): number {
  return Number(/(\d{1,9})\D*$/.exec(text)?.[1] ?? 0);
}

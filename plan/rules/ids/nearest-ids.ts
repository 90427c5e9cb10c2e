import { distance } from 'fastest-levenshtein';
import { onceForSame } from '../../once.ts';

/** More than this is no help. */
const MOST = 3;
/** Longer texts are no ids. */
const LONGEST = 120;

/** An id as others are compared with it. */
interface Spelling {
  readonly id: string;
  /** Its place among the candidates. */
  readonly at: number;
  /** Its letters and figures alone, small. */
  readonly bare: string;
  readonly number: number;
}

/** How far an id is from what was written: so many letters, and so many numbers. */
interface Near {
  readonly id: string;
  readonly apart: number;
  readonly steps: number;
}

/** Thousands of ids may be asked about thousands of times. */
const spellingsOf = onceForSame((ids: readonly string[]): readonly Spelling[] =>
  ids.map(spelling).filter(({ id }) => id !== '' && id.length <= LONGEST),
);

/**
 * What an id that nothing has most likely means, nearest first, three at most: the one that differs in case or signs alone, or that stands in it (“O1 Clearance
 * time”), else those a few letters away, of numbered ones the next number first. Of three ids or fewer all are offered. `may` says whether the candidate at a place can be meant at all.
 * Never throws.
 */
export function nearestIds(
  written: string,
  candidates: readonly string[],
  may: (at: number) => boolean = () => true,
): readonly string[] {
  if (written.length > LONGEST) return [];
  const meant = spelling(written, 0);
  const spellings = spellingsOf(candidates);
  const same = spellings.filter(({ at, bare }) => bare === meant.bare && may(at)).map(({ id }) => id);
  if (same.length > 0) return [...new Set(same)].slice(0, MOST);
  const words = new Set(written.split(/[^\p{L}\p{N}_-]+/u));
  const named = someOf(spellings, at => words.has(candidates[at] ?? '') && may(at), 2);
  if (named.length === 1) return named;
  const few = someOf(spellings, may, MOST + 1);
  const limit = few.length <= MOST && few.every(id => id.length <= 12) ? 12 : Math.ceil(written.length * 0.4);
  const near: Near[] = [];
  for (const { id, at, bare, number } of spellings) {
    const last = near.length === MOST ? near[MOST - 1] : undefined;
    const most = last?.apart ?? limit;
    // Letters that one has more than the other are so many apart at least.
    if (Math.abs(bare.length - meant.bare.length) > most) continue;
    const found = { id, apart: distance(bare, meant.bare), steps: Math.abs(number - meant.number) };
    if (found.apart > most || (last && compare(found, last) >= 0) || near.some(one => one.id === id) || !may(at))
      continue;
    near.splice(near.findLastIndex(one => compare(one, found) <= 0) + 1, 0, found);
    near.length = Math.min(near.length, MOST);
  }
  return near.map(({ id }) => id);
}

/** The first few of the ids that may be meant. */
function someOf(spellings: readonly Spelling[], may: (at: number) => boolean, most: number): readonly string[] {
  const some = new Set<string>();
  for (const { id, at } of spellings) {
    if (some.size === most) break;
    if (!some.has(id) && may(at)) some.add(id);
  }
  return [...some];
}

function compare(one: Near, other: Near): number {
  return one.apart - other.apart || one.steps - other.steps;
}

function spelling(id: string, at: number): Spelling {
  return { id, at, bare: bare(id), number: numberIn(id) };
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

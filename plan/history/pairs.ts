import { idOf, isAlike, type Named, nameWords, uniquely } from './same-thing.ts';

/** The items of a list in two versions: which are the same, and which are in one version alone. */
export interface Pairs<T> {
  readonly same: readonly (readonly [old: T, now: T])[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/** How the items of a list are known. */
export interface Known<T> {
  readonly named: (one: T) => Named;
  /** How alike two are, from 0 to 1. */
  readonly likeness: (old: T, now: T) => number;
}

/** From here on two things are taken for one. */
const ALIKE = 0.5;

/** The same for two that go by different ids. */
const ALIKE_DESPITE_IDS = 0.6;

/** So many pairs are compared by their contents at most. */
const MOST_COMPARED = 10_000;

/**
 * Finds the items of one list in another version of it, each once: by name first, then by id where the names or the contents do not speak against it,
 * and what is left by likeness, the most alike first. Of two that are called alike the contents decide.
 */
export function pairsOf<T>(olds: readonly T[], nows: readonly T[], { named, likeness }: Known<T>): Pairs<T> {
  const found = new Map<T, T>();
  const taken = new Set<T>();
  const pair = (old: T, now: T) => {
    found.set(now, old);
    taken.add(old);
  };
  const free = () => [olds.filter(old => !taken.has(old)), nows.filter(now => !found.has(now))] as const;
  const by = (keyOf: (one: T) => string, isIt: (old: T, now: T) => boolean) => {
    const [gone, come] = free();
    const [before, after] = [uniquely(gone, keyOf), uniquely(come, keyOf)];
    for (const [key, now] of after) {
      const old = before.get(key);
      if (now && old && isIt(old, now)) pair(old, now);
    }
  };
  by(
    one => nameWords(named(one)).join(' '),
    () => true,
  );
  by(
    one => idOf(named(one)),
    (old, now) => isAlike(named(old), named(now)) || likeness(old, now) >= ALIKE,
  );
  for (const [old, now] of likest(...free(), named, likeness)) if (!taken.has(old) && !found.has(now)) pair(old, now);
  const [gone, come] = free();
  return {
    same: nows.flatMap(now => {
      const old = found.get(now);
      return old === undefined ? [] : [[old, now] as const];
    }),
    gone,
    come,
  };
}

/** Pairs that are alike enough, the likest first. Of too many to be compared, those that stand at the beginning and at the end as they stood. */
function likest<T>(
  gone: readonly T[],
  come: readonly T[],
  named: Known<T>['named'],
  likeness: Known<T>['likeness'],
): readonly (readonly [old: T, now: T])[] {
  if (gone.length * come.length > MOST_COMPARED) {
    const kept = inPlace(gone, come, likeness);
    if (kept.length === 0) return [];
    const [olds, nows] = [new Set(kept.map(([old]) => old)), new Set(kept.map(([, now]) => now))];
    const rest = [gone.filter(old => !olds.has(old)), come.filter(now => !nows.has(now))] as const;
    return [...kept, ...likest(...rest, named, likeness)];
  }
  const ids = new Map([...gone, ...come].map(one => [one, idOf(named(one))]));
  const all = gone.flatMap(old =>
    come.map(now => {
      const [a, b] = [ids.get(old), ids.get(now)];
      const least = a && b && a !== b ? ALIKE_DESPITE_IDS : ALIKE;
      const score = likeness(old, now);
      return { old, now, score: score >= least ? score : 0 };
    }),
  );
  return all
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ old, now }) => [old, now] as const);
}

function inPlace<T>(
  gone: readonly T[],
  come: readonly T[],
  likeness: Known<T>['likeness'],
): readonly (readonly [old: T, now: T])[] {
  const most = Math.min(gone.length, come.length);
  const kept: [T, T][] = [];
  const isKept = (old: T | undefined, now: T | undefined) => {
    if (old === undefined || now === undefined || likeness(old, now) < 1) return false;
    kept.push([old, now]);
    return true;
  };
  let ahead = 0;
  while (ahead < most && isKept(gone[ahead], come[ahead])) ahead++;
  let behind = 0;
  while (behind < most - ahead && isKept(gone[gone.length - 1 - behind], come[come.length - 1 - behind])) behind++;
  return kept;
}

/** How alike two names are, from 0 to 1: not at all where they hold other figures, as “Wave 1” and “Wave 4” do. */
export function namesInCommon(a: readonly string[], b: readonly string[]): number {
  const figures = (words: readonly string[]) => words.filter(word => /\d/.test(word)).join(' ');
  return figures(a) === figures(b) ? inCommon(a, b) : 0;
}

/** The share of two lists that both have, from 0 to 1: what stands twice counts twice. */
export function inCommon(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1);
  let shared = 0;
  for (const one of b) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    left.set(one, count - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length);
}

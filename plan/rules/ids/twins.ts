import { onceForSame, oncePerItem } from '../../once.ts';

/**
 * A function that tells whether some things of a list have the same id; `''` is none. Behind nearly every key of thousands they are those of before, so
 * each list of a plan has one of its own.
 */
export function twins<T extends object>(idOf: (thing: T) => string): (things: readonly T[]) => boolean {
  const idsOf = oncePerItem(idOf);
  const haveTwins = onceForSame((ids: readonly string[]) => {
    const given = ids.filter(id => id !== '');
    return new Set(given).size < given.length;
  });
  return things => haveTwins(idsOf(things));
}

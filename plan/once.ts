/** Those in which something is kept. */
const filled: { empty(): unknown }[] = [];

/**
 * What was worked out for objects, kept for as long as they live: a `WeakMap` that can be emptied with all others. When V8 looks through its young
 * objects alone, it takes what hangs in one for used, whether or not the key is; so a plan that is read, checked and dropped would grow old with
 * all that is kept of it. To be made once for a program, not for a plan.
 */
export class Beside<K extends object, V> {
  private kept: WeakMap<K, V> | undefined;

  /** What is kept for an object; undefined where nothing is. */
  get(of: K): V | undefined {
    return this.kept?.get(of);
  }

  /** Keeps something for an object, in place of what was kept. */
  set(of: K, value: V): void {
    if (!this.kept) {
      this.kept = new WeakMap();
      filled.push(this);
    }
    this.kept.set(of, value);
  }

  /** Lets go of everything. */
  empty(): void {
    this.kept = undefined;
  }
}

/** Lets go of everything that is kept beside objects. For whoever reads one file after the other, when no plan that was read is in use any more. */
export function forgetAll(): void {
  for (const one of filled) one.empty();
  filled.length = 0;
}

/**
 * A function that works out its answer once for each object and keeps it for as long as the object lives: for what many rules ask of one plan, which
 * never changes once it is read. Throws what `make` throws, and then keeps nothing.
 */
export function oncePer<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const kept = new Beside<K, { readonly made: V }>();
  return of => {
    const known = kept.get(of);
    if (known) return known.made;
    const made = make(of);
    kept.set(of, { made });
    return made;
  };
}

/**
 * The same for each item of a list, in their order. Behind a key, a list has nearly all items of the one that was asked for last, in the same places from its
 * beginning or from its end: these are not looked up one by one. Throws what `make` throws.
 */
export function oncePerItem<T extends object, V>(make: (of: T) => V): (items: readonly T[]) => readonly V[] {
  return steadyPerItem(oncePer(make), (one, other) => one === other);
}

/**
 * The same where answers are small, and are compared instead of kept with their items: the list is the very same one as long as every item's answer is what it
 * was. Throws what `make` throws.
 */
export function steadyPerItem<T, V>(
  make: (of: T) => V,
  isSame: (one: V, other: V) => boolean,
): (items: readonly T[]) => readonly V[] {
  let last: { readonly items: readonly T[]; readonly made: readonly V[] } | undefined;
  const forget = { empty: () => (last = undefined) };
  return items => {
    if (last?.items === items) return last.made;
    if (!last) filled.push(forget);
    const made = last ? madeSteadily(items, last, make, isSame) : items.map(make);
    last = { items, made };
    return made;
  };
}

/** More than the texts of most outcomes. To look through so many takes less than to make a key of each for a map. */
const MOST_TEXTS = 24;

/**
 * A function of a text that keeps its answers for the last few texts: behind a key, the edited item is read anew, and nearly all its texts say what they
 * said. Throws what `make` throws, and then keeps nothing.
 */
export function oncePerText<V>(make: (text: string) => V): (text: string) => V {
  const kept: { readonly text: string; readonly made: V }[] = [];
  let next = 0;
  const forget = { empty: () => (kept.length = 0) };
  return text => {
    for (const one of kept) if (one.text === text) return one.made;
    const made = make(text);
    if (kept.length === 0) {
      filled.push(forget);
      next = 0;
    }
    kept[next] = { text, made };
    next = (next + 1) % MOST_TEXTS;
    return made;
  };
}

/**
 * A function that answers a list, and once more a list with the very same items in the same places, without working it out again. Throws what `make` throws.
 */
export function onceForSame<T, V>(make: (items: readonly T[]) => V): (items: readonly T[]) => V {
  let last: { readonly items: readonly T[]; readonly made: V } | undefined;
  const forget = { empty: () => (last = undefined) };
  return items => {
    if (last && last.items.length === items.length && startsAlike(items, last.items) === items.length) return last.made;
    if (!last) filled.push(forget);
    const made = make(items);
    last = { items, made };
    return made;
  };
}

/** How many items two lists have in common at their beginning. */
function startsAlike<T>(items: readonly T[], others: readonly T[]): number {
  const most = Math.min(items.length, others.length);
  let count = 0;
  while (count < most && items[count] === others[count]) count++;
  return count;
}

/** How many items two lists have in common at their beginning, and how many of the others at their end. */
function alike<T>(items: readonly T[], before: readonly T[]): { readonly ahead: number; readonly behind: number } {
  const most = Math.min(items.length, before.length);
  const ahead = startsAlike(items, before);
  let behind = 0;
  while (behind < most - ahead && items[items.length - 1 - behind] === before[before.length - 1 - behind]) behind++;
  return { ahead, behind };
}

/** Lists of thousands of items are compared here behind every key, and nothing else is done for each. */
function madeSteadily<T, V>(
  items: readonly T[],
  last: { items: readonly T[]; made: readonly V[] },
  make: (of: T) => V,
  isSame: (one: V, other: V) => boolean,
): readonly V[] {
  const { ahead, behind } = alike(items, last.items);
  const between = items.slice(ahead, items.length - behind).map(make);
  const replaced = last.made.slice(ahead, last.made.length - behind);
  const isSteady =
    between.length === replaced.length &&
    between.every((one, index) => {
      const other = replaced[index];
      return other !== undefined && isSame(one, other);
    });
  if (isSteady) return last.made;
  return last.made.slice(0, ahead).concat(between, last.made.slice(last.made.length - behind));
}

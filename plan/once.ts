/** Those in which something is kept. */
const filled: { empty(): void }[] = [];

/**
 * What was worked out for objects, kept for as long as they live: a `WeakMap` that can be emptied with all others. When V8 looks through its young
 * objects alone, it takes what hangs in one for used, whether or not the key is; so a plan that is read, checked and dropped would grow old with
 * all that is kept of it. To be made once for a program, not for a plan.
 */
export class Beside<K extends object, V> {
  private kept: WeakMap<K, V> | undefined;

  get(of: K): V | undefined {
    return this.kept?.get(of);
  }

  set(of: K, value: V): void {
    if (!this.kept) {
      this.kept = new WeakMap();
      filled.push(this);
    }
    this.kept.set(of, value);
  }

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

/**
 * A function that works out its answer once for each object and keeps it for as long as the object lives: for what many rules ask of one plan, which
 * never changes once it is read. Throws what `make` throws, and then keeps nothing.
 */
export function oncePer<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const kept = new WeakMap<K, { readonly made: V }>();
  return of => {
    const known = kept.get(of);
    if (known) return known.made;
    const made = make(of);
    kept.set(of, { made });
    return made;
  };
}

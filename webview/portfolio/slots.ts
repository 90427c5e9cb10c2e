/** Which element each drawn item has: one that is drawn anew takes over the element of one that is no longer drawn. */
export class Slots {
  #taken: ReadonlyMap<string, number> = new Map();

  /** The elements, by number, of the items with these keys. The element of `held` becomes no other's: the focus is in it. */
  assign(keys: readonly string[], held: string | undefined): ReadonlyMap<string, number> {
    const taken = new Map<string, number>();
    for (const key of keys) {
      const own = this.#taken.get(key);
      if (own !== undefined) taken.set(key, own);
    }
    const used = new Set(taken.values());
    const focused = held === undefined ? undefined : this.#taken.get(held);
    if (focused !== undefined) used.add(focused);
    let free = 0;
    for (const key of keys) {
      if (taken.has(key)) continue;
      while (used.has(free)) free++;
      used.add(free);
      taken.set(key, free);
    }
    this.#taken = taken;
    return taken;
  }
}

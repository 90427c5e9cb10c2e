function isSameList(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some === others || (some.length === others.length && some.every((one, i) => one === others[i]));
}

/** A function of which the last answer is kept: asked the same again, it gives the very same thing. */
export function lastOf<Args extends readonly unknown[], Answer>(work: (...args: Args) => Answer): typeof work {
  let last: { readonly args: Args; readonly answer: Answer } | undefined;
  return (...args) => {
    if (last === undefined || !isSameList(args, last.args)) last = { args, answer: work(...args) };
    return last.answer;
  };
}

/** A function whose answers are lists: one with the same things in it as the last answer is the very same list. */
export function sameList<Args extends readonly unknown[], Item>(
  work: (...args: Args) => readonly Item[],
): (...args: Args) => readonly Item[] {
  let last: readonly Item[] = [];
  return (...args) => {
    const next = work(...args);
    if (!isSameList(last, next)) last = next;
    return last;
  };
}

/** What is made of plans, by key: each of whose plans is the same as last time stays the very same thing. */
export function sameByPlans<Item extends { readonly key: string; readonly plans: readonly unknown[] }>(): (
  items: readonly Item[],
) => readonly Item[] {
  let last = new Map<string, Item>();
  return items => {
    const next = items.map(item => {
      const before = last.get(item.key);
      return before !== undefined && isSameList(before.plans, item.plans) ? before : item;
    });
    last = new Map(next.map(item => [item.key, item]));
    return next;
  };
}

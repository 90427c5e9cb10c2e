import { type Mapping, type Node, type Part, type Place, resolve, type Span } from '../syntax/tree.ts';

/** Where a value stands while it is read. */
export interface Slot {
  readonly node: Node;
  readonly key: Span | undefined;
  readonly borrowed: Place | undefined;
}

/** The fields of a mapping by name; own fields win over merged ones, the first of two over the second. What is borrowed takes from the budget, and nothing is read once that is spent. */
export function slotsOf(
  mapping: Mapping,
  borrowed: Place | undefined,
  part: Part,
  budget: { left: number },
): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  if (borrowed && --budget.left < 0) return slots;
  let merges = false;
  // From the last to the first: what is put in again is what counts.
  for (let at = mapping.pairs.length - 1; at >= 0; at--) {
    const pair = mapping.pairs[at];
    if (pair?.key.text === '<<') merges = true;
    else if (pair) slots.set(pair.key.text, { node: pair.value, key: borrowed ? undefined : pair.key, borrowed });
  }
  if (!merges) return slots;
  for (const pair of mapping.pairs) {
    if (pair.key.text !== '<<') continue;
    const at = borrowed ?? placeOf(part, pair.value);
    const sources = pair.value.kind === 'sequence' ? pair.value.items : [pair.value];
    for (const source of sources) {
      const target = resolve(source);
      if (target?.kind !== 'mapping') continue;
      for (const [name, slot] of slotsOf(target, at, part, budget)) {
        if (!slots.has(name)) slots.set(name, slot);
      }
    }
  }
  return slots;
}

/** Where what stands elsewhere is borrowed: at the alias, or at the merge key above it. */
export function borrowedAt(part: Part, slot: Slot): Place | undefined {
  return slot.borrowed ?? (slot.node.kind === 'alias' ? placeOf(part, slot.node) : undefined);
}

/** A span of a part as a place. */
export function placeOf(part: Part, span: Span): Place {
  return { part, start: span.start, end: span.end };
}

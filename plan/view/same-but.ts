/** The names under which views and parts keep offsets. */
const OFFSETS: ReadonlySet<string> = new Set(['at', 'until', 'start']);

/** Whether two pieces of plain data are the same but for their offsets, which are all moved as far. */
export function sameBut(moved: number, before: unknown, after: unknown): boolean {
  if (before === after && (moved === 0 || typeof before !== 'object')) return true;
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((one, i) => sameBut(moved, one, after[i]));
  if (!isRecord(before) || !isRecord(after)) return false;
  let left = 0;
  for (const key in before) {
    const [one, other] = [before[key], after[key]];
    const same =
      typeof one === 'number' && typeof other === 'number' && OFFSETS.has(key)
        ? one + moved === other
        : sameBut(moved, one, other);
    if (!same) return false;
    left++;
  }
  for (const _ in after) left--;
  return left === 0;
}

function isRecord(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null;
}

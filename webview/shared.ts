import { isRecord } from '../protocol/unknown.ts';

/** What a number under a name is to be instead; `before` is what stands there in the older data. */
export type Renaming = (name: string, number: number, before: unknown) => number;

/**
 * The same plain data as `after`, a tree, with the very objects of `before` wherever they say the same: what is drawn of these need not be drawn
 * again. If numbers are to be others, that is done on the way, and `before` is one where it has been done. Neither is changed.
 */
export function shared<T>(before: T | undefined, after: T, renaming?: Renaming): T;
export function shared(before: unknown, after: unknown, renaming: Renaming = asItIs): unknown {
  if (before === after) return after;
  if (Array.isArray(after)) return sharedList(Array.isArray(before) ? before : [], after, renaming);
  return isRecord(after) ? sharedRecord(isRecord(before) ? before : {}, after, renaming) : after;
}

function asItIs(_: string, number: number): number {
  return number;
}

function sharedList(before: readonly unknown[], after: readonly unknown[], renaming: Renaming): readonly unknown[] {
  let own: unknown[] | undefined = before.length === after.length ? undefined : [];
  for (let i = 0; i < after.length; i++) {
    const was = before[i];
    const one = shared(was, after[i], renaming);
    if (own === undefined && one !== was) own = before.slice(0, i);
    own?.push(one);
  }
  return own ?? before;
}

type Data = Readonly<Record<string, unknown>>;

function sharedRecord(before: Data, after: Data, renaming: Renaming): Data {
  let own: Record<string, unknown> | undefined;
  let names = 0;
  for (const name in after) {
    const was = before[name];
    const is = after[name];
    const one = typeof is === 'number' ? renaming(name, is, was) : shared(was, is, renaming);
    if (own === undefined && (one !== was || !(name in before))) own = firstOf(after, names, before);
    if (own !== undefined) own[name] = one;
    names++;
  }
  if (own !== undefined) return own;
  return Object.keys(before).length === names ? before : firstOf(after, names, before);
}

/** The values of `before` under the first so many names of `after`. */
function firstOf(after: Data, names: number, before: Data): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  let left = names;
  for (const name in after) {
    if (left-- === 0) break;
    own[name] = before[name];
  }
  return own;
}

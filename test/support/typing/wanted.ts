import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

export type Path = readonly (string | number)[];

/** What somebody wants to have written: scalars with the characters that they are written with. */
export type Wanted = Scalar | readonly Wanted[] | ReadonlyMap<string, Wanted>;

export interface Scalar {
  readonly value: string;
  /** As it is written, quotes included. */
  readonly raw: string;
}

/** What is still to be done in a text. */
export type Gap =
  | { readonly kind: 'key' | 'item' | 'value'; readonly path: Path; readonly wanted: Wanted }
  | { readonly kind: 'surplus'; readonly path: Path };

/** The text as wanted content; undefined where nothing stands. Reads half-typed text as far as it goes. */
export function read(text: string): Wanted | undefined {
  return treeOf(parseDocument(text, { schema: 'failsafe', keepSourceTokens: false }).contents, text);
}

function treeOf(node: unknown, text: string): Wanted | undefined {
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): [string, Wanted] => [
      isScalar(key) ? String(key.value ?? '') : '',
      treeOf(value, text) ?? { value: '', raw: '' },
    ]);
    return new Map(entries);
  }
  if (isSeq(node)) return node.items.map(item => treeOf(item, text) ?? { value: '', raw: '' });
  if (!isScalar(node)) return undefined;
  const [start, end] = node.range ?? [0, 0];
  return { value: String(node.value ?? ''), raw: text.slice(start, end) };
}

export function isList(wanted: Wanted | undefined): wanted is readonly Wanted[] {
  return Array.isArray(wanted);
}

export function isMapping(wanted: Wanted | undefined): wanted is ReadonlyMap<string, Wanted> {
  return wanted instanceof Map;
}

export function isText(wanted: Wanted | undefined): wanted is Scalar {
  return wanted !== undefined && !isList(wanted) && !isMapping(wanted);
}

/** What stands at a path. */
export function at(wanted: Wanted | undefined, path: Path): Wanted | undefined {
  let here = wanted;
  for (const step of path) {
    if (isMapping(here) && typeof step === 'string') here = here.get(step);
    else if (isList(here) && typeof step === 'number') here = here[step];
    else return undefined;
  }
  return here;
}

/** The first thing, from the top, that a text lacks. */
export function firstGap(wanted: Wanted, current: Wanted | undefined, path: Path = []): Gap | undefined {
  if (isText(wanted)) {
    return isText(current) && current.value === wanted.value ? undefined : { kind: 'value', path, wanted };
  }
  const written = isText(current) && current.raw === '' ? undefined : current;
  if (isMapping(wanted)) {
    if (written !== undefined && !isMapping(written)) return { kind: 'value', path, wanted };
    for (const [key, value] of wanted) {
      const inner = written?.get(key);
      const gap: Gap | undefined =
        inner === undefined
          ? { kind: 'key', path: [...path, key], wanted: value }
          : firstGap(value, inner, [...path, key]);
      if (gap) return gap;
    }
    return undefined;
  }
  if (written !== undefined && !isList(written)) return { kind: 'value', path, wanted };
  for (const [index, value] of wanted.entries()) {
    const inner = written?.[index];
    const gap: Gap | undefined =
      inner === undefined
        ? { kind: 'item', path: [...path, index], wanted: value }
        : firstGap(value, inner, [...path, index]);
    if (gap) return gap;
  }
  return undefined;
}

/** The first key or entry that a text has too much. */
export function firstSurplus(wanted: Wanted, current: Wanted | undefined, path: Path = []): Gap | undefined {
  if (isMapping(current)) {
    for (const [key, value] of current) {
      const inner = at(wanted, [key]);
      const gap = inner === undefined ? surplus([...path, key]) : firstSurplus(inner, value, [...path, key]);
      if (gap) return gap;
    }
  }
  if (isList(current)) {
    for (const [index, value] of current.entries()) {
      const inner = at(wanted, [index]);
      const gap = inner === undefined ? surplus([...path, index]) : firstSurplus(inner, value, [...path, index]);
      if (gap) return gap;
    }
  }
  return undefined;
}

function surplus(path: Path): Gap {
  return { kind: 'surplus', path };
}

/** Values alone, in any order of keys: what two texts have in common that say the same. */
export function said(wanted: Wanted | undefined): unknown {
  if (isMapping(wanted)) {
    return Object.fromEntries(
      [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, said(value)]),
    );
  }
  if (isList(wanted)) return wanted.map(said);
  return isText(wanted) ? wanted.value : undefined;
}

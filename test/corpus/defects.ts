import { type Document, isSeq, type YAMLSeq } from 'yaml';

/** A way to a thing in a document: keys and indices from the top. */
export type Path = readonly (string | number)[];

/** Where the finding is expected: on the value at a path or on its key. */
export interface Mark {
  readonly path: Path;
  readonly on: 'value' | 'key';
}

/** One defect put into a sound plan: the rule that must speak and where it must. */
export interface Defect {
  readonly rule: string;
  readonly what: string;
  /** Plans of the corpus that it is put into, by the beginning of their names. */
  readonly into: readonly string[];
  readonly severity?: 'error' | 'warning' | 'info' | 'hint';
  /** Rules that may speak too: they tell of the same defect from another side. */
  readonly also?: readonly string[];
  readonly today?: string;
  /** The day on which the sound plan was committed; without it git knows nothing of the plan. */
  readonly reviewed?: string;
  readonly put: (plan: Document) => Mark;
}

export const value = (...path: Path): Mark => ({ path, on: 'value' });
export const key = (...path: Path): Mark => ({ path, on: 'key' });

/** Puts a value at a path and marks it. */
export const set =
  (path: Path, to: unknown, mark: Mark = value(...path)) =>
  (plan: Document): Mark => {
    plan.setIn(path, plan.createNode(to));
    return mark;
  };

/** Takes a path away and marks something else. */
export const drop =
  (path: Path, mark: Mark) =>
  (plan: Document): Mark => {
    plan.deleteIn(path);
    return mark;
  };

/** Several changes; the last one says where. */
export const all =
  (...changes: readonly ((plan: Document) => Mark)[]) =>
  (plan: Document): Mark => {
    let mark = value();
    for (const change of changes) mark = change(plan);
    return mark;
  };

/** Appends an item to a list and marks it at a path below it. */
export const add =
  (path: Path, item: unknown, mark: Mark) =>
  (plan: Document): Mark => {
    plan.addIn(path, plan.createNode(item));
    return mark;
  };

/** The list at a path. Throws where none stands. */
export function listAt(plan: Document, ...path: Path): YAMLSeq {
  const list: unknown = plan.getIn(path);
  if (!isSeq(list)) throw new Error(`no list at ${path.join('.')}`);
  return list;
}

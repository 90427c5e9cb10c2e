import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { Path } from './wanted.ts';

/** Where the cursor stands: in the value at a path, or where a key of the mapping at a path goes. */
export interface Place {
  readonly on: 'key' | 'value';
  readonly path: Path;
}

const MARK = '☃';

/** Where a cursor stands in a text that can be read; undefined in one that cannot, or in a comment. */
export function placeAt(text: string, cursor: number): Place | undefined {
  const start = text.lastIndexOf('\n', cursor - 1) + 1;
  const before = text.slice(start, cursor);
  const behind = text.slice(cursor, (text.indexOf('\n', cursor) + text.length + 1) % (text.length + 1) || text.length);
  const alone = /^[\s-]*$/.test(before) && behind.trim() === '';
  const marked = `${text.slice(0, cursor)}${MARK}${alone ? ':' : ''}${text.slice(cursor)}`;
  const found = find(parseDocument(marked, { schema: 'failsafe' }).contents, []);
  return alone && found?.on === 'key' ? { on: 'key', path: found.path.slice(0, -1) } : found;
}

function find(node: unknown, path: Path): Place | undefined {
  if (isMap(node)) {
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const found: Place | undefined = key.includes(MARK)
        ? { on: 'key', path: [...path, key] }
        : find(pair.value, [...path, key]);
      if (found) return found;
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = find(item, [...path, index]);
      if (found) return found;
    }
  } else if (isScalar(node) && String(node.value).includes(MARK)) return { on: 'value', path };
  return undefined;
}

/** Where something stands in a text. Offsets. */
export interface Spot {
  /** Where its key begins, or the entry behind its dash. */
  readonly start: number;
  /** Where its value begins and ends; both are behind the colon where there is none. */
  readonly value: number;
  readonly end: number;
}

/** Where the key or entry at a path stands. Throws if there is none. */
export function spotOf(text: string, path: Path): Spot {
  let node: unknown = parseDocument(text, { schema: 'failsafe' }).contents;
  let spot: Spot = { start: 0, value: 0, end: text.trimEnd().length };
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair) throw new Error(`nothing stands at ${path.join('.')}`);
      spot = spotOfPair(text, pair);
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      const range = rangeOf(item);
      if (!range) throw new Error(`nothing stands at ${path.join('.')}`);
      spot = { start: range[0], value: range[0], end: trimmed(text, range[0], range[1]) };
      node = item;
    } else throw new Error(`nothing stands at ${path.join('.')}`);
  }
  return spot;
}

function spotOfPair(text: string, { key, value }: Pair): Spot {
  const [start, keyEnd] = rangeOf(key) ?? [0, 0];
  const colon = text.indexOf(':', keyEnd) + 1;
  const range = rangeOf(value);
  const empty = !range || range[1] <= colon || text.slice(range[0], range[1]).trim() === '';
  if (empty) return { start, value: colon, end: colon };
  return { start, value: range[0], end: trimmed(text, range[0], range[1]) };
}

function trimmed(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}

function isNode(node: unknown): node is Node {
  return isMap(node) || isSeq(node) || isScalar(node);
}

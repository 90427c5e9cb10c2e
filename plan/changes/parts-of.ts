import type { Element, Field, List } from '../model/index.ts';
import { type Mapping, type Node, resolve, type Scalar } from '../syntax/tree.ts';
import { oneLine } from '../words.ts';

/** What an element has under one of its keys. */
export type Value = Field<unknown> | Element | List<unknown>;

/** What every element has beside what the format gives it. */
const OWN: ReadonlySet<string> = new Set([
  'part',
  'start',
  'end',
  'definition',
  'key',
  'mapping',
  'label',
  'mark',
  'borrowed',
  'word',
  'holder',
]);

/** What the format knows of an element, by its keys; what is absent is left out. */
export function valuesOf(element: object): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [key, value] of Object.entries(element)) {
    const one: unknown = value;
    if (!OWN.has(key) && (isField(one) || isElement(one) || isList(one))) values.set(key, one);
  }
  return values;
}

export function isField(value: unknown): value is Field<unknown> {
  return typeof value === 'object' && value !== null && 'node' in value && 'borrowed' in value && 'text' in value;
}

export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'definition' in value && 'mark' in value;
}

export function isList(value: unknown): value is List<unknown> {
  return typeof value === 'object' && value !== null && 'items' in value && 'word' in value;
}

/** The field under a key; undefined where there is none, or something else. */
export function fieldOf(element: Element, key: string): Field<unknown> | undefined {
  const value = valuesOf(element).get(key);
  return isField(value) ? value : undefined;
}

/** What is written in a mapping by its keys, merged keys too; of two the first. */
export function entriesOf(mapping: Mapping, depth = 0): Map<string, Node> {
  const entries = new Map<string, Node>();
  const merged: Node[] = [];
  for (const { key, value } of mapping.pairs) {
    if (key.text === '<<') merged.push(...(value.kind === 'sequence' ? value.items : [value]));
    else if (!entries.has(key.text)) entries.set(key.text, value);
  }
  for (const source of depth < DEEPEST ? merged : []) {
    const target = resolve(source);
    if (target?.kind !== 'mapping') continue;
    for (const [key, value] of entriesOf(target, depth + 1)) if (!entries.has(key)) entries.set(key, value);
  }
  return entries;
}

/** So deep are mappings merged, and values compared, at most. */
const DEEPEST = 20;

/** So many values of one thing are compared at most: nested aliases grow without bound. */
const MOST = 5000;

/** What a node says, the same for two that differ in layout, order of keys or quotes alone; '' for nothing. */
export function saidBy(node: Node | undefined, budget = { left: MOST }, depth = 0): string {
  const target = node && resolve(node);
  if (!target || depth > DEEPEST || --budget.left < 0) return '';
  if (target.kind === 'scalar') return textOf(target);
  if (target.kind === 'sequence') {
    const items = target.items.map(item => saidBy(item, budget, depth + 1)).filter(said => said !== '');
    return items.length === 0 ? '' : `[${items.join(', ')}]`;
  }
  const said = [...entriesOf(target)]
    .map(([key, value]) => [key, saidBy(value, budget, depth + 1)] as const)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return said.length === 0 ? '' : `{${said.map(([key, value]) => `${key}: ${value}`).join(', ')}}`;
}

function textOf({ value, style, text }: Scalar): string {
  return value === null && style !== 'single' && style !== 'double' ? '' : oneLine(text);
}

import { PLAN_SECTIONS } from '../../generated/model.ts';
import type { Plan } from '../../model/index.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { type Node, type ScalarStyle, sectionNamed } from '../../syntax/tree.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** Keys with their texts, and the quotes each is to have. */
export type Entries = readonly (readonly [key: string, text: string, quotes: ScalarStyle])[];

/** A new mapping as the value of a key: on lines of its own, or in braces where it goes into flow style. */
export function mappingValue(entries: Entries, flow: boolean): string {
  return flow ? itemValue(entries, true) : `\n  ${itemValue(entries, false).replaceAll('\n', '\n  ')}`;
}

/** A new mapping as an item of a list. */
export function itemValue(entries: Entries, flow: boolean): string {
  const written = entries.map(([key, text, quotes]) => `${key}: ${quoteLike(quotes, text)}`);
  return flow ? `{ ${written.join(', ')} }` : written.join('\n');
}

/** A new list of one item, written as YAML, as the value of a key. */
export function listValue(item: string, flow: boolean): string {
  return flow ? `[${item}]` : `\n  - ${item.replaceAll('\n', '\n    ')}`;
}

/** True for a text in place of a list that says something, which must not make way for the first item. */
export function isSentence(node: Node): boolean {
  return node.kind === 'scalar' && node.value !== null && !isPlaceholder(node.text);
}

/** The first item of a top-level list that is empty or not there yet. `item` is YAML; undefined where something else stands in its place. */
export function firstItem(edit: Editor, plan: Plan, name: keyof typeof PLAN_SECTIONS, item: string): Edit | undefined {
  const section = sectionNamed(plan.syntax, name);
  if (!section) return newSection(edit, name, listValue(item, false));
  return isSentence(section.part.node) ? undefined : edit.appendPart(section.part, [], item);
}

/** A new top-level section behind those that stand before it in a plan. `value` is YAML on lines of its own. */
export function newSection(edit: Editor, name: keyof typeof PLAN_SECTIONS, value: string): Edit | undefined {
  const order = Object.keys(PLAN_SECTIONS);
  return edit.insertSection(`${name}:${value}`, order.slice(order.indexOf('outcomes'), order.indexOf(name)).reverse());
}

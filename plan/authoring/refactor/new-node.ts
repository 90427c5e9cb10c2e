import { quoteLike } from '../../syntax/quote.ts';
import type { ScalarStyle } from '../../syntax/tree.ts';

/** Something new in a plan: a text in some quotes, a list, or keys with values. Lists of texts may stand in brackets. */
export type NewNode =
  | { readonly text: string; readonly quotes: ScalarStyle }
  | { readonly items: readonly NewNode[]; readonly flow: boolean }
  | { readonly entries: readonly NewEntry[] };

/** A key with its value. */
export type NewEntry = readonly [key: string, value: NewNode];

/** A text. */
export function words(text: string, quotes: ScalarStyle): NewNode {
  return { text, quotes };
}

/** The node as YAML: on lines of its own, the first where it is put and the others below it; or on one line, in brackets and braces. */
export function written(node: NewNode, flow: boolean): string {
  if ('text' in node) return quoteLike(node.quotes, node.text);
  if ('items' in node) {
    if (flow || node.flow || node.items.length === 0)
      return `[${node.items.map(item => written(item, true)).join(', ')}]`;
    return node.items.map(item => `- ${indented(written(item, false))}`).join('\n');
  }
  if (flow) return `{ ${node.entries.map(([key, value]) => `${key}: ${written(value, true)}`).join(', ')} }`;
  return node.entries.map(([key, value]) => `${key}:${asValue(value)}`).join('\n');
}

/** The node as the value of a key: behind it, or on lines below. */
export function asValue(node: NewNode, flow = false): string {
  const text = written(node, flow);
  const below = !flow && ('entries' in node || ('items' in node && !node.flow && node.items.length > 0));
  return below ? `\n  ${indented(text)}` : ` ${text}`;
}

function indented(text: string): string {
  return text.replaceAll(/\n(?!\n)/g, '\n  ');
}

import type { Element } from '../../model/index.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import type { Mapping, Pair, Scalar, ScalarStyle } from '../../syntax/tree.ts';
import { takesInMore } from '../../syntax/unclosed.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** Where a new key goes and whose quotes its value takes: the first of `after` and of `near` that the mapping has. */
export interface Neighbours {
  readonly after?: readonly string[];
  readonly near?: readonly string[];
  /** True for a word of the format, such as a status: it gets no quotes but those that it has. */
  readonly word?: boolean;
}

/**
 * Gives an element's field a value, written the way its neighbours are: an existing value is replaced, an empty one
 * or a placeholder filled in, a missing key added. Undefined where the element stands elsewhere (alias, merge key) or
 * the field holds a group or several items, is borrowed by others through its anchor, or begins something that
 * is not closed, which takes in the lines below.
 */
export function setField(
  edit: Editor,
  element: Element,
  key: string,
  value: string,
  { after = [], near = after, word = false }: Neighbours = {},
): Edit | undefined {
  const { mapping, part } = element;
  if (element.borrowed || !mapping) return undefined;
  const style = word ? 'plain' : styleIn(mapping, near);
  const pair = mapping.pairs.find(one => one.key.text === key);
  if (!pair) return edit.insertKey(element, key, quoteLike(style, value), after);
  const there = { part, start: pair.value.start, end: pair.value.end };
  if (takesInMore(edit, there) || edit.isLent(there)) return undefined;
  const [only, ...others] = pair.value.kind === 'sequence' ? pair.value.items : [pair.value];
  if (others.length > 0) return undefined;
  const node = only ?? pair.value;
  if (node.kind === 'scalar') {
    const filled = node.value !== null && (word || !isPlaceholder(node.text));
    return edit.setValue(
      { part, start: node.start, end: node.end, node, key: pair.key },
      value,
      filled ? node.style : style,
    );
  }
  const bare = node.kind === 'alias' || (node.kind === 'sequence' ? node.items : node.pairs).length === 0;
  return bare ? edit.replace(there, quoteLike(style, value)) : undefined;
}

/** The same edits where some put keys into the same empty braces, each as if it were the only one: those as one, with commas between the keys. */
export function asOneInBraces(edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const at = joined.findIndex(one => isInEmptyBraces(one) && isInEmptyBraces(edit) && one.start === edit.start);
    const other = joined[at];
    if (other) joined[at] = { ...other, newText: `${other.newText.trimEnd()},${edit.newText}` };
    else joined.push(edit);
  }
  return joined;
}

/** True for what `insertKey` writes there: blanks on both sides. */
function isInEmptyBraces({ start, end, newText }: Edit): boolean {
  return start === end && /^ \S(?:.*\S)? $/.test(newText);
}

/** The quotes that a mapping's values have: those of the first of `near` that it has, else of its first text; plain without any. */
export function styleIn(mapping: Mapping | undefined, near: readonly string[] = []): ScalarStyle {
  const pairs = mapping?.pairs ?? [];
  for (const name of near) {
    const close = pairs.find(pair => pair.key.text === name && hasText(pair));
    if (close?.value.kind === 'scalar') return close.value.style;
  }
  return pairs.find(hasText)?.value.style ?? 'plain';
}

function hasText(pair: Pair): pair is Pair & { readonly value: Scalar } {
  return pair.value.kind === 'scalar' && pair.value.value !== null && pair.value.text !== '';
}

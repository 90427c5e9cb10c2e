import type { Review } from '../../model/index.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import type { Node } from '../../syntax/tree.ts';
import { styleIn } from '../repair/set-field.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/**
 * Adds an entry to a review's plan changes, written like those before it: behind the last, in place of `none`, or as the first. `on one line` it never
 * takes more than one line of the text, new or changed: a list begins in brackets then. Undefined where the review stands elsewhere (alias, merge key),
 * or where that cannot be done.
 */
export function logEntry(
  edit: Editor,
  review: Review,
  entry: string,
  how: 'as a list' | 'on one line' = 'as a list',
): readonly Edit[] | undefined {
  const { mapping, part, plan_changes: list } = review;
  if (review.borrowed || !mapping) return undefined;
  const written = quoteLike(list.items[0]?.node.style ?? styleIn(mapping, ['decisions', 'summary']), entry);
  const pair = mapping.pairs.find(one => one.key.text === 'plan_changes');
  const only = (one: Edit | undefined) => (one ? [one] : undefined);
  const inBrackets = mapping.flow || how === 'on one line';
  if (!pair)
    return only(
      edit.insertKey(review, 'plan_changes', inBrackets ? `[${written}]` : `\n  - ${written}`, [
        'decisions',
        'summary',
      ]),
    );
  const { value, key } = pair;
  if (value.kind === 'alias' || value.kind === 'mapping') return undefined;
  if (value.kind === 'sequence')
    return value.flow || value.items.length > 0 || mapping.flow
      ? only(edit.appendItem(part, value, key, written))
      : undefined;
  const source = edit.at({ part, start: value.start, end: value.end });
  const isSaid = value.value !== null && !isPlaceholder(value.text);
  if (isSaid && !mapping.flow && source.includes('\n')) return undefined;
  if (how === 'as a list' || value.style === 'empty')
    return only(edit.listInstead(part, key, isSaid ? [source, written] : [written]));
  if (source.trimEnd().includes('\n')) return undefined;
  const items = isSaid ? [quoteLike(value.style, value.text), written] : [written];
  return [edit.replace({ part, ...lineOf(value) }, `[${items.join(', ')}]`)];
}

function lineOf({ start, end }: Node): { start: number; end: number } {
  return { start, end };
}

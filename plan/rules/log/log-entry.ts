import type { Review } from '../../model/index.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { styleIn } from '../repair/set-field.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/**
 * Adds an entry to a review's plan changes, written like those before it: behind the last, in place of `none`, or as the first. Undefined where the review
 * stands elsewhere (alias, merge key).
 */
export function logEntry(edit: Editor, review: Review, entry: string): readonly Edit[] | undefined {
  const { mapping, part, plan_changes: list } = review;
  if (review.borrowed || !mapping) return undefined;
  const written = quoteLike(list.items[0]?.node.style ?? styleIn(mapping, ['decisions', 'summary']), entry);
  const pair = mapping.pairs.find(one => one.key.text === 'plan_changes');
  const only = (one: Edit | undefined) => (one ? [one] : undefined);
  if (!pair)
    return only(
      edit.insertKey(review, 'plan_changes', mapping.flow ? `[${written}]` : `\n  - ${written}`, [
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
  const said =
    value.value === null || isPlaceholder(value.text) ? [] : [edit.at({ part, start: value.start, end: value.end })];
  return !mapping.flow && said.some(text => text.includes('\n'))
    ? undefined
    : only(edit.listInstead(part, key, [...said, written]));
}

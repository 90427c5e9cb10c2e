import type { Field } from '../../model/index.ts';
import type { Place } from '../../syntax/tree.ts';

/**
 * A stretch of what a field says, where it stands in the plan. `start` and `end` count from the start of the text of its node. The whole field where
 * the text is not written as it reads (several lines, escapes) or stands elsewhere. Never throws.
 */
export function placeInText(field: Field<string>, start: number, end: number): Place | Field<string> {
  const { node, part, borrowed } = field;
  const quotes = node.style === 'single' || node.style === 'double' ? 1 : 0;
  const isFlow = quotes === 1 || node.style === 'plain';
  if (borrowed || !isFlow || node.end - node.start !== node.text.length + 2 * quotes) return field;
  return { part, start: node.start + quotes + start, end: node.start + quotes + end };
}

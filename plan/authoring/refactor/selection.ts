import type { Edit } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/tree.ts';

/** Where the last occurrence of a text within an edit stands once all edits are made; the end of what is written where it is not there. */
export function selected(edits: readonly Edit[], edit: Edit, text: string): Span {
  const before = edits.filter(other => other !== edit && other.start < edit.start);
  const moved = before.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
  const found = text === '' ? -1 : edit.newText.lastIndexOf(text);
  const start = edit.start + moved + (found < 0 ? edit.newText.length : found);
  return { start, end: found < 0 ? start : start + text.length };
}

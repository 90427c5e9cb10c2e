import type { Edit } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/tree.ts';

/** Where the last occurrence of a text within an edit stands once all edits are made; the end of what is written where it is not there. */
export function selected(edits: readonly Edit[], edit: Edit, text: string): Span {
  return placed(edits, edit, text, text === '' ? -1 : edit.newText.lastIndexOf(text));
}

/** The same for the first occurrence. */
export function selectedFirst(edits: readonly Edit[], edit: Edit, text: string): Span {
  return placed(edits, edit, text, text === '' ? -1 : edit.newText.indexOf(text));
}

function placed(edits: readonly Edit[], edit: Edit, text: string, found: number): Span {
  const before = edits.filter(other => other !== edit && other.start < edit.start);
  const moved = before.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
  const start = edit.start + moved + (found < 0 ? edit.newText.length : found);
  return { start, end: found < 0 ? start : start + text.length };
}

import { applyEdits } from '../plan/check.ts';
import type { Edit } from '../plan/syntax/edit.ts';
import type { Span } from '../plan/syntax/tree.ts';
import type { EditAnswer } from '../protocol/edit.ts';
import { toRange, toTextEdit } from './convert.ts';
import type { OpenDocument } from './documents.ts';
import { LinedText } from './text.ts';

/** Edits of an open document as the client applies them, in one undoable step. `select` counts in the text after them. */
export function editStep(
  open: OpenDocument,
  { edits, select }: { readonly edits: readonly Edit[]; readonly select?: Span | undefined },
): Extract<EditAnswer, { readonly type: 'edit' }> {
  const after = select && new LinedText(open.uri, '', 0, applyEdits(open.file.text, edits));
  return {
    type: 'edit',
    uri: open.uri,
    version: open.version,
    edits: edits.map(edit => toTextEdit(open.text, edit)),
    ...(select && after && { select: toRange(after, select) }),
  };
}

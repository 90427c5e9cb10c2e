import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver-protocol';
import { selections } from '../../plan/authoring/selection/selection.ts';
import type { Source } from '../../plan/syntax/tree.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { TextDocument } from '../text.ts';

/** What grows around the cursor when the selection is expanded. */
export const selectionRange: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/selectionRange',
      onDocument<SelectionRangeParams, SelectionRange[] | null>(
        session,
        'selection',
        null,
        ({ file, text }, { positions }) => positions.map(at => around(text, file.source, toOffset(text, at))),
        ({ source, text }, { positions }) => positions.map(at => around(text, source, toOffset(text, at))),
      ),
    );
  },
};

/** The innermost range, with those around it as its parents. */
function around(text: TextDocument, source: Source, offset: number): SelectionRange {
  let outer: SelectionRange | undefined;
  for (const span of selections(source, offset).toReversed())
    outer = { range: toRange(text, span), ...(outer && { parent: outer }) };
  return outer ?? { range: toRange(text, { start: offset, end: offset }) };
}

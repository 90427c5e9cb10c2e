import type { DocumentHighlight, DocumentHighlightParams } from 'vscode-languageserver-protocol';
import { mentionsAt } from '../../plan/authoring/names/names.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import { Highlight } from '../lsp.ts';
import { namesOf, ofBook } from '../workspace/linked.ts';

const KINDS = { definition: Highlight.Write, reference: Highlight.Read, text: Highlight.Text };

/** All places of a document that say the name under the cursor. */
export const documentHighlight: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/documentHighlight',
      onDocument<DocumentHighlightParams, DocumentHighlight[]>(
        session,
        'highlights',
        [],
        async (open, { position }) => {
          const { here } = await namesOf(session, open);
          const said = mentionsAt(here.names, toOffset(here.text, position));
          const wanted = new Set(said?.found.map(({ number }) => number));
          return (said ? ofBook(here, said.names.book) : []).flatMap(({ mentions }) =>
            mentions
              .filter(one => wanted.has(one.number))
              .map(one => ({ range: toRange(here.text, one), kind: KINDS[one.role] })),
          );
        },
      ),
    );
  },
};

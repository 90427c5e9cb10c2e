import type { Location, ReferenceParams } from 'vscode-languageserver-protocol';
import { mentionsAt } from '../../plan/authoring/names/names.ts';
import { toOffset, toRange } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { Session } from '../session.ts';
import { filesOf, namesOf, ofBook } from '../workspace/linked.ts';

/** All places that say a name: in the plan, its review log and notes, and in the agendas of its reviews. */
export const references: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/references',
      onDocument<ReferenceParams, Location[]>(session, 'references', [], (open, { position, context }) =>
        referencesAt(session, open, toOffset(open.text, position), context.includeDeclaration),
      ),
    );
  },
};

async function referencesAt(
  session: Session,
  open: OpenDocument,
  offset: number,
  withDefinition: boolean,
): Promise<Location[]> {
  const linked = await namesOf(session, open);
  const said = mentionsAt(linked.here.names, offset);
  if (!said) return [];
  const wanted = new Set(said.found.map(({ number }) => number));
  const files = await filesOf(session, linked, said.names.book);
  return files.flatMap(file =>
    ofBook(file, said.names.book).flatMap(({ mentions }) =>
      mentions
        .filter(one => wanted.has(one.number) && (withDefinition || one.role !== 'definition'))
        .map(one => ({ uri: file.uri, range: toRange(file.text, one) })),
    ),
  );
}

import { ResponseError } from 'vscode-jsonrpc/node';
import type { PrepareRenameParams, Range, RenameParams, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Renaming, renameEverywhere, renamingAt } from '../../plan/authoring/names/rename.ts';
import type { Phrase } from '../../plan/phrase.ts';
import { toOffset, toRange, toTextEdit } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import { ErrorCode } from '../lsp.ts';
import type { Session } from '../session.ts';
import { filesOf, type Linked, namesOf, ofBook } from '../workspace/linked.ts';

/** Another name for a person, an outcome, a risk …, at all places that say the old one. What cannot be is refused with the reason. */
export const rename: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/prepareRename',
      onDocument<PrepareRenameParams, { range: Range; placeholder: string } | null>(
        session,
        'what to rename',
        null,
        async (open, { position }) => {
          const { renaming } = await renamingFrom(session, open, toOffset(open.text, position));
          return { range: toRange(open.text, renaming.span), placeholder: renaming.name.text };
        },
      ),
    );
    session.connection.onRequest(
      'textDocument/rename',
      onDocument<RenameParams, WorkspaceEdit | null>(session, 'rename', null, (open, { position, newName }) =>
        renamed(session, open, toOffset(open.text, position), newName),
      ),
    );
  },
};

async function renamingFrom(
  session: Session,
  open: OpenDocument,
  offset: number,
): Promise<{ renaming: Renaming; linked: Linked }> {
  const linked = await namesOf(session, open);
  return { renaming: granted(session, renamingAt(linked.here.names, offset)), linked };
}

async function renamed(session: Session, open: OpenDocument, offset: number, newName: string): Promise<WorkspaceEdit> {
  const { renaming, linked } = await renamingFrom(session, open, offset);
  const { book } = renaming.names;
  const files = await filesOf(session, linked, book);
  const changes = granted(
    session,
    renameEverywhere(
      files.map(file => ({ file: file.file, names: ofBook(file, book) })),
      book,
      renaming.name,
      newName,
    ),
  );
  const edits = files.flatMap((file, index) => {
    const own = (changes[index] ?? []).map(edit => toTextEdit(file.text, edit));
    return own.length > 0 ? [{ file, edits: own }] : [];
  });
  if (!session.capabilities.workspace?.workspaceEdit?.documentChanges)
    return { changes: Object.fromEntries(edits.map(({ file, edits: own }) => [file.uri, own])) };
  return {
    documentChanges: edits.map(({ file: { uri, version }, edits: own }) => ({
      textDocument: { uri, version },
      edits: own,
    })),
  };
}

/** What was asked for; a reason against it is the answer's error, which editors show. */
function granted<T extends object>(session: Session, answer: T | Phrase): T {
  if ('message' in answer) throw new ResponseError(ErrorCode.RequestFailed, session.say(answer));
  return answer;
}

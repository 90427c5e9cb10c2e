import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Candidate } from '../../plan/authoring/candidate.ts';
import { complete } from '../../plan/authoring/complete.ts';
import { completeConfig } from '../../plan/authoring/config/complete.ts';
import { isConfig } from '../config-document.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onText } from '../feature.ts';
import type { Session } from '../session.ts';

/** Keys, enum values, people, ids and days. Answered from the text as it stands: completion never waits for a parse. */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: [' ', ':', '-', '"', "'", '[', '{', ','] } },
  register(session) {
    session.connection.onCompletion(
      onText<CompletionParams, CompletionList | null>(session, 'completion', null, (text, params) =>
        completionsAt(session, text, params),
      ),
    );
  },
};

async function completionsAt(
  session: Session,
  text: TextDocument,
  { textDocument, position }: CompletionParams,
): Promise<CompletionList> {
  const offset = toOffset(text, position);
  const candidates = isConfig(textDocument.uri)
    ? completeConfig(text.getText(), offset)
    : await inPlan(session, text, offset);
  const eol = text.getText().includes('\r\n') ? '\r\n' : '\n';
  const items = candidates.map((candidate, index) =>
    toItem(candidate, index, eol, session.settings.suggestCommand, span => toRange(text, span)),
  );
  return { isIncomplete: false, items };
}

/** The last reading lends people, ids and the team's words. */
async function inPlan(session: Session, text: TextDocument, offset: number): Promise<Candidate[]> {
  const read = (await session.documents.latestRead(text.uri))?.file.documents ?? [];
  const model = read.findLast(({ model: one }) => one.syntax.start <= offset)?.model ?? read[0]?.model;
  return complete(text.getText(), offset, model, session.today());
}

const KINDS: Readonly<Record<Candidate['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  section: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  person: CompletionItemKind.Constant,
  reference: CompletionItemKind.Reference,
  day: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
};

function toItem(
  candidate: Candidate,
  index: number,
  eol: string,
  suggest: string | undefined,
  range: (span: Candidate['replace']) => ReturnType<typeof toRange>,
): CompletionItem {
  return {
    label: candidate.label,
    kind: KINDS[candidate.kind],
    detail: candidate.detail,
    ...(candidate.documentation && { documentation: { kind: MarkupKind.Markdown, value: candidate.documentation } }),
    sortText: String(index).padStart(4, '0'),
    filterText:
      candidate.insert.startsWith('"') || candidate.insert.startsWith("'") ? candidate.insert : candidate.label,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: range(candidate.replace), newText: candidate.insert.replaceAll('\n', eol) },
    ...(candidate.goesOn && suggest && { command: { title: 'Suggest', command: suggest } }),
  };
}

import type {
  ClientCapabilities,
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionParams,
  Range,
} from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Candidate } from '../../plan/authoring/completion/candidate.ts';
import { complete } from '../../plan/authoring/completion/complete.ts';
import { completeConfig } from '../../plan/authoring/config/complete.ts';
import { isConfig } from '../config-document.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onText } from '../feature.ts';
import { InsertText, CompletionItem as Kind, Markup } from '../lsp.ts';
import type { Session } from '../session.ts';

/** Keys, enum values, people, ids and days. Answered from the text as it stands: completion never waits for a parse. */
export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: [' ', ':', '-', '"', "'", '[', '{', ','], resolveProvider: true },
  },
  register(session) {
    const offered = new Offered();
    session.connection.onRequest(
      'textDocument/completion',
      onText<CompletionParams, CompletionList | null>(session, 'completion', null, (text, params) =>
        completionsAt(session, text, params, offered),
      ),
    );
    session.connection.onRequest<CompletionItem, CompletionItem>('completionItem/resolve', item =>
      withDocumentation(item, offered.documentation(item.data)),
    );
  },
};

/** Lists that were offered lately, so that an item's documentation can follow when somebody looks at the item. */
class Offered {
  private readonly lists = new Map<number, readonly string[]>();
  private latest = 0;

  /** Keeps the documentation of a list's items; the number stands for the list. */
  keep(documentation: readonly string[]): number {
    this.lists.set(++this.latest, documentation);
    this.lists.delete(this.latest - LISTS_KEPT);
    return this.latest;
  }

  /** What belongs to the `data` of an item; '' where there is none, or the list is long gone. */
  documentation(data: unknown): string {
    if (!Array.isArray(data)) return '';
    const [list, index] = data;
    return this.lists.get(list)?.[index] ?? '';
  }
}

/** An editor shows one list at a time, and asks for a new one before it lets go of the last. */
const LISTS_KEPT = 8;

async function completionsAt(
  session: Session,
  text: TextDocument,
  { textDocument, position }: CompletionParams,
  offered: Offered,
): Promise<CompletionList> {
  const offset = toOffset(text, position);
  const candidates = isConfig(textDocument.uri)
    ? completeConfig(text.getText(), offset)
    : await inPlan(session, text, offset);
  const list = resolvesDocumentation(session.capabilities)
    ? offered.keep(candidates.map(({ documentation }) => documentation))
    : undefined;
  const range = rangeIn(text);
  const eol = eolOf(text);
  const items = candidates.map((candidate, index) => {
    const item = toItem(candidate, index, eol, session.settings.suggestCommand, range);
    if (candidate.documentation === '') return item;
    return list === undefined ? withDocumentation(item, candidate.documentation) : { ...item, data: [list, index] };
  });
  return { isIncomplete: false, items };
}

function resolvesDocumentation({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.completion?.completionItem?.resolveSupport?.properties.includes('documentation') === true;
}

function withDocumentation(item: CompletionItem, value: string): CompletionItem {
  return value === '' ? item : { ...item, documentation: { kind: Markup.Markdown, value } };
}

/** How lines end: as the first one does. */
function eolOf(text: TextDocument): string {
  const first = text.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
  return first.endsWith('\r\n') ? '\r\n' : '\n';
}

/** The range of a span. Most candidates of a list replace the same one. */
function rangeIn(text: TextDocument): (span: Candidate['replace']) => Range {
  let last: { span: Candidate['replace']; range: Range } | undefined;
  return span => {
    if (last?.span !== span) last = { span, range: toRange(text, span) };
    return last.range;
  };
}

/** The last reading lends people, ids and the team's words. */
async function inPlan(session: Session, text: TextDocument, offset: number): Promise<Candidate[]> {
  const read = (await session.documents.latestRead(text.uri))?.file.documents ?? [];
  const model = read.findLast(({ model: one }) => one.syntax.start <= offset)?.model ?? read[0]?.model;
  return complete(text.getText(), offset, model, session.today());
}

const KINDS: Readonly<Record<Candidate['kind'], CompletionItemKind>> = {
  key: Kind.Property,
  section: Kind.Module,
  value: Kind.EnumMember,
  person: Kind.Constant,
  reference: Kind.Reference,
  day: Kind.Value,
  text: Kind.Text,
};

function toItem(
  candidate: Candidate,
  index: number,
  eol: string,
  suggest: string | undefined,
  range: (span: Candidate['replace']) => Range,
): CompletionItem {
  return {
    label: candidate.label,
    kind: KINDS[candidate.kind],
    detail: candidate.detail,
    sortText: String(index).padStart(4, '0'),
    filterText:
      candidate.insert.startsWith('"') || candidate.insert.startsWith("'") ? candidate.insert : candidate.label,
    insertTextMode: InsertText.asIs,
    textEdit: { range: range(candidate.replace), newText: candidate.insert.replaceAll('\n', eol) },
    ...(candidate.goesOn && suggest && { command: { title: 'Suggest', command: suggest } }),
  };
}

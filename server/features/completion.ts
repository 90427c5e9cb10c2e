import type {
  ClientCapabilities,
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionParams,
  Range,
} from 'vscode-languageserver-protocol';
import type { Candidate } from '../../plan/authoring/completion/candidate.ts';
import { complete } from '../../plan/authoring/completion/complete.ts';
import { asksForRules, speakingIn } from '../../plan/authoring/completion/ignore.ts';
import { completeConfig } from '../../plan/authoring/config/complete.ts';
import { isAgendaName } from '../../plan/authoring/names/linked-plan.ts';
import type { Agenda, Plan } from '../../plan/model/index.ts';
import { fileNameOf, isConfig } from '../config-document.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onText } from '../feature.ts';
import { type Indenting, indentationBefore, indentingFor } from '../indentation.ts';
import { CompletionItem as Kind, Markup, TextFormat, CompletionTrigger as Trigger } from '../lsp.ts';
import type { Session } from '../session.ts';
import type { TextDocument } from '../text.ts';
import { planOf } from '../workspace/linked.ts';

/**
 * Keys, blocks, enum values, people, ids, days. Answered from the text as it stands: completion never waits for a parse. A colon opens no list: the
 * enter key behind it is to begin a line.
 */
export const completion: Feature = {
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
    const [list, index]: readonly unknown[] = Array.isArray(data) ? data : [];
    return (typeof list === 'number' && typeof index === 'number' && this.lists.get(list)?.[index]) || '';
  }
}

/** An editor shows one list at a time, and asks for a new one before it lets go of the last. */
const LISTS_KEPT = 8;

async function completionsAt(
  session: Session,
  text: TextDocument,
  { textDocument, position, context }: CompletionParams,
  offered: Offered,
): Promise<CompletionList> {
  const offset = toOffset(text, position);
  const content = text.getText();
  const all = isConfig(textDocument.uri) ? completeConfig(content, offset) : await inPlan(session, text, offset);
  // Examples are for those who ask: a blank in a sentence is no question.
  const typed = context?.triggerKind === Trigger.TriggerCharacter && all.every(({ kind }) => kind === 'text');
  const candidates = typed ? [] : all;
  const list = resolvesDocumentation(session.capabilities)
    ? offered.keep(candidates.map(({ documentation }) => documentation))
    : undefined;
  const to: Target = {
    range: perSpan(span => toRange(text, span)),
    eol: eolOf(text),
    suggest: session.settings.suggestCommand,
    snippets: session.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    besides: session.capabilities.textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    lead: perSpan(({ start }) => /^\s*["']?/.exec(content.slice(start, offset))?.[0] ?? ''),
    indenting: indentingFor(session.capabilities),
    indentation: perSpan(({ start }) => indentationBefore(content, start)),
  };
  const items = candidates.map((candidate, index) => {
    const item = toItem(candidate, index, to);
    if (candidate.documentation === '') return item;
    return list === undefined ? withDocumentation(item, candidate.documentation) : { ...item, data: [list, index] };
  });
  // A number that is typed on takes the unit along.
  return { isIncomplete: candidates.some(({ kind }) => kind === 'quantity'), items };
}

/** What every item of a list is written for. */
interface Target {
  readonly range: (span: Candidate['replace']) => Range;
  readonly eol: string;
  readonly suggest: string | undefined;
  readonly snippets: boolean;
  /** Whether every line of the list can tell its detail, not only the one in focus. */
  readonly besides: boolean;
  /** Blanks and the quote between where a span starts and the cursor: whatever is compared with what was typed begins with them. */
  readonly lead: (span: Candidate['replace']) => string;
  readonly indenting: Indenting;
  /** What stands before a span at the beginning of its line. */
  readonly indentation: (span: Candidate['replace']) => string;
}

/** Most candidates of a list replace the same span: what follows from it is worked out once. */
function perSpan<V>(make: (span: Candidate['replace']) => V): (span: Candidate['replace']) => V {
  let last: { readonly span: Candidate['replace']; readonly made: V } | undefined;
  return span => {
    if (last?.span !== span) last = { span, made: make(span) };
    return last.made;
  };
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

/** The last reading lends people, ids and the team's words. */
async function inPlan(session: Session, text: TextDocument, offset: number): Promise<Candidate[]> {
  const read = (await session.documents.latestRead(text.uri))?.file.documents ?? [];
  const model = read.findLast(({ model: one }) => one.syntax.start <= offset)?.model ?? read[0]?.model;
  const file = fileNameOf(text.uri);
  const { team } = (await session.config(text.uri)).settings;
  const beside = {
    reviewed: await reviewedBy(session, text.uri, model),
    speaking: await speakingAt(session, text, offset),
  };
  return complete(text.getText(), offset, model, session.today(), team, file, beside);
}

/** The plan that an agenda reviews. */
async function reviewedBy(session: Session, uri: string, model: Plan | Agenda | undefined): Promise<Plan | undefined> {
  // While the agenda is empty, its name alone tells.
  if (model?.kind !== 'agenda' && !isAgendaName(uri)) return undefined;
  const open = await session.documents.latestRead(uri);
  const found = open && (await planOf(session, open));
  return found?.file.documents.map(one => one.model).find(one => one.kind === 'plan');
}

/** The rules that a comment at the cursor would silence: where it names rules, those are looked for that there is reason to name. */
async function speakingAt(session: Session, text: TextDocument, offset: number): Promise<ReadonlySet<string>> {
  if (!asksForRules(text.getText(), offset)) return new Set();
  const open = await session.open(text.uri);
  return open ? speakingIn(open.file.source, offset, (await session.checks.of(open)).findings) : new Set();
}

const KINDS: Readonly<Record<Candidate['kind'], CompletionItemKind>> = {
  key: Kind.Property,
  // Not a snippet by name: editors that leave those out of their lists would leave out what the plan needs.
  block: Kind.Struct,
  quantity: Kind.Unit,
  section: Kind.Module,
  value: Kind.EnumMember,
  person: Kind.Constant,
  reference: Kind.Reference,
  day: Kind.Value,
  text: Kind.Text,
};

/** What is chosen by its detail: a person by role and side, a day by what is then, an id by its description. */
const TOLD: ReadonlySet<Candidate['kind']> = new Set(['value', 'person', 'reference', 'day', 'quantity']);

function toItem(
  candidate: Candidate,
  index: number,
  { range, eol, suggest, snippets, besides, lead, indenting, indentation }: Target,
): CompletionItem {
  const { label, kind, detail, insert, snippet, replace, goesOn } = candidate;
  const isSnippet = snippets && snippet !== undefined;
  const { newText, ...mode } = indenting(isSnippet ? snippet : insert, indentation(replace), isSnippet);
  // Whoever knows a role or a day's meaning, but not the name or the day, finds it too.
  const words = kind === 'person' || kind === 'reference' || kind === 'day' ? `${label} ${detail}` : label;
  return {
    label,
    kind: KINDS[kind],
    detail,
    ...(besides && TOLD.has(kind) && { labelDetails: { description: detail } }),
    sortText: String(index).padStart(4, '0'),
    filterText: lead(replace) + words,
    ...mode,
    ...(isSnippet && { insertTextFormat: TextFormat.Snippet }),
    textEdit: { range: range(replace), newText: newText.replaceAll('\n', eol) },
    ...(goesOn && suggest && { command: { title: 'Suggest', command: suggest } }),
  };
}

import type { DocumentSymbol, DocumentSymbolParams, SymbolKind } from 'vscode-languageserver-protocol';
import { outlineConfig } from '../../plan/authoring/config/outline.ts';
import { type OutlineEntry, type OutlineKind, outline } from '../../plan/authoring/outline/outline.ts';
import { toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import { Symbols, SymbolTags } from '../lsp.ts';
import type { Session } from '../session.ts';
import type { TextDocument } from '../text.ts';

/** The outline, with how each thing stands beside its name. */
export const symbols: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/documentSymbol',
      onDocument<DocumentSymbolParams, DocumentSymbol[]>(
        session,
        'symbols',
        [],
        ({ file, text }) => outline(file, session.today()).map(entry => toSymbol(session, text, entry)),
        ({ source, text }) => outlineConfig(source).map(entry => toSymbol(session, text, entry)),
      ),
    );
  },
};

const KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  section: Symbols.Module,
  list: Symbols.Array,
  outcome: Symbols.Class,
  milestone: Symbols.Event,
  action: Symbols.Method,
  person: Symbols.Object,
  risk: Symbols.Constant,
  review: Symbols.Interface,
  phase: Symbols.Namespace,
  measurement: Symbols.Number,
  other: Symbols.Field,
};

function toSymbol(session: Session, text: TextDocument, entry: OutlineEntry): DocumentSymbol {
  const detail = entry.detail.map(one => session.say(one)).join(' · ');
  return {
    name: entry.label,
    ...(detail && { detail }),
    kind: KINDS[entry.kind],
    ...(entry.isGone && (knowsTags(session) ? { tags: [SymbolTags.Deprecated] } : { deprecated: true })),
    range: toRange(text, entry.whole),
    selectionRange: toRange(text, entry.name),
    children: entry.children.map(child => toSymbol(session, text, child)),
  };
}

function knowsTags({ capabilities }: Session): boolean {
  return capabilities.textDocument?.documentSymbol?.tagSupport?.valueSet.includes(SymbolTags.Deprecated) === true;
}

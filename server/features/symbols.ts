import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { type OutlineEntry, outline } from '../../plan/authoring/outline.ts';
import { toRange } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';

/** The outline, with how each thing stands beside its name. */
export const symbols: Feature = {
  capabilities: { documentSymbolProvider: { label: 'Success plan' } },
  register(session) {
    session.connection.onDocumentSymbol(
      onDocument<DocumentSymbolParams, DocumentSymbol[]>(session, 'symbols', [], open =>
        outline(open.file, session.today()).map(entry => toSymbol(open, entry)),
      ),
    );
  },
};

const KINDS: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  section: SymbolKind.Module,
  list: SymbolKind.Array,
  outcome: SymbolKind.Class,
  person: SymbolKind.Object,
  dated: SymbolKind.Event,
  other: SymbolKind.Field,
};

function toSymbol(open: OpenDocument, entry: OutlineEntry): DocumentSymbol {
  return {
    name: entry.label,
    ...(entry.detail && { detail: entry.detail }),
    kind: KINDS[entry.kind],
    range: toRange(open.text, entry.whole),
    selectionRange: toRange(open.text, entry.name),
    children: entry.children.map(child => toSymbol(open, child)),
  };
}

import type { DocumentSymbol, DocumentSymbolParams, SymbolKind } from 'vscode-languageserver-protocol';
import { type OutlineEntry, outline } from '../../plan/authoring/outline/outline.ts';
import { toRange } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import { Symbols } from '../lsp.ts';

/** The outline, with how each thing stands beside its name. */
export const symbols: Feature = {
  capabilities: { documentSymbolProvider: { label: 'Success plan' } },
  register(session) {
    session.connection.onRequest(
      'textDocument/documentSymbol',
      onDocument<DocumentSymbolParams, DocumentSymbol[]>(session, 'symbols', [], open =>
        outline(open.file, session.today()).map(entry => toSymbol(open, entry)),
      ),
    );
  },
};

const KINDS: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  section: Symbols.Module,
  list: Symbols.Array,
  outcome: Symbols.Class,
  person: Symbols.Object,
  dated: Symbols.Event,
  other: Symbols.Field,
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

import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { explainConfig } from '../../plan/authoring/config/hover.ts';
import { type Explanation, explain } from '../../plan/authoring/hover/hover.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import { Markup } from '../lsp.ts';

/** Guidance for fields and facts about values. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onRequest(
      'textDocument/hover',
      onDocument<HoverParams, Hover | null>(
        session,
        'hover',
        null,
        ({ file, text }, { position }) => toHover(text, explain(file, toOffset(text, position), session.today())),
        ({ source, text }, { position }) =>
          toHover(
            text,
            explainConfig(source, toOffset(text, position), rule => session.rulePage(rule)),
          ),
      ),
    );
  },
};

function toHover(text: TextDocument, said: Explanation | undefined): Hover | null {
  return said ? { contents: { kind: Markup.Markdown, value: said.markdown }, range: toRange(text, said.span) } : null;
}

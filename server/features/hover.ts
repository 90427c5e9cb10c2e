import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { explain } from '../../plan/authoring/hover.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';

/** Guidance for fields and facts about values. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onHover(
      onDocument<HoverParams, Hover | null>(session, 'hover', null, (open, { position }) => {
        const said = explain(open.file, toOffset(open.text, position), session.today());
        return said
          ? { contents: { kind: MarkupKind.Markdown, value: said.markdown }, range: toRange(open.text, said.span) }
          : null;
      }),
    );
  },
};

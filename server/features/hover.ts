import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { explainConfig } from '../../plan/authoring/config/hover.ts';
import { type Explanation, explain } from '../../plan/authoring/hover/hover.ts';
import { MARKDOWN, PLAIN } from '../../plan/authoring/hover/pen.ts';
import { toAddress, toOffset, toRange } from '../convert.ts';
import { type Feature, onDocument } from '../feature.ts';
import { Markup } from '../lsp.ts';
import type { Session } from '../session.ts';

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
        ({ file, text }, { position }) => {
          const showing = {
            pen: showsMarkdown(session) ? MARKDOWN : PLAIN,
            addressOf: follows(session) ? ({ start }: { start: number }) => toAddress(text, start) : undefined,
            pageOf: (rule: string) => (rule === '' ? undefined : session.rulePage(rule)),
          };
          return toHover(session, text, explain(file, toOffset(text, position), session.today(), showing));
        },
        ({ source, text }, { position }) => {
          const said = explainConfig(source, toOffset(text, position), rule => session.rulePage(rule));
          return toHover(session, text, said && { ...said, markdown: inHand(session, said.markdown) });
        },
      ),
    );
  },
};

function formats({ capabilities }: Session): readonly string[] | undefined {
  return capabilities.textDocument?.hover?.contentFormat;
}

/** Who says nothing about it is taken to show Markdown. */
function showsMarkdown(session: Session): boolean {
  return formats(session)?.includes(Markup.Markdown) ?? true;
}

/** Links into the plan go only to editors that say that they show Markdown. */
function follows(session: Session): boolean {
  return formats(session)?.includes(Markup.Markdown) ?? false;
}

function inHand(session: Session, markdown: string): string {
  return showsMarkdown(session) ? markdown : PLAIN.ours(markdown);
}

function toHover(session: Session, text: TextDocument, said: Explanation | undefined): Hover | null {
  const kind = showsMarkdown(session) ? Markup.Markdown : Markup.PlainText;
  return said ? { contents: { kind, value: said.markdown }, range: toRange(text, said.span) } : null;
}

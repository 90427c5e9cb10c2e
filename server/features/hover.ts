import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import { explainConfig } from '../../plan/authoring/config/hover.ts';
import { type Explanation, explain, type Showing } from '../../plan/authoring/hover/hover.ts';
import { type AddressOf, MARKDOWN, PLAIN } from '../../plan/authoring/hover/pen.ts';
import { toAddress, toOffset, toRange } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import { Markup } from '../lsp.ts';
import type { Session } from '../session.ts';
import type { TextDocument } from '../text.ts';
import { planOf } from '../workspace/linked.ts';

/** Guidance for fields and facts about values. */
export const hover: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/hover',
      onDocument<HoverParams, Hover | null>(
        session,
        'hover',
        null,
        async ({ uri, file, text }, { position }) => {
          const offset = toOffset(text, position);
          const addressOf = addressesIn(session, text);
          const reviewed = await reviewedBy(session, { uri, file });
          const pen = showsMarkdown(session) ? MARKDOWN : PLAIN;
          const pageOf = (rule: string) => (rule === '' ? undefined : session.rulePage(rule));
          return toHover(session, text, explain(file, offset, session.today(), { pen, addressOf, pageOf, reviewed }));
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

/** The plan that an agenda is about. */
async function reviewedBy(session: Session, open: Pick<OpenDocument, 'uri' | 'file'>): Promise<Showing['reviewed']> {
  const found = await planOf(session, open);
  const plan = found?.file.documents.map(({ model }) => model).find(model => model.kind === 'plan');
  return found && plan && { plan, addressOf: addressesIn(session, found.text) };
}

function addressesIn(session: Session, text: TextDocument): AddressOf {
  return ({ start }) => (follows(session) ? toAddress(text, start) : undefined);
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

import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver-protocol';
import { type Lens, type LensSubject, lenses } from '../../plan/authoring/lenses/lenses.ts';
import { lensWords } from '../../plan/authoring/lenses/words.ts';
import type { DocumentParams } from '../../protocol/panel.ts';
import { isRecord } from '../../protocol/unknown.ts';
import { toRange } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { type Feature, onDocument } from '../feature.ts';
import type { Session } from '../session.ts';
import { planOf } from '../workspace/linked.ts';

/** How things stand above the plan, its outcomes, milestones and reviews, and what can be done there. Numbers are worked out for what is seen. */
export const codeLens: Feature = {
  register(session) {
    session.connection.onRequest(
      'textDocument/codeLens',
      onDocument<CodeLensParams, CodeLens[]>(session, 'code lenses', [], async open => {
        const drawn = await drawnFor(session, open);
        return lenses(open.file, session.today()).flatMap(lens =>
          isShown(session, lens) ? [toCodeLens(session, open, lens, drawn)] : [],
        );
      }),
    );
    const resolve = onDocument<Unresolved, Command | undefined>(
      session,
      'code lens',
      undefined,
      async (open, { subject }) => tellingCommand(session, open, subject, await drawnFor(session, open)),
    );
    session.connection.onRequest<CodeLens, CodeLens>('codeLens/resolve', async (lens, token) => {
      const unresolved = lens.command ? undefined : readData(lens.data);
      const command = unresolved && (await resolve(unresolved, token));
      return { ...lens, command: lens.command ?? command ?? NOTHING };
    });
  },
};

/** What a lens carries until it is seen. */
type Unresolved = DocumentParams & { readonly subject: LensSubject };

/** Above a thing that is gone. */
const NOTHING: Command = { title: '', command: '' };

function isShown({ settings }: Session, { action }: Lens): boolean {
  return action ? settings.commands && settings.codeLens.actions : settings.codeLens.numbers;
}

/** The address of what the panel draws: of an agenda the plan that it reviews, since it has nothing to draw itself. */
async function drawnFor(session: Session, open: OpenDocument): Promise<string> {
  return (await planOf(session, open))?.uri ?? open.uri;
}

function toCodeLens(
  session: Session,
  { uri, text }: OpenDocument,
  { at, subject, action }: Lens,
  drawn: string,
): CodeLens {
  const range = toRange(text, at);
  if (!action) return { range, data: { textDocument: { uri }, subject } satisfies Unresolved };
  const args = action.name === 'openPanel' ? [drawn] : [uri, range.start];
  return {
    range,
    command: { title: session.say(action.title), command: `successPlan.${action.name}`, arguments: args },
  };
}

/** What a lens tells; it opens the panel where the editor has one. */
function tellingCommand(session: Session, { file }: OpenDocument, subject: LensSubject, drawn: string): Command {
  const words = lensWords(file, subject, session.today()).map(phrase => session.say(phrase));
  if (words.length === 0) return NOTHING;
  const title = words.join(' · ');
  return session.settings.commands
    ? { title, command: 'successPlan.openPanel', arguments: [drawn] }
    : { title, command: '' };
}

/** What came back from the client, if it is what was sent. */
function readData(sent: unknown): Unresolved | undefined {
  if (!isRecord(sent) || !isRecord(sent.textDocument) || !isRecord(sent.subject)) return undefined;
  const { uri } = sent.textDocument;
  const { of, document, index, outcome } = sent.subject;
  if (typeof uri !== 'string' || typeof document !== 'number') return undefined;
  const at = { textDocument: { uri } };
  if (of === 'plan' || of === 'log' || of === 'agenda') return { ...at, subject: { of, document } };
  if (typeof index !== 'number') return undefined;
  if (of === 'outcome' || of === 'review') return { ...at, subject: { of, document, index } };
  const inOutcome = typeof outcome === 'number' ? outcome : undefined;
  return of === 'milestone' ? { ...at, subject: { of, document, outcome: inOutcome, index } } : undefined;
}

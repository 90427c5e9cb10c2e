import { type CancellationToken, ResponseError } from 'vscode-jsonrpc/node';
import { type Changed, planEdit, UNREADABLE } from '../../plan/authoring/edits/plan-edit.ts';
import { applyEdits } from '../../plan/check.ts';
import { type Phrase, phrase } from '../../plan/phrase.ts';
import {
  EDIT_METHOD,
  type EditAnswer,
  isPlanEdit,
  type PlanEdit,
  TRY_METHOD,
  type TryAnswer,
} from '../../protocol/edit.ts';
import { isRecord } from '../../protocol/unknown.ts';
import { isConfig } from '../config-document.ts';
import type { OpenDocument } from '../documents.ts';
import { editStep } from '../edit-step.ts';
import { type Feature, guarded } from '../feature.ts';
import { ErrorCode } from '../lsp.ts';
import { newlyFound } from '../newly-found.ts';
import type { Session } from '../session.ts';

/** How many new findings are told of an edit that is only tried. */
const MOST = 3;

/** Edits that the panel asks for, and what they would bring. Both are true of one version, and refused for any other. */
export const edit: Feature = {
  register(session) {
    const { connection } = session;
    connection.onRequest(
      EDIT_METHOD,
      guarded<unknown, EditAnswer | null>(session, 'edit', refused(session, FAILED), async params => {
        const sent = readParams(params);
        if (!sent) return refused(session, FAILED);
        const open = await planAt(session, sent.uri);
        return open && toAnswer(session, open, await current(session, open, sent));
      }),
    );
    const newest = new Map<string, object>();
    connection.onRequest(
      TRY_METHOD,
      guarded<unknown, TryAnswer | null>(session, 'trial of an edit', { warnings: [] }, async (params, token) => {
        const sent = readParams(params);
        if (!sent) return { warnings: [] };
        newest.set(sent.uri, sent);
        try {
          const open = await planAt(session, sent.uri);
          return open && (await tried(session, open, sent, () => goOn(newest.get(sent.uri) === sent, token)));
        } finally {
          if (newest.get(sent.uri) === sent) newest.delete(sent.uri);
        }
      }),
    );
  },
};

const FAILED = phrase('This could not be worked out.');
const CHANGED = phrase('The plan has changed meanwhile. Please try again.');
const GONE = phrase('This repair is not offered any more.');
const SEVERAL = phrase('More than one thing is found here. Choose the repair in the editor.');

/** What a client sent, once it is known to be what it has to be. */
interface Sent {
  readonly uri: string;
  readonly version: number;
  readonly edit: PlanEdit;
}

function readParams(params: unknown): Sent | undefined {
  if (!isRecord(params) || !isRecord(params.textDocument)) return undefined;
  const { uri } = params.textDocument;
  const { version, edit } = params;
  return typeof uri === 'string' && typeof version === 'number' && isPlanEdit(edit)
    ? { uri, version, edit }
    : undefined;
}

/** The plan or agenda; null for what is not open, and for a team's configuration. */
async function planAt(session: Session, uri: string): Promise<OpenDocument | null> {
  return isConfig(uri) ? null : ((await session.open(uri)) ?? null);
}

/** The edits, if the document still is what the panel shows. */
async function current(session: Session, open: OpenDocument, { version, edit }: Sent): Promise<Changed> {
  const isCurrent = () => open.version === version && session.documents.version(open.uri) === version;
  if (!isCurrent()) return { refused: CHANGED };
  try {
    const changed = await changeOf(session, open, edit);
    return isCurrent() ? changed : { refused: CHANGED };
  } catch (error) {
    if (error instanceof ResponseError && error.code === ErrorCode.ContentModified) return { refused: CHANGED };
    throw error;
  }
}

async function changeOf(session: Session, open: OpenDocument, edit: PlanEdit): Promise<Changed> {
  if (edit.kind !== 'fix') return planEdit(open.file, edit, session.today());
  if (open.file.documents.some(({ model }) => model.syntax.broken)) return { refused: UNREADABLE };
  const findings = (await session.checks.shown(open)).filter(
    ({ rule, start }) => rule === edit.rule && start === edit.at,
  );
  const offered = findings.map(finding => session.checks.fixesOf(finding)).filter(fixes => fixes.length > 0);
  // Which of them is meant cannot be told.
  if (offered.length > 1) return { refused: SEVERAL };
  const fix = offered[0]?.[edit.fix];
  return fix ? { edits: fix.edits } : { refused: GONE };
}

function toAnswer(session: Session, open: OpenDocument, changed: Changed): EditAnswer {
  if ('refused' in changed) return refused(session, changed.refused);
  return editStep(open, changed);
}

function refused(session: Session, reason: Phrase): EditAnswer {
  return { type: 'refused', reason: session.say(reason) };
}

/** What the checks would newly say; why not, where it cannot be done. Nothing of a version that is not the newest. */
async function tried(session: Session, open: OpenDocument, sent: Sent, goOn: () => void): Promise<TryAnswer> {
  if (open.version !== sent.version) return { warnings: [] };
  const now = await session.checks.shown(open);
  goOn();
  const changed = await changeOf(session, open, sent.edit);
  if ('refused' in changed) return { warnings: [session.say(changed.refused)] };
  const { edits } = changed;
  if (edits.length === 0) return { warnings: [] };
  const then = await session.checks.tryOut(open, applyEdits(open.file.text, edits), () => {
    goOn();
    if (session.documents.version(open.uri) !== open.version)
      throw new ResponseError(ErrorCode.ContentModified, 'the text changed meanwhile');
  });
  const warnings = newlyFound(now, then, edits).map(({ message }) => message);
  return { warnings: [...new Set(warnings)].slice(0, MOST) };
}

/** Throws where nobody waits for the answer any more: something is dragged further while it is worked on. */
function goOn(isNewest: boolean, token: CancellationToken): void {
  if (!isNewest || token.isCancellationRequested)
    throw new ResponseError(ErrorCode.RequestCancelled, 'overtaken by a newer question');
}

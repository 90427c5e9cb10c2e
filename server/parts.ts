import type { CancellationToken } from 'vscode-jsonrpc/node';
import type { Feature } from './feature.ts';
import { type PartName, REQUESTS } from './offers.ts';
import type { Session } from './session.ts';

/** Loads what answers for a part. */
type Load = () => Promise<{ readonly features: readonly Feature[] }>;

/** What answers everything that is offered beside diagnostics. Each part is a bundle of its own beside the server's. */
export const PARTS: Readonly<Record<PartName, Load>> = {
  shown: () => import('./parts/shown.ts'),
  writing: () => import('./parts/writing.ts'),
  panel: () => import('./parts/panel.ts'),
  dialogues: () => import('./parts/dialogues.ts'),
  workspace: () => import('./parts/workspace.ts'),
};

/** Answers all of it. */
export function registerParts(session: Session): void {
  onFirst(session, REQUESTS.shown, PARTS.shown);
  onFirst(session, REQUESTS.writing, PARTS.writing);
  onFirst(session, REQUESTS.panel, PARTS.panel);
  onFirst(session, REQUESTS.dialogues, PARTS.dialogues);
  onFirst(session, REQUESTS.workspace, PARTS.workspace);
}

/**
 * The first of some requests loads what answers them, and waits for that, while the text that it is about is kept; then it has put its own answers in the place of these. What cannot be loaded is an
 * error as the answer, and is tried again with the next request.
 */
export function onFirst(session: Session, requests: readonly string[], load: Load): void {
  let loading: Promise<void> | undefined;
  const loaded = async () => {
    const { features } = await load();
    for (const feature of features) feature.register(session);
  };
  for (const method of requests) {
    session.connection.onRequest<unknown, unknown>(method, async (params, token: CancellationToken) => {
      session.documents.textFor(params);
      loading ??= loaded().catch(error => {
        loading = undefined;
        throw error;
      });
      await loading;
      return session.connection.answer(method, params, token);
    });
  }
}

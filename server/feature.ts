import { type CancellationToken, LSPErrorCodes, ResponseError, type ServerCapabilities } from 'vscode-languageserver';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

/** One feature of the protocol: what it tells the client it can do, and the handlers behind it. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(session: Session): void;
}

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Requests that took longer than this, in milliseconds, are worth a line in the log. */
const SLOW = 200;

/**
 * Wraps the work of a request on a document. It waits until what the client sent before is taken in, gives up when the
 * client no longer wants the answer, and turns a fault into a line in the log and an empty answer. Never rejects but to say that
 * the request was cancelled or that the text changed while it was worked on.
 */
export function onDocument<P extends DocumentParams, R>(
  session: Session,
  name: string,
  empty: R,
  work: (open: OpenDocument, params: P) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    await new Promise(resolve => setImmediate(resolve));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const started = performance.now();
    try {
      const open = session.documents.get(params.textDocument.uri);
      if (!open) return empty;
      const answer = await work(open, params);
      if (session.documents.version(open.uri) === open.version) return answer;
    } catch (error) {
      session.connection.console.error(
        `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return empty;
    } finally {
      const took = performance.now() - started;
      if (took > SLOW) session.connection.console.log(`${name} took ${Math.round(took)} ms`);
    }
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the text changed meanwhile');
  };
}

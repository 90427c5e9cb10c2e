import { CancellationToken, ResponseError } from 'vscode-jsonrpc/node';
import type { DocumentParams } from '../protocol/panel.ts';
import { type ConfigDocument, isConfig } from './config-document.ts';
import type { OpenDocument } from './documents.ts';
import { ErrorCode } from './lsp.ts';
import type { Session } from './session.ts';
import type { TextDocument } from './text.ts';

/** One feature of the protocol: the answers to its requests. What the client is told of it stands in `offers`. */
export interface Feature {
  register(session: Session): void;
}

/** Requests that took longer than this, in milliseconds, are worth a line in the log. */
const SLOW = 200;

type Handler<P, R> = (params: P, token?: CancellationToken) => Promise<R>;

/**
 * Wraps the work of a request on a document that was read. When the text changed while it was worked on, the client is told so, and asks
 * again. Never rejects otherwise, but to say that the request was cancelled. A team's configuration is no plan: what answers for it is
 * named apart, and without that the answer is empty.
 */
export function onDocument<P extends DocumentParams, R>(
  session: Session,
  name: string,
  empty: R,
  work: (open: OpenDocument, params: P) => R | Promise<R>,
  onConfig: (open: ConfigDocument, params: P) => R | Promise<R> = () => empty,
): Handler<P, R> {
  return guarded(session, name, empty, async params => {
    const { uri } = params.textDocument;
    const config = isConfig(uri) ? await session.openConfig(uri) : undefined;
    const open = isConfig(uri) ? undefined : await session.open(uri);
    const answer = config ? await onConfig(config, params) : open ? await work(open, params) : empty;
    const version = (config ?? open)?.version;
    if (session.documents.version(uri) === version) return answer;
    throw new ResponseError(ErrorCode.ContentModified, 'the text changed meanwhile');
  });
}

/** The same for work on the text as it stands when the request comes in, which waits for no reading. */
export function onText<P extends DocumentParams, R>(
  session: Session,
  name: string,
  empty: R,
  work: (text: TextDocument, params: P) => R | Promise<R>,
): Handler<P, R> {
  const answer = guarded<P, R>(session, name, empty, async params => {
    const text = session.documents.textFor(params);
    return text ? work(text, params) : empty;
  });
  return (params, token) => {
    session.documents.textFor(params);
    return answer(params, token);
  };
}

/** The same for what is asked of no document. */
export function onWorkspace<P, R>(
  session: Session,
  name: string,
  empty: R,
  work: (params: P) => Promise<R>,
): Handler<P, R> {
  return guarded(session, name, empty, work);
}

/**
 * Waits until what the client sent before is taken in, gives up when the client no longer wants the answer, and turns a fault into a line
 * in the log and an empty answer.
 */
export function guarded<P, R>(
  session: Session,
  name: string,
  empty: R,
  work: (params: P, token: CancellationToken) => Promise<R>,
): Handler<P, R> {
  // Of a request without parameters, the library hands over the token alone.
  return async (params, token = CancellationToken.None) => {
    await new Promise(resolve => setImmediate(resolve));
    if (token.isCancellationRequested) throw new ResponseError(ErrorCode.RequestCancelled, 'cancelled');
    const started = performance.now();
    try {
      return await work(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      session.connection.console.error(`${name} failed: ${told}`);
      return empty;
    } finally {
      const took = performance.now() - started;
      if (took > SLOW) session.connection.console.log(`${name} took ${Math.round(took)} ms`);
    }
  };
}

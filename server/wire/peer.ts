import type { Transport } from './transport.ts';

/** The error codes of JSON-RPC and LSP that this server uses. */
export const ErrorCode = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  internal: -32603,
  notInitialized: -32002,
  cancelled: -32800,
  contentModified: -32801,
} as const;

/** An answer that says why there is none. A handler throws it. */
export class ResponseError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether the client still wants an answer. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** What arrives is only known to be JSON: the method's name says what it is. */
interface RequestHandler {
  answer(params: unknown, token: CancellationToken): unknown;
}

interface NotificationHandler {
  take(params: unknown): void;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

type Id = string | number;

/** One side of a JSON-RPC conversation. Messages are handled in the order in which they arrive; answers go out when they are there. */
export class Peer {
  private readonly transport: Transport;
  private readonly requests = new Map<string, RequestHandler>();
  private readonly notifications = new Map<string, NotificationHandler>();
  private readonly running = new Map<Id, { isCancellationRequested: boolean }>();
  private readonly pending = new Map<Id, Pending>();
  private asked = 0;
  /** Is told of faults in handlers that nobody waits for. */
  onFault: (text: string) => void = () => undefined;

  constructor(transport: Transport) {
    this.transport = transport;
    this.onNotification<{ id: Id }>('$/cancelRequest', ({ id }) => {
      const token = this.running.get(id);
      if (token) token.isCancellationRequested = true;
    });
  }

  /** Answers a method. A handler that throws or rejects gives an error as the answer. */
  onRequest<P, R>(method: string, answer: (params: P, token: CancellationToken) => R | Promise<R>): void {
    this.requests.set(method, { answer });
  }

  /** Takes in a notification. */
  onNotification<P>(method: string, take: (params: P) => void): void {
    this.notifications.set(method, { take });
  }

  /** Resolves when the message is on its way. Never rejects. */
  sendNotification(method: string, params: object): Promise<void> {
    return this.transport.send({ jsonrpc: '2.0', method, params });
  }

  /** The other side's answer. Rejects with its error. */
  sendRequest(method: string, params?: object): Promise<unknown> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      void this.transport.send({ jsonrpc: '2.0', id, method, ...(params && { params }) });
    });
  }

  /** Begins to listen; `ended` is told when the other side is gone. */
  listen(ended: () => void): void {
    this.transport.start(message => this.received(message), ended);
  }

  private received(message: unknown): void {
    if (typeof message !== 'object' || message === null) {
      this.refuse(null, ErrorCode.parse, 'what arrived is no message');
      return;
    }
    const {
      id,
      method,
      params,
      result,
      error,
    }: { [key in 'id' | 'method' | 'params' | 'result' | 'error']?: unknown } = message;
    if (typeof method !== 'string') {
      if (isId(id)) this.answered(id, result, error);
    } else if (isId(id)) void this.answer(id, method, params);
    else this.take(method, params);
  }

  private take(method: string, params: unknown): void {
    try {
      this.notifications.get(method)?.take(params);
    } catch (error) {
      this.onFault(`${method} failed: ${told(error)}`);
    }
  }

  private async answer(id: Id, method: string, params: unknown): Promise<void> {
    const handler = this.requests.get(method);
    if (!handler) {
      this.refuse(id, ErrorCode.methodNotFound, `unknown method ${method}`);
      return;
    }
    const token = { isCancellationRequested: false };
    this.running.set(id, token);
    try {
      const result = await handler.answer(params, token);
      void this.transport.send({ jsonrpc: '2.0', id, result: result ?? null });
    } catch (error) {
      const code = error instanceof ResponseError ? error.code : ErrorCode.internal;
      this.refuse(id, code, error instanceof ResponseError ? error.message : `${method} failed: ${told(error)}`);
    } finally {
      this.running.delete(id);
    }
  }

  private refuse(id: Id | null, code: number, message: string): void {
    void this.transport.send({ jsonrpc: '2.0', id, error: { code, message } });
  }

  private answered(id: Id, result: unknown, error: unknown): void {
    const asked = this.pending.get(id);
    this.pending.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(JSON.stringify(error)));
  }
}

function isId(id: unknown): id is Id {
  return typeof id === 'string' || typeof id === 'number';
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

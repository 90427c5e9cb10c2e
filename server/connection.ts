import {
  type CancellationToken,
  createMessageConnection,
  ErrorCodes,
  type GenericRequestHandler,
  ResponseError,
} from 'vscode-jsonrpc/node';
import type {
  InitializeParams,
  InitializeResult,
  PublishDiagnosticsParams,
  Registration,
} from 'vscode-languageserver-protocol';
import type { Written } from './json.ts';
import type { Transport } from './transport.ts';

/** How often a server looks whether the process that started it is still there, in milliseconds. */
const WATCH = 3000;

/** LSP's kinds of messages to a person or a log. */
const MessageType = { error: 1, warning: 2, log: 4 } as const;

/**
 * The conversation with one client: its beginning and end, as LSP has them, and what every feature says. Messages are the JSON-RPC library's; the
 * library for whole servers, which stands on that, is for many more kinds of them, and twice as much to load.
 */
export class Connection {
  private readonly rpc;
  private state: 'new' | 'running' | 'shut down' = 'new';
  private registrations = 0;
  private tells = false;
  private readonly answers = new Map<string, GenericRequestHandler<unknown, void>>();

  /** Lines in the client's log. */
  readonly console = {
    log: (message: string) => this.sendNotification('window/logMessage', { type: MessageType.log, message }),
    error: (message: string) => this.sendNotification('window/logMessage', { type: MessageType.error, message }),
  };

  /** Messages that a person sees. */
  readonly window = {
    showWarningMessage: (message: string): void =>
      void this.sendNotification('window/showMessage', { type: MessageType.warning, message }),
  };

  constructor({ reader, writer, ended }: Transport) {
    const log = this.unlessTelling(this.console.log);
    this.rpc = createMessageConnection(reader, writer, {
      log,
      error: this.unlessTelling(this.console.error),
      info: log,
      warn: log,
    });
    this.rpc.onClose(() => this.exit());
    ended?.(() => this.exit());
  }

  /** What the library has to say is told to the client; but that this could not be told is not told, or it would go on for ever. */
  private unlessTelling(tell: (message: string) => Promise<void>): (message: string) => void {
    return message => {
      if (this.tells) return;
      this.tells = true;
      void tell(message).finally(() => {
        this.tells = false;
      });
    };
  }

  /**
   * Answers a method, from now on in place of what answered it before. What arrives is only known to be JSON. A handler that throws or rejects gives an error as
   * the answer.
   */
  onRequest<P, R>(method: string, answer: (params: P, token: CancellationToken) => R | Promise<R>): void {
    this.answers.set(method, answer);
    this.rpc.onRequest<unknown, void>(method, answer);
  }

  /** What is answered to a request as things stand now: for who put another answer in place of an own one. */
  answer(method: string, params: unknown, token: CancellationToken): unknown {
    return this.answers.get(method)?.(params, token);
  }

  /** Takes in a notification. */
  onNotification<P>(method: string, take: (params: P) => void): void {
    this.rpc.onNotification(method, take);
  }

  /** Resolves when the message is on its way, also when nobody is there any more to get it. Never rejects. */
  async sendNotification(method: string, params: object): Promise<void> {
    try {
      await this.rpc.sendNotification(method, params);
    } catch {
      // Who no longer reads is gone, which ends the server.
    }
  }

  /** The other side's answer. Rejects with its error. */
  sendRequest(method: string, params?: object): Promise<unknown> {
    return params ? this.rpc.sendRequest(method, params) : this.rpc.sendRequest(method);
  }

  /** Answers the client's first request. */
  onInitialize(answer: (params: InitializeParams) => InitializeResult): void {
    this.onRequest<InitializeParams, InitializeResult>('initialize', params => {
      if (this.state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is initialized already');
      this.state = 'running';
      if (typeof params.processId === 'number') this.watch(params.processId);
      return answer(params);
    });
  }

  /** Tells the client the findings of a document, in place of those that it has. */
  sendDiagnostics(params: PublishDiagnosticsParams | Written): Promise<void> {
    return this.sendNotification('textDocument/publishDiagnostics', params);
  }

  /** Asks the client for something that it offers to servers while they run. Rejects if it refuses. */
  async register(method: string, registerOptions: object): Promise<void> {
    const registration: Registration = { id: `${method} ${++this.registrations}`, method, registerOptions };
    await this.sendRequest('client/registerCapability', { registrations: [registration] });
  }

  /** Begins to listen; the process ends when the client says so, or is gone. */
  start(): void {
    this.onRequest('shutdown', () => {
      this.state = 'shut down';
      return null;
    });
    this.onNotification('exit', () => this.exit());
    this.rpc.listen();
  }

  private watch(processId: number): void {
    setInterval(() => {
      try {
        process.kill(processId, 0);
      } catch (error) {
        // A process of another user is there, though no signal may be sent to it.
        if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) this.exit();
      }
    }, WATCH).unref();
  }

  private exit(): void {
    process.exit(this.state === 'shut down' ? 0 : 1);
  }
}

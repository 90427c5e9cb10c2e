import type {
  InitializeParams,
  InitializeResult,
  PublishDiagnosticsParams,
  Registration,
} from 'vscode-languageserver-protocol';
import { ErrorCode, Peer, ResponseError } from './wire/peer.ts';
import type { Transport } from './wire/transport.ts';

/** How often a server looks whether the process that started it is still there, in milliseconds. */
const WATCH = 3000;

/** LSP's kinds of messages to a person or a log. */
const MessageType = { error: 1, warning: 2, log: 4 } as const;

/**
 * The conversation with one client: its beginning and end, as LSP has them, and what every feature says. It speaks the protocol itself,
 * since the library for that is a third of a server's start, and most of it is for other kinds of servers.
 */
export class Connection extends Peer {
  private state: 'new' | 'running' | 'shut down' = 'new';

  /** Lines in the client's log. */
  readonly console = {
    log: (message: string): void => void this.sendNotification('window/logMessage', { type: MessageType.log, message }),
    error: (message: string): void =>
      void this.sendNotification('window/logMessage', { type: MessageType.error, message }),
  };

  /** Messages that a person sees. */
  readonly window = {
    showWarningMessage: (message: string): void =>
      void this.sendNotification('window/showMessage', { type: MessageType.warning, message }),
  };

  constructor(transport: Transport) {
    super(transport);
    this.onFault = text => this.console.error(text);
  }

  /** Answers the client's first request. */
  onInitialize(answer: (params: InitializeParams) => InitializeResult): void {
    this.onRequest<InitializeParams, InitializeResult>('initialize', params => {
      if (this.state !== 'new') throw new ResponseError(ErrorCode.invalidRequest, 'the server is initialized already');
      this.state = 'running';
      if (typeof params.processId === 'number') this.watch(params.processId);
      return answer(params);
    });
  }

  sendDiagnostics(params: PublishDiagnosticsParams): Promise<void> {
    return this.sendNotification('textDocument/publishDiagnostics', params);
  }

  /** Asks the client for something that it offers to servers while they run. Rejects if it refuses. */
  async register(method: string, registerOptions: object): Promise<void> {
    const registration: Registration = { id: `${method} ${++this.registrations}`, method, registerOptions };
    await this.sendRequest('client/registerCapability', { registrations: [registration] });
  }

  private registrations = 0;

  /** Begins to listen; the process ends when the client says so, or is gone. */
  start(): void {
    this.onRequest('shutdown', () => {
      this.state = 'shut down';
      return null;
    });
    this.onNotification('exit', () => this.exit());
    this.listen(() => this.exit());
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

import { type ChildProcess, spawn } from 'node:child_process';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  Diagnostic,
  InitializeResult,
  LogMessageParams,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';

/** A client of the built server, speaking plain LSP over stdio. End it with `stop`. */
export class LspClient {
  readonly connection: MessageConnection;
  readonly published = new Map<string, PublishDiagnosticsParams>();
  /** What the server asked to be told of, as JSON. */
  readonly registered: string[] = [];
  /** Errors that the server wrote into the client's log: what failed behind an answer that is merely empty. */
  readonly faults: string[] = [];
  /** Everything else that it wrote there. */
  readonly logged: string[] = [];
  private readonly server: ChildProcess;
  private readonly waiting = new Set<() => void>();
  private readonly exit: Promise<void>;

  private constructor(server: ChildProcess, connection: MessageConnection) {
    this.server = server;
    this.connection = connection;
    this.exit = new Promise(resolve => server.once('exit', () => resolve()));
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      for (const wake of this.waiting) wake();
    });
    connection.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
      (type === 1 ? this.faults : this.logged).push(message);
    });
    connection.onRequest('client/registerCapability', (params: unknown) => {
      this.registered.push(JSON.stringify(params));
      return null;
    });
    connection.listen();
  }

  /** Starts the bundle and initializes it. */
  static async start(
    options: {
      today?: string;
      pull?: boolean;
      hiddenRules?: readonly string[];
      workspace?: object;
      textDocument?: object;
      folders?: readonly string[];
      /** Whose language the server speaks; English without. */
      translations?: object;
      locale?: string;
    } = {},
  ): Promise<{ client: LspClient; initialized: InitializeResult }> {
    const server = spawn(process.execPath, [path.resolve('dist/server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (!server.stdout || !server.stdin) throw new Error('the server has no pipes');
    const client = new LspClient(
      server,
      createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)),
    );
    const initialized: InitializeResult = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      locale: options.locale,
      rootUri: null,
      workspaceFolders:
        options.folders?.map(folder => ({ uri: pathToFileURL(folder).href, name: path.basename(folder) })) ?? null,
      capabilities: {
        textDocument: options.textDocument ?? (options.pull ? { diagnostic: {} } : {}),
        workspace: options.workspace ?? {},
      },
      initializationOptions: {
        today: options.today ?? '2026-02-10',
        hiddenRules: options.hiddenRules ?? [],
        translations: options.translations,
      },
    });
    await client.connection.sendNotification('initialized', {});
    return { client, initialized };
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'success-plan', version: 1, text },
    });
  }

  change(uri: string, version: number, contentChanges: object[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  request<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  /** The diagnostics that were pushed for a version. */
  async diagnostics(uri: string, version: number): Promise<Diagnostic[]> {
    for (;;) {
      const params = this.published.get(uri);
      if (params && params.version === version) return params.diagnostics;
      await this.push();
    }
  }

  /** The first diagnostics of a document that are as wanted, however often others are pushed before. */
  async diagnosticsOnce(uri: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    for (;;) {
      const params = this.published.get(uri);
      if (params && wanted(params.diagnostics)) return params.diagnostics;
      await this.push();
    }
  }

  private push(): Promise<void> {
    return new Promise(resolve => {
      const wake = () => {
        this.waiting.delete(wake);
        resolve();
      };
      this.waiting.add(wake);
    });
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await this.exit;
    this.connection.dispose();
  }

  get exitCode(): number | null {
    return this.server.exitCode;
  }
}

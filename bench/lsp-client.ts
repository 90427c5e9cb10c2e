import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';

/** A server to be measured and what it has to be told. */
export interface ServerCommand {
  /** Arguments for Node: options, script, the script's arguments. */
  readonly args: readonly string[];
  readonly languageId: string;
  readonly initializationOptions: object;
  /** Answers to workspace/configuration, by section. */
  readonly settings: Readonly<Record<string, object>>;
}

/** A longer wait than this means that something is wrong, not slow. */
const LIMIT_MS = 120_000;

/** What both servers are told about the client: enough to be configured, and diagnostics pushed. */
const CAPABILITIES: ClientCapabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    synchronization: {},
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
    hover: { contentFormat: ['markdown'] },
  },
};

/** One fresh server process and a plain LSP client over stdio, the same for every server. End it with `stop`. */
export class LspClient {
  readonly pid: number;
  private readonly server: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly exit: Promise<void>;
  private readonly command: ServerCommand;
  private latest: readonly Diagnostic[] | undefined;
  private wake: (() => void) | undefined;
  private fail: ((error: Error) => void) | undefined;
  private complaints = '';

  /** Spawns the server under the Node that runs this. */
  constructor(command: ServerCommand) {
    const server = spawn(process.execPath, [...command.args], { stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdin, stdout, stderr, pid } = server;
    if (pid === undefined) throw new Error(`could not start ${command.args.join(' ')}`);
    this.server = server;
    this.command = command;
    this.pid = pid;
    stderr.on('data', data => {
      this.complaints = (this.complaints + data).slice(-2000);
    });
    this.exit = new Promise(resolve => server.once('exit', () => resolve()));
    server.once('exit', code => this.fail?.(new Error(`the server ended (${code}): ${this.complaints}`)));
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.latest = params.diagnostics;
      this.wake?.();
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => command.settings[section] ?? null),
    );
    this.connection.onRequest(() => null);
    this.connection.listen();
  }

  /** Initializes the server, for a folder or for none. Rejects if it does not take incremental changes. */
  async initialize(folder?: string): Promise<void> {
    const uri = folder === undefined ? null : pathToFileURL(folder).href;
    const params = {
      processId: process.pid,
      rootUri: uri,
      ...(uri === null ? {} : { workspaceFolders: [{ uri, name: 'plans' }] }),
      capabilities: CAPABILITIES,
      initializationOptions: this.command.initializationOptions,
    };
    const { capabilities } = await this.request<InitializeResult>('initialize', params);
    const sync = capabilities.textDocumentSync;
    const kind = typeof sync === 'object' ? sync.change : sync;
    if (kind !== 2) throw new Error('the server does not take incremental changes');
    await this.connection.sendNotification('initialized', {});
  }

  open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: this.command.languageId, version: 1, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  change(uri: string, version: number, change: object): Promise<void> {
    const params = { textDocument: { uri, version }, contentChanges: [change] };
    return this.connection.sendNotification('textDocument/didChange', params);
  }

  /** An answer of the server. Rejects after two minutes and when the server ends. */
  request<R>(method: string, params: object): Promise<R> {
    return this.limited(method, this.connection.sendRequest(method, params));
  }

  /** Calls back for every notification of a kind. */
  on(method: string, heard: () => void): void {
    this.connection.onNotification(method, heard);
  }

  /** Waits until the diagnostics sent last are as wanted. Rejects after two minutes and when the server ends. */
  diagnostics(what: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<void> {
    const arrived = new Promise<void>(resolve => {
      this.wake = () => {
        if (!this.latest || !wanted(this.latest)) return;
        this.wake = undefined;
        resolve();
      };
      this.wake();
    });
    return this.limited(what, arrived);
  }

  /** Ends the server, by force if it does not go by itself within two seconds. Never rejects. */
  async stop(): Promise<void> {
    this.fail = undefined;
    const timer = setTimeout(() => this.server.kill('SIGKILL'), 2000);
    try {
      await Promise.race([this.connection.sendRequest('shutdown'), this.exit]);
      await this.connection.sendNotification('exit');
    } catch {
      this.server.kill('SIGKILL');
    }
    await this.exit;
    clearTimeout(timer);
    this.connection.dispose();
  }

  private limited<T>(what: string, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(
              `no ${what} within ${LIMIT_MS / 1000} s; last diagnostics: ${JSON.stringify(this.latest)?.slice(0, 600)}`,
            ),
          ),
        LIMIT_MS,
      );
      this.fail = reject;
      if (this.server.exitCode !== null) reject(new Error(`the server has ended: ${this.complaints}`));
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

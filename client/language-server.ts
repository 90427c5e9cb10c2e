import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import {
  DidChangeConfigurationNotification,
  type InitializeParams,
  LanguageClient,
  type LanguageClientOptions,
  LSPErrorCodes,
  ResponseError,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
} from 'vscode-languageclient/node';
import { PORTFOLIO_CHANGED } from '../protocol/portfolio.ts';
import { CONFIG_FILE, LANGUAGE, SCHEMES } from './language.ts';
import { linkPages, linkRulePages, rulePages } from './rule-pages.ts';
import { endInTime, isRunning, startProcess } from './server-process.ts';
import { editorSettings, SETTINGS } from './settings.ts';

const NAME = 'Success Plans';

/** How the server says that a text changed while it worked on a question, or that nobody waits for the answer. */
const OVERTAKEN: readonly number[] = [
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
];

/** The language server: starting and stopping it, whether it runs, what it tells unasked, and how it is asked. */
export class LanguageServer implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel(NAME, { log: true });
  readonly #known = new vscode.EventEmitter<vscode.Uri | undefined>();
  /** Fires when the server may have a new answer: for a document, or (undefined) for every one. */
  readonly onDidKnow = this.#known.event;
  readonly #plans = new vscode.EventEmitter<void>();
  /** Fires when there is something new of the workspace's plans, or when another server answers. */
  readonly onDidChangePlans = this.#plans.event;
  readonly #configs = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_FILE}`);
  readonly #extension: vscode.Uri;
  readonly #subscriptions: vscode.Disposable[];
  #client: LanguageClient | undefined;
  /** A process of the server that nobody has spoken to yet. */
  #early: ChildProcess | undefined;
  #process: ChildProcess | undefined;
  #starting: Promise<void> = Promise.resolve();

  /** `early`: a process of the server that runs already, for the first start. */
  constructor(extension: vscode.Uri, early?: ChildProcess) {
    this.#extension = extension;
    this.#early = early;
    this.#subscriptions = [
      this.output,
      this.#known,
      this.#plans,
      this.#configs,
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(SETTINGS)) void this.#sendSettings();
      }),
    ];
  }

  /** Resolves when the server runs, and when it could not be started; that is shown to the person. */
  start(): Promise<void> {
    this.#starting = this.#start();
    return this.#starting;
  }

  /** Stops the server, if it runs, and starts a new one. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Whether somebody answers. */
  get running(): boolean {
    return this.#running() !== undefined;
  }

  /** Stops the server, if it runs. Never rejects. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A client that never came up cannot be stopped, and need not be.
      this.output.debug(String(error));
    }
    if (this.#process) endInTime(this.#process);
  }

  /** Settles when a server that is about to run does, or could not be started. Never rejects. */
  protected get started(): Promise<void> {
    return this.#starting;
  }

  /** An answer; undefined when the server does not run, or when the text changed while it worked: that is followed by a further event. */
  protected async ask<R>(send: (client: LanguageClient) => Promise<R>): Promise<R | undefined> {
    const client = this.#running();
    try {
      return client && (await send(client));
    } catch (error) {
      if (error instanceof ResponseError && OVERTAKEN.includes(error.code)) return undefined;
      throw error;
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #start(): Promise<void> {
    const client = new UnaskedClient(SETTINGS, NAME, this.#command(), this.#options());
    this.#client = client;
    client.onDidChangeState(() => {
      this.#known.fire(undefined);
      this.#plans.fire();
    });
    client.onNotification(PORTFOLIO_CHANGED, () => this.#plans.fire());
    try {
      await client.start();
    } catch (error) {
      this.output.error(String(error));
      void this.#tellOfFailure();
    }
  }

  #running(): LanguageClient | undefined {
    return this.#client?.state === State.Running ? this.#client : undefined;
  }

  #command(): ServerOptions {
    const script = vscode.Uri.joinPath(this.#extension, 'dist/server.js').fsPath;
    return async () => {
      const early = this.#early;
      this.#early = undefined;
      const server = early && isRunning(early) ? early : startProcess(script);
      if (!isRunning(server)) throw new Error(`${process.execPath} could not be started`);
      this.#process = server;
      return server;
    };
  }

  #options(): LanguageClientOptions {
    const pages = rulePages(this.#extension);
    return {
      documentSelector: SCHEMES.flatMap(scheme => [
        { scheme, language: LANGUAGE },
        { scheme, pattern: `**/${CONFIG_FILE}` },
      ]),
      initializationOptions: editorSettings,
      synchronize: { fileEvents: this.#configs },
      outputChannel: this.output,
      traceOutputChannel: this.output,
      // A request that fails is a line in the log; only a server that is gone is worth a message.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      middleware: {
        didOpen: async (document, next) => {
          await next(document);
          this.#known.fire(document.uri);
        },
        didChange: async (event, next) => {
          await next(event);
          this.#known.fire(event.document.uri);
        },
        provideDocumentLinks: async (document, token, next) => {
          const links = await next(document, token);
          linkPages(links ?? [], pages);
          return links;
        },
        handleDiagnostics: (uri, findings, next) => {
          linkRulePages(findings, pages);
          next(uri, findings);
          this.#known.fire(uri);
        },
      },
    };
  }

  async #sendSettings(): Promise<void> {
    await this.#running()?.sendNotification(DidChangeConfigurationNotification.type, { settings: editorSettings() });
    this.#known.fire(undefined);
  }

  async #tellOfFailure(): Promise<void> {
    const show = vscode.l10n.t('Show Output');
    const again = vscode.l10n.t('Try Again');
    const text = vscode.l10n.t(
      'The language server of Success Plans did not start: plans are neither checked nor drawn.',
    );
    const choice = await vscode.window.showErrorMessage(text, show, again);
    if (choice === show) this.output.show();
    if (choice === again) await this.restart();
  }
}

/**
 * The library's client, but findings come unasked. It would ask for those of a document only when that stands in a tab, and of the first tab the extension is told
 * when the window has drawn the editor: the server could have read and checked the plan by then.
 */
class UnaskedClient extends LanguageClient {
  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    delete params.capabilities.textDocument?.diagnostic;
  }
}

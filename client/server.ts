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
import { type DialogueParams, type DialogueStep, isDialogueStep, type ValidateParams } from '../protocol/dialogue.ts';
import { type EditAnswer, type EditParams, isEditAnswer, isTryAnswer, type TryAnswer } from '../protocol/edit.ts';
import { type ExportAnswer, type ExportParams, isExportAnswer } from '../protocol/export.ts';
import { type DocumentParams, isPlanViewResult, type PlanViewResult, type ViewParams } from '../protocol/panel.ts';
import {
  isPlanTree,
  isPortfolio,
  isPortfolioFile,
  type PlanTree,
  PORTFOLIO_CHANGED,
  type PortfolioAnswer,
  type PortfolioFile,
  type PortfolioFileFormat,
  type TreeGrouping,
} from '../protocol/portfolio.ts';
import {
  DialogueRequest,
  EditRequest,
  ExportRequest,
  PlanTreeRequest,
  PortfolioExportRequest,
  PortfolioRequest,
  StatusRequest,
  TeamPlanRequest,
  TryRequest,
  ValidateRequest,
  ViewRequest,
} from '../protocol/requests.ts';
import { isPlanStatus, type PlanStatus } from '../protocol/status.ts';
import { CONFIG_FILE, LANGUAGE, SCHEMES } from './language.ts';
import { linkPages, linkRulePages, rulePages } from './rule-pages.ts';
import { endInTime, isRunning, startProcess } from './server-process.ts';
import { editorSettings, SETTINGS } from './settings.ts';

const NAME = 'Success Plans';

const OVERTAKEN: readonly number[] = [
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
];

/** A text that changes while the server works on it is asked about again, but not for ever. */
const OVERTAKEN_TRIES = 5;

/** The language server, as the rest of the extension sees it: it runs or it does not, and it answers questions. */
export class PlanServer implements vscode.Disposable {
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

  /** The drawing of an open document for somebody; undefined when the server does not run or does not know the document. */
  async view(
    uri: vscode.Uri,
    audience: NonNullable<ViewParams['audience']> = 'internal',
  ): Promise<PlanViewResult | undefined> {
    const answer = await this.#ask(client => client.sendRequest(ViewRequest, { ...named(uri), audience }));
    return isPlanViewResult(answer) ? answer : undefined;
  }

  /** The edits that the panel asked for, or why there are none; undefined when the server does not run or knows no answer. */
  async edit(params: EditParams): Promise<EditAnswer | undefined> {
    const answer = await this.#ask(client => client.sendRequest(EditRequest, params));
    return isEditAnswer(answer) ? answer : undefined;
  }

  /** What an edit would bring; undefined as for `edit`, and when the question was given up: with the token, or since a newer one came. */
  async tryEdit(params: EditParams, token?: vscode.CancellationToken): Promise<TryAnswer | undefined> {
    const answer = await this.#ask(client => client.sendRequest(TryRequest, params, token));
    return isTryAnswer(answer) ? answer : undefined;
  }

  /** A plan as a file, or why there is none; undefined as for `view`. Waits for a server that is about to run. */
  async export(params: ExportParams): Promise<ExportAnswer | undefined> {
    await this.#starting;
    for (let tries = 0; tries < OVERTAKEN_TRIES; tries++) {
      const answer = await this.#ask(client => client.sendRequest(ExportRequest, params));
      if (isExportAnswer(answer)) return answer;
      if (answer !== undefined) break;
    }
    return undefined;
  }

  /** What the status bar tells of an open document; undefined as for `view`. */
  async status(uri: vscode.Uri): Promise<PlanStatus | undefined> {
    const answer = await this.#ask(client => client.sendRequest(StatusRequest, named(uri)));
    return isPlanStatus(answer) ? answer : undefined;
  }

  /** All plans of the workspace as far as they are known, or what changed since an earlier answer; undefined when the server does not run. */
  async portfolio(since: string | undefined): Promise<PortfolioAnswer | undefined> {
    const answer = await this.#ask(client => client.sendRequest(PortfolioRequest, { since }));
    return isPortfolio(answer) ? answer : undefined;
  }

  /** The tree of plans; undefined as for `portfolio`. */
  async planTree(by: TreeGrouping): Promise<PlanTree | undefined> {
    const answer = await this.#ask(client => client.sendRequest(PlanTreeRequest, { by }));
    return isPlanTree(answer) ? answer : undefined;
  }

  /** All plans as a file, or why there is none; undefined as for `portfolio`. */
  async exportPortfolio(format: PortfolioFileFormat): Promise<PortfolioFile | undefined> {
    const answer = await this.#ask(client => client.sendRequest(PortfolioExportRequest, { format }));
    return isPortfolioFile(answer) ? answer : undefined;
  }

  /** Whether a file is a plan by the globs of its team's configuration. Waits for a server that is about to run. */
  async isTeamPlan(uri: vscode.Uri): Promise<boolean> {
    await this.#starting;
    return (await this.#ask(client => client.sendRequest(TeamPlanRequest, named(uri)))) === true;
  }

  /** The next step of a dialogue; undefined when the server does not run or has no answer. Waits for a server that is about to run. */
  async dialogue(params: DialogueParams): Promise<DialogueStep | undefined> {
    await this.#starting;
    for (let tries = 0; tries < OVERTAKEN_TRIES; tries++) {
      const answer = await this.#ask(client => client.sendRequest(DialogueRequest, params));
      if (isDialogueStep(answer)) return answer;
      if (answer !== undefined) break;
    }
    return undefined;
  }

  /** What is wrong with an answer, in words; undefined when nothing is, or nobody knows. */
  async validateAnswer(params: ValidateParams): Promise<string | undefined> {
    const answer = await this.#ask(client => client.sendRequest(ValidateRequest, params));
    return typeof answer === 'string' ? answer : undefined;
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

  /** An answer, or undefined when the text changed while the server worked on it: that is followed by a further event. */
  async #ask<R>(send: (client: LanguageClient) => Promise<R>): Promise<R | undefined> {
    const client = this.#running();
    try {
      return client && (await send(client));
    } catch (error) {
      if (error instanceof ResponseError && OVERTAKEN.includes(error.code)) return undefined;
      throw error;
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

function named(uri: vscode.Uri): DocumentParams {
  return { textDocument: { uri: uri.toString() } };
}

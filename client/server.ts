import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type DialogueParams, type DialogueStep, isDialogueStep, type ValidateParams } from '../protocol/dialogue.ts';
import { type EditAnswer, type EditParams, isEditAnswer, isTryAnswer, type TryAnswer } from '../protocol/edit.ts';
import { type ExportAnswer, type ExportParams, isExportAnswer } from '../protocol/export.ts';
import { type DocumentParams, isPlanViewResult, type PlanViewResult, type ViewParams } from '../protocol/panel.ts';
import {
  isPlanTree,
  isPortfolio,
  isPortfolioFile,
  type PlanTree,
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
import { LanguageServer } from './language-server.ts';

/** A text that changes while the server works on it is asked about again, but not for ever. */
const OVERTAKEN_TRIES = 5;

/** The language server, as the rest of the extension sees it: a `LanguageServer` that answers these questions. What it sends is checked here. */
export class PlanServer extends LanguageServer {
  /** The drawing of an open document for somebody; undefined when the server does not run or does not know the document. */
  async view(
    uri: vscode.Uri,
    audience: NonNullable<ViewParams['audience']> = 'internal',
  ): Promise<PlanViewResult | undefined> {
    const answer = await this.ask(client => client.sendRequest(ViewRequest, { ...named(uri), audience }));
    return isPlanViewResult(answer) ? answer : undefined;
  }

  /** The edits that the panel asked for, or why there are none; undefined when the server does not run or knows no answer. */
  async edit(params: EditParams): Promise<EditAnswer | undefined> {
    const answer = await this.ask(client => client.sendRequest(EditRequest, params));
    return isEditAnswer(answer) ? answer : undefined;
  }

  /** What an edit would bring; undefined as for `edit`, and when the question was given up: with the token, or since a newer one came. */
  async tryEdit(params: EditParams, token?: vscode.CancellationToken): Promise<TryAnswer | undefined> {
    const answer = await this.ask(client => client.sendRequest(TryRequest, params, token));
    return isTryAnswer(answer) ? answer : undefined;
  }

  /** A plan as a file, or why there is none; undefined as for `view`. Waits for a server that is about to run. */
  async export(params: ExportParams): Promise<ExportAnswer | undefined> {
    const answer = await this.#insist(client => client.sendRequest(ExportRequest, params));
    return isExportAnswer(answer) ? answer : undefined;
  }

  /** What the status bar tells of an open document; undefined as for `view`. */
  async status(uri: vscode.Uri): Promise<PlanStatus | undefined> {
    const answer = await this.ask(client => client.sendRequest(StatusRequest, named(uri)));
    return isPlanStatus(answer) ? answer : undefined;
  }

  /** All plans of the workspace as far as they are known, or what changed since an earlier answer; undefined when the server does not run. */
  async portfolio(since: string | undefined): Promise<PortfolioAnswer | undefined> {
    const answer = await this.ask(client => client.sendRequest(PortfolioRequest, { since }));
    return isPortfolio(answer) ? answer : undefined;
  }

  /** The tree of plans; undefined as for `portfolio`. */
  async planTree(by: TreeGrouping): Promise<PlanTree | undefined> {
    const answer = await this.ask(client => client.sendRequest(PlanTreeRequest, { by }));
    return isPlanTree(answer) ? answer : undefined;
  }

  /** All plans as a file, or why there is none; undefined as for `portfolio`. */
  async exportPortfolio(format: PortfolioFileFormat): Promise<PortfolioFile | undefined> {
    const answer = await this.ask(client => client.sendRequest(PortfolioExportRequest, { format }));
    return isPortfolioFile(answer) ? answer : undefined;
  }

  /** Whether a file is a plan by the globs of its team's configuration. Waits for a server that is about to run. */
  async isTeamPlan(uri: vscode.Uri): Promise<boolean> {
    await this.started;
    return (await this.ask(client => client.sendRequest(TeamPlanRequest, named(uri)))) === true;
  }

  /** The next step of a dialogue; undefined when the server does not run or has no answer. Waits for a server that is about to run. */
  async dialogue(params: DialogueParams): Promise<DialogueStep | undefined> {
    const answer = await this.#insist(client => client.sendRequest(DialogueRequest, params));
    return isDialogueStep(answer) ? answer : undefined;
  }

  /** What is wrong with an answer, in words; undefined when nothing is, or nobody knows. */
  async validateAnswer(params: ValidateParams): Promise<string | undefined> {
    const answer = await this.ask(client => client.sendRequest(ValidateRequest, params));
    return typeof answer === 'string' ? answer : undefined;
  }

  /** An answer from a server that runs or is about to, asked for again when the text changed meanwhile. */
  async #insist(send: (client: LanguageClient) => Promise<unknown>): Promise<unknown> {
    await this.started;
    for (let tries = 0; tries < OVERTAKEN_TRIES; tries++) {
      const answer = await this.ask(send);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }
}

function named(uri: vscode.Uri): DocumentParams {
  return { textDocument: { uri: uri.toString() } };
}

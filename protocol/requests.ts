import { RequestType } from 'vscode-languageserver-protocol';
import {
  DIALOGUE_METHOD,
  type DialogueParams,
  type DialogueStep,
  VALIDATE_METHOD,
  type ValidateParams,
} from './dialogue.ts';
import { EDIT_METHOD, type EditAnswer, type EditParams, TRY_METHOD, type TryAnswer } from './edit.ts';
import { EXPORT_METHOD, type ExportAnswer, type ExportParams } from './export.ts';
import { type DocumentParams, PLAN_VIEW_METHOD, type PlanViewResult, type ViewParams } from './panel.ts';
import {
  PLAN_TREE_METHOD,
  type PlanTree,
  type PlanTreeParams,
  PORTFOLIO_EXPORT_METHOD,
  PORTFOLIO_METHOD,
  type PortfolioAnswer,
  type PortfolioExportParams,
  type PortfolioFile,
  type PortfolioParams,
} from './portfolio.ts';
import { type PlanStatus, STATUS_METHOD } from './status.ts';
import { TEAM_PLAN_METHOD } from './team-plan.ts';

/*
 * The requests that the language server answers beyond LSP. The first two name a document that the client has open; the answer is
 * null for any other one.
 */

/** The drawing of a document. */
export const ViewRequest = new RequestType<ViewParams, PlanViewResult | null, void>(PLAN_VIEW_METHOD);

/** What the status bar tells of a document. */
export const StatusRequest = new RequestType<DocumentParams, PlanStatus | null, void>(STATUS_METHOD);

/** The next step of a command that asks before it edits. */
export const DialogueRequest = new RequestType<DialogueParams, DialogueStep | null, void>(DIALOGUE_METHOD);

/** What is wrong with an answer that is being typed. */
export const ValidateRequest = new RequestType<ValidateParams, string | null, void>(VALIDATE_METHOD);

/** The edits that the panel asked for. */
export const EditRequest = new RequestType<EditParams, EditAnswer | null, void>(EDIT_METHOD);

/** What these edits would bring. */
export const TryRequest = new RequestType<EditParams, TryAnswer | null, void>(TRY_METHOD);

/** A plan on paper. */
export const ExportRequest = new RequestType<ExportParams, ExportAnswer | null, void>(EXPORT_METHOD);

/** All plans of the workspace, or what changed of them. */
export const PortfolioRequest = new RequestType<PortfolioParams, PortfolioAnswer, void>(PORTFOLIO_METHOD);

/** The tree of plans. */
export const PlanTreeRequest = new RequestType<PlanTreeParams, PlanTree, void>(PLAN_TREE_METHOD);

/** All plans of the workspace as a file. */
export const PortfolioExportRequest = new RequestType<PortfolioExportParams, PortfolioFile | null, void>(
  PORTFOLIO_EXPORT_METHOD,
);

/** Whether a file is a plan by its team's configuration. */
export const TeamPlanRequest = new RequestType<DocumentParams, boolean, void>(TEAM_PLAN_METHOD);

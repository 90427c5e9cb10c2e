import { RequestType } from 'vscode-languageserver-protocol';
import {
  DIALOGUE_METHOD,
  type DialogueParams,
  type DialogueStep,
  VALIDATE_METHOD,
  type ValidateParams,
} from './dialogue.ts';
import { type DocumentParams, PLAN_VIEW_METHOD, type PlanViewResult } from './panel.ts';
import { type PlanStatus, STATUS_METHOD } from './status.ts';

/*
 * The requests that the language server answers beyond LSP. The first two name a document that the client has open; the answer is
 * null for any other one.
 */

/** The drawing of a document. */
export const ViewRequest = new RequestType<DocumentParams, PlanViewResult | null, void>(PLAN_VIEW_METHOD);

/** What the status bar tells of a document. */
export const StatusRequest = new RequestType<DocumentParams, PlanStatus | null, void>(STATUS_METHOD);

/** The next step of a command that asks before it edits. */
export const DialogueRequest = new RequestType<DialogueParams, DialogueStep | null, void>(DIALOGUE_METHOD);

/** What is wrong with an answer that is being typed. */
export const ValidateRequest = new RequestType<ValidateParams, string | null, void>(VALIDATE_METHOD);

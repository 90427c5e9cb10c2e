import { RequestType } from 'vscode-languageserver-protocol';
import { type DocumentParams, PLAN_VIEW_METHOD, type PlanViewResult } from './panel.ts';
import { type PlanStatus, STATUS_METHOD } from './status.ts';

/*
 * The requests that the language server answers beyond LSP. Both name a document that the client has open; the answer is
 * null for any other one.
 */

/** The drawing of a document. */
export const ViewRequest = new RequestType<DocumentParams, PlanViewResult | null, void>(PLAN_VIEW_METHOD);

/** What the status bar tells of a document. */
export const StatusRequest = new RequestType<DocumentParams, PlanStatus | null, void>(STATUS_METHOD);

import { type DocumentView, VIEW_FORMAT } from '../plan/view/types.ts';

/** Why the document cannot be drawn as it stands. */
export interface Broken {
  /** 1-based, as editors count. */
  readonly line: number;
  /** What is wrong there, in words. */
  readonly cause: string;
  /** UTF-16 offset of the place. */
  readonly at: number;
}

/** Answer of the server to the request for a drawing. */
export interface PlanViewResult {
  readonly uri: string;
  /** The document version that was looked at; while it is broken, the view is that of an older one. */
  readonly version: number;
  /** Null when the document was never readable; else the drawing of its last readable version. */
  readonly view: DocumentView | null;
  /** Set while the document cannot be read. */
  readonly broken?: Broken;
}

/** Which document a request is about. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** The request for a drawing, from client to server. */
export const PLAN_VIEW_METHOD = 'successPlan/view';

/** Panel → extension. */
export type PanelMessage =
  /** The page is there and may be sent to. */
  | { readonly type: 'ready' }
  /** Show this place of that version of the document. */
  | { readonly type: 'reveal'; readonly offset: number; readonly version: number }
  /** Show the list of problems. */
  | { readonly type: 'openProblems' };

/** Extension → panel. */
export type HostMessage =
  | ({ readonly type: 'view' } & PlanViewResult)
  /** What is on show no longer counts: the document was closed and opened again, and its versions begin anew. */
  | { readonly type: 'waiting' }
  /** The cursor in the document stands here. */
  | { readonly type: 'select'; readonly offset: number };

/** True for what a panel may send. Never throws, whatever it is given. */
export function isPanelMessage(x: unknown): x is PanelMessage {
  if (!isRecord(x)) return false;
  switch (x.type) {
    case 'ready':
    case 'openProblems':
      return true;
    case 'reveal':
      return isCount(x.offset) && isCount(x.version);
    default:
      return false;
  }
}

/** True for what the extension may send. Never throws, whatever it is given. */
export function isHostMessage(x: unknown): x is HostMessage {
  if (!isRecord(x)) return false;
  switch (x.type) {
    case 'waiting':
      return true;
    case 'select':
      return isCount(x.offset);
    case 'view':
      return isPlanViewResult(x);
    default:
      return false;
  }
}

/** True for an answer with a drawing of this build's shape. Never throws. */
export function isPlanViewResult(x: unknown): x is PlanViewResult {
  if (!isRecord(x) || typeof x.uri !== 'string' || typeof x.version !== 'number') return false;
  return (x.view === null || isDocumentView(x.view)) && (x.broken === undefined || isBroken(x.broken));
}

/*
 * The stamp vouches for the depth: a view is written by the same build that draws it, and one that an older build left in the
 * saved state of a panel carries an older stamp.
 */
function isDocumentView(x: unknown): x is DocumentView {
  if (!isRecord(x) || x.format !== VIEW_FORMAT || typeof x.asOf !== 'string') return false;
  if (x.kind === 'agenda')
    return typeof x.title === 'string' && typeof x.sentence === 'string' && Array.isArray(x.topics);
  return x.kind === 'plan' && isRecord(x.header) && Array.isArray(x.outcomes) && Array.isArray(x.callouts);
}

function isBroken(x: unknown): x is Broken {
  return isRecord(x) && isCount(x.line) && typeof x.cause === 'string' && isCount(x.at);
}

function isCount(x: unknown): x is number {
  return typeof x === 'number' && Number.isInteger(x) && x >= 0;
}

function isRecord(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

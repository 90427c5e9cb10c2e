import { type Audience, isAudience } from '../plan/audience/audience.ts';
import { type DocumentView, VIEW_FORMAT } from '../plan/view/types.ts';
import { DIALOGUES, type DialogueName } from './dialogue.ts';
import { isPlanEdit, type PlanEdit } from './edit.ts';
import { isCount, isListOf, isRecord } from './unknown.ts';

export type { Audience };

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
  /** Why nothing is drawn for this reader although the document can be read, as a sentence. There is no view then. */
  readonly unsure?: string;
}

/** Which document a request is about. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Which drawing is asked for. */
export interface ViewParams extends DocumentParams {
  /** The customer's drawing is made of what the customer may see. `internal` unless said. */
  readonly audience?: Audience;
}

/** The request for a drawing, from client to server. */
export const PLAN_VIEW_METHOD = 'successPlan/view';

/** The drawing that a person looks at: offsets are those of that version of that document. */
export interface Drawing {
  readonly uri: string;
  readonly version: number;
}

/** Panel → extension, about what is drawn. */
export type DrawingMessage =
  /** Show this place. */
  | (Drawing & { readonly type: 'reveal'; readonly offset: number })
  /** Change the plan. Answered with `done` and a new drawing, or with `refused`. */
  | (Drawing & { readonly type: 'edit'; readonly edit: PlanEdit })
  /** What would that bring? Answered with `tried`. */
  | (Drawing & { readonly type: 'try'; readonly edit: PlanEdit; readonly id: number })
  /** Begin a command that asks before it edits, for what stands at the offset. Answered with `done` if it came to an edit. */
  | (Drawing & { readonly type: 'dialogue'; readonly dialogue: DialogueName; readonly offset: number })
  /** Take back the change that `done` told of: `version` is the one that it made. */
  | (Drawing & { readonly type: 'undo' });

/** Panel → extension. */
export type PanelMessage =
  | DrawingMessage
  /** The page is there and may be sent to. */
  | { readonly type: 'ready' }
  /** Show the list of problems. */
  | { readonly type: 'openProblems' }
  /** Draw the plan for somebody else. */
  | { readonly type: 'audience'; readonly audience: Audience }
  /** Write the plan as a file: the person is asked as what. */
  | { readonly type: 'export'; readonly audience: Audience }
  /** The picture that was asked for, as base64; null when it could not be drawn. */
  | { readonly type: 'picture'; readonly id: number; readonly png: string | null };

/** Extension → panel. */
export type HostMessage =
  | ({ readonly type: 'view' } & PlanViewResult)
  /** What is on show no longer counts: the document was closed and opened again, and its versions begin anew. */
  | { readonly type: 'waiting' }
  /** The cursor in the document stands here. */
  | { readonly type: 'select'; readonly offset: number }
  /** What this panel is: the page keeps it with its state, so that a panel that comes back is the same. */
  | { readonly type: 'mode'; readonly following: boolean; readonly audience: Audience }
  /** What was asked for is done, and made this version of the document. */
  | { readonly type: 'done'; readonly version: number }
  /** What was asked for was not done, and why: put back what was moved. The document is at this version. */
  | { readonly type: 'refused'; readonly reason: string; readonly version: number }
  /** What an edit would bring. */
  | { readonly type: 'tried'; readonly id: number; readonly warnings: readonly string[] }
  /** Draw this SVG as PNG, so many pixels to each of its own. Answered with `picture`. */
  | { readonly type: 'picture'; readonly id: number; readonly svg: string; readonly scale: number };

/** True for what a panel may send. Never throws, whatever it is given. */
export function isPanelMessage(x: unknown): x is PanelMessage {
  if (!isRecord(x)) return false;
  switch (x.type) {
    case 'ready':
    case 'openProblems':
      return true;
    case 'reveal':
      return isDrawing(x) && isCount(x.offset);
    case 'edit':
      return isDrawing(x) && isPlanEdit(x.edit);
    case 'try':
      return isDrawing(x) && isPlanEdit(x.edit) && isCount(x.id);
    case 'dialogue':
      return isDrawing(x) && DIALOGUES.some(name => name === x.dialogue) && isCount(x.offset);
    case 'undo':
      return isDrawing(x);
    case 'audience':
    case 'export':
      return isAudience(x.audience);
    case 'picture':
      return isCount(x.id) && (x.png === null || typeof x.png === 'string');
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
    case 'mode':
      return typeof x.following === 'boolean' && isAudience(x.audience);
    case 'done':
      return isCount(x.version);
    case 'refused':
      return typeof x.reason === 'string' && isCount(x.version);
    case 'tried':
      return isCount(x.id) && isListOf(x.warnings, one => typeof one === 'string');
    case 'picture':
      return isCount(x.id) && typeof x.svg === 'string' && typeof x.scale === 'number';
    default:
      return false;
  }
}

/** True for an answer with a drawing of this build's shape. Never throws. */
export function isPlanViewResult(x: unknown): x is PlanViewResult {
  if (!isRecord(x) || typeof x.uri !== 'string' || typeof x.version !== 'number') return false;
  return (
    (x.view === null || isDocumentView(x.view)) &&
    (x.broken === undefined || isBroken(x.broken)) &&
    (x.unsure === undefined || typeof x.unsure === 'string')
  );
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

function isDrawing(x: Readonly<Record<string, unknown>>): boolean {
  return typeof x.uri === 'string' && isCount(x.version);
}

import type { DocumentParams } from './panel.ts';
import { areEdits, isRange, type PlaceEdit, type PlaceRange } from './place.ts';
import { isCount, isListOf, isRecord } from './unknown.ts';

/*
 * Edits that the panel asks for. The server works them out on the version that the panel shows, and refuses on any other; the client
 * only applies them, in one undoable step.
 */

/** The request for the edits, from client to server. Answered with `EditAnswer`. */
export const EDIT_METHOD = 'successPlan/edit';

/** The request what an edit would bring, asked before it is done (while something is dragged). Answered with `TryAnswer`. */
export const TRY_METHOD = 'successPlan/tryEdit';

export type PlanEdit =
  /** Gives the milestone, the goal or the next review whose mark stands at the offset another planned day. */
  | {
      readonly kind: 'move';
      readonly at: number;
      /** `2026-03-01` */
      readonly to: string;
      /** Says so in the plan changes of the newest review, too. */
      readonly log: boolean;
    }
  /** A fix of the finding of a rule that begins at the offset, counted from 0. */
  | { readonly kind: 'fix'; readonly rule: string; readonly at: number; readonly fix: number }
  /** What a plan that has just begun lacks. */
  | { readonly kind: 'add'; readonly what: 'outcome' | 'stakeholder' | 'review' };

export interface EditParams extends DocumentParams {
  /** The version in which the offsets were true. */
  readonly version: number;
  readonly edit: PlanEdit;
}

export type EditAnswer =
  /** All in one undoable step; `select` is a place in the text after them. */
  | {
      readonly type: 'edit';
      readonly uri: string;
      readonly version: number;
      readonly edits: readonly PlaceEdit[];
      readonly select?: PlaceRange;
    }
  /** It cannot be done, and why. */
  | { readonly type: 'refused'; readonly reason: string };

export interface TryAnswer {
  /** What the checks would newly say, the worst first. Empty where they would say nothing new. */
  readonly warnings: readonly string[];
}

/** True for an edit that a panel may ask for. Never throws, whatever it is given. */
export function isPlanEdit(x: unknown): x is PlanEdit {
  if (!isRecord(x)) return false;
  switch (x.kind) {
    case 'move':
      return isCount(x.at) && typeof x.to === 'string' && typeof x.log === 'boolean';
    case 'fix':
      return typeof x.rule === 'string' && isCount(x.at) && isCount(x.fix);
    case 'add':
      return x.what === 'outcome' || x.what === 'stakeholder' || x.what === 'review';
    default:
      return false;
  }
}

/** True for an answer of this shape. Never throws, whatever it is given. */
export function isEditAnswer(x: unknown): x is EditAnswer {
  if (!isRecord(x)) return false;
  if (x.type === 'refused') return typeof x.reason === 'string';
  return (
    x.type === 'edit' &&
    typeof x.uri === 'string' &&
    typeof x.version === 'number' &&
    areEdits(x.edits) &&
    (x.select === undefined || isRange(x.select))
  );
}

/** True for an answer of this shape. Never throws, whatever it is given. */
export function isTryAnswer(x: unknown): x is TryAnswer {
  return isRecord(x) && isListOf(x.warnings, one => typeof one === 'string');
}

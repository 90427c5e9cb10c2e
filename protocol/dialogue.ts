import type { DocumentParams } from './panel.ts';
import { areEdits, isRange, type Place, type PlaceEdit, type PlaceRange } from './place.ts';
import { areTexts, isFileName, isListOf, isRecord } from './unknown.ts';

/*
 * Commands that ask before they edit: the server knows the questions and the edits, the client only shows and applies. A dialogue has no
 * state: each request carries all answers given so far and is answered with the next question, or with what is to be done. Going back is
 * asking again with one answer less.
 */

/** Commands that are worked out as dialogues, by the last part of the editor's command id (`successPlan.logReview`). */
export const DIALOGUES = [
  'newPlan',
  'prepareAgenda',
  'logReview',
  'recordMeasurement',
  'completeMilestone',
  'createConfig',
] as const;

export type DialogueName = (typeof DIALOGUES)[number];

/** The request for the next step of a dialogue, from client to server. */
export const DIALOGUE_METHOD = 'successPlan/dialogue';

/** The request whether an answer will do, asked while it is typed. Answered with what is wrong with it, or null. */
export const VALIDATE_METHOD = 'successPlan/validateAnswer';

/** Asks for the next step. Where a dialogue makes a new file there need be no document. */
export interface DialogueParams extends Partial<DocumentParams> {
  readonly dialogue: DialogueName;
  /** Where the cursor or the lens is: what stands there need not be asked for. */
  readonly position?: Place;
  /** Answers so far, by the ids of their questions: one value, or several where several may be picked. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

/** Asks whether an answer will do. */
export interface ValidateParams extends DialogueParams {
  /** Id of the question that is being answered, and the text so far. */
  readonly question: string;
  readonly value: string;
}

/** One of several answers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Beside the label, in a lighter hand. */
  readonly description?: string;
  /** Below the label. */
  readonly detail?: string;
  /** Chosen unless the person says otherwise. */
  readonly picked?: boolean;
}

interface Asked {
  readonly id: string;
  /** Title of the window in which it is asked: what the command does. */
  readonly title: string;
  /** The question itself. */
  readonly prompt: string;
}

/** What a person is asked. */
export type Question =
  /** One or several of a few. */
  | (Asked & { readonly kind: 'pick'; readonly choices: readonly Choice[]; readonly many: boolean })
  /** A text, checked while it is typed. */
  | (Asked & {
      readonly kind: 'text';
      /** What stands there unless something else is typed. */
      readonly value: string;
      /** An example, shown while nothing is typed. */
      readonly placeholder: string;
    });

/** What the server answers: a further question, what is to be done, or why nothing can be. */
export type DialogueStep =
  | { readonly type: 'question'; readonly question: Question; readonly step: number; readonly steps: number }
  /** Edits of the document at this version, all in one undoable step; `select` is a place in the text after them. */
  | {
      readonly type: 'edit';
      readonly uri: string;
      readonly version: number;
      readonly edits: readonly PlaceEdit[];
      readonly select?: PlaceRange;
    }
  /** A new document, not saved yet: beside the document asked about or in the workspace, under this name; LSP snippet syntax. */
  | { readonly type: 'create'; readonly fileName: string; readonly snippet: string }
  /** It cannot be done, and why. */
  | { readonly type: 'refused'; readonly reason: string };

/** True for an answer of this shape. Never throws, whatever it is given. */
export function isDialogueStep(x: unknown): x is DialogueStep {
  if (!isRecord(x)) return false;
  switch (x.type) {
    case 'question':
      return typeof x.step === 'number' && typeof x.steps === 'number' && isQuestion(x.question);
    case 'edit':
      return (
        typeof x.uri === 'string' &&
        typeof x.version === 'number' &&
        areEdits(x.edits) &&
        (x.select === undefined || isRange(x.select))
      );
    case 'create':
      return isFileName(x.fileName) && typeof x.snippet === 'string';
    case 'refused':
      return typeof x.reason === 'string';
    default:
      return false;
  }
}

function isQuestion(x: unknown): boolean {
  if (!isRecord(x) || !areTexts(x.id, x.title, x.prompt)) return false;
  if (x.kind === 'text') return areTexts(x.value, x.placeholder);
  const isChoice = (choice: unknown) => isRecord(choice) && areTexts(choice.value, choice.label);
  return x.kind === 'pick' && typeof x.many === 'boolean' && isListOf(x.choices, isChoice);
}

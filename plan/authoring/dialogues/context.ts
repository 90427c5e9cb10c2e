import type { PlanFile } from '../../check.ts';
import type { Day } from '../../day.ts';
import type { PlanVersion } from '../../history/versions.ts';
import type { Plan } from '../../model/index.ts';
import { phrase } from '../../phrase.ts';
import { Editor } from '../../syntax/edit.ts';
import { hasSections, type ThingsAt, thingsAt } from '../refactor/things-at.ts';
import type { Result } from './dialogue.ts';

/** What a dialogue is held about. */
export interface Context {
  readonly today: Day;
  /** Answers so far, by the ids of their questions. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** The document that the command was given in, and its name without folders. */
  readonly file?: PlanFile | undefined;
  readonly fileName?: string | undefined;
  /** Where the command was given. */
  readonly offset?: number | undefined;
  /** Older versions of the document, newest first, where they are known. */
  readonly history?: readonly PlanVersion[] | undefined;
}

/** The plan that a dialogue is about. */
export interface PlanAt {
  readonly plan: Plan;
  readonly index: number;
  readonly edit: Editor;
  /** What stands where the command was given. */
  readonly at: ThingsAt;
}

/** The plan of a document in which the command was given, else its first one. Undefined where it holds none. */
export function planAt({ file, offset }: Context): PlanAt | undefined {
  if (!file) return undefined;
  const models = file.documents.map(({ model }) => model);
  const isPlan = (model: (typeof models)[number] | undefined) => model?.kind === 'plan' && hasSections(model);
  const here = offset === undefined ? -1 : models.findLastIndex(({ syntax }) => syntax.start <= offset);
  const index = isPlan(models[here]) ? here : models.findIndex(isPlan);
  const plan = models[index];
  if (plan?.kind !== 'plan') return undefined;
  const at = index === here && offset !== undefined ? thingsAt(file, plan, offset) : {};
  return { plan, index, edit: new Editor(file.text, plan.syntax), at };
}

/** The answer to commands that are about a plan, where there is none. */
export function noPlan(): Result {
  return { type: 'refused', reason: phrase('Open a success plan first: this file holds none.') };
}

/** The answer where what is to be edited stands elsewhere, or is written in a way that no edit is sure of. */
export function notHere(): Result {
  return {
    type: 'refused',
    reason: phrase('This part of the plan is written in a way that cannot be edited for you. Please add it by hand.'),
  };
}

import type { DialogueStep, Question } from '../../protocol/dialogue.ts';

/** What a person answers: one value, or several where several may be picked. */
export type Answer = string | readonly string[];

/** A question as it is shown. */
export interface Asked {
  readonly question: Question;
  /** Which question this is, from 1, and how many there are as far as known. */
  readonly step: number;
  readonly steps: number;
  /** There is a question before this one. */
  readonly canGoBack: boolean;
  /** What the person answered before they went back. */
  readonly before: Answer | undefined;
  readonly answers: Answers;
}

/** Answers by the ids of their questions. */
export type Answers = Readonly<Record<string, Answer>>;

/** What a person does with a question. */
export type Reply =
  | { readonly type: 'answer'; readonly value: Answer }
  | { readonly type: 'back' }
  /** Escape: the dialogue ends, and nothing is said or done. */
  | { readonly type: 'gone' };

/** What a dialogue comes to. */
export type Decision = Exclude<DialogueStep, { readonly type: 'question' }>;

/** Both sides of a dialogue: the server that asks and the person who answers. */
export interface Sides {
  /** The next step after these answers; undefined when there is no server to tell. */
  next(answers: Answers): Promise<DialogueStep | undefined>;
  ask(asked: Asked): Promise<Reply>;
  /** False when the text is no longer the one that was decided on: then the server is asked again. */
  carryOut(decision: Decision): Promise<boolean>;
}

/** How a dialogue ended: carried out, left by the person, without a server, or given up since the text never kept still. */
export type Ending = 'done' | 'gone' | 'silent' | 'overtaken';

/** So often a decision may come too late before that is said. */
const TRIES = 3;

/** Leads a dialogue to its end. Rejects only if one of the sides does. */
export async function converse(sides: Sides): Promise<Ending> {
  const given: { readonly id: string; readonly value: Answer }[] = [];
  const before = new Map<string, Answer>();
  for (let late = 0; late < TRIES; ) {
    const answers = Object.fromEntries(given.map(({ id, value }) => [id, value]));
    const step = await sides.next(answers);
    if (step === undefined) return 'silent';
    if (step.type !== 'question') {
      if (await sides.carryOut(step)) return 'done';
      late++;
      continue;
    }
    // An answer that no longer holds is asked for again, and with it what came after.
    const known = given.findIndex(({ id }) => id === step.question.id);
    if (known >= 0) for (const { id, value } of given.splice(known)) before.set(id, value);
    const reply = await sides.ask({
      question: step.question,
      step: step.step,
      steps: step.steps,
      canGoBack: given.length > 0,
      before: before.get(step.question.id),
      answers: Object.fromEntries(given.map(({ id, value }) => [id, value])),
    });
    if (reply.type === 'gone') return 'gone';
    if (reply.type === 'answer') given.push({ id: step.question.id, value: reply.value });
    else for (const { id, value } of given.splice(-1)) before.set(id, value);
  }
  return 'overtaken';
}

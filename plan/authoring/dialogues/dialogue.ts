import type { Phrase } from '../../phrase.ts';
import type { Edit } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/tree.ts';
import type { Context } from './context.ts';

/** What people read: words of ours, which can be translated, or what the plan itself says. */
export type Words = Phrase | string;

/** One of several answers. */
export interface Choice {
  readonly value: string;
  readonly label: Words;
  readonly description?: Words | undefined;
  readonly detail?: Words | undefined;
  readonly picked?: boolean;
}

/** One or several of a few. */
export interface PickQuestion {
  readonly kind: 'pick';
  readonly id: string;
  readonly prompt: Phrase;
  readonly choices: readonly Choice[];
  readonly many: boolean;
}

/** A text. `value` stands there unless something else is typed; `check` says what is wrong with an answer. */
export interface TextQuestion {
  readonly kind: 'text';
  readonly id: string;
  readonly prompt: Phrase;
  readonly value: string;
  readonly placeholder: string;
  readonly check: (answer: string) => Phrase | undefined;
}

/** What a person is asked. */
export type Question = PickQuestion | TextQuestion;

/** What is done once everything was asked. Offsets count from the start of the text; `select` in the text after the edits. */
export type Result =
  | { readonly type: 'edit'; readonly edits: readonly Edit[]; readonly select?: Span | undefined }
  | { readonly type: 'create'; readonly fileName: string; readonly snippet: string }
  | { readonly type: 'refused'; readonly reason: Phrase };

/** The questions of a dialogue one after another, each answered with what was picked or typed; at the end what is to be done. */
export type Asking<T = () => Result> = Generator<Question, T, readonly string[]>;

/** A command that asks before it edits. */
export interface Dialogue {
  readonly title: Phrase;
  ask(context: Context): Asking;
}

/** The next question, the how manieth it is and of how many as far as can be told; or what is to be done. */
export type Step =
  | { readonly type: 'question'; readonly question: Question; readonly step: number; readonly steps: number }
  | Result;

/** What comes next in a dialogue. An answer that does not fit is asked for again. */
export function nextStep(dialogue: Dialogue, context: Context): Step {
  const asking = dialogue.ask(context);
  let next = asking.next();
  for (let step = 1; !next.done; step++) {
    const question = next.value;
    const answer = fitting(question, context.answers[question.id]);
    if (!answer) return { type: 'question', question, step, steps: step + further(asking, question) };
    next = asking.next(answer);
  }
  return next.value();
}

/** What is wrong with an answer that is being typed; undefined if it will do, or if nobody asks for it. */
export function wrongWith(dialogue: Dialogue, context: Context, id: string, value: string): Phrase | undefined {
  const asking = dialogue.ask(context);
  for (let next = asking.next(); !next.done; ) {
    const question = next.value;
    if (question.id === id) return question.kind === 'text' ? question.check(value) : undefined;
    const answer = fitting(question, context.answers[question.id]);
    if (!answer) return undefined;
    next = asking.next(answer);
  }
  return undefined;
}

function fitting(question: Question, given: string | readonly string[] | undefined): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const answers = typeof given === 'string' ? [given] : given;
  const [first] = answers;
  if (question.kind === 'text')
    return first !== undefined && answers.length === 1 && !question.check(first) ? answers : undefined;
  const isOffered = (value: string) => question.choices.some(choice => choice.value === value);
  const isEnough = question.many || answers.length === 1;
  return isEnough && answers.every(isOffered) ? answers : undefined;
}

/** How many questions come behind this one, if it and they are answered in the likeliest way. */
function further(asking: Asking, question: Question): number {
  let asked = question;
  for (let count = 0; ; count++) {
    const answer = fitting(asked, likely(asked));
    const next = answer && asking.next(answer);
    if (!next || next.done) return count;
    asked = next.value;
  }
}

function likely(question: Question): readonly string[] {
  if (question.kind === 'text') return [question.value || question.placeholder];
  const picked = question.choices.filter(choice => choice.picked).map(choice => choice.value);
  const first = question.choices.slice(0, 1).map(choice => choice.value);
  return question.many ? picked : picked.length > 0 ? picked.slice(0, 1) : first;
}

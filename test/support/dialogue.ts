import type { Context } from '../../plan/authoring/dialogues/context.ts';
import { type Dialogue, nextStep, type Question, type Result } from '../../plan/authoring/dialogues/dialogue.ts';
import { applyEdits, type PlanFile, readPlanFile } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import { EXAMPLE_DAY } from './examples.ts';

/** An answer by hand, or one that is chosen when the question is known. */
export type Answer = string | readonly string[] | ((question: Question) => string | readonly string[]);

/** A dialogue held to its end: the questions in their order, and what came of it. Throws where an answer is missing or does not fit. */
export function held(
  dialogue: Dialogue,
  answers: Readonly<Record<string, Answer>>,
  about: Partial<Context> = {},
): { questions: readonly Question[]; result: Result } {
  const given: Record<string, string | readonly string[]> = {};
  const questions: Question[] = [];
  for (;;) {
    const step = nextStep(dialogue, { today: day(EXAMPLE_DAY), ...about, answers: given });
    if (step.type !== 'question') return { questions, result: step };
    const { question } = step;
    if (question.id in given)
      throw new Error(`the answer to ${question.id} does not fit: ${String(given[question.id])}`);
    if (step.step !== questions.length + 1) throw new Error(`step ${step.step} is number ${questions.length + 1}`);
    if (step.steps < step.step) throw new Error(`step ${step.step} of ${step.steps}`);
    questions.push(question);
    const answer = answers[question.id] ?? asItStands;
    given[question.id] = typeof answer === 'function' ? answer(question) : answer;
  }
}

/** What is chosen by pressing Enter. */
export function asItStands(question: Question): string | readonly string[] {
  if (question.kind === 'text') return question.value;
  const picked = question.choices.filter(choice => choice.picked).map(choice => choice.value);
  return question.many ? picked : (picked[0] ?? question.choices[0]?.value ?? '');
}

/** The text after a dialogue about it, and what is selected in it. Throws where it did not end in an edit. */
export function editedBy(
  dialogue: Dialogue,
  text: string,
  answers: Readonly<Record<string, Answer>>,
  about: Partial<Context> = {},
): { text: string; selected: string; file: PlanFile } {
  const file = readPlanFile(text);
  const { result } = held(dialogue, answers, { file, ...about });
  if (result.type !== 'edit') throw new Error(`not edited: ${JSON.stringify(result)}`);
  const after = applyEdits(text, result.edits);
  const { start = 0, end = 0 } = result.select ?? {};
  return { text: after, selected: after.slice(start, end), file: readPlanFile(after) };
}

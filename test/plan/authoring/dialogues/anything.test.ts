import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_DIALOGUES } from '../../../../plan/authoring/dialogues/all.ts';
import { nextStep, wrongWith } from '../../../../plan/authoring/dialogues/dialogue.ts';
import { refactorings } from '../../../../plan/authoring/refactor/refactorings.ts';
import { applyEdits, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { filledIn } from '../../../../plan/templates/snippet.ts';
import { asItStands } from '../../../support/dialogue.ts';
import { EXAMPLE_DAY, wholePlan } from '../../../support/examples.ts';

const TODAY = day(EXAMPLE_DAY);
const PLAN = wholePlan('');

/** A dialogue on any text, answered with anything; where an answer does not fit, by pressing Enter, or else it ends there. */
function endOf(name: keyof typeof ALL_DIALOGUES, text: string, offset: number, answer: string) {
  const file = readPlanFile(text);
  const answers: Record<string, string | readonly string[]> = {};
  for (let count = 0; count < 20; count++) {
    const step = nextStep(ALL_DIALOGUES[name], { today: TODAY, file, fileName: 'x.yaml', offset, answers });
    if (step.type !== 'question') return { file, step };
    const { question } = step;
    wrongWith(ALL_DIALOGUES[name], { today: TODAY, file, offset, answers }, question.id, answer);
    const usual = question.kind === 'text' ? question.value || question.placeholder : asItStands(question);
    const tried = question.kind === 'text' && answers[question.id] === undefined && !question.check(answer);
    if (answers[question.id] !== undefined) return { file, step: undefined };
    answers[question.id] = tried ? answer : usual;
  }
  throw new Error('the dialogue has no end');
}

const names = Object.keys(ALL_DIALOGUES).filter((name): name is keyof typeof ALL_DIALOGUES => name in ALL_DIALOGUES);

/** A plan with a stretch missing, doubled, or replaced by something else: what people have before them while they type. */
const torn = fc
  .tuple(
    fc.nat(PLAN.length),
    fc.nat(80),
    fc.constantFrom('', ':', '- ', '"', '[', '{', '\n', '\n\n  ', '&a ', '*a', '---\n', '\t', '#', 'TBD', '|\n'),
  )
  .map(([at, length, text]) => PLAN.slice(0, at) + text + PLAN.slice(at + length));

describe('on any text, with any answer', { timeout: 60_000 }, () => {
  it('dialogues come to an end, and their edits lie in the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.oneof(torn, fc.string()),
        fc.nat(6000),
        fc.string(),
        (name, text, offset, answer) => {
          const { file, step } = endOf(name, text, offset, answer);
          if (step?.type === 'create')
            expect(readPlanFile(filledIn(step.snippet)).documents[0]?.model.syntax.broken).toBe(false);
          if (step?.type !== 'edit') return;
          const ordered = step.edits.toSorted((a, b) => a.start - b.start);
          ordered.forEach(({ start, end }, at) => {
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(start).toBeGreaterThanOrEqual(ordered[at - 1]?.end ?? 0);
          });
          const problems = (read: typeof file) => read.documents.some(({ model }) => model.syntax.broken);
          if (!problems(file)) expect(problems(readPlanFile(applyEdits(text, step.edits)))).toBe(false);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('refactorings leave a text that can be read as readable as it was', () => {
    fc.assert(
      fc.property(torn, fc.nat(6000), (text, offset) => {
        const file = readPlanFile(text);
        const isBroken = file.documents.some(({ model }) => model.syntax.broken);
        for (const one of refactorings(file, offset, TODAY, true)) {
          const edits = one.edits();
          if (!edits || isBroken) continue;
          const after = readPlanFile(applyEdits(text, edits));
          expect(
            after.documents.some(({ model }) => model.syntax.broken),
            one.id,
          ).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

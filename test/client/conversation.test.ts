import { describe, expect, it } from 'vitest';
import { type Answers, type Asked, converse, type Decision, type Reply } from '../../client/dialogues/conversation.ts';
import type { DialogueStep, Question } from '../../protocol/dialogue.ts';

/** The questions of a server that logs a review: two texts, and what changed, several of a few. */
const QUESTIONS: readonly Question[] = [
  { kind: 'text', id: 'date', title: 'Log Review', prompt: 'When was it?', value: '2026-02-10', placeholder: '' },
  {
    kind: 'pick',
    id: 'attendees',
    title: 'Log Review',
    prompt: 'Who took part?',
    many: true,
    choices: [
      { value: 'Elena Duarte', label: 'Elena Duarte' },
      { value: 'Jane Smith', label: 'Jane Smith' },
    ],
  },
  { kind: 'text', id: 'summary', title: 'Log Review', prompt: 'In a sentence?', value: '', placeholder: '' },
];

const EDIT: Decision = { type: 'edit', uri: 'file:///harbor.success-plan.yaml', version: 3, edits: [] };

/** Asks for whatever has no answer yet, then edits. */
async function next(answers: Answers): Promise<DialogueStep> {
  const question = QUESTIONS.find(({ id }) => !(id in answers));
  return question ? { type: 'question', question, step: QUESTIONS.indexOf(question) + 1, steps: 3 } : EDIT;
}

/** A person who does one thing after the other; what they were shown, and what came of it. */
async function told(
  replies: readonly Reply[],
  server: (answers: Answers) => Promise<DialogueStep | undefined> = next,
  carried: readonly boolean[] = [true],
) {
  const asked: Asked[] = [];
  const decisions: Decision[] = [];
  const sent: Answers[] = [];
  const ending = await converse({
    next: answers => {
      sent.push(answers);
      return server(answers);
    },
    ask: async shown => {
      asked.push(shown);
      return replies[asked.length - 1] ?? { type: 'gone' };
    },
    carryOut: async decision => {
      decisions.push(decision);
      return carried[decisions.length - 1] ?? true;
    },
  });
  return { ending, asked, decisions, sent, ids: asked.map(({ question }) => question.id) };
}

const answer = (value: string | readonly string[]): Reply => ({ type: 'answer', value });
/** No server. */
const silent = async (): Promise<undefined> => undefined;
const BACK: Reply = { type: 'back' };

describe('a conversation', () => {
  it('asks one question after the other, hands over all answers and carries out what comes of it', async () => {
    const { ending, asked, decisions, sent } = await told([
      answer('2026-02-09'),
      answer(['Elena Duarte']),
      answer('Fine.'),
    ]);
    expect(ending).toBe('done');
    expect(asked.map(({ step, steps, canGoBack }) => [step, steps, canGoBack])).toEqual([
      [1, 3, false],
      [2, 3, true],
      [3, 3, true],
    ]);
    expect(sent.at(-1)).toEqual({ date: '2026-02-09', attendees: ['Elena Duarte'], summary: 'Fine.' });
    expect(decisions).toEqual([EDIT]);
  });

  it('ends without a trace when the person leaves', async () => {
    const { ending, decisions } = await told([answer('2026-02-09'), { type: 'gone' }]);
    expect({ ending, decisions }).toEqual({ ending: 'gone', decisions: [] });
  });

  it('goes back, and shows again what was answered there, and further on', async () => {
    const { ids, asked, sent } = await told([
      answer('2026-02-09'),
      answer(['Elena Duarte']),
      BACK,
      BACK,
      answer('2026-02-08'),
      answer(['Jane Smith']),
      answer('Fine.'),
    ]);
    expect(ids).toEqual(['date', 'attendees', 'summary', 'attendees', 'date', 'attendees', 'summary']);
    expect(asked.map(({ before }) => before)).toEqual([
      undefined,
      undefined,
      undefined,
      ['Elena Duarte'],
      '2026-02-09',
      ['Elena Duarte'],
      undefined,
    ]);
    expect(sent.at(-1)).toEqual({ date: '2026-02-08', attendees: ['Jane Smith'], summary: 'Fine.' });
  });

  it('asks again for an answer that the server no longer takes', async () => {
    let refused = false;
    const picky = async (answers: Answers): Promise<DialogueStep> => {
      const [question] = QUESTIONS;
      if (question && answers.attendees && !refused) {
        refused = true;
        return { type: 'question', question, step: 1, steps: 3 };
      }
      return next(answers);
    };
    const { ids, asked, ending } = await told(
      [answer('2026-02-30'), answer(['Jane Smith']), answer('2026-02-10'), answer(['Jane Smith']), answer('Fine.')],
      picky,
    );
    expect(ids).toEqual(['date', 'attendees', 'date', 'attendees', 'summary']);
    expect(asked[2]).toMatchObject({ before: '2026-02-30', canGoBack: false, answers: {} });
    expect(ending).toBe('done');
  });

  it('asks the server again when the text has changed meanwhile, and gives up in the end', async () => {
    const all = [answer('2026-02-09'), answer([]), answer('Fine.')];
    const once = await told(all, next, [false, true]);
    expect([once.ending, once.decisions.length, once.ids.length]).toEqual(['done', 2, 3]);
    const never = await told(all, next, [false, false, false, true]);
    expect([never.ending, never.decisions.length]).toEqual(['overtaken', 3]);
  });

  it('says so when there is no server', async () => {
    expect((await told([], silent)).ending).toBe('silent');
  });
});

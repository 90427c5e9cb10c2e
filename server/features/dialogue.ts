import type { Position } from 'vscode-languageserver-protocol';
import { ALL_DIALOGUES } from '../../plan/authoring/dialogues/all.ts';
import type { Context } from '../../plan/authoring/dialogues/context.ts';
import {
  type Question as Asked,
  type Choice as AskedChoice,
  type Dialogue,
  nextStep,
  type Step,
  type Words,
  wrongWith,
} from '../../plan/authoring/dialogues/dialogue.ts';
import { phrase } from '../../plan/phrase.ts';
import {
  type Choice,
  DIALOGUE_METHOD,
  DIALOGUES,
  type DialogueStep,
  type Question,
  VALIDATE_METHOD,
} from '../../protocol/dialogue.ts';
import { isCount, isRecord } from '../../protocol/unknown.ts';
import { fileNameOf, isConfig } from '../config-document.ts';
import { toOffset } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { editStep } from '../edit-step.ts';
import { type Feature, guarded } from '../feature.ts';
import type { Session } from '../session.ts';

/** Commands that ask before they edit. Nothing is remembered between two requests, and nothing that a client sends is taken on trust. */
export const dialogue: Feature = {
  register(session) {
    const { connection } = session;
    connection.onRequest(
      DIALOGUE_METHOD,
      guarded<unknown, DialogueStep>(session, 'dialogue', failed(session), async params => {
        const sent = readParams(params);
        if (!sent) return failed(session);
        const { open, context } = await contextOf(session, sent);
        return toStep(session, open, sent.dialogue, nextStep(sent.dialogue, context));
      }),
    );
    connection.onRequest(
      VALIDATE_METHOD,
      guarded<unknown, string | null>(session, 'validation', null, async params => {
        const sent = readParams(params);
        if (!sent || sent.question === undefined || sent.value === undefined) return null;
        const { context } = await contextOf(session, sent);
        const wrong = wrongWith(sent.dialogue, context, sent.question, sent.value);
        return wrong ? session.say(wrong) : null;
      }),
    );
  },
};

function failed(session: Session): DialogueStep {
  return { type: 'refused', reason: session.say(phrase('This could not be worked out.')) };
}

/** What a client sent, as far as it can be understood. */
interface Sent {
  readonly dialogue: Dialogue;
  readonly uri: string | undefined;
  readonly position: Position | undefined;
  readonly answers: Context['answers'];
  readonly question: string | undefined;
  readonly value: string | undefined;
}

function readParams(params: unknown): Sent | undefined {
  if (!isRecord(params)) return undefined;
  const name = DIALOGUES.find(one => one === params.dialogue);
  if (!name) return undefined;
  const { textDocument, position, question, value } = params;
  return {
    dialogue: ALL_DIALOGUES[name],
    uri: isRecord(textDocument) && typeof textDocument.uri === 'string' ? textDocument.uri : undefined,
    position: readPosition(position),
    answers: readAnswers(params.answers),
    question: typeof question === 'string' ? question : undefined,
    value: typeof value === 'string' ? value : undefined,
  };
}

function readPosition(sent: unknown): Position | undefined {
  if (!isRecord(sent)) return undefined;
  const { line, character } = sent;
  return isCount(line) && isCount(character) ? { line, character } : undefined;
}

function readAnswers(sent: unknown): Context['answers'] {
  if (!isRecord(sent)) return {};
  const read = Object.entries(sent).flatMap(([id, answer]): [string, string | readonly string[]][] => {
    if (typeof answer === 'string') return [[id, answer]];
    if (!Array.isArray(answer)) return [];
    const texts: readonly unknown[] = answer;
    const several = texts.filter(one => typeof one === 'string');
    return several.length === texts.length ? [[id, several]] : [];
  });
  // Without a prototype no id finds anything but an answer.
  return Object.assign(Object.create(null), Object.fromEntries(read));
}

async function contextOf(session: Session, sent: Sent): Promise<{ open: OpenDocument | undefined; context: Context }> {
  const { uri, position, answers } = sent;
  const today = session.today();
  const open = uri === undefined || isConfig(uri) ? undefined : await session.open(uri);
  if (!open) return { open, context: { today, answers } };
  return {
    open,
    context: {
      today,
      answers,
      file: open.file,
      fileName: open.uri.startsWith('untitled:') ? undefined : fileNameOf(open.uri),
      offset: position && toOffset(open.text, position),
      history: await session.checks.history(open),
    },
  };
}

function toStep(session: Session, open: OpenDocument | undefined, { title }: Dialogue, step: Step): DialogueStep {
  switch (step.type) {
    case 'question':
      return { ...step, question: toQuestion(session, session.say(title), step.question) };
    case 'refused':
      return { type: 'refused', reason: session.say(step.reason) };
    case 'create':
      return step;
    case 'edit':
      return open ? editStep(open, step) : failed(session);
  }
}

function toQuestion(session: Session, title: string, asked: Asked): Question {
  const { id } = asked;
  const prompt = session.say(asked.prompt);
  if (asked.kind === 'text')
    return { kind: 'text', id, title, prompt, value: asked.value, placeholder: asked.placeholder };
  const choices = asked.choices.map(choice => toChoice(session, choice));
  return { kind: 'pick', id, title, prompt, choices, many: asked.many };
}

function toChoice(session: Session, { value, label, description, detail, picked }: AskedChoice): Choice {
  const say = (words: Words) => (typeof words === 'string' ? words : session.say(words));
  return {
    value,
    label: say(label),
    ...(description !== undefined && { description: say(description) }),
    ...(detail !== undefined && { detail: say(detail) }),
    ...(picked && { picked }),
  };
}

import type { Day } from '../../day.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { isPlaceholder } from '../../rules/text/placeholder.ts';
import { short } from '../../words.ts';
import { daySaid, type Tense } from './day-said.ts';
import type { Asking, Choice } from './dialogue.ts';

/** Asks for one of several. */
export function* pickOne(id: string, prompt: Phrase, choices: readonly Choice[]): Asking<string> {
  const [picked = ''] = yield { kind: 'pick', id, prompt, choices, many: false };
  return picked;
}

/** Asks for any number of several. */
export function* pickMany(id: string, prompt: Phrase, choices: readonly Choice[]): Asking<readonly string[]> {
  return yield { kind: 'pick', id, prompt, choices, many: true };
}

/** How a text is asked for. */
interface TextAsked {
  readonly id: string;
  readonly prompt: Phrase;
  readonly value?: string;
  readonly placeholder?: string;
  readonly check?: (answer: string) => Phrase | undefined;
}

/** Longer answers are no answers. */
const LONGEST = 2000;

/** Asks for a text on one line; white space at its ends is left out. */
export function* askText({
  id,
  prompt,
  value = '',
  placeholder = '',
  check = () => undefined,
}: TextAsked): Asking<string> {
  const checked = (answer: string) =>
    answer.length > LONGEST ? phrase('That is too long: {0} characters at most.', LONGEST) : check(trimmed(answer));
  const [answer = ''] = yield { kind: 'text', id, prompt, value, placeholder, check: checked };
  return trimmed(answer);
}

/** Asks for a day, written in any way that people write days. */
export function* askDay({ today, tense, check = () => undefined, ...asked }: DayAsked): Asking<Day> {
  const wrong = (answer: string) => {
    const said = daySaid(answer, today, tense);
    return said.day === undefined ? said.wrong : check(said.day);
  };
  const answer = yield* askText({ ...asked, check: wrong });
  return daySaid(answer, today, tense).day ?? today;
}

interface DayAsked extends Omit<TextAsked, 'check'> {
  readonly today: Day;
  readonly tense: Tense;
  readonly check?: (day: Day) => Phrase | undefined;
}

/** Refuses what names nobody and nothing: nothing at all, TBD, signs only. */
export function isName(sentence: Phrase): (answer: string) => Phrase | undefined {
  return answer => {
    if (isPlaceholder(answer) || !/[\p{L}\p{N}]/u.test(answer)) return sentence;
    return answer.length > 120 ? phrase('“{0}” is too long for a name.', short(answer, 40)) : undefined;
  };
}

/** Control characters have no place in a plan. */
function trimmed(answer: string): string {
  return answer.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

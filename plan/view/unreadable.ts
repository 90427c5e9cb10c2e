import type { PlanFile } from '../check.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { firstTorn, type Torn } from '../syntax/torn.ts';

/** Why nothing can be written from a file: the first line that cannot be read. Undefined where all of it can. */
export function whyUnreadable({ text, source, documents }: PlanFile): Phrase | undefined {
  const torn = documents.some(({ model }) => model.syntax.broken) ? firstTorn(source) : undefined;
  return torn && cannotRead(text, torn);
}

/** What is said of a place of a text that cannot be read. */
export function cannotRead(text: string, { at, cause }: Torn): Phrase {
  const line = text.slice(0, at).split('\n').length;
  return phrase('Line {0} cannot be read: {1}', line, cause);
}

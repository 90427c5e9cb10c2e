import { type Phrase, phrase } from '../plan/phrase.ts';

const PERCENTAGE = /^−?[\d.,]+%$/u;

/** A percentage alone as a phrase of its own, since languages differ in what stands before the sign: `60%`, and `60 %` in German. Anything else is none. */
export function percentage(said: string | number): Phrase | undefined {
  return typeof said === 'string' && PERCENTAGE.test(said) ? phrase('{0}%', said.slice(0, -1)) : undefined;
}

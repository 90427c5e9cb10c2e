import { type Day, parseDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { type Person, peopleOf, type Side } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import type { Span } from '../../syntax/tree.ts';
import { type NamedThing, thingsById } from './named-things.ts';

/** What a word inside a text names. */
export type Mention = Span &
  (
    | { readonly kind: 'person'; readonly person: Person; readonly side: Side }
    | { readonly kind: 'thing'; readonly thing: NamedThing }
    | { readonly kind: 'day'; readonly day: Day }
  );

/** Names have no more words than this. */
const MOST_WORDS = 6;

/** A word as names and ids are made of: what ends a sentence is no part of it. */
const WORD = /[\p{L}\p{M}\p{N}_@](?:[\p{L}\p{M}\p{N}_.'’/@-]*[\p{L}\p{M}\p{N}_])?/gu;

/**
 * The person, id or day that a text names at an offset of it; undefined where the word there is an ordinary one. People are known by the name that
 * the plan lists, ids in the very letters, and a first or last name alone where only one person has it and it does not begin a sentence.
 * The text is the document's own, line breaks and indentation included. Never throws.
 */
export function mentionAt(text: string, offset: number, plan: Plan): Mention | undefined {
  const words = [...around(text, offset).matchAll(WORD)].map(match => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const from = Math.max(0, offset - REACH);
  const at = words.findIndex(word => from + word.start <= offset && offset <= from + word.end);
  const word = words[at];
  if (!word) return undefined;
  const place = { start: from + word.start, end: from + word.end };
  const day = parseDay(word.text);
  if (day) return { kind: 'day', day, ...place };
  const id = thingsById(plan).get(word.text);
  if (id) return { kind: 'thing', thing: id, ...place };
  return personAt(words, at, from, text, plan);
}

/** So far around the offset names are looked for. */
const REACH = 200;

function around(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - REACH), offset + REACH);
}

interface Word extends Span {
  readonly text: string;
}

function personAt(words: readonly Word[], at: number, from: number, text: string, plan: Plan): Mention | undefined {
  const people = peopleOf(plan);
  if (people.all.length === 0) return undefined;
  for (let length = MOST_WORDS; length > 0; length--) {
    for (let first = Math.max(0, at - length + 1); first <= at; first++) {
      const [start, end] = [words[first]?.start, words[first + length - 1]?.end];
      if (start === undefined || end === undefined) continue;
      const name = text.slice(from + start, from + end);
      const known = PARTED.test(name) ? undefined : people.find(name);
      if (known) return { kind: 'person', start: from + start, end: from + end, ...known };
    }
  }
  const word = words[at];
  const alone = word && /^\p{Lu}/u.test(word.text) ? shortNames(plan).get(word.text) : undefined;
  const begins = word && /(?:^|[.!?:"'“>|-]\s*)$/.test(text.slice(0, from + word.start));
  const known = alone && !begins ? people.find(alone) : undefined;
  return known && word ? { kind: 'person', start: from + word.start, end: from + word.end, ...known } : undefined;
}

/** What no name has between its words. */
const PARTED = /[,;:()[\]{}"#]/;

/** First and last names that only one person has, with the whole name. */
const shortNames = oncePer((plan: Plan): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name } of peopleOf(plan).all) {
    const words = name.split(/\s+/);
    for (const word of words.length > 1 ? new Set([words[0] ?? '', words.at(-1) ?? '']) : []) {
      if (word.length < 3 || !/^\p{Lu}/u.test(word)) continue;
      if (found.has(word) && found.get(word) !== name) shared.add(word);
      found.set(word, name);
    }
  }
  for (const word of shared) found.delete(word);
  return found;
});

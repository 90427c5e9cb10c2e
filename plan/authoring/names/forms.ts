import { isEverydayId } from '../../rules/ids/ids-in-text.ts';
import type { Name } from './book.ts';

/* How names are said in texts: which words, in which form, and what must stand around them. */

/** A word of a text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A way to say a name, word by word, with what parts the words and stands around them. */
export interface Form {
  readonly name: Name;
  readonly form: 'whole' | 'first' | 'last';
  readonly words: readonly string[];
  readonly gaps: readonly string[];
  readonly before: string;
  readonly behind: string;
  /** `exact`: letter by letter, as ids and names of one word are. */
  readonly exact: boolean;
  /** `lone`: not beside a further word that begins with a capital; `quoted`: in quotes alone. */
  readonly only: 'lone' | 'quoted' | undefined;
}

/** All ways to say the names of a book that can be told from other words. */
export function formsOf(names: readonly Name[]): Form[] {
  return [...names.flatMap(wholeForms), ...firstForms(names)];
}

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** The words of a text, in its order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word.normalize('NFC'),
    start: index,
    end: index + word.length,
  }));
}

/** Ids with a figure or an underscore can be told from words; of names those of several words, and in quotes all. */
function wholeForms(name: Name): Form[] {
  const { text, by, kind } = name;
  const words = wordsOf(text);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return [];
  const form = {
    name,
    form: 'whole' as const,
    words: words.map(word => word.text),
    gaps: words.slice(1).map((word, index) => blank(text.slice(words[index]?.end, word.start))),
    before: text.slice(0, first.start),
    behind: text.slice(last.end),
  };
  if (by === 'id') {
    const telling =
      /[\d_]/.test(text) && /\D/.test(text) && text.length < 40 && !/\s/.test(text) && !isEverydayId(text);
    return telling ? [{ ...form, exact: true, only: undefined }] : [];
  }
  if (kind === 'person') {
    const isLone = words.length === 1;
    return isLone && !isFirstName(text) ? [] : [{ ...form, exact: isLone, only: isLone ? 'lone' : undefined }];
  }
  const isTelling = words.length > 2 || (words.length === 2 && text.length >= 16);
  return [{ ...form, exact: false, only: isTelling ? undefined : 'quoted' }];
}

/** First names that only one of all people has; a last name alone is a name behind a form of address. */
function firstForms(names: readonly Name[]): Form[] {
  const people = names.filter(name => name.kind === 'person').map(name => ({ name, words: wordsOf(name.text) }));
  const taken = new Map<string, number>();
  for (const word of people.flatMap(({ words }) => [...new Set(words.map(one => one.text))]))
    taken.set(word, (taken.get(word) ?? 0) + 1);
  return people.flatMap(({ name, words }) => {
    const [first, last] = [words[0]?.text ?? '', words.at(-1)?.text ?? ''];
    if (words.length < 2) return [];
    const form = { name, gaps: [], before: '', behind: '', exact: true };
    const isOwn = (word: string) => taken.get(word) === 1 && isFirstName(word);
    return [
      ...(isOwn(first) ? [{ ...form, form: 'first' as const, words: [first], only: 'lone' as const }] : []),
      ...(taken.get(last) === 1
        ? ['Mr', 'Mrs', 'Ms', 'Dr', 'Prof', 'Herr', 'Frau'].map(title => ({
            ...form,
            form: 'last' as const,
            words: [title, last],
            gaps: [' '],
            only: undefined,
          }))
        : []),
    ];
  });
}

/** Two letters at least, with a capital, and no word that a sentence may well begin with. */
function isFirstName(word: string): boolean {
  return /^\p{Lu}\p{L}+$/u.test(word) && !EVERYDAY.has(word.toLowerCase());
}

const EVERYDAY: ReadonlySet<string> = new Set(
  'will mark may art grace hope faith joy bill frank rich rob sue pat grant chase drew max guy ray dean miles page chance april june august summer autumn dawn rose penny jack carol ivy angel victor price day young long field case cost bond best power green brown white black king lead sales iris jade ruby star sky storm wade lance mason carter taylor hunter parker cooper harper sage reed cliff glen heath brook skip buck chip trip gene norm roman christian earnest ernest major duke earl judge noble prince bishop abbot porter'.split(
    ' ',
  ),
);

/** What parts two words, all white space alike. */
export function blank(gap: string): string {
  return /^\s+$/.test(gap) ? ' ' : gap;
}

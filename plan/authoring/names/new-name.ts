import { normalName } from '../../model/people.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { isPlaceholder } from '../../rules/text/placeholder.ts';
import { type Book, ID_KINDS, type Name } from './book.ts';

/** Longer names are texts. */
const LONGEST = 300;

/** Why something cannot be called that; undefined where it can. `next` has no blanks around it. Never throws. */
export function nameFault(book: Book, name: Name, next: string): Phrase | undefined {
  if (next === '') return phrase('A name cannot be empty.');
  if (/[\r\n\u0085\u2028\u2029]/.test(next)) return phrase('A name stands on one line.');
  if (UNSEEN.test(next)) return phrase('A name cannot have characters that nobody sees.');
  if (next.length > LONGEST) return phrase('A name has {0} characters at most.', LONGEST);
  if (isPlaceholder(next)) return phrase('“{0}” stands for a name that is still to come.', next);
  if (name.by === 'id') return idFault(book, name, next);
  const other = name.kind === 'person' ? book.person(next) : book.find([name.kind], next, name.outcome);
  const isOwn = other === undefined || other === name || normalName(next) === normalName(name.text);
  if (isOwn) return undefined;
  return name.kind === 'person'
    ? phrase('“{0}” is the name of another person already.', other.text)
    : phrase('Something else of this kind is called “{0}” already.', other.text);
}

function idFault(book: Book, name: Name, next: string): Phrase | undefined {
  const isStrange = [...next].some(letter => PARTING.test(letter) && !name.text.includes(letter));
  if (isStrange)
    return phrase('An id is one word, without commas, brackets or quotes: texts speak of it among other words.');
  const other = book.find(ID_KINDS, next, name.outcome);
  if (!other || other === name) return undefined;
  return phrase('“{0}” is what something else in this plan is called already.', next);
}

/** Control characters, halves of characters, marks of direction, and blanks without width. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** What parts several ids in one text, or ends an id in it. */
const PARTING = /[\s,;&+()[\]{}"'“”‘’«»:#@%°\\]/;

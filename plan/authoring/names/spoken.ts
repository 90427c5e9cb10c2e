import { isOtherNumber } from '../../rules/ids/ids-in-text.ts';
import type { Book, Name } from './book.ts';
import { blank, type Form, formsOf, type Word, wordsOf } from './forms.ts';

/** A name in the midst of a text: which, where in the text, and how much of it. */
export interface Spoken {
  readonly name: Name;
  readonly from: number;
  readonly to: number;
  readonly form: Form['form'];
}

/** The forms that begin with one word, by all their words. */
interface Row {
  /** How many words they have, the most first. */
  lengths: readonly number[];
  readonly forms: Map<string, Form[]>;
}

/** Finds the names of a book, or of one that says the same, in texts. */
export class Ear {
  readonly signature: string;
  private readonly rows = new Map<string, Row>();

  constructor({ names, signature }: Book) {
    this.signature = signature;
    for (const form of formsOf(names)) {
      const words = form.words.map(word => word.toLowerCase());
      const row = this.rows.get(words[0] ?? '') ?? { lengths: [], forms: new Map() };
      this.rows.set(words[0] ?? '', row);
      const key = words.join(' ');
      const same = row.forms.get(key);
      if (same) same.push(form);
      else row.forms.set(key, [form]);
      row.lengths = [...new Set([...row.lengths, words.length])].sort((one, other) => other - one);
    }
  }

  /** The names that a text speaks of, in its order. A name inside of a longer one is found too. Never throws. */
  hear(text: string): Spoken[] {
    const found: Spoken[] = [];
    if (text.length < 2) return found;
    const words = wordsOf(text);
    // An id or a person ends where no other begins; the name of a milestone may speak of both.
    let free = 0;
    let glued = -1;
    for (const [index, word] of words.entries()) {
      const row = this.rows.get(word.text.toLowerCase());
      if (!row) continue;
      const told = new Set<boolean>();
      // Whatever is called the same as one that shares its name here shares it too, and there may be thousands.
      const shared: Form[] = [];
      for (const form of candidates(row, words, index)) {
        const { name } = form;
        const isShort = name.by === 'id' || name.kind === 'person';
        if (told.has(isShort) || (isShort && index < free)) continue;
        if (shared.some(one => one.words.length === form.words.length && isLike(one, form))) continue;
        if (!isAt(form, words, index, text)) continue;
        if (!(isShort ? isFree : isWhole)(form, words, index, text, glued)) continue;
        if (isShared(row, form, words, index, text)) {
          shared.push(form);
          continue;
        }
        const last = words[index + form.words.length - 1] ?? word;
        const from = form.form === 'last' ? last.start : word.start - form.before.length;
        const to = last.end + form.behind.length;
        found.push({ name, from, to, form: form.form });
        told.add(isShort);
        if (!isShort) continue;
        free = index + form.words.length;
        glued = to;
      }
    }
    return found;
  }
}

function* candidates({ lengths, forms }: Row, words: readonly Word[], index: number): Generator<Form> {
  for (const length of lengths) {
    const key = words.slice(index, index + length).map(({ text }) => text.toLowerCase());
    if (key.length === length) yield* forms.get(key.join(' ')) ?? [];
  }
}

/** Two things of one name: nobody can tell which is meant. */
function isShared({ forms }: Row, form: Form, words: readonly Word[], index: number, text: string): boolean {
  const others = forms.get(form.words.map(word => word.toLowerCase()).join(' ')) ?? [];
  return others.some(other => other.name !== form.name && isLike(other, form) && isAt(other, words, index, text));
}

function isLike(a: Form, b: Form): boolean {
  const sort = ({ name }: Form) => (name.by === 'id' ? 'id' : name.kind === 'person' ? 'person' : 'name');
  return sort(a) === sort(b);
}

function isAt(form: Form, words: readonly Word[], index: number, text: string): boolean {
  const first = words[index];
  const last = words[index + form.words.length - 1];
  if (!first || !last) return false;
  const same = (a: string, b: string) => (form.exact ? a === b : a.toLowerCase() === b.toLowerCase());
  for (const [at, word] of form.words.entries()) {
    const there = words[index + at];
    const next = words[index + at + 1];
    if (!there || !same(word, there.text)) return false;
    const gap = form.gaps[at];
    if (gap === undefined) break;
    const between = next ? text.slice(there.end, next.start) : '';
    // “Dr. Ruiz” as well as “Dr Ruiz”.
    if (blank(between) !== gap && !(form.form === 'last' && between.startsWith('. '))) return false;
  }
  if (!text.startsWith(form.before, first.start - form.before.length) || !text.startsWith(form.behind, last.end))
    return false;
  if (first.start < form.before.length) return false;
  if (form.only === 'quoted')
    return (
      QUOTE.test(text.charAt(first.start - form.before.length - 1)) &&
      QUOTE.test(text.charAt(last.end + form.behind.length))
    );
  return form.only !== 'lone' || isLone(text, first.start, last.end);
}

const QUOTE = /["'“”„‘’«»]/;

/** No further name on either side, as in “Maria Dana” or “Dana Corp”. */
function isLone(text: string, start: number, end: number): boolean {
  if (
    /^[ \t\r\n]+(?:\p{Lu}\.|\p{Lu}\p{L}+)/u.test(text.slice(end, end + 40)) &&
    !AND_SO_ON.test(text.slice(end, end + 40))
  )
    return false;
  const [, before] = /(\p{Lu}[\p{L}.]+)[ \t\r\n]+$/u.exec(text.slice(Math.max(0, start - 40), start)) ?? [];
  return before === undefined || STARTERS.has(before.toLowerCase());
}

/** Words that a sentence begins with before it names somebody. */
const STARTERS: ReadonlySet<string> = new Set(
  'with ask asked from for and after before when if as since because while let have met call tell told owner owned sponsor per via see thanks thank both until then so but or by to once why how did does can is was new also'.split(
    ' ',
  ),
);

/** What follows a first name in capitals and is no last name: an id, a weekday, an abbreviation. */
const AND_SO_ON =
  /^[ \t\r\n]+(?:\p{Lu}{2,}|\p{Lu}+\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;

/** What stands around an id or a person says that it is not part of something else: a path, an address, a number. */
function isFree(form: Form, words: readonly Word[], index: number, text: string, glued: number): boolean {
  const first = words[index];
  const last = words[index + form.words.length - 1];
  if (!first || !last) return false;
  const start = first.start - form.before.length;
  const end = last.end + form.behind.length;
  const before = text.charAt(start - 1);
  // `O1-M2`, `O1/O2`: the second is one because the first is.
  const isJoined = glued === start - 1 && JOINS.test(before);
  if (!isJoined && /[@./\\#$€£&-]/.test(before) && !(before === '.' && /\s/.test(text.charAt(start - 2)))) return false;
  const rest = text.slice(end, end + 3);
  if (form.name.kind === 'person') return !/^(?:[@\\]|-\p{L}|\.\p{L})/u.test(rest);
  if (isOtherNumber(text, start)) return false;
  return !/^(?:[%°@\\]|-[\p{Lu}\p{N}]|[./:]\d)/u.test(rest) || isJoining(text, end);
}

/** A name of several words is no part of a longer word. */
function isWhole(
  { before, behind, words: { length } }: Form,
  words: readonly Word[],
  index: number,
  text: string,
): boolean {
  const start = (words[index]?.start ?? 0) - before.length;
  const end = (words[index + length - 1]?.end ?? 0) + behind.length;
  return !/\p{L}-$/u.test(text.slice(Math.max(0, start - 2), start)) && !/^-\p{L}/u.test(text.slice(end, end + 2));
}

const JOINS = /[-–/&+.:·#,]/;

/** `O1-M2`, `R1-R3`: what is joined to an id is one as well. */
function isJoining(text: string, end: number): boolean {
  return /^[-–][A-Z]{1,4}-?\d{1,3}(?![\p{L}\p{N}_])/u.test(text.slice(end, end + 12));
}

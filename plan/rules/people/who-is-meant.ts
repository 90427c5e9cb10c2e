import { distance } from 'fastest-levenshtein';
import { type People, titleLength } from '../../model/people.ts';
import { bareName } from './plain-name.ts';
import {
  firstAndLast,
  type Known,
  lettersOf,
  mayBeAlike,
  type Read,
  type Readable,
  readOnce,
  SLIPS,
} from './read-people.ts';

export type { Known } from './read-people.ts';

/**
 * The stakeholders that a name which is none of theirs most likely means: a slip of the pen, a first or last name that only one of them has, a
 * name with the role behind it, an e-mail address, or a role that one person holds. Empty where it is anybody's guess; of two as likely none is taken.
 */
export function whoIsMeant(written: string, people: People): Known | undefined {
  const { meant } = readOnce(people);
  if (meant.has(written)) return meant.get(written);
  // Somebody may type at names for hours.
  if (meant.size >= MOST_REMEMBERED) meant.clear();
  const title = titleLength(written);
  const read = readOnce(people);
  const found = search(written, read) ?? (title > 0 ? search(written.slice(title), read) : undefined);
  meant.set(written, found);
  return found;
}

const MOST_REMEMBERED = 10_000;

/** Each way looks at those alone who have a word in common with what is written; only slips of the pen have to be held against everybody. */
function search(written: string, { all, called }: Read): Known | undefined {
  const text = bareName(written);
  if (text === '' || text.length > 80) return undefined;
  const mail = written.trim().toLowerCase();
  const words = text.split(' ');
  const short = firstAndLast(text);
  const [letters, shortLetters] = [lettersOf(text), lettersOf(short)];
  const roles = ABBREVIATIONS.get(text) ?? [];
  const those = (...keys: readonly string[]) => [...new Set(keys.flatMap(key => [...(called.get(key) ?? [])]))];
  const akin = () => those(...words.map(word => `word:${word}`));
  const ways: (() => readonly Readable[])[] = [
    () => those(`name:${text}`),
    () => those(`mail:${mail}`),
    () => akin().filter(one => startsWithName(text, one.name)),
    () => those(`word:${text}`),
    () => (words.length > 1 ? akin().filter(one => isEdgeOf(text, one.name)) : []),
    () => those(`role:${text}`, `type:${text}`, ...roles.map(role => `role:${role}`)),
    () => akin().filter(one => isShortened(words, one.words) || isShortened(one.words, words)),
    () => all.filter(one => mayBeAlike(letters, one.letters) && isMisspelt(text, one.name)),
    () => all.filter(one => mayBeAlike(shortLetters, one.shortLetters) && isMisspelt(short, one.short)),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length === 1) return found[0]?.one;
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/** The people that one text names side by side, in text order; empty unless all of them are stakeholders. */
export function namesInOne(written: string, people: People): readonly Known[] {
  const names = written.split(/\s*(?:,|;|\/|&|\+|\band\b)\s*/i).filter(name => name !== '');
  const found = names
    .map(name => people.find(name)?.person ?? whoIsMeant(name, people)?.person)
    .map(person => person && readOnce(people).byPerson.get(person));
  const known = found.filter(one => one !== undefined);
  // “Jon Sand, CSM” is one person, twice.
  const each = [...new Set(known)];
  return each.length > 1 && known.length === names.length ? each : [];
}

/** True for words that stand for a part, a team or a company instead of a person. */
export function isTeam(written: string, company: string): boolean {
  const text = bareName(written);
  const [first = '', ...others] = text.split(' ');
  const [known = ''] = bareName(company).split(' ');
  if (
    text === bareName(company) ||
    (known.length > 2 && first === known && (others.length === 0 || TEAM.test(others.join(' '))))
  )
    return true;
  return TEAM.test(text);
}

const TEAM =
  /^(?:the |our |your )?(?:csm|csms|cs|ae|se|am|pm|vendor|customer|client|partner|us|we|both|both sides|all|everyone|everybody|team|it|ops|hr|legal|finance|sales|marketing|engineering|support|security|procurement|product)$|\b(?:team|teams|department|dept|group|staff|committee|board|squad|users|managers|leads|manager|director|lead|engineer|analyst|sponsor|contact|owner|champion)$|^customer success\b|\b(?:customer|vendor|client)(?: side)?$/;

const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['csm', ['customer success manager', 'senior customer success manager']],
  ['ae', ['account executive']],
  ['se', ['solutions engineer', 'sales engineer']],
  ['am', ['account manager']],
]);

function startsWithName(text: string, name: string): boolean {
  return name.includes(' ') && text.startsWith(`${name} `);
}

/** `tor espen` or `van dijk` for `tor espen van dijk`. */
function isEdgeOf(text: string, name: string): boolean {
  return name.startsWith(`${text} `) || name.endsWith(` ${text}`);
}

/** `d ruiz` or `dana r` for `dana ruiz`: the same number of names, each the same or its initial. */
function isShortened(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || a.length !== b.length) return false;
  const fits = a.every((word, i) => word === b[i] || (word.length === 1 && b[i]?.startsWith(word)));
  return fits && a.some((word, i) => word === b[i]);
}

/** Two slips at most, and no more than one in four letters. */
function isMisspelt(text: string, name: string): boolean {
  const most = Math.min(SLIPS, Math.floor(Math.max(text.length, name.length) / 4));
  return text.length > 3 && Math.abs(text.length - name.length) <= most && distance(text, name) <= most;
}

import { distance } from 'fastest-levenshtein';
import type { People, Person } from '../model/people.ts';

/** Somebody among the stakeholders, as the plan writes the name. */
export interface Known {
  readonly name: string;
  readonly person: Person;
}

/**
 * The stakeholders that a name which is none of theirs most likely means: a slip of the pen, a first or last name that only one of them has, a
 * name with the role behind it, an e-mail address, or a role that one person holds. Empty where it is anybody's guess; of two as likely none is taken.
 */
export function whoIsMeant(written: string, people: People): Known | undefined {
  const text = plain(written);
  if (text === '' || text.length > 80) return undefined;
  const ways: ((one: Known) => boolean)[] = [
    one => plain(one.name) === text,
    one => one.person.email?.text.toLowerCase() === written.trim().toLowerCase(),
    one => startsWithName(text, plain(one.name)),
    one => plain(one.name).split(' ').includes(text),
    one =>
      roleOf(one.person) === text ||
      typeOf(one.person) === text ||
      (ABBREVIATIONS[text] ?? []).includes(roleOf(one.person)),
    one => isShortened(text, plain(one.name)) || isShortened(plain(one.name), text),
    one => isMisspelt(text, plain(one.name)),
    one => isMisspelt(firstAndLast(text), firstAndLast(plain(one.name))),
  ];
  for (const fits of ways) {
    const found = people.all.filter(fits);
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/** The people that one text names side by side, in text order; empty unless all of them are stakeholders. */
export function namesInOne(written: string, people: People): readonly Known[] {
  const names = written.split(/\s*(?:,|;|\/|&|\+|\band\b)\s*/i).filter(name => name !== '');
  const found = names
    .map(name => people.find(name)?.person ?? whoIsMeant(name, people)?.person)
    .map(person => people.all.find(one => one.person === person));
  const known = found.filter(one => one !== undefined);
  return names.length > 1 && known.length === names.length ? known : [];
}

/** True for words that stand for a part, a team or a company instead of a person. */
export function isTeam(written: string, company: string): boolean {
  const text = plain(written);
  const [first = '', ...others] = text.split(' ');
  const [known = ''] = plain(company).split(' ');
  if (
    text === plain(company) ||
    (known.length > 2 && first === known && (others.length === 0 || TEAM.test(others.join(' '))))
  )
    return true;
  return TEAM.test(text);
}

const TEAM =
  /^(?:the |our |your )?(?:csm|csms|cs|ae|se|am|pm|vendor|customer|client|partner|us|we|both|both sides|all|everyone|everybody|team|it|ops|hr|legal|finance|sales|marketing|engineering|support|security|procurement|product)$|\b(?:team|teams|department|dept|group|staff|committee|board|squad|users|managers|leads|manager|director|lead|engineer|analyst|sponsor|contact|owner|champion)$|^customer success\b|\b(?:customer|vendor|client)(?: side)?$/;

const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  csm: ['customer success manager', 'senior customer success manager'],
  ae: ['account executive'],
  se: ['solutions engineer', 'sales engineer'],
  am: ['account manager'],
};

function firstAndLast(name: string): string {
  return name.replace(/^(\S+) .*?(\S+)$/, '$1 $2');
}

function startsWithName(text: string, name: string): boolean {
  return name.includes(' ') && text.startsWith(`${name} `);
}

/** `d ruiz` or `dana r` for `dana ruiz`: the same number of names, each the same or its initial. */
function isShortened(short: string, name: string): boolean {
  const [a, b] = [short.split(' '), name.split(' ')];
  const fits = a.every((word, i) => word === b[i] || (word.length === 1 && b[i]?.startsWith(word)));
  return a.length > 1 && a.length === b.length && fits && a.some((word, i) => word === b[i]);
}

/** Two slips at most, and no more than one in four letters. */
function isMisspelt(text: string, name: string): boolean {
  return text.length > 3 && distance(text, name) <= Math.min(2, Math.floor(Math.max(text.length, name.length) / 4));
}

function roleOf(person: Person): string {
  return plain(person.role?.text ?? '');
}

function typeOf(person: Person): string {
  return plain((person.type?.text ?? '').replaceAll('_', ' '));
}

/** Without accents, case and signs. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}

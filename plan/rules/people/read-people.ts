import type { People, Person } from '../../model/people.ts';
import { Beside } from '../../once.ts';
import { bareName } from './plain-name.ts';

/** Somebody among the stakeholders, as the plan writes the name. */
export interface Known {
  readonly name: string;
  readonly person: Person;
}

/** A stakeholder with the names that others are held against, read once. */
export interface Readable {
  readonly one: Known;
  readonly name: string;
  readonly words: readonly string[];
  /** The name without what stands between its first and its last word. */
  readonly short: string;
  readonly mail: string | undefined;
  readonly role: string;
  readonly type: string;
  /** Which letters the name has, and which its short form. */
  readonly letters: number;
  readonly shortLetters: number;
}

/** The people of a plan, read once. */
export interface Read {
  readonly all: readonly Readable[];
  /** By what they are called: `name:`, `mail:`, `role:`, `type:` with all of it, `word:` with each word of the name. */
  readonly called: ReadonlyMap<string, ReadonlySet<Readable>>;
  /** Who was meant by a name, where that was asked before. */
  readonly meant: Map<string, Known | undefined>;
  readonly byPerson: ReadonlyMap<Person, Known>;
}

const reads = new Beside<People, Read>();

/** Reads the people of a plan when they are first asked for. Never throws. */
export function readOnce(people: People): Read {
  const known = reads.get(people);
  if (known) return known;
  const all = people.all.map((one): Readable => {
    const name = bareName(one.name);
    const short = firstAndLast(name);
    const [role, type] = [roleOf(one.person), typeOf(one.person)];
    const mail = one.person.email?.text.toLowerCase();
    return {
      one,
      name,
      short,
      words: name.split(' '),
      mail,
      role,
      type,
      letters: lettersOf(name),
      shortLetters: lettersOf(short),
    };
  });
  const byPerson = new Map(people.all.toReversed().map(one => [one.person, one]));
  const called = new Map<string, Set<Readable>>();
  for (const one of all) {
    const { name, mail, role, type, words } = one;
    const mails = mail === undefined ? [] : [`mail:${mail}`];
    for (const key of [
      `name:${name}`,
      ...mails,
      `role:${role}`,
      `type:${type}`,
      ...words.map(word => `word:${word}`),
    ]) {
      const known = called.get(key);
      if (known) known.add(one);
      else called.set(key, new Set([one]));
    }
  }
  const made: Read = { all, called, meant: new Map(), byPerson };
  reads.set(people, made);
  return made;
}

/** So many slips of the pen a name may have and still be known. */
export const SLIPS = 2;

/** The letters and figures of a text as bits, so that most of thousands of names are told apart without being compared. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) % 31);
  return bits;
}

/** False where two slips cannot make the one of the other: each slip takes one letter away and brings one in at most. */
export function mayBeAlike(a: number, b: number): boolean {
  let apart = a ^ b;
  for (let slips = 0; slips < 2 * SLIPS; slips++) apart &= apart - 1;
  return apart === 0;
}

/** A name without what stands between its first and its last word. */
export function firstAndLast(name: string): string {
  return name.replace(/^(\S+) .*?(\S+)$/, '$1 $2');
}

function roleOf(person: Person): string {
  return bareName(person.role?.text ?? '');
}

function typeOf(person: Person): string {
  return bareName((person.type?.text ?? '').replaceAll('_', ' '));
}

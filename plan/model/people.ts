import type { Day } from '../day.ts';
import { oncePer } from '../once.ts';
import { isTorn, type Node, resolve } from '../syntax/tree.ts';
import { oneLine } from '../words.ts';
import type { CustomerPerson, List, PartnerPerson, Plan, Stakeholders, VendorPerson } from './index.ts';

/** A person of any side. */
export type Person = CustomerPerson | VendorPerson | PartnerPerson;

/** The side of a plan that somebody is on. */
export type Side = 'customer' | 'vendor' | 'partner';

/** The people of a plan, by name. */
export interface People {
  readonly all: readonly { readonly name: string; readonly side: Side; readonly person: Person }[];
  find(name: string): { readonly side: Side; readonly person: Person } | undefined;
  readonly names: readonly string[];
  /** False while the list cannot be read whole: somebody who is not found may well stand in it. */
  readonly complete: boolean;
}

/** Collects the people of a plan, once for each list of stakeholders. Names compare without regard to case and doubled spaces. Never throws. */
export function peopleOf({ stakeholders }: Plan): People {
  return stakeholders ? listed(stakeholders) : NOBODY;
}

const listed = oncePer((stakeholders: Stakeholders) => collect(stakeholders));

function collect(sides: Stakeholders | undefined): People {
  const all = [
    ...(sides?.customer.items ?? []).map(person => ({ name: nameOf(person), side: 'customer' as const, person })),
    ...(sides?.vendor.items ?? []).map(person => ({ name: nameOf(person), side: 'vendor' as const, person })),
    ...(sides?.partner.items ?? []).map(person => ({ name: nameOf(person), side: 'partner' as const, person })),
  ].filter(entry => entry.name !== '');
  const normal = all.map(entry => normalName(entry.name));
  const byName = new Map<string | undefined, (typeof all)[number]>();
  for (const [index, entry] of all.entries()) if (!byName.has(normal[index])) byName.set(normal[index], entry);
  const complete = sides === undefined || !(sides.part.problems.some(isTorn) || isMisshapen(sides));
  // As it is written first: nearly every name in a plan is written as it is listed.
  const asWritten = new Map(all.map((entry, index) => [entry.name, byName.get(normal[index])]));
  const find = (name: string) => asWritten.get(name) ?? byName.get(normalName(name));
  return { all, names: all.map(entry => entry.name), complete, find };
}

/** Something else than sides, lists of people and people stands there: whoever is looked up may well be named in it. */
function isMisshapen({ part, customer, vendor, partner }: Stakeholders): boolean {
  return isOtherThan('mapping', part.node) || [customer, vendor, partner].some(isOtherThanPeople);
}

function isOtherThanPeople({ node }: List<Person>): boolean {
  const list = node && resolve(node);
  if (list?.kind !== 'sequence') return isOtherThan('sequence', node);
  return list.items.some(item => isOtherThan('mapping', item));
}

/** True for another shape than the one that belongs there; nothing, or not yet anything, is none. */
function isOtherThan(kind: 'mapping' | 'sequence', node: Node | undefined): boolean {
  const there = node && resolve(node);
  if (there?.kind === 'scalar') return there.value !== null && there.text.trim() !== '';
  return there !== undefined && there.kind !== kind;
}

function nameOf(person: Person): string {
  return person.name?.text ?? '';
}

/** Forms of address, which one place writes and another leaves out. */
const TITLE = /^(?:(?:dr|prof|mr|mrs|ms|mx|miss|sir|dame|herr|frau)\.? )+(?=\S)/;

/** How much of a name is a form of address: 4 of `Dr. Dana Ruiz`. */
export function titleLength(name: string): number {
  return TITLE.exec(name.toLowerCase())?.[0].length ?? 0;
}

/** A name as names are compared: without case, doubled spaces and forms of address. */
export function normalName(name: string): string {
  return oneLine(name.normalize('NFC')).toLowerCase().replace(TITLE, '');
}

/** True for somebody who takes little part in the plan, or none any more. */
export function isWithdrawn(person: Person): boolean {
  return person.engagement?.value === 'low' || person.engagement?.value === 'disengaged';
}

/** True for somebody whose last day is over. */
export function hasLeft(person: Person, today: Day): boolean {
  return person.until?.value !== undefined && person.until.value < today;
}

/** What a plan without stakeholders has. */
const NOBODY = collect(undefined);

/** The type of the people whom an agenda means by a word: one of the plan's, or `csm` for whoever answers for the plan. */
export function typeMeant(word: string): string {
  const type = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return type === 'csm' ? 'primary_owner' : type;
}

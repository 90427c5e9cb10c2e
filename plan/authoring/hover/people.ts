import { type Day, formatFullDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { hasLeft, type Person, peopleOf, type Side, typeMeant } from '../../model/people.ts';
import { heldReviews } from '../../model/reviews.ts';
import { english } from '../../phrase.ts';
import { type Owned, shownWorkOf } from '../../rules/milestones/owned-work.ts';
import { whoIsMeant } from '../../rules/people/who-is-meant.ts';
import { count, enumerate, spoken } from '../../words.ts';
import { away } from '../distance.ts';
import { thingNamed } from './named-things.ts';
import { named, type Telling } from './telling.ts';

/** Somebody with the side that they are on. */
export interface SidedPerson {
  readonly side: Side;
  readonly person: Person;
}

/** As many pieces of work are told at once. */
const MOST = 3;

/** Who somebody is: role, side, part and engagement; whether they left; what they still have to do; when they were last at a review. */
export function personWords(person: Person, side: Side, telling: Telling): string[] {
  const { pen } = telling;
  const name = person.name?.text ?? '';
  const role = person.role?.text;
  const facts = [role, `${side} side`, part(person), person.engagement?.text ?? ''].filter(
    fact => fact !== undefined && fact !== '',
  );
  return [
    `${pen.strong(named(telling, person, name || 'This person'))} — ${facts.map(fact => pen.text(fact ?? '')).join(', ')}`,
    gone(person, telling),
    work(name, telling),
    seen(name, telling),
  ];
}

/** Somebody by name; of a name that nobody has, who is most likely meant. */
export function namedPersonWords(name: string, telling: Telling): string[] {
  const people = peopleOf(telling.plan);
  const known = people.find(name);
  if (known) return personWords(known.person, known.side, telling);
  if (people.names.length === 0 || !people.complete) return [];
  const meant = whoIsMeant(name, people);
  const hint = meant ? ` Perhaps ${named(telling, meant.person, meant.name)} is meant.` : '';
  return [`Nobody of this name is among the stakeholders.${hint}`];
}

/** Who has a part in the plan, as agendas name attendees. */
export function holdersOf(
  type: string,
  side: Side,
  plan: Plan,
  today: Day,
): readonly { name: string; person: Person }[] {
  const wanted = typeMeant(type);
  return peopleOf(plan).all.filter(
    one => one.side === side && one.person.type?.value === wanted && !hasLeft(one.person, today),
  );
}

/** The part in the plan, where the role does not say the same. */
function part(person: Person): string {
  const type = spoken(person.type?.text ?? '');
  return type.toLowerCase() === person.role?.text.toLowerCase() ? '' : type;
}

function gone(person: Person, telling: Telling): string {
  const until = person.until?.value;
  if (!until) return '';
  const next = person.successor?.text;
  const successor = next ? peopleOf(telling.plan).find(next) : undefined;
  const after = !next
    ? ''
    : `; ${successor ? named(telling, successor.person, next) : telling.pen.text(next)} takes over`;
  const left = hasLeft(person, telling.today);
  return `${telling.pen.strong(`${left ? 'Left' : 'Leaves'} on ${formatFullDay(until)}`)}, ${english(away(telling.today, until))}${after}.`;
}

function work(name: string, telling: Telling): string {
  const { plan, today, pen } = telling;
  const people = peopleOf(plan);
  const wanted = people.find(name)?.person;
  const owned = shownWorkOf(text => wanted !== undefined && people.find(text)?.person === wanted, plan);
  if (owned.length === 0) return 'Owns nothing that is open.';
  const sorted = owned.toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  const told = sorted.slice(0, MOST).map(one => {
    const due = one.due ? ` (${english(away(today, one.due))})` : '';
    const thing = one.work ?? thingNamed(nameOf(one), plan);
    const call = thing ? named(telling, thing, nameOf(one), 60) : pen.text(nameOf(one), 60);
    return `${call}${due}`;
  });
  const more = sorted.length - told.length;
  return `Owns ${count(owned.length, 'open thing')}: ${enumerate(more > 0 ? [...told, `${more} more`] : told)}.`;
}

/** What a list calls a piece of work. */
function nameOf({ work, name }: Owned): string {
  if (work?.definition === 'action' && work.description?.text) return work.description.text;
  if (work?.definition === 'milestone') return [work.id?.text, work.name?.text].filter(Boolean).join(' ') || name();
  return name()
    .replace(/^The (?=plan$|renewal$)/, 'the ')
    .replace(/^(?:Outcome|Risk) /, '');
}

function seen(name: string, { plan, today }: Telling): string {
  const people = peopleOf(plan);
  const wanted = people.find(name)?.person;
  const held = heldReviews(plan, today);
  const last = held.findLast(({ review }) =>
    review.attendees.items.some(({ text }) => people.find(text)?.person === wanted),
  );
  if (held.length === 0) return '';
  return last ? `Last at the review of ${formatFullDay(last.on)}.` : 'At none of the reviews so far.';
}

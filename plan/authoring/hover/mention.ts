import type { PlanFile } from '../../check.ts';
import { type Day, parseDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { peopleOf } from '../../model/people.ts';
import type { Span } from '../../syntax/tree.ts';
import { bookOf, type Name } from '../names/book.ts';
import { mentionsInPart } from '../names/names.ts';
import type { NamedThing } from './named-things.ts';
import { thingsIn } from './named-things.ts';
import type { SidedPerson } from './people.ts';
import type { Thing } from './thing.ts';

/** What a text names at a place of it: a day, or people and things; several where a word stands for several. */
export interface Mentioned extends Span {
  readonly day: Day | undefined;
  readonly people: readonly SidedPerson[];
  readonly things: readonly NamedThing[];
}

/**
 * What a free text names at an offset, by the names that definition and rename know; undefined where the word there is an ordinary one, and where something
 * is defined by that name. `plan` is the plan of the names, which for an agenda is the one it reviews. Never throws.
 */
export function mentionAt(
  file: PlanFile,
  { document, part }: Thing,
  offset: number,
  plan: Plan,
): Mentioned | undefined {
  const day = dayAt(file.text, offset);
  if (day) return day;
  const all = mentionsInPart(file.text, part, document, bookOf(plan), offset);
  const found = all.filter(({ role }) => role !== 'definition');
  const [first] = found;
  if (!first) return undefined;
  const names = found.map(({ name }) => name);
  return {
    start: first.start,
    end: first.end,
    day: undefined,
    people: names.flatMap(name => personOf(name, plan)),
    things: names.flatMap(name => thingOf(name, plan)),
  };
}

function personOf({ kind, holders }: Name, plan: Plan): SidedPerson[] {
  if (kind !== 'person') return [];
  return peopleOf(plan).all.filter(
    ({ person }) => person.part === holders[0]?.part && person.start === holders[0].start,
  );
}

function thingOf({ kind, holders }: Name, plan: Plan): NamedThing[] {
  if (kind === 'person') return [];
  return thingsIn(plan).filter(one => one.part === holders[0]?.part && one.start === holders[0].start);
}

const DAY = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;

/** The day that is written around an offset. */
function dayAt(text: string, offset: number): Mentioned | undefined {
  const from = Math.max(0, offset - 11);
  for (const { 0: written, index } of text.slice(from, offset + 11).matchAll(DAY)) {
    const start = from + index;
    const day = start <= offset && offset <= start + written.length ? parseDay(written) : undefined;
    if (day) return { start, end: start + written.length, day, people: [], things: [] };
  }
  return undefined;
}

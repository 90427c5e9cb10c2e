import type { Day } from '../day.ts';
import { oncePer } from '../once.ts';
import { outcomeAround } from './holders.ts';
import type { Milestone, Outcome, Plan } from './index.ts';
import { isMisread, isReadable, type Readable, readable } from './readable.ts';

/** The day an outcome is due as it is written: its own target date, else the last of its key results. Undefined where none can be read. */
export function dueField(outcome: Outcome): Readable<Day> | undefined {
  const own = outcome.target?.target_date;
  if (own && own.text !== '') return readable(own);
  return outcome.key_results.items
    .map(result => result.target?.target_date)
    .filter(isReadable)
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .at(-1);
}

/** The outcome that a milestone stands in, or that it names. */
export function outcomeOf(milestone: Milestone, plan: Plan): Outcome | undefined {
  const around = outcomeAround(milestone);
  if (around) return around;
  const named = milestone.outcome?.text;
  return named ? firstById(plan).get(named) : undefined;
}

/** A plan may have thousands of milestones: which outcome has an id first is gone through once. */
const firstById = oncePer(({ outcomes }: Plan): ReadonlyMap<string, Outcome> => {
  const byId = new Map<string, Outcome>();
  for (const outcome of outcomes.items) {
    const id = outcome.id?.text;
    if (id && !byId.has(id)) byId.set(id, outcome);
  }
  return byId;
});

/** What each outcome has of something, in one row. `of` may keep its answer with the outcome, which outlives its plan. */
export function inEach<T>(outcomes: readonly Outcome[], of: (outcome: Outcome) => readonly T[]): T[] {
  const all: T[] = [];
  for (const outcome of outcomes) for (const one of of(outcome)) all.push(one);
  return all;
}

/** What each has of something, in one row: most have nothing. */
export function joined<T>(lists: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  for (const list of lists) if (list.length > 0) for (const one of list) all.push(one);
  return all;
}

/** True while an outcome is worked for: neither achieved nor given up nor put off. */
export function isPursued(outcome: Outcome): boolean {
  const status = outcome.status?.value;
  return status !== 'achieved' && status !== 'missed' && !isPutOff(outcome);
}

/** True for an outcome that nobody works for now: put off, dropped or missed. What an achieved one leaves open may still be done. */
export function isLeft(outcome: Outcome): boolean {
  return outcome.status?.value !== 'achieved' && !isPursued(outcome);
}

/** True for an outcome that waits or was dropped, also in a word that is none of the format (`cancelled`): what is wrong then is the word alone. */
export function isPutOff({ status }: Outcome): boolean {
  return status?.value === 'deferred' || (isMisread(status) && PUT_OFF.test(status?.text ?? ''));
}

const PUT_OFF =
  /^\s*(?:deferr|cancel|dropp|remov|abandon|obsolete|descoped|de-?prioriti|on[ _-]hold|paus|postpon|park|put off|withdrawn)/i;

/** True for a pursued outcome whose status can be told: what a misspelt one was to say nobody knows, and the schema speaks of it. */
export function isWorkedFor(outcome: Outcome): boolean {
  return isPursued(outcome) && !isMisread(outcome.status);
}

import type { Day } from '../../day.ts';
import type { Field, Plan, Review } from '../../model/index.ts';
import { isReadable, type Readable } from '../../model/readable.ts';
import { firstDayFrom } from '../../written-day.ts';
import { type Changeable, resolveSubject } from './change-subject.ts';
import { type PlanChange, propertyOf, readPlanChanges } from './plan-changes.ts';
import { subjectOf } from './written-subject.ts';

/** A change that a review logged, tied to what it is about. */
export interface LoggedChange {
  readonly change: PlanChange;
  readonly about: Changeable;
  readonly entry: Field<string>;
  readonly reviewed: Day;
  /** Days that decisions of the same or a later review name for the same thing. */
  readonly decisions: readonly { readonly day: Day; readonly entry: Field<string> }[];
}

/**
 * The latest change that the review log holds of each thing, in the order of the log. Left out: reviews without a day, entries that could mean
 * several things, and changes after which the log says something else of the same thing that cannot be read.
 */
export function loggedChanges(plan: Plan): readonly LoggedChange[] {
  const known = read.get(plan);
  if (known) return known;
  const changes = readLog(plan);
  read.set(plan, changes);
  return changes;
}

/** Rules and view ask for the same plan. */
const read = new WeakMap<Plan, readonly LoggedChange[]>();

function readLog(plan: Plan): readonly LoggedChange[] {
  const latest = new Map<string, Omit<LoggedChange, 'decisions'>>();
  const numbers = new Map<Changeable, number>();
  const numberOf = (about: Changeable) => {
    const number = numbers.get(about) ?? numbers.size;
    numbers.set(about, number);
    return number;
  };
  const reviews = plan.review_history.items
    .filter(isDated)
    .sort((a, b) => (a.date.value < b.date.value ? -1 : a.date.value > b.date.value ? 1 : 0));
  for (const review of reviews) {
    for (const entry of entriesOf(review)) {
      const changes = readPlanChanges(entry.text);
      if (changes.length === 0) forget(latest, entry.text, plan);
      for (const change of changes) {
        const about = resolveSubject(change.subject, plan);
        const key = about && `${change.property} ${numberOf(about)}`;
        if (key) latest.delete(key);
        if (about && key) latest.set(key, { change, about, entry, reviewed: review.date.value });
      }
    }
  }
  const decided = latest.size > 0 ? decisionsIn(reviews, plan) : undefined;
  return [...latest.values()].map(logged => ({
    ...logged,
    decisions: (decided?.get(logged.about) ?? []).filter(({ reviewed }) => reviewed >= logged.reviewed),
  }));
}

type Dated = Review & { readonly date: Readable<Day> };

function isDated(review: Review): review is Dated {
  return isReadable(review.date);
}

function entriesOf(review: Review): readonly Field<string>[] {
  const { items, word } = review.plan_changes;
  return word ? [word] : items;
}

/** “O1 milestone 3 dropped for now”: what was logged of it before is overtaken; of one property only, where the entry names one. */
function forget(latest: Map<string, Omit<LoggedChange, 'decisions'>>, text: string, plan: Plan): void {
  const lower = text.toLowerCase();
  const opening = /^.{0,20}?\b[A-Z]{1,4}-?\d{1,3}\b(?:['’]s|[\s,·./#:]|milestone|\d)*/i.exec(text)?.[0];
  const subject = opening === undefined ? undefined : subjectOf(opening);
  const about = subject && resolveSubject({ ...subject, name: '' }, plan);
  const { property } = propertyOf(text);
  for (const [key, logged] of latest) {
    if (property !== undefined && property !== logged.change.property) continue;
    const name = 'name' in logged.about ? logged.about.name?.text.toLowerCase() : undefined;
    if (logged.about === about || (name && lower.includes(name))) latest.delete(key);
  }
}

type Decision = LoggedChange['decisions'][number] & { readonly reviewed: Day };

/** The days that decisions name, by what they are about, in the order of the reviews. */
function decisionsIn(reviews: readonly Dated[], plan: Plan): ReadonlyMap<Changeable, readonly Decision[]> {
  const decided = new Map<Changeable, Decision[]>();
  for (const { date, decisions } of reviews) {
    for (const entry of decisions.items) {
      for (const change of readPlanChanges(entry.text)) {
        const about = change.property === 'date' ? resolveSubject(change.subject, plan, 'likely') : undefined;
        const day = change.property === 'date' ? firstDayFrom(change.to, date.value) : undefined;
        if (!about || !day) continue;
        const row = decided.get(about) ?? [];
        row.push({ day, entry, reviewed: date.value });
        decided.set(about, row);
      }
    }
  }
  return decided;
}

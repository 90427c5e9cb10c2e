import type { Day } from '../../day.ts';
import type { Field, Plan, Review } from '../../model/index.ts';
import { isReadable, type Readable } from '../../model/readable.ts';
import { oncePer } from '../../once.ts';
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
export const loggedChanges: (plan: Plan) => readonly LoggedChange[] = oncePer(readLog);

/** True where a review logs any change that can be read. Looks at the log alone; never throws. */
export function logsChanges({ review_history }: Plan): boolean {
  return datedReviews(review_history).some(review => entriesOf(review).some(({ changes }) => changes.length > 0));
}

function readLog(plan: Plan): readonly LoggedChange[] {
  const latest = new Map<string, Omit<LoggedChange, 'decisions'>>();
  const numbers = new Map<Changeable, number>();
  const numberOf = (about: Changeable) => {
    const number = numbers.get(about) ?? numbers.size;
    numbers.set(about, number);
    return number;
  };
  const reviews = datedReviews(plan.review_history);
  for (const review of reviews) {
    for (const { entry, changes } of entriesOf(review)) {
      if (changes.length === 0 && latest.size > 0) forget(latest, entry.text, plan);
      for (const change of changes) {
        const exact = resolveSubject(change.subject, plan);
        const about = exact ?? resolveSubject(change.subject, plan, 'shortened');
        const key = about && `${change.property} ${numberOf(about)}`;
        if (key) latest.delete(key);
        // A shortened name is believed only beside the old value, which has to be the plan's; but what was logged before may be overtaken by it.
        if (about && key && (exact || change.from !== undefined))
          latest.set(key, { change, about, entry, reviewed: review.date.value });
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

/** The reviews that have a day, oldest first. */
const datedReviews = oncePer(({ items }: Plan['review_history']): readonly Dated[] =>
  items.filter(isDated).sort((a, b) => (a.date.value < b.date.value ? -1 : a.date.value > b.date.value ? 1 : 0)),
);

/** What a review logs, read once: it stays while outcomes are written. */
const entriesOf = oncePer(({ plan_changes: { items, word } }: Review) =>
  (word ? [word] : items).map(entry => ({ entry, changes: readPlanChanges(entry.text) })),
);

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
  for (const review of reviews) {
    for (const { entry, change, day } of daysDecided(review)) {
      const about = resolveSubject(change.subject, plan, 'likely');
      if (!about) continue;
      const row = decided.get(about) ?? [];
      row.push({ day, entry, reviewed: review.date.value });
      decided.set(about, row);
    }
  }
  return decided;
}

/** The days that a review's decisions move something to. */
const daysDecided = oncePer(({ date, decisions }: Dated) =>
  decisions.items.flatMap(entry =>
    readPlanChanges(entry.text).flatMap(change => {
      const day = change.property === 'date' ? firstDayFrom(change.to, date.value) : undefined;
      return day ? [{ entry, change, day }] : [];
    }),
  ),
);

import { addDays, addMonths, type Day, daysBetween } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { cadenceMonths } from '../../model/reviews.ts';
import { asOneInBraces, setField } from '../../rules/repair/set-field.ts';
import { graceIn } from '../../rules/reviews/review-rhythm.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { workday } from '../../templates/dates.ts';
import { addToSection } from './add-item.ts';
import { type NewEntry, type NewNode, words } from './new-node.ts';
import { placeByDay } from './place-by-day.ts';
import { Quotes } from './quotes.ts';

/** A review that was held. An empty summary is still to be written. */
export interface Held {
  readonly date: Day;
  readonly attendees: readonly string[];
  readonly summary: string;
  readonly decisions: readonly string[];
  readonly planChanges: readonly string[];
}

/** Logs a review where its day belongs, written as the others are, and moves the plan's own days of reviews. The first edit is the entry. */
export function logReview(edit: Editor, plan: Plan, held: Held, today: Day): readonly Edit[] | undefined {
  const { items } = plan.review_history;
  const index = placeByDay(
    held.date,
    items.map(({ date }) => date?.value),
  );
  const entry = addToSection(edit, plan, 'review_history', plan.review_history, reviewNode(plan, held), index);
  if (!entry) return undefined;
  const days = reviewDays(edit, plan, held.date, today);
  // Where the plan says nothing else, the log begins right behind the keys that are new, too.
  const above = days.filter(one => one.start === entry.start && one.end === entry.start);
  const newText = [...above, entry].map(one => one.newText).join('');
  return [{ ...entry, newText }, ...days.filter(one => !above.includes(one))];
}

function reviewNode(plan: Plan, { date, attendees, summary, decisions, planChanges }: Held): NewNode {
  const last = plan.review_history.items.at(-1);
  const quotes = new Quotes(plan, last?.mapping);
  const list = (key: string, texts: readonly string[], flow: boolean): NewEntry => [
    key,
    { items: texts.map(text => words(text, quotes.of(key))), flow },
  ];
  const type = last?.type?.value === 'kickoff' ? 'qbr' : last?.type?.value;
  const inBrackets = last?.attendees.node?.kind !== 'sequence' || last.attendees.node.flow;
  return {
    entries: [
      quotes.day('date', date),
      ...(type ? [quotes.word('type', type)] : []),
      list('attendees', attendees, inBrackets),
      quotes.text('summary', summary === '' ? 'TBD' : summary),
      ...(decisions.length > 0 ? [list('decisions', decisions, false)] : []),
      planChanges.length > 0 ? list('plan_changes', planChanges, false) : quotes.word('plan_changes', 'none'),
    ],
  };
}

/** The plan's last and next review, unless a later one is known, the plan is over, or the last cannot be written. */
function reviewDays(edit: Editor, plan: Plan, date: Day, today: Day): readonly Edit[] {
  const section = plan.plan;
  const last = section?.last_reviewed;
  const next = section?.next_review;
  if (!section || last?.borrowed || (last?.value !== undefined && last.value > date)) return [];
  if (plan.review_history.items.some(one => (one.date?.value ?? date) > date && (one.date?.value ?? date) <= today))
    return [];
  const near = ['last_reviewed', 'next_review', 'created', 'version'];
  const changed = (key: 'last_reviewed' | 'next_review', day: Day, after: readonly string[]): readonly Edit[] => {
    const field = section[key];
    // The days of earlier reviews that borrow this one stay what they were.
    if (field && edit.isLent(field)) return [edit.setValue(field, day), ...edit.settle(field)];
    const change = setField(edit, section, key, day, { after, near });
    return change ? [change] : [];
  };
  const moved = changed('last_reviewed', date, ['created', 'version']);
  if (moved.length === 0) return [];
  const isLast = isOver(plan) || (section.format?.value === 'goal_card' && !next);
  // “end of Q2” is what was agreed on: another day does not take its place.
  const isAgreed = next?.value === undefined && isSaid(next?.text);
  const day = isLast || isAgreed || next?.borrowed ? undefined : nextReview(plan, date, today);
  const planned = day ? changed('next_review', day, ['last_reviewed', 'created', 'version']) : [];
  return asOneInBraces([...moved, ...planned]);
}

/** The day of the review after one, by the plan's rhythm and before its renewal; undefined where the day that is planned will do. */
export function nextReview(plan: Plan, date: Day, today: Day): Day | undefined {
  const months = cadenceMonths(plan);
  const planned = plan.plan?.next_review?.value;
  const byRhythm = addMonths(date, months);
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const latest = addDays(byRhythm, graceIn(months, 14, 1 / 3));
  const isFarEnough = planned !== undefined && planned > today && daysBetween(date, planned) > months * 15;
  if (isFarEnough && planned <= latest) return undefined;
  const days = [byRhythm, ...(renewal ? [addDays(renewal, -30), addDays(renewal, -7)] : [])].map(workday);
  const isOpen = (day: Day) => day > today && day > date && (!renewal || renewal <= today || day <= renewal);
  return days.find(isOpen) ?? workday(addDays(today, 14));
}

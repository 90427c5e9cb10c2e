import { type Day, daysBetween } from '../../day.ts';
import { reviewAround } from '../../model/holders.ts';
import type { Milestone, Plan } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { isBlocked } from '../../model/milestones.ts';
import { type Person, peopleOf } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { type Owned, shownWorkOf } from '../../rules/milestones/owned-work.ts';
import { compareText, quoteShort } from '../../words.ts';
import { allNamed, type NamedMilestone, outcomeName } from '../milestones.ts';
import { offsetOf } from '../places.ts';
import { lateness } from '../timeline/milestone-words.ts';
import { dayNear, oneLine } from '../words.ts';
import type { OwnedView, PersonView } from './types.ts';

/** So many pieces of work are told of one person. */
const MOST = 3;

/** What somebody owns that is not done: how much, and the most urgent of it, late ones first. */
export function openWork(person: Person, plan: Plan, today: Day): PersonView['work'] {
  const owned = byPerson(plan).get(person) ?? [];
  // The plan and the renewal have no day; they come last.
  const sorted = owned.toSorted((a, b) => compareText(a.due ?? '9999-99', b.due ?? '9999-99'));
  return { count: owned.length, items: sorted.slice(0, MOST).map(one => ownedView(one, plan, today)) };
}

/** The open work of everybody, gone through once; none in a plan that is over. Somebody who owns a piece twice has it once. */
const byPerson = oncePer((plan: Plan): ReadonlyMap<Person, readonly Owned[]> => {
  const people = peopleOf(plan);
  const found = new Map<Person, Owned[]>();
  for (const owned of isOver(plan) ? [] : shownWorkOf(() => true, plan)) {
    const person = people.find(owned.owner.text)?.person;
    if (person === undefined) continue;
    const row = found.get(person) ?? [];
    if (!row.some(one => one.work !== undefined && one.work === owned.work)) row.push(owned);
    found.set(person, row);
  }
  return found;
});

function ownedView(owned: Owned, plan: Plan, today: Day): OwnedView {
  const { due, preview, work } = owned;
  const late = due !== undefined && due < today && !preview;
  const blocked = work?.definition === 'milestone' && isBlocked(work);
  const when = due === undefined ? '' : late ? (lateness(daysBetween(due, today)) ?? '') : dayNear(due, today);
  return {
    at: offsetOf(plan.syntax, work ?? owned.owner),
    ...calledIn(owned, plan, today),
    when: [when, blocked ? 'blocked' : ''].filter(word => word !== '').join(', '),
    late,
  };
}

/** What people call it, and what it is. */
function calledIn({ work, owner, name }: Owned, plan: Plan, today: Day): { ref: string; title: string } {
  switch (work?.definition) {
    case 'milestone': {
      const named = namesOf(plan).get(work);
      return { ref: named?.ref ?? name(), title: named?.name ?? name() };
    }
    case 'risk': {
      const index = plan.risks.items.indexOf(work);
      const title = oneLine(work.description?.text ?? '');
      return { ref: oneLine(work.id?.text ?? '') || `Risk ${index + 1}`, title: title || name() };
    }
    case 'action': {
      const held = reviewAround(work)?.date?.value;
      const title = oneLine(work.description?.text ?? '') || name();
      return { ref: held === undefined ? quoteShort(title, 28) : `action of ${dayNear(held, today)}`, title };
    }
    case 'decisionStep': {
      const index = plan.decision?.steps.items.indexOf(work) ?? 0;
      return { ref: `D·${index + 1}`, title: oneLine(work.name?.text ?? '') || name() };
    }
    default: {
      const index = plan.outcomes.items.findIndex(outcome => outcome.owner === owner);
      const outcome = plan.outcomes.items[index];
      if (outcome === undefined) return { ref: name().replace('The', 'the'), title: name() };
      const ref = outcomeName(outcome, index);
      return { ref, title: oneLine(outcome.description?.text ?? '') || ref };
    }
  }
}

const namesOf = oncePer(
  (plan: Plan): ReadonlyMap<Milestone, NamedMilestone> =>
    new Map(allNamed(plan).map(named => [named.milestone, named])),
);

import { addDays, type Day } from '../../day.ts';
import type { KeyResult, Milestone, Outcome, Phase, Plan, Review } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { hasLeft, isWithdrawn, peopleOf } from '../../model/people.ts';
import { nextId } from '../../rules/ids/next-id.ts';
import { countsBeyond } from '../../rules/outcomes/new-milestone.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { earliest, workday } from '../../templates/dates.ts';
import { addItem, addToSection } from './add-item.ts';
import type { NewEntry } from './new-node.ts';
import { placeByDay } from './place-by-day.ts';
import { Quotes } from './quotes.ts';
import { recordMeasurement } from './record-measurement.ts';

/*
 * New items with all that follows from the plan: the next free id, days, owners. What only people can tell says `TBD`, which the checks ask
 * for until it is told.
 */
const OPEN = 'TBD';

/** A new outcome: its first milestone measures where the customer stands, its last one confirms the goal. */
export function addOutcome(edit: Editor, plan: Plan, id: string, today: Day): Edit | undefined {
  const like = plan.outcomes.items.at(-1);
  const quotes = new Quotes(plan, like?.mapping);
  const inside = new Quotes(plan, like?.milestones.items.at(-1)?.mapping ?? like?.mapping);
  const due = goalDay(plan, today);
  const who = firstOf(plan, [plan.plan?.co_owner?.text, plan.plan?.owner?.text], today);
  const step = (name: string, day: Day, kind: NewEntry[]) => ({
    entries: [
      inside.text('name', name),
      inside.day('target_date', day),
      inside.word('status', 'pending'),
      ...(who ? [inside.text('owner', who)] : []),
      ...kind,
    ],
  });
  const measured = workday(addDays(today, 28));
  return addToSection(edit, plan, 'outcomes', plan.outcomes, {
    entries: [
      quotes.text('id', id),
      quotes.text('description', OPEN),
      quotes.text('business_value', OPEN),
      ['baseline', { entries: [quotes.text('metric', OPEN), quotes.text('current', OPEN)] }],
      ['target', { entries: [quotes.text('metric', OPEN), quotes.text('goal', OPEN), quotes.day('target_date', due)] }],
      quotes.word('status', 'not_started'),
      [
        'milestones',
        {
          items: [
            step('Baseline measured and agreed', earliest(measured, due), []),
            step('Goal reached and confirmed by the customer', due, [inside.word('kind', 'validation')]),
          ],
          flow: false,
        },
      ],
    ],
  });
}

/** The latest day that another outcome is due, where that lies ahead; else one that leaves time to speak of it before the renewal. */
function goalDay(plan: Plan, today: Day): Day {
  const soonest = addDays(today, 30);
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const last = renewal && renewal > today ? renewal : addDays(today, 365);
  const due = plan.outcomes.items.flatMap(outcome => dueField(outcome)?.value ?? []);
  const before = addDays(last, -60);
  return (
    due
      .filter(day => day > soonest && day <= last)
      .sort()
      .at(-1) ?? workday(before > soonest ? before : last)
  );
}

function isWithin({ start_date: start, end_date: end }: Phase, day: Day): boolean {
  return start?.value !== undefined && end?.value !== undefined && start.value <= day && day <= end.value;
}

/** A new milestone in an outcome, or among the plan's own where those are the ones that it has. */
export function addMilestone(edit: Editor, plan: Plan, outcome: Outcome, today: Day): Edit | undefined {
  const own = outcome.milestones.items;
  const outside = own.length === 0 ? milestonesOf(outcome, plan) : [];
  const all = outside.length > 0 ? plan.milestones.items : own;
  const like = (outside.at(-1) ?? own.at(-1))?.mapping;
  const quotes = new Quotes(plan, like ?? outcome.mapping);
  const due = dueField(outcome)?.value;
  const soon = workday(addDays(today, 28));
  const day = due && due > today && due < soon ? due : soon;
  const wanted = placeByDay(
    day,
    all.map(({ target_date }) => target_date?.value),
  );
  // Where the log counts milestones, none of them gets another number.
  const index = wanted < all.length && countsBeyond(wanted, outcome, plan) ? all.length : wanted;
  const id = nextId(plan, all, 'M');
  const named = own.length > 0 || outside.length > 0 ? id : undefined;
  const last = outside.at(-1) ?? own.at(-1);
  const names = [outcome.owner, plan.plan?.co_owner, last?.owner.items[0], plan.plan?.owner].map(field => field?.text);
  const who = firstOf(plan, names, today);
  const phase = last?.phase && plan.phases.items.find(one => isWithin(one, day));
  const entries = [
    ...(named === undefined ? [] : [quotes.text('id', named)]),
    quotes.text('name', OPEN),
    ...(outside.length > 0 ? [quotes.text('outcome', outcome.id?.text ?? '')] : []),
    ...(phase?.id?.text ? [quotes.text('phase', phase.id.text)] : []),
    quotes.day('target_date', day),
    quotes.word('status', 'pending'),
    ...(who ? [quotes.text('owner', who)] : []),
  ];
  if (outside.length > 0) return addToSection(edit, plan, 'milestones', plan.milestones, { entries }, index);
  return addItem(
    edit,
    plan,
    { holder: outcome, key: 'milestones', list: outcome.milestones, after: ['status', 'target', 'description'] },
    { entries },
    index,
  );
}

/** A new action of a milestone or a review. */
export function addAction(edit: Editor, plan: Plan, holder: Milestone | Review, today: Day): Edit | undefined {
  const { actions } = holder;
  const quotes = new Quotes(plan, actions.items.at(-1)?.mapping ?? holder.mapping);
  const isMilestone = holder.definition === 'milestone';
  const own = isMilestone ? holder.owner.items[0]?.text : undefined;
  const owner = firstOf(plan, [own, plan.plan?.owner?.text, plan.plan?.co_owner?.text], today);
  const due = isMilestone ? holder.target_date?.value : undefined;
  const soon = workday(addDays(today, 14));
  return addItem(
    edit,
    plan,
    {
      holder,
      key: 'actions',
      list: actions,
      after: isMilestone ? ['blockers', 'owner', 'status'] : ['plan_changes', 'decisions', 'summary'],
    },
    {
      entries: [
        quotes.text('description', OPEN),
        ...(owner ? [quotes.text('owner', owner)] : []),
        quotes.day('due_date', due && due >= today && due < soon ? due : soon),
        quotes.word('status', 'open'),
      ],
    },
  );
}

/** A new risk. */
export function addRisk(edit: Editor, plan: Plan, id: string | undefined, today: Day): Edit | undefined {
  const like = plan.risks.items.at(-1);
  const quotes = new Quotes(plan, like?.mapping);
  const owner = firstOf(plan, [plan.plan?.owner?.text, plan.plan?.co_owner?.text], today);
  return addToSection(edit, plan, 'risks', plan.risks, {
    entries: [
      ...(id === undefined ? [] : [quotes.text('id', id)]),
      quotes.text('description', OPEN),
      quotes.word('impact', 'medium'),
      quotes.word('likelihood', 'medium'),
      quotes.text('mitigation', OPEN),
      quotes.word('status', 'open'),
      ...(owner ? [quotes.text('owner', owner)] : []),
      ...(like?.opened_on ? [quotes.day('opened_on', today)] : []),
    ],
  });
}

/** A new measurement of today, whose value is still to be told; undefined where there is one of today. */
export function addMeasurement(edit: Editor, plan: Plan, holder: Outcome | KeyResult, today: Day): Edit | undefined {
  const isThere = holder.measurements.items.some(({ date }) => date?.value === today);
  return isThere ? undefined : recordMeasurement(edit, plan, holder, today, OPEN);
}

/** The first of some names that the plan knows as somebody who is still there; else the first that is a name at all, where the plan lists nobody. */
function firstOf(plan: Plan, names: readonly (string | undefined)[], today: Day): string | undefined {
  const people = peopleOf(plan);
  const said = names.filter(name => name !== undefined).filter(isSaid);
  const isThere = (name: string) => {
    const person = people.find(name)?.person;
    return person !== undefined && !hasLeft(person, today) && !isWithdrawn(person);
  };
  return said.find(isThere) ?? (people.all.length === 0 ? said[0] : undefined);
}

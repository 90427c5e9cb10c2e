import type { Element, List, Plan } from '../../model/index.ts';
import { ascending, sortItems } from '../../rules/repair/reorder.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import type { ThingsAt } from './things-at.ts';

/** A list whose items have days, and those days. */
export interface DatedList {
  readonly list: List<Element>;
  readonly days: readonly (string | undefined)[];
  readonly what: 'milestones' | 'measurements' | 'reviews' | 'actions' | 'steps';
}

/** The list with days that an offset is in. */
export function datedListAt(
  { section, list, outcome, keyResult, milestone, review }: ThingsAt,
  plan: Plan,
): DatedList | undefined {
  switch (list) {
    case 'milestones': {
      const milestones = section === 'milestones' ? plan.milestones : outcome?.milestones;
      return milestones && dated('milestones', milestones, ({ target_date }) => target_date?.value);
    }
    case 'steps': {
      const steps = section === 'implementation' ? plan.implementation?.steps : undefined;
      return steps && dated('steps', steps, ({ target_date }) => target_date?.value);
    }
    case 'measurements': {
      const measurements = (keyResult ?? outcome)?.measurements;
      return measurements && dated('measurements', measurements, ({ date }) => date?.value);
    }
    case 'review_history':
      return dated('reviews', plan.review_history, ({ date }) => date?.value);
    case 'actions': {
      const actions = (milestone ?? review)?.actions;
      return actions && dated('actions', actions, ({ due_date }) => due_date?.value);
    }
    default:
      return undefined;
  }
}

function dated<T extends Element>(
  what: DatedList['what'],
  list: List<T>,
  dayOf: (item: T) => string | undefined,
): DatedList {
  return { what, list, days: list.items.map(dayOf) };
}

/** True where an item stands behind one that is later. */
export function isUnsorted({ days }: DatedList): boolean {
  const known = days.filter(day => day !== undefined);
  return known.some((day, at) => at > 0 && day < (known[at - 1] ?? ''));
}

/** The items in the order of their days, comments with them. Undefined where nothing moves, or moving is not safe. */
export function sortByDay(edit: Editor, plan: Plan, { list, days }: DatedList): Edit | undefined {
  const indices = list.items.map((_, index) => index);
  return sortItems(
    edit,
    plan.syntax,
    list,
    ascending(indices, index => days[index]),
  );
}

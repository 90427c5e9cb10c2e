import { addDays, addMonths, type Day, quarterEnd } from '../../day.ts';
import { peopleOf } from '../../model/people.ts';
import type { EnumValue, Shape } from '../../schema/shape.ts';
import { valuesOf } from '../../schema/team-shape.ts';
import { type Around, near, planBeside, styleOf } from './around.ts';
import { FIRST_CHOICE } from './block-fields.ts';
import { likelyDays } from './days.ts';
import type { Scalar } from './insert.ts';
import { activePeople, namesPeople } from './people.ts';
import { durationsFor, quantitiesFor } from './quantities.ts';
import { nextId, referencesFor } from './references.ts';

/** What of a block is shared within it, or decided outside it. */
export interface Task {
  readonly around: Around;
  /** The definition that holds the field. */
  readonly owner: string;
  /** True for an outcome that is put together whole, whose parts take names from each other. */
  readonly inOutcome: boolean;
  /** True where nobody is listed yet and the people stand in the same block. */
  readonly inPlan: boolean;
}

/** More than so many are no choice any more. */
export const MOST = 12;

/** A value that is still to be typed. */
export function text(quotes: Scalar['quotes']): Scalar {
  return { kind: 'scalar', text: '', quotes, stop: true };
}

/** A value that stands as it is. */
export function fixed(value: string): Scalar {
  return { kind: 'scalar', text: value, quotes: 'plain', stop: false };
}

/** A name that is still to be typed, once for all places that share `name`. */
export function named(name: string, around: Around): Scalar {
  return { ...text(styleOf(around, 'name')), name };
}

/** A single value with what is likely in it. */
export function scalarOf(shape: Shape, property: string, task: Task): Scalar {
  const { around, owner } = task;
  const { plan, today, team } = around;
  if (shape.name === 'id') return fixed(nextId(owner, around) ?? '');
  const values = valuesOf(shape, team);
  if (values) {
    const [first = '', ...others] = choicesOf(shape, values, task);
    // In a whole plan the usual word stands until somebody changes it.
    return task.inPlan ? fixed(first) : choice([first, ...others], 'plain');
  }
  if (shape.name === 'day') return dayNode(property, owner, task);
  if (namesPeople(shape)) {
    if (task.inPlan)
      return named(
        shape.name === 'customerPersonRef' ? 'sponsor' : owner === 'milestone' ? 'contact' : 'vendor',
        around,
      );
    const self = property === 'successor' ? near(around, 'name') : undefined;
    const names = plan ? activePeople(shape, plan, today).filter(name => name !== self) : [];
    return choice(names, styleOf(around, 'name'));
  }
  const references = referencesFor(shape, around);
  if (references)
    return choice(
      references.map(([id]) => id),
      'plain',
    );
  if (shape.name === 'quantity') return quantityNode(property, task);
  if (shape.name === 'yesNo') return fixed('yes');
  if (shape.name === 'duration') return { ...text('plain'), text: durationsFor(owner, around)[0]?.[0] ?? '' };
  if (shape.name === 'count') return text('plain');
  if (property === 'metric') {
    const other = near(around, 'baseline', 'metric') ?? near(around, 'target', 'metric') ?? '';
    return task.inOutcome ? { ...text('double'), name: 'metric' } : { ...text('double'), text: other };
  }
  if (owner === 'qbr' && property === 'plan') return { ...text('double'), text: planBeside(around) ?? '' };
  if (property === 'version') return { ...fixed('1.0'), quotes: 'double' };
  if (property === 'cadence' || property === 'per') return choice([...shape.examples], 'plain');
  return text('double');
}

/** Several are chosen from; a single one, or none, is a value. Without stops only what is sure is filled in. */
function choice(texts: readonly string[], quotes: Scalar['quotes']): Scalar {
  const [first = ''] = texts;
  if (texts.length === 1) return { kind: 'scalar', text: first, quotes, stop: false };
  if (texts.length > MOST || texts.length === 0) return text(quotes);
  return {
    kind: 'scalar',
    text: first,
    plain: quotes === 'plain' && PLAIN_WORD.test(first) ? first : '',
    quotes,
    stop: true,
    choices: texts,
  };
}

/** A word of the format, which may stand until somebody chooses another. */
const PLAIN_WORD = /^[a-z_]+$/;

/** The values to choose from: first what a new thing most likely begins with. */
function choicesOf(shape: Shape, values: readonly EnumValue[], { around }: Task): string[] {
  const all = values.map(one => one.value);
  const taken = new Set(around.plan ? peopleOf(around.plan).all.map(one => one.person.type?.text ?? '') : []);
  const isType = shape.name.endsWith('PersonType');
  const first = isType ? all.find(one => !taken.has(one)) : (FIRST_CHOICE[shape.name] ?? shape.default ?? all[0]);
  return [first ?? '', ...all.filter(one => one !== first)].filter(one => one !== '');
}

/** A day, with the likely ones to choose from. */
export function dayNode(property: string, owner: string, task: Task): Scalar {
  const { around, inOutcome } = task;
  const isGoal = property === 'target_date' && owner === 'target';
  const value = plannedDay(property, owner, task);
  const days = likelyDays(property, owner, around).map(([one]) => one);
  const choices = [value, ...days.filter(one => one !== value)];
  const style = styleOf(around, 'day');
  return {
    kind: 'scalar',
    text: value,
    quotes: style,
    stop: true,
    choices,
    ...(isGoal && inOutcome && { name: 'due' }),
  };
}

/** The day that a new thing most likely has. */
function plannedDay(property: string, owner: string, { around, inOutcome }: Task): Day {
  const { today, team, plan } = around;
  const [first] = likelyDays(property, owner, around);
  const renewal = plan?.customer?.contract?.renewal_date?.value;
  if (property === 'target_date' && owner === 'target') {
    const quarter = quarterEnd(addDays(today, 100), team.fiscalYearStart);
    return renewal && renewal > today && renewal < quarter ? addDays(renewal, -1) : quarter;
  }
  if (property === 'target_date') {
    const due = inOutcome ? undefined : near(around, 'target', 'target_date');
    const soon = addDays(today, 30);
    return likelyDays(property, owner, around).find(([day]) => day === due && day < soon)?.[0] ?? soon;
  }
  if (property === 'due_date') return addDays(today, 14);
  if (property === 'renewal_date') return first && first[0] > today ? first[0] : addMonths(today, 12);
  if (property === 'go_live_date' || property === 'decision_date' || property === 'end_date') return addDays(today, 90);
  if (property === 'date' && owner === 'qbr') return around.reviewed?.plan?.next_review?.value ?? addDays(today, 14);
  return first?.[0] ?? today;
}

/** In the unit of the baseline, the number still to be typed. */
function quantityNode(property: string, task: Task): Scalar {
  const [like] = task.inOutcome ? [] : quantitiesFor(property, '', task.around);
  if (!like) return text('double');
  return { ...text('double'), text: like.number, plain: '', unit: [like.before, like.after] };
}

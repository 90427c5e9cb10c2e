import { addDays, addMonths, type Day, quarterEnd } from '../../day.ts';
import { peopleOf } from '../../model/people.ts';
import type { EnumValue, Shape } from '../../schema/shape.ts';
import { valuesOf } from '../../schema/team-shape.ts';
import { type Around, near, planBeside, styleOf } from './around.ts';
import { BLOCK_FIELDS, FIRST_CHOICE, TOPICS } from './block-fields.ts';
import { likelyDays } from './days.ts';
import type { Node, Scalar } from './insert.ts';
import { activePeople, namesPeople } from './people.ts';
import { durationsFor, quantitiesFor } from './quantities.ts';
import { nextId, referencesFor, usesIds } from './references.ts';

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
const MOST = 12;

/** A whole block for what stands under a key, or as an item: `property` is the key, the list's for an item. Undefined for single values. */
export function blockFor(
  shape: Shape,
  property: string,
  around: Around,
  present: ReadonlySet<string> = new Set(),
  owner = '',
): Node | undefined {
  const task = { around, owner, inOutcome: false, inPlan: false };
  if (shape.orText && !shape.items) return undefined;
  const node = nodeOf(shape, property, task, present);
  return node.kind === 'scalar' ? undefined : node;
}

/** The sections of a whole new plan: stops are where somebody has to write, and days. */
export function wholePlan(shape: Shape, around: Around): Node & { readonly kind: 'map' } {
  return map(shape, WHOLE, { around, owner: '', inOutcome: false, inPlan: true }, new Set());
}

const WHOLE = ['plan', 'customer', 'stakeholders', 'outcomes', 'risks', 'review_history'];

function nodeOf(shape: Shape, property: string, task: Task, present: ReadonlySet<string> = new Set()): Node {
  if (shape.name === 'businessValueOrText') return text('double');
  if (shape.name === 'personRefs' || (shape.orText && !shape.items)) return scalarOf(shape, property, task);
  if (shape.name === 'planChanges') return { ...text('plain'), text: 'none' };
  if (shape.items) return listOf(shape, shape.items, property, task);
  const fields = BLOCK_FIELDS[shape.name];
  return shape.properties && fields ? map(shape, fields, task, present) : scalarOf(shape, property, task);
}

function map(
  shape: Shape,
  fields: readonly string[],
  task: Task,
  present: ReadonlySet<string>,
): Node & { kind: 'map' } {
  const inner = {
    ...task,
    owner: shape.name,
    inOutcome: task.inOutcome || (shape.name === 'outcome' && present.size === 0),
  };
  return {
    kind: 'map',
    entries: fields.flatMap((field): [string, Node][] => {
      const own = shape.properties?.get(field);
      if (!own || present.has(field) || isIdle(shape.name, field, task.around)) return [];
      return [[field, nodeOf(own, field, inner)]];
    }),
  };
}

/** True for a field that this plan does without: ids that no other has, the plan of an agenda whose file has no name yet. */
function isIdle(definition: string, field: string, around: Around): boolean {
  if (field === 'id') return !usesIds(definition, around);
  return definition === 'qbr' && field === 'plan' && planBeside(around) === undefined;
}

function listOf(list: Shape, item: Shape, property: string, task: Task): Node {
  if (namesPeople(list)) {
    const { plan, today } = task.around;
    if (task.inPlan)
      return {
        kind: 'list',
        inline: true,
        items: ['sponsor', 'contact', 'vendor'].map(one => named(one, task.around)),
      };
    const texts = plan ? activePeople(item, plan, today).slice(0, MOST) : [];
    return { kind: 'row', texts, quotes: styleOf(task.around, 'name') };
  }
  if (task.owner === 'qbrAttendees')
    return {
      kind: 'row',
      texts: property === 'vendor' ? ['csm'] : ['executive_sponsor', 'day_to_day_contact'],
      quotes: 'plain',
    };
  if (item.name === 'topic') return { kind: 'list', items: TOPICS.map(topicOf) };
  const entry = (changes: Readonly<Record<string, Node>> = {}) => changed(nodeOf(item, property, task), changes);
  if (item.name === 'customerPerson' && listed(task.around, 'customer') === 0)
    return {
      kind: 'list',
      items: [
        entry({ type: fixed('executive_sponsor'), name: named('sponsor', task.around) }),
        entry({ type: fixed('day_to_day_contact'), name: named('contact', task.around) }),
      ],
    };
  if (item.name === 'vendorPerson' && listed(task.around, 'vendor') === 0)
    return { kind: 'list', items: [entry({ name: named('vendor', task.around), type: fixed('primary_owner') })] };
  if (item.name === 'milestone' && task.inOutcome) {
    const last = entry({
      id: fixed(nextId('milestone', task.around, nextId('milestone', task.around)) ?? ''),
      target_date: { ...dayNode('target_date', 'target', task), name: 'due' },
      name: { ...text('double'), text: 'Goal reached and confirmed' },
    });
    const validation: Node =
      last.kind === 'map' ? { ...last, entries: [...last.entries, ['kind', fixed('validation')]] } : last;
    return { kind: 'list', items: [entry(), validation] };
  }
  return { kind: 'list', items: [entry()] };
}

function topicOf([topic, minutes, content]: (typeof TOPICS)[number]): Node {
  return {
    kind: 'map',
    entries: [
      ['topic', { ...text('double'), text: topic }],
      ['duration', { ...text('plain'), text: `${minutes} min` }],
      ['content', { kind: 'list', items: content.map((one): Node => ({ ...text('double'), text: one, stop: false })) }],
    ],
  };
}

function changed(node: Node, changes: Readonly<Record<string, Node>>): Node {
  if (node.kind !== 'map') return node;
  return { ...node, entries: node.entries.map(([key, value]) => [key, changes[key] ?? value]) };
}

function listed({ plan }: Around, side: string): number {
  return plan ? peopleOf(plan).all.filter(one => one.side === side).length : 0;
}

/** A value that is still to be typed. */
function text(quotes: Scalar['quotes']): Scalar {
  return { kind: 'scalar', text: '', quotes, stop: true };
}

function fixed(value: string): Scalar {
  return { kind: 'scalar', text: value, quotes: 'plain', stop: false };
}

function named(name: string, around: Around): Scalar {
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

function dayNode(property: string, owner: string, task: Task): Scalar {
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

import { peopleOf } from '../../model/people.ts';
import type { Shape } from '../../schema/shape.ts';
import { type Around, planBeside, styleOf } from './around.ts';
import { BLOCK_FIELDS, TOPICS } from './block-fields.ts';
import { dayNode, fixed, MOST, named, scalarOf, type Task, text } from './block-values.ts';
import type { Node } from './insert.ts';
import { activePeople, namesPeople } from './people.ts';
import { nextId, usesIds } from './references.ts';

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

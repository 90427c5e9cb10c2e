import { distance } from 'fastest-levenshtein';
import { parseDay } from '../../day.ts';
import { nearest } from '../../nearest.ts';
import { oncePerText } from '../../once.ts';
import type { Shape } from '../../schema/shape.ts';
import { valuesOf } from '../../schema/team-shape.ts';
import { type Node, resolve } from '../../syntax/tree.ts';
import type { TeamFormat } from '../../team-format.ts';

/** Names that people give to fields, with those that they may mean, in the order of likelihood. */
const FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    value: ['current', 'goal', 'business_value'],
    name: ['company', 'description', 'title'],
    title: ['name', 'description'],
    notes: ['summary', 'note'],
    due: ['target_date', 'due_date'],
    due_date: ['target_date'],
    deadline: ['target_date', 'due_date'],
    date: ['target_date', 'measured_on'],
    done: ['actual_date', 'done_on'],
    completed_on: ['actual_date', 'done_on'],
    completion_date: ['actual_date', 'done_on'],
    completed_date: ['actual_date', 'done_on'],
    planned_date: ['target_date', 'due_date'],
    end_date: ['target_date'],
    dependencies: ['depends_on'],
    blocked_by: ['depends_on', 'blockers'],
    tasks: ['actions'],
    action_items: ['actions'],
    acceptance_criteria: ['acceptance'],
    business_impact: ['business_value'],
    cadence: ['review_cadence'],
    tier: ['plan_tier'],
    probability: ['likelihood'],
    severity: ['impact'],
    renewal: ['renewal_date'],
    participants: ['attendees'],
    responsible: ['owner'],
    assignee: ['owner'],
    csm: ['owner'],
    completed: ['actual_date', 'done_on'],
    goal: ['description', 'target'],
    kind: ['type'],
    plan_b: ['contingency'],
    current_state: ['current_situation'],
    desired_state: ['desired_future_state'],
    future_state: ['desired_future_state'],
    raised_on: ['opened_on'],
    changes: ['plan_changes'],
    results: ['measurements'],
    values: ['measurements'],
    reviews: ['review_history'],
    review_log: ['review_history'],
    risk_register: ['risks'],
    goals: ['outcomes'],
    objectives: ['outcomes'],
    people: ['stakeholders'],
    contacts: ['stakeholders'],
  }),
);

/** The field that a key most likely means: one that is written nearly so, else one of those that are not in use yet. Undefined where it is anybody's guess. */
export function meantField(
  key: string,
  known: ReadonlyMap<string, unknown>,
  names: ReadonlySet<string>,
): string | undefined {
  const all = [...known.keys()];
  const near = nearest(key, all);
  return (
    (near !== undefined && isSlip(key, near, names.has(near)) ? near : undefined) ??
    usualField(
      key,
      all.filter(name => !names.has(name)),
    )
  );
}

/** Written as fields are. */
const PLAIN = /^[a-z_]+$/;

/** Words of their own that a letter parts from a field. */
const OWN_WORDS: ReadonlySet<string> = new Set(['contact', 'mrr', 'status']);

/**
 * True for a key that is a field but for a slip of the pen, its beginning, or the field with a word more or less (`mitigation_plan`), which beside the
 * field (`isTaken`) is something else. So are other words: whoever writes a `comment` did not mean `current`.
 */
function isSlip(key: string, field: string, isTaken = false): boolean {
  const written = plainKey(key);
  if (field.startsWith(written)) return true;
  if (OWN_WORDS.has(written)) return false;
  const [words, others] = [written.split('_'), field.split('_')];
  const isLonger = others.every(word => words.includes(word)) || words.every(word => others.includes(word));
  if (isLonger && words.length !== others.length) return !isTaken;
  const apart = distance(written, field);
  const isSwapped = apart === 2 && sorted(written) === sorted(field);
  return (isSwapped ? 1 : apart) <= (written.length < 6 ? 1 : written.length < 9 ? 2 : 3);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function plainKey(key: string): string {
  return PLAIN.test(key)
    ? key
    : key
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_');
}

/** False for a key that means the field in no shape: what shapes there are need not be looked up then. Every key that is there is asked for each that is not. */
export function mayMean(key: string, field: string): boolean {
  const known = byField.get(field) ?? oncePerText((one: string) => standsFor(one, field));
  byField.set(field, known);
  return known(key);
}

/** There are as many fields as the format has. */
const byField = new Map<string, (key: string) => boolean>();

function standsFor(key: string, field: string): boolean {
  if (usualFields(key).includes(field)) return true;
  // Words that are so unlike in length are never near each other, unless one begins the other.
  const isFar =
    Math.abs(key.length - field.length) > Math.max(1, Math.ceil(key.length * 0.4)) && !field.startsWith(key);
  return PLAIN.test(key) && isFar ? false : nearest(key, [field]) !== undefined && isSlip(key, field);
}

/** The one of a thing's `free` fields that a key stands for where people use it for the same, or undefined. */
function usualField(key: string, free: readonly string[]): string | undefined {
  return usualFields(key).find(meant => free.includes(meant));
}

function usualFields(key: string): readonly string[] {
  return FIELDS.get(plainKey(key)) ?? [];
}

/** True for a value that may stand under another key, so that its new name does not bring up a mistake. */
export function fits(node: Node, shape: Shape, team: TeamFormat): boolean {
  const value = resolve(node);
  if (!value || (value.kind === 'scalar' && value.value === null)) return true;
  if (value.kind !== 'scalar') return value.kind === 'mapping' ? shape.properties !== undefined : !!shape.items;
  if (shape.name === 'day') return parseDay(value.text) !== undefined;
  const words = valuesOf(shape, team);
  if (words) return words.some(word => word.value === value.text);
  return shape.orText || (!shape.properties && !shape.items);
}

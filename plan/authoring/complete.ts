import { addDays, type Day, formatFullDay } from '../day.ts';
import { isPastDay } from '../model/day-properties.ts';
import type { Agenda, Plan } from '../model/index.ts';
import { peopleOf } from '../model/people.ts';
import { agendaShape, planShape, type Shape, shapeAt } from '../schema/shape.ts';
import { type Cursor, cursorAt } from '../syntax/cursor.ts';
import { quoteLike } from '../syntax/quote.ts';
import { keyCandidates } from './keys.ts';

/** Something that may stand at the cursor. `replace` counts from the start of the text. */
export interface Candidate {
  readonly kind: 'key' | 'section' | 'value' | 'person' | 'reference' | 'day' | 'text';
  readonly label: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly insert: string;
  readonly replace: { readonly start: number; readonly end: number };
  /** True if something is to be chosen next, so that the list opens again. */
  readonly goesOn: boolean;
}

/**
 * What may stand at an offset, best first. Works from the text and its indentation, so that a half-typed line serves as
 * well as a whole one; `model` is the document as it was last read and only lends its people and ids. Never throws.
 */
export function complete(text: string, offset: number, model: Plan | Agenda | undefined, today: Day): Candidate[] {
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const root = isAgenda(text, offset) ? agendaShape() : planShape();
  const here = shapeAt(root, cursor.path);
  if (cursor.on === 'value')
    return valuesFor(here?.properties?.get(cursor.key ?? ''), cursor, model, today, cursor.key ?? '');
  if (here?.properties) return keyCandidates(here, cursor);
  const name = String(cursor.path.findLast(step => typeof step === 'string') ?? '');
  if (here?.items && cursor.on === 'key') return listEntries(here.items, cursor, model, today, name);
  return here ? valuesFor(here, cursor, model, today, name) : [];
}

/** Entries for a list whose first dash is still to be typed. */
function listEntries(
  item: Shape,
  cursor: Cursor,
  model: Plan | Agenda | undefined,
  today: Day,
  name: string,
): Candidate[] {
  const entries = item.properties
    ? keyCandidates(item, { ...cursor, on: 'item', column: cursor.column + 2 })
    : valuesFor(item, cursor, model, today, name);
  return entries.map(entry => ({ ...entry, insert: `- ${entry.insert}` }));
}

function valuesFor(
  shape: Shape | undefined,
  cursor: Cursor,
  model: Plan | Agenda | undefined,
  today: Day,
  property: string,
): Candidate[] {
  if (!shape) return [];
  const candidate = (kind: Candidate['kind'], label: string, detail: string, documentation = ''): Candidate => ({
    kind,
    label,
    detail,
    documentation,
    insert: written(label, cursor),
    replace: cursor.replace,
    goesOn: false,
  });
  if (shape.values) return shape.values.map(({ value, meaning }) => candidate('value', value, meaning));
  const plan = model?.kind === 'plan' ? model : undefined;
  const side = SIDES[shape.name];
  if (plan && (PEOPLE.has(shape.name) || shape.items?.name === 'personRef'))
    return people(plan, side, today).map(([name, detail]) => candidate('person', name, detail));
  if (plan && shape.name in REFERENCES)
    return REFERENCES[shape.name]?.(plan).map(([id, description]) => candidate('reference', id, description)) ?? [];
  if (shape.name === 'day') return days(plan, property, today).map(([value, why]) => candidate('day', value, why));
  if (shape.name === 'yesNo') return ['yes', 'no'].map(word => candidate('value', word, ''));
  if (shape.name === 'planChanges') return [candidate('value', 'none', 'The review left the plan as it was.')];
  return shape.examples.map(example => candidate('text', example, 'for example'));
}

/** The text as it is put into the plan: inside quotes that are open already, or in the quotes it needs. */
function written(value: string, cursor: Cursor): string {
  if (cursor.quote === '"') return quoteLike('double', value);
  if (cursor.quote === "'") return quoteLike('single', value);
  return quoteLike('plain', value);
}

const PEOPLE: ReadonlySet<string> = new Set(['personRef', 'personRefs', 'customerPersonRef', 'vendorPersonRef']);

const SIDES: Readonly<Record<string, 'customer' | 'vendor'>> = {
  customerPersonRef: 'customer',
  vendorPersonRef: 'vendor',
};

/** The people of the plan with role and side; those who left come last. */
function people(plan: Plan, side: 'customer' | 'vendor' | undefined, today: Day): [string, string][] {
  const gone = (until: Day | undefined) => until !== undefined && until < today;
  return peopleOf(plan)
    .all.filter(entry => !side || entry.side === side)
    .map(({ name, side: own, person }) => ({
      name,
      left: gone(person.until?.value),
      detail: [person.role?.text, own].filter(Boolean).join(', '),
    }))
    .sort((a, b) => Number(a.left) - Number(b.left))
    .map(({ name, left, detail }) => [name, left ? `${detail}, no longer there` : detail]);
}

const REFERENCES: Readonly<Record<string, (plan: Plan) => [string, string][]>> = {
  outcomeRef: plan => plan.outcomes.items.map(o => [o.id?.text ?? '', o.description?.text ?? '']),
  riskRef: plan => plan.risks.items.map(r => [r.id?.text ?? '', r.description?.text ?? '']),
  priorityRef: plan => (plan.customer?.priorities.items ?? []).map(p => [p.id?.text ?? '', p.name?.text ?? '']),
  phaseRef: plan => plan.phases.items.map(p => [p.id?.text ?? '', p.name?.text ?? '']),
  milestoneRef: plan =>
    [...plan.outcomes.items.flatMap(o => o.milestones.items), ...plan.milestones.items].map(m => [
      m.id?.text || (m.name?.text ?? ''),
      m.id ? (m.name?.text ?? '') : '',
    ]),
};

/** Days that are likely: now for what has happened, later and the renewal for what is planned. */
function days(plan: Plan | undefined, property: string, today: Day): [string, string][] {
  const renewal = plan?.customer?.contract?.renewal_date?.value;
  const past = isPastDay(property, plan ? '' : 'qbr');
  const later: [string, string][] = [30, 90].map(ahead => [
    addDays(today, ahead),
    `in ${ahead} days, ${formatFullDay(addDays(today, ahead))}`,
  ]);
  const all: [string, string][] = [[today, `today, ${formatFullDay(today)}`], ...(past ? [] : later)];
  return renewal && !past && property !== 'renewal_date'
    ? [...all, [renewal, `the renewal, ${formatFullDay(renewal)}`]]
    : all;
}

/** True if the document around an offset is a review agenda: told by its lines, since it may not be readable. */
function isAgenda(text: string, offset: number): boolean {
  const from = Math.max(0, text.lastIndexOf('\n---', offset - 1));
  const next = text.indexOf('\n---', offset);
  const document = text.slice(from, next < 0 ? text.length : next);
  return /^qbr\s*:/m.test(document) && !/^plan\s*:/m.test(document);
}

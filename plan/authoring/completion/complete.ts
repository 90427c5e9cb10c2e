import { addDays, type Day, formatFullDay, quarterEnd } from '../../day.ts';
import { isPastDay } from '../../model/day-properties.ts';
import type { Agenda, Plan } from '../../model/index.ts';
import { hasLeft, peopleOf } from '../../model/people.ts';
import { agendaShape, planShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { usualTexts, valuesOf } from '../../schema/team-shape.ts';
import { type Cursor, cursorAt } from '../../syntax/cursor.ts';
import { STANDARD_FORMAT, type TeamFormat } from '../../team-format.ts';
import { ownKeys, ownValues } from '../own-fields.ts';
import { type Candidate, candidate } from './candidate.ts';
import { keyCandidates, listEntries } from './keys.ts';

/** What is at hand beside the cursor. */
interface Surroundings {
  readonly cursor: Cursor;
  readonly model: Plan | Agenda | undefined;
  readonly today: Day;
  readonly team: TeamFormat;
}

/**
 * What may stand at an offset, best first. Works from the text and its indentation, so that a half-typed line serves as
 * well as a whole one; `model` is the document as it was last read and only lends its people and ids. Never throws.
 */
export function complete(
  text: string,
  offset: number,
  model: Plan | Agenda | undefined,
  today: Day,
  team: TeamFormat = model?.team ?? STANDARD_FORMAT,
): Candidate[] {
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const root = isAgenda(text, offset) ? agendaShape() : planShape();
  const here = shapeAt(root, cursor.path);
  const around = { cursor, model, today, team };
  if (cursor.on === 'value') return valueUnder(here, cursor.key ?? '', around);
  if (here?.properties) return [...keyCandidates(here, cursor), ...ownKeys(cursor, team)];
  const name = String(cursor.path.findLast(step => typeof step === 'string') ?? '');
  if (here?.items && cursor.on === 'key') return listEntries(here.items, cursor, item => valuesFor(item, around, name));
  const own = team.fields.get(name);
  if (own) return ownValues(own, cursor);
  return here ? valuesFor(here, around, name) : [];
}

/** The value of a key: those of the format, before them words that the team has named for a free text. */
function valueUnder(owner: Shape | undefined, key: string, around: Surroundings): Candidate[] {
  const { cursor, team } = around;
  const own = team.fields.get(key);
  if (own) return own.type === 'date' ? dayCandidates(key, around) : ownValues(own, cursor);
  const usual = owner ? usualTexts(owner, key, team) : [];
  const known = valuesFor(owner?.properties?.get(key), around, key).filter(({ label }) => !usual.includes(label));
  return [...usual.map(word => candidate('value', word, 'among your team’s words', cursor)), ...known];
}

function valuesFor(shape: Shape | undefined, around: Surroundings, property: string): Candidate[] {
  if (!shape) return [];
  const { cursor, model, today, team } = around;
  const values = valuesOf(shape, team);
  if (values) return values.map(({ value, meaning }) => candidate('value', value, meaning, cursor));
  const plan = model?.kind === 'plan' ? model : undefined;
  const side = SIDES[shape.name];
  if (plan && (PEOPLE.has(shape.name) || shape.items?.name === 'personRef'))
    return people(plan, side, today).map(([name, detail]) => candidate('person', name, detail, cursor));
  if (plan && shape.name in REFERENCES)
    return (
      REFERENCES[shape.name]?.(plan).map(([id, description]) => candidate('reference', id, description, cursor)) ?? []
    );
  if (shape.name === 'day') return dayCandidates(property, around);
  if (shape.name === 'yesNo') return ['yes', 'no'].map(word => candidate('value', word, '', cursor));
  if (shape.name === 'planChanges') return [candidate('value', 'none', 'The review left the plan as it was.', cursor)];
  return shape.examples.map(example => candidate('text', example, 'for example', cursor));
}

const PEOPLE: ReadonlySet<string> = new Set(['personRef', 'personRefs', 'customerPersonRef', 'vendorPersonRef']);

const SIDES: Readonly<Record<string, 'customer' | 'vendor'>> = {
  customerPersonRef: 'customer',
  vendorPersonRef: 'vendor',
};

/** The people of the plan with role and side; those who left come last. */
function people(plan: Plan, side: 'customer' | 'vendor' | undefined, today: Day): [string, string][] {
  return peopleOf(plan)
    .all.filter(entry => !side || entry.side === side)
    .map(({ name, side: own, person }) => ({
      name,
      left: hasLeft(person, today),
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

/** Days that are likely: now for what has happened; later, the end of the quarter and the renewal for what is planned. */
function dayCandidates(property: string, { cursor, model, today, team }: Surroundings): Candidate[] {
  const plan = model?.kind === 'plan' ? model : undefined;
  const renewal = plan?.customer?.contract?.renewal_date?.value;
  const past = isPastDay(property, plan ? '' : 'qbr');
  const later: [Day, string][] = [30, 90].map(ahead => [addDays(today, ahead), `in ${ahead} days`]);
  const quarter: [Day, string] = [quarterEnd(today, team.fiscalYearStart), 'the end of the quarter'];
  const all: [Day, string][] = [[today, 'today'], ...(past ? [] : [...later, quarter])];
  if (renewal && !past && property !== 'renewal_date') all.push([renewal, 'the renewal']);
  const first = all.filter(([value], index) => all.findIndex(([other]) => other === value) === index);
  return first.map(([value, why]) => candidate('day', value, `${why}, ${formatFullDay(value)}`, cursor));
}

/** True if the document around an offset is a review agenda: told by its lines, since it may not be readable. */
function isAgenda(text: string, offset: number): boolean {
  const from = Math.max(0, text.lastIndexOf('\n---', offset - 1));
  const next = text.indexOf('\n---', offset);
  const document = text.slice(from, next < 0 ? text.length : next);
  return /^qbr\s*:/m.test(document) && !/^plan\s*:/m.test(document);
}

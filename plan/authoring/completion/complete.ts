import type { Day } from '../../day.ts';
import type { Agenda, Plan } from '../../model/index.ts';
import { agendaShape, planShape, type Shape } from '../../schema/shape.ts';
import { type Cursor, cursorAt } from '../../syntax/cursor.ts';
import { indentationOf } from '../../syntax/indentation.ts';
import { lineEnd, lineStart } from '../../syntax/lines.ts';
import { STANDARD_FORMAT, type TeamFormat } from '../../team-format.ts';
import { isAgendaName } from '../names/linked-plan.ts';
import { ownKeys, ownValues } from '../own-fields.ts';
import type { Around } from './around.ts';
import { NOUNS } from './block-fields.ts';
import { scalarOf } from './block-values.ts';
import { blockFor, wholePlan } from './blocks.ts';
import { blockCandidate, type Candidate, candidate } from './candidate.ts';
import { ignoreCandidates } from './ignore.ts';
import { type Node, Writer } from './insert.ts';
import { keyCandidates } from './keys.ts';
import { nextId } from './references.ts';
import { entryValues, valueUnder } from './values.ts';

/** What only others can tell of a document. */
export interface Beside {
  /** The plan that an agenda reviews. */
  readonly reviewed?: Plan | undefined;
  /** The rules that speak where the cursor's comment would silence them. */
  readonly speaking?: ReadonlySet<string>;
}

/**
 * What may stand at an offset, best first. Works from the text and its indentation, so that a half-typed line serves as
 * well as a whole one; `model` is the document as it was last read and only lends its people and ids. `file` is the file's own name. Never throws.
 */
export function complete(
  text: string,
  offset: number,
  model: Plan | Agenda | undefined,
  today: Day,
  team: TeamFormat = model?.team ?? STANDARD_FORMAT,
  file = '',
  beside: Beside = {},
): Candidate[] {
  if (text.startsWith('\uFEFF')) {
    const inner = complete(text.slice(1), Math.max(0, offset - 1), model, today, team, file, beside);
    return inner.map(one => ({ ...one, replace: { start: one.replace.start + 1, end: one.replace.end + 1 } }));
  }
  const ignore = ignoreCandidates(text, offset, beside.speaking);
  if (ignore) return ignore;
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const document = documentAround(text, offset);
  const agenda = isAgenda(document, file);
  const shapes: (Shape | undefined)[] = [agenda ? agendaShape() : planShape()];
  for (const step of cursor.path) {
    const last = shapes.at(-1);
    shapes.push(typeof step === 'number' ? last?.items : (last?.properties?.get(step) ?? last?.further));
  }
  const plan = model?.kind === 'plan' ? model : undefined;
  const { reviewed } = beside;
  const indentation = indentationOf(text);
  const around: Around = { text, offset, cursor, shapes, model, plan, reviewed, indentation, today, team, file };
  const all = candidatesAt(around, document, agenda).map(one => inQuotes(one, text, offset));
  if (cursor.after === '') return all;
  return all.map(one => ({
    ...one,
    insert: one.insert + cursor.after,
    snippet: one.snippet && one.snippet + cursor.after,
  }));
}

/** What goes between quotes that are there already leaves them alone: they may stand outside of the place that is being filled in. */
function inQuotes(one: Candidate, text: string, offset: number): Candidate {
  const { insert, snippet = insert } = one;
  const { start, end } = one.replace;
  const quote = text.charAt(start);
  const isQuoted = (quote === '"' || quote === "'") && start < offset && offset < end && text.charAt(end - 1) === quote;
  const fits = [insert, snippet].every(it => it.length > 1 && it.startsWith(quote) && it.endsWith(quote));
  if (!isQuoted || !fits) return one;
  return {
    ...one,
    insert: insert.slice(1, -1),
    snippet: one.snippet?.slice(1, -1),
    replace: { start: start + 1, end: end - 1 },
  };
}

function candidatesAt(around: Around, document: string, agenda: boolean): Candidate[] {
  const { text, offset, cursor, shapes } = around;
  if (text.charAt(cursor.replace.start) === '*' && cursor.on !== 'key') return aliases(around);
  if (cursor.on === 'value') return valueUnder(shapes.at(-1), cursor.key ?? '', around);
  const isNew =
    cursor.path.length === 0 &&
    !cursor.colon &&
    !cursor.hasBody &&
    !/^[^\s#]/m.test(document.replace(lineOf(text, offset), ''));
  return [...(isNew ? wholes(around, agenda) : []), ...entries(around)];
}

/** Keys, or entries of a list, with their dash where that is still missing. */
function entries(around: Around): Candidate[] {
  const { cursor, shapes, team } = around;
  const here = shapes.at(-1);
  const name = String(cursor.path.findLast(step => typeof step === 'string') ?? '');
  if (here?.items && cursor.on === 'key' && !cursor.flow) return listEntries(here.items, name, around);
  if (here?.properties) {
    const isItem = typeof cursor.path.at(-1) === 'number' && cursor.on === 'item';
    if (isItem && cursor.flow) return wholeItem(here, name, around);
    // Within an outcome, a milestone serves that one.
    const isOwned = here.name === 'milestone' && shapes.some(shape => shape?.name === 'outcome');
    const known = keyCandidates(here, cursor, beginningIn(here, around), around.indentation);
    const keys = [...known.filter(({ label }) => !isOwned || label !== 'outcome'), ...ownKeys(cursor, team)];
    // What kind of document it is to be may still be open.
    const isOpen = cursor.path.length === 0 && !cursor.present.has('plan') && here.properties.has('plan');
    if (isOpen)
      keys.push(...keyCandidates(agendaShape(), cursor, beginningIn(agendaShape(), around), around.indentation));
    const all = [...(isItem && !cursor.colon ? wholeItem(here, name, around) : []), ...keys];
    return all.length > 0 ? all : anyKey(cursor);
  }
  const own = team.fields.get(name);
  if (own) return ownValues(own, cursor);
  if (here?.further && cursor.on === 'key') return anyKey(cursor);
  if (cursor.on === 'item' && here) return entryValues(here, name, around);
  // Where keys of the team's own stand already, a value would be a second thing.
  if (cursor.on === 'key' && here) return cursor.present.size > 0 ? [] : entryValues(here, name, around);
  return cursor.on === 'key' ? anyKey(cursor) : entryValues(NOTHING, name, around);
}

/** What stands where the format knows nothing. */
const NOTHING: Shape = {
  name: '',
  title: '',
  description: '',
  properties: undefined,
  further: undefined,
  required: [],
  items: undefined,
  values: undefined,
  examples: [],
  default: undefined,
  orText: false,
};

/** Keys of one's own may stand everywhere. */
function anyKey(cursor: Cursor): Candidate[] {
  if (cursor.colon) return [];
  const { before } = cursor;
  const own = candidate('text', 'x-', 'a key of your own', cursor);
  return [{ ...own, insert: `${before}x-note: `, snippet: `${before}x-\${1:note}: ` }];
}

/** Entries for a list whose dash is still to be typed. */
function listEntries(item: Shape, name: string, around: Around): Candidate[] {
  const { cursor } = around;
  const behind: Cursor = {
    ...cursor,
    before: `${cursor.before}- `,
    column: cursor.column + 2,
    path: [...cursor.path, 0],
    levels: [...cursor.levels, { step: 0, start: around.offset, column: cursor.column }],
    present: new Set(),
    on: 'item',
  };
  const within = { ...around, cursor: behind, shapes: [...around.shapes, item] };
  if (!item.properties) return entryValues(item, name, within);
  if (cursor.hasBody) return [];
  return [
    ...wholeItem(item, name, within),
    ...keyCandidates(item, behind, beginningIn(item, within), around.indentation),
  ];
}

/** A whole entry of a list, less the fields that it has already. */
function wholeItem(item: Shape, property: string, around: Around): Candidate[] {
  const { cursor } = around;
  const node = blockFor(item, property, around, cursor.present, around.shapes.at(-2)?.name);
  if (node?.kind !== 'map' || node.entries.length < 2) return [];
  const noun = NOUNS[item.name] ?? item.title.toLowerCase();
  const id = cursor.present.has('id')
    ? undefined
    : node.entries.some(([key]) => key === 'id') && nextId(item.name, around);
  const writer = new Writer(around.indentation).text(cursor.before).node(node, cursor.column, cursor.flow);
  return [blockCandidate('block', id ? `${noun} ${id}` : noun, `a whole ${noun}`, writer.done(), cursor)];
}

/** What a key begins with: a block, a value that is known, or a text to be typed in quotes. */
function beginningIn(owner: Shape, around: Around): (shape: Shape, key: string) => Node | undefined {
  return (shape, key) => {
    if (around.team.texts.has(`${owner.name}.${key}`) || (owner.name === 'qbr' && key === 'plan')) return undefined;
    const block = blockFor(shape, key, around, undefined, owner.name);
    if (block) return block;
    if (shape.properties || shape.items || CHOSEN.has(shape.name) || around.team.words.has(shape.name))
      return undefined;
    const value = scalarOf(shape, key, { around, owner: owner.name, inOutcome: false, inPlan: false });
    if (value.choices || (value.text === '' && value.quotes !== 'double')) return undefined;
    return value;
  };
}

/** What is chosen from a list with words beside it. */
const CHOSEN: ReadonlySet<string> = new Set(['day', 'duration', 'yesNo', 'freeForm', 'planChanges', 'level']);

/** A whole plan, and a whole agenda, for a document that has nothing yet. */
function wholes({ cursor, ...around }: Around, agenda: boolean): Candidate[] {
  const write = (node: Node & { readonly kind: 'map' }) => {
    const writer = new Writer(around.indentation).text(cursor.before);
    node.entries.forEach(([key, value], index) => {
      if (index > 0) writer.text(`\n\n${' '.repeat(cursor.column)}`);
      writer.text(`${key}:`).behind(value, cursor.column, false);
    });
    return writer.done();
  };
  const task = { ...around, cursor };
  const qbr = agendaShape().properties?.get('qbr');
  const block = qbr && blockFor(qbr, 'qbr', { ...task, shapes: [agendaShape()] });
  const review = block
    ? [
        blockCandidate(
          'block',
          'review agenda',
          'a whole agenda for a review',
          write({ kind: 'map', entries: [['qbr', block]] }),
          cursor,
        ),
      ]
    : [];
  const plan = blockCandidate('block', 'success plan', 'a whole plan', write(wholePlan(planShape(), task)), cursor);
  if (agenda) return review;
  return /success-plan\.ya?ml$/.test(around.file) ? [plan] : [plan, ...review];
}

/** The anchors that stand before the cursor, less those of what it is in. */
function aliases({ text, offset, cursor }: Around): Candidate[] {
  const around = new Set(cursor.levels.flatMap(({ start }) => anchorsIn(lineOf(text, start))));
  const names = new Set(anchorsIn(text.slice(0, offset)).filter(name => !around.has(name)));
  return [...names].map(name => ({
    ...candidate('reference', `*${name}`, 'what the anchor of that name holds', cursor),
    insert: `${cursor.before}*${name}`,
  }));
}

function anchorsIn(text: string): string[] {
  return [...text.matchAll(/^[^#\n]*?[\s:[{,-]&([^\s,[\]{}]+)/gm)].map(match => match[1] ?? '');
}

/** The lines of the document around an offset. */
function documentAround(text: string, offset: number): string {
  const from = Math.max(0, text.lastIndexOf('\n---', offset - 1));
  const next = text.indexOf('\n---', offset);
  return text.slice(from, next < 0 ? text.length : next).replace(/^\n?---[^\n]*/, '');
}

function lineOf(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), lineEnd(text, offset));
}

/** True for a review agenda: told by its lines, since it may not be readable; one without sections by the file's name. */
function isAgenda(document: string, file: string): boolean {
  if (/^plan\s*:/m.test(document)) return false;
  return /^qbr\s*:/m.test(document) || (isAgendaName(file) && !/^\w/m.test(document.replace(/^q?b?r?\s*$/m, '')));
}

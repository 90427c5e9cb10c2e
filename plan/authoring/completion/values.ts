import { isPastDay } from '../../model/day-properties.ts';
import { definitionShape, type Shape } from '../../schema/shape.ts';
import { usualTexts, valuesOf } from '../../schema/team-shape.ts';
import { entriesBeside } from '../../syntax/cursor.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { inSnippet } from '../../templates/snippet.ts';
import { ownValues } from '../own-fields.ts';
import { type Around, holderOf, near, planBeside, styleOf } from './around.ts';
import { NOUNS } from './block-fields.ts';
import { blockFor } from './blocks.ts';
import { blockCandidate, type Candidate, candidate } from './candidate.ts';
import { aboutDay, likelyDays } from './days.ts';
import { examplesOf } from './examples.ts';
import { type Node, Writer } from './insert.ts';
import { namesPeople, peopleFor, peopleOfSide } from './people.ts';
import { durationsFor, quantitiesFor, whole } from './quantities.ts';
import { nextId, ownId, referencesFor } from './references.ts';

/** The value of a key: those of the format, before them words that the team has named for a free text. */
export function valueUnder(owner: Shape | undefined, key: string, around: Around): Candidate[] {
  const { cursor, team } = around;
  const own = team.fields.get(key);
  if (own) return own.type === 'date' ? dayCandidates(key, '', around) : orText(ownValues(own, cursor), around);
  const shape = owner?.properties?.get(key) ?? owner?.further;
  const usual = owner ? usualTexts(owner, key, team) : [];
  const known = shape ? under(shape, key, around) : [];
  const more = known.filter(({ label }) => !usual.includes(label));
  return orText([...usual.map(word => candidate('value', word, 'among your team’s words', cursor)), ...more], around);
}

/** Where a list or a group of fields belongs, it begins on the next line; a list may also stand in brackets. */
function under(shape: Shape, key: string, around: Around): Candidate[] {
  const { cursor, text } = around;
  const isGroup = (shape.items || shape.properties) && shape.name !== 'personRefs';
  if (!isGroup || cursor.quote !== '') return valuesFor(shape, key, around);
  const loose = shape.orText ? valuesFor(shape, key, around) : [];
  const node =
    blockFor(shape, key, around, undefined, holderOf(around)?.name) ??
    (shape.orText && shape.items ? ONE_TEXT : undefined);
  if (!node) return [...loose, ...(shape.orText ? [] : inBrackets(shape, key, around))];
  let start = cursor.replace.start;
  if (!cursor.flow && node.kind !== 'row') while (/[ \t]/.test(text.charAt(start - 1))) start--;
  const isEmpty = cursor.replace.end <= around.offset && start + 1 >= cursor.replace.start;
  const writer = new Writer(around.indentation);
  if (node.kind === 'row' || cursor.flow) writer.text(cursor.before).node(node, 0, cursor.flow);
  else writer.behind(node, cursor.column, false);
  const item = shape.items ?? shape;
  const noun = NOUNS[item.name] ?? item.title.toLowerCase();
  const [label, about] = item.properties ? [noun, `a whole ${noun}`] : ['list', 'one entry a line'];
  const entry = blockCandidate('block', label, about, writer.done(), {
    ...cursor,
    replace: { start: isEmpty || node.kind !== 'row' ? start : cursor.replace.start, end: cursor.replace.end },
  });
  return [
    ...loose,
    ...(node.kind === 'row' ? [{ ...entry, label: 'everyone', detail: entry.insert.trim() }] : [entry]),
    ...inBrackets(shape, key, around),
  ];
}

/** A list with one entry that is still to be typed. */
const ONE_TEXT: Node = { kind: 'list', items: [{ kind: 'scalar', text: '', quotes: 'double', stop: true }] };

/** Single entries of a list of names, in brackets that more can follow in. */
function inBrackets(shape: Shape, key: string, around: Around): Candidate[] {
  if (!shape.items || shape.items.properties || shape.orText) return [];
  const { before } = around.cursor;
  return valuesFor(shape.items, key, around)
    .filter(({ kind }) => kind === 'person' || kind === 'reference' || kind === 'value')
    .map(one => {
      const value = one.insert.slice(before.length);
      return { ...one, insert: `${before}[${value}]`, snippet: `${before}[${inSnippet(value)}\${1}]` };
    });
}

/** Entries of a list that has them already are not offered again. */
export function entryValues(shape: Shape, name: string, around: Around): Candidate[] {
  const all = valuesFor(shape, name, around);
  if (!all.some(({ kind }) => kind === 'person' || kind === 'reference' || kind === 'value'))
    return orText(all, around);
  const there = entriesBeside(around.text, around.offset, around.cursor);
  return orText(
    all.filter(({ label }) => !there.has(label)),
    around,
  );
}

/** What may stand where a shape is asked for; examples where nothing particular is known. */
function valuesFor(shape: Shape, property: string, around: Around): Candidate[] {
  const { cursor, plan, today, team } = around;
  const owner = holderOf(around)?.name ?? '';
  const values = valuesOf(shape, team);
  if (values) return values.map(({ value, meaning }) => candidate('value', value, meaning, cursor));
  if (namesPeople(shape)) {
    // Nobody is their own successor.
    const self = property === 'successor' ? near(around, 'name') : undefined;
    const people = plan ? peopleFor(shape, plan, today).filter(({ name }) => name !== self) : [];
    const style = styleOf(around, 'name');
    if (people.length === 0) return unlisted(around).map(([name, why]) => candidate('text', name, why, cursor, style));
    return people.map(({ name, detail }) => candidate('person', name, detail, cursor, style));
  }
  const references = referencesFor(shape, around);
  if (references) return references.map(([id, what]) => candidate('reference', id, what, cursor));
  if (shape.name === 'id') {
    const ids = [ownId(owner, around), nextId(owner, around)].filter(id => id !== undefined);
    return [...new Set(ids)].map(id => candidate('reference', id, 'the next that is free', cursor));
  }
  if (shape.name === 'day') return dayCandidates(property, owner, around);
  if (shape.name === 'yesNo') return ['yes', 'no'].map(word => candidate('value', word, '', cursor));
  if (shape.name === 'planChanges') return [candidate('value', 'none', 'The review left the plan as it was.', cursor)];
  if (shape.name === 'duration')
    return durationsFor(owner, around).map(([text, why]) => candidate('value', text, why, cursor));
  const likely =
    shape.name === 'quantity'
      ? quantities(property, around)
      : [...carried(property, owner, around), ...named(property, owner, around)];
  return likely.length > 0 ? likely : [...examples(shape, around), ...(shape.name === 'longText' ? block(around) : [])];
}

/** Names for a plan that lists nobody yet: those that it says elsewhere, else an example. */
function unlisted({ text, cursor }: Around): readonly (readonly [name: string, why: string])[] {
  const { start, end } = cursor.replace;
  const others = `${text.slice(0, start)}\n${text.slice(end)}`;
  const said = new Set([...others.matchAll(NAMED)].map(([, quote, name = '']) => (quote ? name : name.trim())));
  // Outside of quotes there is an empty pair of them to offer.
  if (said.size > 0 || cursor.quote === '') return [...said].map(name => [name, 'named elsewhere in the plan']);
  const example = definitionShape('vendorPerson')?.properties?.get('name')?.examples ?? [];
  return example.map(name => [name, 'for example']);
}

const NAMED =
  /^[ -]*(?:(?:co_)?owner|sponsor|person|successor|acknowledged_by):[ \t]+(["']?)(\p{L}[^"'#[\]{}\r\n]*)\1/gmu;

/** A text on lines of its own. */
function block({ cursor, indentation }: Around): Candidate[] {
  const isBegun = cursor.replace.start < cursor.replace.end;
  if (isBegun || cursor.flow || cursor.on !== 'value') return [];
  const { before, column, replace } = cursor;
  const insert = `${before}>\n${' '.repeat(column + indentation.fields)}`;
  return [{ ...candidate('text', '>', 'a text over several lines', cursor), insert, replace }];
}

/** Examples that begin as what is typed does: in the midst of a sentence none is in the way. */
function examples(shape: Shape, around: Around): Candidate[] {
  const { cursor, shapes } = around;
  // What an entry may be is told where the list is.
  const list = cursor.on === 'value' ? undefined : shapes.findLast(one => one?.items);
  const isText = /^(?:text|longText|businessValueOrText|quantity|money|link)$/.test(shape.name);
  const style = isText ? styleOf(around, 'text') : 'plain';
  const own = examplesOf(shape);
  const typed = typedIn(around).toLowerCase();
  return (own.length > 0 || !list ? own : examplesOf(list))
    .filter(example => example.toLowerCase().startsWith(typed))
    .map(example => candidate('text', example, 'for example', cursor, /^[a-z_]+$/.test(example) ? 'plain' : style));
}

/** What is typed already, without its quote. */
function typedIn({ text, offset, cursor }: Around): string {
  return text.slice(cursor.replace.start, offset).replace(/^\s*["']?/, '');
}

/** Where nothing is known, a text in quotes may stand. */
function orText(candidates: Candidate[], { cursor }: Around): Candidate[] {
  if (candidates.length > 0 || cursor.quote !== '' || cursor.replace.start < cursor.replace.end) return candidates;
  const { before, replace } = cursor;
  const empty = { documentation: '', insert: `${before}""`, snippet: `${before}"\${1}"`, replace, goesOn: false };
  return [{ kind: 'text', label: '""', detail: 'a text in quotes', ...empty }];
}

function dayCandidates(property: string, owner: string, around: Around): Candidate[] {
  const { cursor } = around;
  const style = styleOf(around, 'day');
  const days = likelyDays(property, owner, around).map(one => candidate('day', one[0], aboutDay(one), cursor, style));
  const open = ['actual_date', 'done_on'].includes(property) && isPastDay(property, owner) && cursor.quote === '';
  return open ? [...days, candidate('value', 'null', 'not yet', cursor)] : days;
}

/** Numbers in the unit of those near it, the figure itself to be typed. */
function quantities(property: string, around: Around): Candidate[] {
  const { text, offset, cursor } = around;
  const typed = text.slice(cursor.replace.start, offset);
  return quantitiesFor(property, typed, around).map(one => {
    const inUnit = whole(one);
    const isPlain = styleOf(around, 'text') === 'plain' && !/[,[\]{}]/.test(inUnit);
    const free = isPlain && quoteLike('plain', inUnit) === inUnit ? 'plain' : 'double';
    const style = cursor.quote === '' ? free : cursor.quote === "'" ? 'single' : 'double';
    const mark = style === 'plain' ? '' : style === 'single' ? "'" : '"';
    const inner = (part: string) => inSnippet(mark === '' || part === '' ? part : quoteLike(style, part).slice(1, -1));
    const [before, number, after] = [inner(one.before), inSnippet(one.number), inner(one.after)];
    const { insert, ...rest } = candidate('quantity', inUnit, one.why, cursor, style);
    const stops = /\d/.test(typed) ? '' : `${cursor.before}${mark}${before}\${1:${number}}${after}${mark}`;
    return { ...rest, insert, snippet: stops === '' ? undefined : stops };
  });
}

/** Texts that go from one place of an outcome to the next: what is measured, and where it is read off. */
function carried(property: string, owner: string, around: Around): Candidate[] {
  const from = (...keys: readonly string[]) => near(around, ...keys);
  const found =
    property === 'metric'
      ? [owner === 'baseline' ? from('target', 'metric') : from('baseline', 'metric')]
      : property === 'source' && owner === 'measurement'
        ? [from('baseline', 'source')]
        : [];
  const where = owner === 'baseline' ? 'as in the target' : 'as in the baseline';
  return found
    .flatMap(text => (text ? [candidate('text', text, where, around.cursor, styleOf(around, 'text'))] : []))
    .map(one => ({ ...one, kind: 'value' }));
}

/** Names that other places give: the plan of an agenda, who may be asked to a review. */
function named(property: string, owner: string, around: Around): Candidate[] {
  const { cursor } = around;
  if (owner === 'qbr' && property === 'plan') {
    const plan = planBeside(around);
    return plan === undefined ? [] : [candidate('value', plan, 'the plan of that name', cursor)];
  }
  if (owner !== 'qbrAttendees') return [];
  const side = property === 'vendor' ? 'vendorPersonRef' : 'customerPersonRef';
  const people = around.reviewed ? peopleOfSide(side, around.reviewed, around.today) : [];
  const types = definitionShape(property === 'vendor' ? 'vendorPersonType' : 'customerPersonType')?.values ?? [];
  const csm = { value: 'csm', meaning: 'The customer success manager.' };
  return [
    ...people.filter(({ left }) => !left).map(({ name, detail }) => candidate('person', name, detail, cursor)),
    ...[...(property === 'vendor' ? [csm] : []), ...types].map(({ value, meaning }) =>
      candidate('value', value, meaning, cursor),
    ),
  ];
}

import { applyEdits, type PlanFile, readPlanFile } from '../../check.ts';
import { titleLength } from '../../model/people.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Edit } from '../../syntax/edit.ts';
import { locate } from '../../syntax/locate.ts';
import type { Scalar, Span } from '../../syntax/tree.ts';
import { decapitalise } from '../../words.ts';
import type { Name } from './book.ts';
import { type DocumentNames, type Mention, mentionsAt, namesIn } from './names.ts';
import { nameFault } from './new-name.ts';
import { editsIn, type Replacement } from './scalar-edit.ts';

/** What is renamed from an offset: the name, and the place where it was asked. */
export interface Renaming {
  readonly names: DocumentNames;
  readonly name: Name;
  readonly span: Span;
}

/** What can be renamed at an offset, or why nothing can. Never throws. */
export function renamingAt(all: readonly DocumentNames[], offset: number): Renaming | Phrase {
  const here = mentionsAt(all, offset);
  const [mention] = here?.found ?? [];
  if (!here || !mention)
    return phrase(
      'There is no name here: put the cursor on a person, on an id, or on the name of a milestone, phase or priority.',
    );
  const { name } = mention;
  if (mention.form === 'other')
    return phrase('“{0}” is written in other words here: rename it where its name stands.', name.text);
  if (!mention.own) return phrase('“{0}” stands elsewhere and is only borrowed here: rename it there.', name.text);
  return { names: here.names, name, span: { start: mention.start, end: mention.end } };
}

/**
 * The edits by which a plan calls something else by another name, at all places that say it; or why it must not. The plan is read again with the
 * edits: everything must be found where it was. Never throws.
 */
export function renameInPlan(
  file: PlanFile,
  { names, name }: Pick<Renaming, 'names' | 'name'>,
  wanted: string,
): readonly Edit[] | Phrase {
  const next = wanted.trim();
  if (next === name.text) return [];
  const fault = nameFault(names.book, names.book.names[name.number] ?? name, next);
  if (fault) return fault;
  const edits = renameEdits(file, names, name, next);
  return misread(file, names, name, next, edits) ?? edits;
}

/** The edits by which one document says another name. */
export function renameEdits({ text, source }: PlanFile, { mentions }: DocumentNames, name: Name, next: string): Edit[] {
  const rows = new Map<Scalar, Mention[]>();
  for (const mention of mentions) {
    if (mention.number !== name.number || !mention.own || mention.form === 'other') continue;
    const row = rows.get(mention.scalar);
    if (row) row.push(mention);
    else rows.set(mention.scalar, [mention]);
  }
  return [...rows].flatMap(([scalar, row]) => {
    const [first] = row;
    if (!first) return [];
    // Where the value begins: mentions count from the start of the text, values from that of their part.
    const location = locate(source, first.start);
    const base = (location?.base ?? 0) + scalar.start;
    const raw = text.slice(base, base + scalar.end - scalar.start);
    const replacements = row.flatMap(mention => replacementsOf(mention, raw, base, name.text, next));
    const inFlow =
      location?.steps.some(step => (step.kind === 'pair' ? step.mapping?.flow : step.sequence?.flow)) === true;
    return editsIn(raw, scalar, inFlow, replacements).map(edit => ({
      start: base + edit.start,
      end: base + edit.end,
      newText: edit.newText,
    }));
  });
}

/** What a mention says instead. Of a name that goes over a line break each word is replaced where it stands, if there are as many. */
function replacementsOf(mention: Mention, raw: string, base: number, old: string, next: string): Replacement[] {
  const { from, to, scalar } = mention;
  const span = { start: mention.start - base, end: mention.end - base };
  const said = saidInstead(mention, scalar.text.slice(from, to), old, next);
  const written = raw.slice(span.start, span.end);
  if (said === scalar.text.slice(from, to)) return [];
  const words = said.split(/\s+/);
  const places = [...written.matchAll(/\S+/g)];
  const texts = [...scalar.text.slice(from, to).matchAll(/\S+/g)];
  if (!written.includes('\n') || words.length !== places.length || texts.length !== places.length)
    return [{ span, from, to, said }];
  return places.map((place, index) => {
    const text = texts[index];
    const start = from + (text?.index ?? 0);
    return {
      span: { start: span.start + place.index, end: span.start + place.index + place[0].length },
      from: start,
      to: start + (text?.[0].length ?? 0),
      said: words[index] ?? '',
    };
  });
}

function saidInstead({ form, role, name }: Mention, written: string, old: string, next: string): string {
  const words = next.split(/\s+/);
  if (form === 'first') return old.split(/\s+/)[0] === words[0] ? written : (words[0] ?? next);
  if (form === 'last') return old.split(/\s+/).at(-1) === words.at(-1) ? written : (words.at(-1) ?? next);
  const isSmall =
    role === 'text' &&
    name.by === 'name' &&
    name.kind !== 'person' &&
    written === decapitalise(written) &&
    old !== decapitalise(old);
  return isSmall ? decapitalise(next) : next;
}

/** Whether the plan would read otherwise: another name is met, or a place no longer says what it said. */
function misread(
  file: PlanFile,
  names: DocumentNames,
  name: Name,
  next: string,
  edits: readonly Edit[],
): Phrase | undefined {
  const { team, syntax } = names.read.model;
  const index = file.documents.indexOf(names.read);
  const after = readPlanFile(applyEdits(file.text, edits), team, file);
  const there = namesIn(after).find(({ read }) => read === after.documents[index]);
  const unreadable = phrase('“{0}” cannot be written at all places that say “{1}”.', next, name.text);
  if (!there || there.read.model.syntax.broken !== syntax.broken) return unreadable;
  const renamed = there.book.names[name.number];
  const title = name.kind === 'person' ? titleLength(next) : 0;
  if (there.book.names.length !== names.book.names.length || renamed?.text !== next.slice(title)) return unreadable;
  const others = (all: DocumentNames) =>
    all.mentions
      .filter(one => one.number !== name.number)
      .map(same)
      .join('\n');
  const own = (all: DocumentNames, roles: readonly Mention['role'][]) =>
    all.mentions.filter(one => one.number === name.number && roles.includes(one.role)).length;
  const isTaken =
    others(there) !== others(names) ||
    own(there, ['definition', 'reference']) !== own(names, ['definition', 'reference']) ||
    own(there, ['text']) > own(names, ['text']);
  return isTaken
    ? phrase('“{0}” is said elsewhere in this plan already: with that name, places would mean something else.', next)
    : undefined;
}

function same({ number, role, form }: Mention): string {
  return `${number} ${role} ${form}`;
}

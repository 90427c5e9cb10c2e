import { applyEdits, type PlanFile, readPlanFile } from '../../check.ts';
import { titleLength } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Edit } from '../../syntax/edit.ts';
import { locate } from '../../syntax/locate.ts';
import type { Scalar, Span } from '../../syntax/tree.ts';
import { decapitalise } from '../../words.ts';
import { type Book, bookOf, type Name } from './book.ts';
import { type DocumentNames, type Mention, mentionsAt, namesIn } from './names.ts';
import { nameFault } from './new-name.ts';
import { editsIn, type KnownEdits, type Replacement } from './scalar-edit.ts';

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

/** A file in which a name is said. */
export interface Saying {
  readonly file: PlanFile;
  /** Its documents whose names are those of one book. */
  readonly names: readonly DocumentNames[];
}

/**
 * The edits of each file by which a plan and its agendas call something by another name, at all places that say it; or why they must not. All of
 * them are read again with the edits: everything must be found where it was. Never throws.
 */
export function renameEverywhere(
  files: readonly Saying[],
  book: Book,
  name: Name,
  wanted: string,
): readonly (readonly Edit[])[] | Phrase {
  const next = wanted.trim();
  const fault = next === name.text ? undefined : nameFault(book, book.names[name.number] ?? name, next);
  if (fault) return fault;
  const changes = files.map(({ file, names }) => ({
    file,
    names,
    edits: next === name.text ? [] : names.flatMap(one => renameEdits(file, one, name, next)),
  }));
  const after = bookAfter(changes, book);
  const renamed = after?.names[name.number]?.text;
  const title = name.kind === 'person' ? titleLength(next) : 0;
  if (!after || after.names.length !== book.names.length || renamed !== next.slice(title))
    return unreadable(name, next);
  for (const change of changes) {
    const refusal = misread(change, after, name, next);
    if (refusal) return refusal;
  }
  return changes.map(({ edits }) => edits);
}

interface Change extends Saying {
  readonly edits: readonly Edit[];
}

/** The file as it is with its edits. */
const changed = oncePer(({ file, edits }: Change): PlanFile => {
  const team = file.documents[0]?.model.team;
  return edits.length === 0 ? file : readPlanFile(applyEdits(file.text, edits), team, file);
});

/** The book of the plan as it is then. */
function bookAfter(changes: readonly Change[], book: Book): Book | undefined {
  for (const change of changes) {
    const index = change.file.documents.findIndex(
      ({ model }) => model.kind === 'plan' && bookOf(model).signature === book.signature,
    );
    const model = changed(change).documents[index]?.model;
    if (model?.kind === 'plan') return bookOf(model);
  }
  return undefined;
}

function unreadable(name: Name, next: string): Phrase {
  return phrase('“{0}” cannot be written at all places that say “{1}”.', next, name.text);
}

/** The edits by which one document says another name. */
function renameEdits({ text, source }: PlanFile, { mentions, read }: DocumentNames, name: Name, next: string): Edit[] {
  const { syntax } = read.model;
  const known: KnownEdits = new Map();
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
    // Mentions count from the start of the text, values from that of their part.
    const base = (syntax.starts.get(first.part) ?? syntax.start) + scalar.start;
    const raw = text.slice(base, base + scalar.end - scalar.start);
    const replacements = row.flatMap(mention => replacementsOf(mention, raw, base, name.text, next));
    const inFlow = () =>
      locate(source, first.start)?.steps.some(step =>
        step.kind === 'pair' ? step.mapping?.flow : step.sequence?.flow,
      ) === true;
    return editsIn(raw, scalar, inFlow, replacements, known).map(edit => ({
      start: base + edit.start,
      end: base + edit.end,
      newText: edit.newText,
    }));
  });
}

/** What a mention says instead. Of a name that goes over a line break each word is replaced where it stands, the last by all that is left; if there are enough. */
function replacementsOf(mention: Mention, raw: string, base: number, old: string, next: string): Replacement[] {
  const { from, to, scalar } = mention;
  const span = { start: mention.start - base, end: mention.end - base };
  const said = saidInstead(mention, scalar.text.slice(from, to), old, next);
  const written = raw.slice(span.start, span.end);
  if (said === scalar.text.slice(from, to)) return [];
  const words = said.split(/\s+/);
  const places = [...written.matchAll(/\S+/g)];
  const texts = [...scalar.text.slice(from, to).matchAll(/\S+/g)];
  if (!written.includes('\n') || words.length < places.length || texts.length !== places.length)
    return [{ span, from, to, said }];
  return places.map((place, index) => {
    const text = texts[index];
    const start = from + (text?.index ?? 0);
    return {
      span: { start: span.start + place.index, end: span.start + place.index + place[0].length },
      from: start,
      to: start + (text?.[0].length ?? 0),
      said: words.slice(index, index + 1 < places.length ? index + 1 : undefined).join(' '),
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

/** Whether a file would read otherwise: another name is met, or a place no longer says what it said. */
function misread(change: Change, book: Book, name: Name, next: string): Phrase | undefined {
  const after = changed(change);
  const all = namesIn(after, book);
  for (const before of change.names) {
    const read = after.documents[change.file.documents.indexOf(before.read)];
    const there = all.find(one => one.read === read);
    if (!there || there.read.model.syntax.broken !== before.read.model.syntax.broken) return unreadable(name, next);
    const others = (one: DocumentNames) =>
      one.mentions
        .filter(({ number }) => number !== name.number)
        .map(same)
        .join('\n');
    const own = (one: DocumentNames, isText: boolean) =>
      one.mentions.filter(({ number, role }) => number === name.number && (role === 'text') === isText).length;
    if (
      others(there) !== others(before) ||
      own(there, false) !== own(before, false) ||
      own(there, true) > own(before, true)
    )
      return phrase('“{0}” is said elsewhere already: with that name, places would mean something else.', next);
  }
  return undefined;
}

function same({ number, role, form }: Mention): string {
  return `${number} ${role} ${form}`;
}

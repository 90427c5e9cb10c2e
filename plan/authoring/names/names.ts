import type { PlanFile } from '../../check.ts';
import type { ReadDocument } from '../../model/index.ts';
import { oncePer } from '../../once.ts';
import { type Part, partsOf, type SyntaxDocument } from '../../syntax/tree.ts';
import { type Book, bookOf, type Name } from './book.ts';
import { mentionsIn, type PartMention } from './mentions.ts';
import { Ear } from './spoken.ts';

/** A place that says a name. Spans count from the start of the text. */
export interface Mention extends PartMention {
  readonly name: Name;
  readonly part: Part;
}

/** The names in one document of a file, by the book of its plan; for an agenda that of the plan it reviews. */
export interface DocumentNames {
  readonly read: ReadDocument;
  readonly book: Book;
  /** In text order; of those that begin together the longest first. */
  readonly mentions: readonly Mention[];
}

/**
 * Every place of a file that says a name, document by document. `linked` is the book that holds for agendas; without it, and without a plan in
 * the same file, they say none. Worked out once a reading, and for what an edit left alone not even that. Never throws.
 */
export function namesIn(file: PlanFile, linked?: Book): readonly DocumentNames[] {
  const own = ownBook(file);
  const known = kept.get(file);
  // Only agendas without a plan of their own are read by another one's names.
  const book = own ?? linked;
  const signature = file.documents.some(({ model }) => model.kind === 'agenda') ? book?.signature : undefined;
  if (known && known.signature === signature) return known.made;
  const made = file.documents.flatMap(read => {
    const said = read.model.kind === 'plan' ? bookOf(read.model) : book;
    return said ? [{ read, book: said, mentions: mentionsOf(file, read, said) }] : [];
  });
  kept.set(file, { signature, made });
  return made;
}

const kept = new WeakMap<
  PlanFile,
  { readonly signature: string | undefined; readonly made: readonly DocumentNames[] }
>();

/** The book of the first plan in a file. */
export function ownBook(file: PlanFile): Book | undefined {
  for (const { model } of file.documents)
    if (model.kind === 'plan' && model.syntax.sections.length > 0) return bookOf(model);
  return undefined;
}

/** What is said at an offset: all mentions of the smallest stretch there, several where a word stands for several people. */
export function mentionsAt(
  all: readonly DocumentNames[],
  offset: number,
): { names: DocumentNames; found: readonly Mention[] } | undefined {
  const names = all.findLast(({ read }) => read.model.syntax.start <= offset) ?? all[0];
  if (!names) return undefined;
  const found = smallestAt(candidates(names, offset), offset);
  return found.length > 0 ? { names, found } : undefined;
}

/** The mentions that reach an offset: from the last that begins before it backwards, as long as one may reach so far. */
function candidates(names: DocumentNames, offset: number): Mention[] {
  const { mentions } = names;
  const reach = reaches(names);
  let low = 0;
  for (let high = mentions.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let at = low - 1; at >= 0 && (reach[at] ?? 0) >= offset; at--) {
    const one = mentions[at];
    if (one && offset <= one.end) found.push(one);
  }
  return found;
}

/** How far the mentions up to each one reach. */
const reaches = oncePer(({ mentions }: DocumentNames): readonly number[] => {
  let furthest = 0;
  return mentions.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
});

/** What was found in a part, and who heard it: as long as a book says the same, so does what an ear hears. */
const heard = new WeakMap<Part, { readonly ear: Ear; readonly found: readonly PartMention[] }>();

function mentionsOf({ text }: PlanFile, read: ReadDocument, book: Book): Mention[] {
  const all: Mention[] = [];
  for (const part of partsOf(read.model.syntax)) all.push(...inPart(text, part, read, book));
  return all.sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number);
}

function inPart(text: string, part: Part, read: ReadDocument, book: Book): Mention[] {
  const { syntax } = read.model;
  const base = syntax.starts.get(part) ?? syntax.start;
  const ear = earOf(book, syntax);
  const known = syntax.hasAlias ? undefined : heard.get(part);
  const found =
    known?.ear === ear ? known.found : mentionsIn(part, text.slice(base, base + part.length), read, book, ear);
  if (known?.ear !== ear) heard.set(part, { ear, found });
  return found.flatMap(one => {
    const name = book.names[one.number];
    return name ? [{ ...one, name, part, start: base + one.start, end: base + one.end }] : [];
  });
}

const ears = new WeakMap<Book, Ear>();

/** The ear of a book; that of an earlier version where it said the same. */
function earOf(book: Book, syntax: SyntaxDocument): Ear {
  let ear = ears.get(book);
  if (ear) return ear;
  const others = new Set<Ear | undefined>();
  for (const part of partsOf(syntax)) others.add(heard.get(part)?.ear);
  for (const other of others) if (other?.signature === book.signature) ear ??= other;
  ear ??= new Ear(book);
  ears.set(book, ear);
  return ear;
}

/** The same as `mentionsAt` for one part of a document, without a look at the others. */
export function mentionsInPart(
  text: string,
  part: Part,
  read: ReadDocument,
  book: Book,
  offset: number,
): readonly Mention[] {
  return smallestAt(
    inPart(text, part, read, book).filter(({ start, end }) => start <= offset && offset <= end),
    offset,
  );
}

/** Of what reaches an offset the smallest; between two that touch, the one that begins. */
function smallestAt(around: readonly Mention[], offset: number): readonly Mention[] {
  const inside = around.filter(one => offset < one.end);
  const here = inside.length > 0 ? inside : around;
  const least = Math.min(...here.map(({ start, end }) => end - start));
  return here.filter(({ start, end }) => end - start === least);
}

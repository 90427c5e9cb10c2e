import { outcomeAround } from '../../model/holders.ts';
import type { Agenda, ReadDocument, Reference } from '../../model/index.ts';
import { normalName, titleLength, typeMeant } from '../../model/people.ts';
import { kindWanted } from '../../rules/ids/known-ids.ts';
import { bareName } from '../../rules/people/plain-name.ts';
import { whoIsMeant } from '../../rules/people/who-is-meant.ts';
import { isPlaceholder } from '../../rules/text/placeholder.ts';
import { textPlaces } from '../../syntax/text-places.ts';
import type { Node, Part, Scalar, Span } from '../../syntax/tree.ts';
import { type Book, ID_KINDS, type Name, type NameKind } from './book.ts';
import type { Ear, Spoken } from './spoken.ts';

/**
 * How a place says a name. `whole`: in full; `first`, `last`: that word of it alone; `loose`: shortened or misspelt; `other`: by an address, a
 * role or a description, in which nothing of the name stands.
 */
export type MentionForm = Spoken['form'] | 'loose' | 'other';

/** A place that says a name; spans count from the start of its part. */
export interface PartMention extends Span {
  /** The number of the name in its book. */
  readonly number: number;
  readonly role: 'definition' | 'reference' | 'text';
  readonly form: MentionForm;
  readonly scalar: Scalar;
  /** The stretch of the scalar's text. */
  readonly from: number;
  readonly to: number;
  /** False where the text stands elsewhere (an alias), or cannot be told apart from the rest. */
  readonly own: boolean;
}

/** Texts up to this length are listened to; longer ones are minutes or pictures. */
const LONGEST = 100_000;

/** The mentions in one part of a document. `raw` is the part's text. Never throws. */
export function mentionsIn(part: Part, raw: string, read: ReadDocument, book: Book, ear: Ear): PartMention[] {
  return new Listener(part, raw, book, ear).listen(read);
}

class Listener {
  private readonly found: PartMention[] = [];
  private readonly part: Part;
  private readonly raw: string;
  private readonly book: Book;
  private readonly ear: Ear;
  private readonly references = new Map<Scalar, Reference>();
  private readonly attendees = new Map<Scalar, 'customer' | 'vendor'>();
  private outcome = '';

  constructor(part: Part, raw: string, book: Book, ear: Ear) {
    this.part = part;
    this.raw = raw;
    this.book = book;
    this.ear = ear;
  }

  listen({ model, visits }: ReadDocument): PartMention[] {
    const all = visits.get(this.part) ?? [];
    for (const { kind, element } of all) {
      if (kind === 'outcome') this.outcome = element.id?.text ?? '';
      else if (kind === 'milestone') this.outcome ||= outcomeAround(element)?.id?.text ?? element.outcome?.text ?? '';
    }
    for (const { kind, element } of all) {
      if (kind !== 'reference') continue;
      if (element.field.borrowed) this.borrowed(element);
      else this.references.set(element.field.node, element);
    }
    if (model.kind === 'agenda') this.expect(model);
    this.walk(this.part.node);
    return this.found;
  }

  private expect({ qbr }: Agenda): void {
    for (const side of ['customer', 'vendor'] as const)
      for (const field of qbr?.attendees?.[side].items ?? []) this.attendees.set(field.node, side);
  }

  private walk(node: Node): void {
    if (node.kind === 'mapping') for (const { value } of node.pairs) this.walk(value);
    else if (node.kind === 'sequence') for (const item of node.items) this.walk(item);
    else if (node.kind === 'scalar' && node.text !== '') this.scalar(node);
  }

  private scalar(scalar: Scalar): void {
    const reference = this.references.get(scalar);
    const side = this.attendees.get(scalar);
    const before = this.found.length;
    for (const name of this.book.defined.get(scalar) ?? []) {
      const title = name.kind === 'person' ? titleLength(scalar.text.trim()) : 0;
      this.whole(scalar, name, 'definition', 'whole', title);
    }
    if (reference) this.refer(scalar, reference);
    if (side) this.attend(scalar, side);
    const isMeant = this.found.length > before;
    if (typeof scalar.value !== 'string' || scalar.text.length > LONGEST) return;
    const whole = this.found.slice(before);
    const role = (reference || side) && !isMeant ? 'reference' : 'text';
    for (const { name, from, to, form } of this.ear.hear(scalar.text)) {
      if (whole.some(one => one.number === name.number || (one.from === from && one.to === to))) continue;
      this.add(scalar, name, role, form, from, to);
    }
    // Only what says no name as it is written is guessed at.
    if (this.found.length > before) return;
    if (reference?.to === 'person' || side) this.guess(scalar);
    else if (reference) this.describe(scalar, reference);
  }

  private refer(scalar: Scalar, { field, to }: Reference): void {
    const text = scalar.text.trim();
    if (isPlaceholder(text)) return;
    const found = to === 'person' ? this.book.person(text) : this.find(to, text);
    if (found) this.whole(scalar, found, 'reference', 'whole', to === 'person' ? titleLength(field.text) : 0);
  }

  private find(to: Reference['to'], text: string): Name | undefined {
    const kind = kindWanted(to);
    const kinds: readonly NameKind[] = kind
      ? [...new Set([kind, ...(kind === 'outcome' ? (['result'] as const) : kind === 'milestone' ? ID_KINDS : [])])]
      : ID_KINDS;
    return this.book.find(kinds, text, this.outcome);
  }

  /** Attendees of a review may be named by their part in the plan. */
  private attend(scalar: Scalar, side: 'customer' | 'vendor'): void {
    const text = scalar.text.trim();
    const person = this.book.person(text);
    if (person) this.whole(scalar, person, 'reference', 'whole', titleLength(text));
    if (person) return;
    const type = typeMeant(text);
    for (const one of this.book.people.all) {
      const name = one.side === side && one.person.type?.value === type && this.book.person(one.name);
      if (name) this.whole(scalar, name, 'reference', 'other', 0);
    }
  }

  private guess(scalar: Scalar): void {
    const text = scalar.text.trim();
    const meant = isPlaceholder(text) ? undefined : whoIsMeant(text, this.book.people);
    const name = meant && this.book.person(meant.name);
    if (name) this.whole(scalar, name, 'reference', formOf(text, name.text), 0);
  }

  /** An outcome or risk may be named by its description. */
  private describe(scalar: Scalar, { to }: Reference): void {
    const { outcomes, risks } = this.book.plan;
    const rows = to === 'outcome' ? outcomes.items : to === 'risk' ? risks.items : [];
    const text = normalName(scalar.text);
    const found = rows.find(({ description }) => description && normalName(description.text) === text);
    const name = found?.id && this.book.find([found.definition], found.id.text, '');
    if (name) this.whole(scalar, name, 'reference', 'other', 0);
  }

  private whole(scalar: Scalar, name: Name, role: PartMention['role'], form: MentionForm, title: number): void {
    const lead = scalar.text.length - scalar.text.trimStart().length;
    this.add(scalar, name, role, form, lead + title, scalar.text.trimEnd().length);
  }

  private add(
    scalar: Scalar,
    name: Name,
    role: PartMention['role'],
    form: MentionForm,
    from: number,
    to: number,
  ): void {
    const places = textPlaces(this.raw.slice(scalar.start, scalar.end), scalar);
    const span = places?.span(from, to);
    // What cannot be told apart from the words around it is left alone.
    if (!span && role === 'text') return;
    const { start, end } = span ? { start: scalar.start + span.start, end: scalar.start + span.end } : scalar;
    this.found.push({ number: name.number, role, form, scalar, from, to, own: span !== undefined, start, end });
  }

  /** A reference that is an alias says what stands at its anchor; of a list or a merged mapping nobody can say which name is where. */
  private borrowed({ field, to }: Reference): void {
    if (!this.raw.startsWith('*', field.start) || this.found.some(one => one.start === field.start)) return;
    const found = to === 'person' ? this.book.person(field.text) : this.find(to, field.text);
    const { node: scalar, start, end } = field;
    if (found)
      this.found.push({
        number: found.number,
        role: 'reference',
        form: 'whole',
        scalar,
        from: 0,
        to: 0,
        own: false,
        start,
        end,
      });
  }
}

/** How a guessed name is written. */
function formOf(written: string, name: string): MentionForm {
  const [text, all] = [bareName(written), bareName(name).split(' ')];
  if (text === all[0]) return 'first';
  if (text === all.at(-1)) return 'last';
  const words = text.split(' ');
  // A slip of the pen, an initial, a name in the middle; a role or an address has nothing of that.
  const isAlike = words.length === all.length && Math.abs(text.length - bareName(name).length) <= 2;
  const isNear = isAlike || words.some(word => all.includes(word));
  return isNear && !written.includes('@') ? 'loose' : 'other';
}

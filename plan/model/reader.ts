import type { Day } from '../day.ts';
import type { Visit } from '../generated/model.ts';
import type { QuantityReading } from '../quantity/index.ts';
import { isBlockText, type Mapping, type Part, resolve, type Scalar, type Span } from '../syntax/tree.ts';
import type { TeamFormat } from '../team-format.ts';
import type { Element, Field, List, Reference } from './field.ts';
import { countOf, dayOf, flagOf, quantityOf, textOf, wordOf, written } from './scalar-values.ts';
import { borrowedAt, placeOf, type Slot, slotsOf } from './slots.ts';

/** Nodes that may be read through aliases in one document: nested aliases grow without bound, plans do not. */
const BORROW_BUDGET = 20_000;

/** State shared by all elements of one part. `visits` collects, in reading order, what rules can look at. */
export interface Reading {
  readonly part: Part;
  readonly visits: Visit[];
  readonly budget: { left: number };
  readonly team: TeamFormat;
}

/** A fresh budget for one document. */
export function borrowBudget(): { left: number } {
  return { left: BORROW_BUDGET };
}

/** Reads the fields of one mapping. The functions generated from the schema call it; nothing here knows a field name. Never throws. */
export class ElementReader {
  readonly base: Element;
  private readonly slots: ReadonlyMap<string, Slot>;
  private readonly reading: Reading;

  constructor(reading: Reading, definition: string, slot: Slot, holder: Element | undefined) {
    this.reading = reading;
    const target = resolve(slot.node);
    const mapping = target?.kind === 'mapping' ? target : undefined;
    const borrowed = borrowedAt(reading.part, slot);
    this.slots = mapping ? slotsOf(mapping, borrowed, reading.part, reading.budget) : NO_SLOTS;
    const place = borrowed ?? slot.node;
    const name = this.naming();
    // Written out, here and below: elements and fields are made by the thousand, and a spread costs more than all else of it.
    this.base = {
      part: borrowed?.part ?? reading.part,
      start: place.start,
      end: place.end,
      definition,
      key: slot.key,
      mapping,
      label: name?.text ?? '',
      mark: borrowed ?? name?.at ?? slot.key ?? firstKey(mapping) ?? placeOf(reading.part, slot.node),
      borrowed: borrowed !== undefined,
      word: target?.kind === 'scalar' && target.value !== null ? readField(reading.part, slot, written) : undefined,
      holder,
    };
  }

  /** A text as it is written. Like every field undefined where nothing stands under the key. */
  text(property: string): Field<string> | undefined {
    return this.field(property, textOf);
  }

  /** A day, which rules are shown. What is none has no value. */
  day(property: string): Field<Day> | undefined {
    const field = this.field(property, dayOf);
    if (field) this.reading.visits.push({ kind: 'day', element: { field, property, holder: this.base } });
    return field;
  }

  /** A quantity, which rules are shown. */
  quantity(property: string): Field<QuantityReading> | undefined {
    const field = this.field(property, quantityOf);
    if (field) this.reading.visits.push({ kind: 'quantity', element: { field, property, holder: this.base } });
    return field;
  }

  /** A quantity that rules are not shown by itself. */
  amount(property: string): Field<QuantityReading> | undefined {
    return this.field(property, quantityOf);
  }

  /** `true` or `false`. What is neither has no value. */
  flag(property: string): Field<boolean> | undefined {
    return this.field(property, flagOf);
  }

  /** A whole number. What is none has no value. */
  count(property: string): Field<number> | undefined {
    return this.field(property, countOf);
  }

  /** One of the definition's values; a team's own word counts as the standard one that it stands for. */
  oneOf<T extends string>(property: string, definition: string, values: readonly T[]): Field<T> | undefined {
    const slot = this.slots.get(property);
    if (!slot) return undefined;
    const own = this.reading.team.words.get(definition);
    return readField(this.reading.part, slot, ({ text }) => wordOf(own?.get(text) ?? text, values));
  }

  /** What a thing of the plan is called by, which rules are shown. */
  reference(property: string, to: Reference['to'], side?: Reference['side']): Field<string> | undefined {
    const field = this.text(property);
    if (field) this.refer(field, property, to, side);
    return field;
  }

  /** A list of references; a single one counts as a list of it. */
  references(property: string, to: Reference['to'], side?: Reference['side']): List<Field<string>> {
    const list = this.texts(property);
    if (list === ABSENT) return list;
    const all = list.word ? { ...list, items: [list.word], word: undefined } : list;
    for (const field of all.items) this.refer(field, property, to, side);
    return all;
  }

  /** A list of texts. */
  texts(property: string): List<Field<string>> {
    const slot = this.slots.get(property);
    return slot ? readList(this.reading.part, slot, item => readField(this.reading.part, item, textOf)) : emptyList();
  }

  /** A group of fields, read by its own reader. */
  element<T>(property: string, read: (reading: Reading, slot: Slot, holder: Element) => T): T | undefined {
    const slot = this.slots.get(property);
    return slot ? read(this.reading, slot, this.base) : undefined;
  }

  /** A list of groups of fields, each read by its own reader. */
  list<T>(property: string, read: (reading: Reading, slot: Slot, holder: Element) => T): List<T> {
    const slot = this.slots.get(property);
    return slot ? readList(this.reading.part, slot, item => read(this.reading, item, this.base)) : emptyList();
  }

  private refer(field: Field<string>, property: string, to: Reference['to'], side: Reference['side']): void {
    if (field.value === undefined) return;
    this.reading.visits.push({ kind: 'reference', element: { field, property, holder: this.base, to, side } });
  }

  private field<T>(property: string, read: (scalar: Scalar) => T | undefined): Field<T> | undefined {
    const slot = this.slots.get(property);
    return slot && readField(this.reading.part, slot, read);
  }

  /** What an element goes by, and where that stands: a name of several lines is marked at its key. */
  private naming(): { text: string; at: Span } | undefined {
    for (const property of NAMING) {
      const slot = this.slots.get(property);
      if (slot?.node.kind !== 'scalar' || slot.node.text === '' || slot.borrowed) continue;
      const several = isBlockText(slot.node);
      return { text: slot.node.text, at: (several && slot.key) || slot.node };
    }
    return undefined;
  }
}

/** What an element goes by, the best first. */
const NAMING = ['name', 'id', 'topic', 'company', 'date'] as const;

/** Of what is no mapping. */
const NO_SLOTS: ReadonlyMap<string, Slot> = new Map();

const ABSENT: List<never> = { items: [], place: undefined, key: undefined, node: undefined, word: undefined };

/** An absent list. */
export function emptyList<T>(): List<T> {
  return ABSENT;
}

/** Reads a slot as one value; undefined where a mapping or list stands instead (the schema rule speaks of that). */
function readField<T>(part: Part, slot: Slot, read: (scalar: Scalar) => T | undefined): Field<T> | undefined {
  const scalar = resolve(slot.node);
  if (scalar?.kind !== 'scalar') return undefined;
  const borrowed = borrowedAt(part, slot);
  const { start, end } = borrowed ?? slot.node;
  return {
    part: borrowed?.part ?? part,
    start,
    end,
    value: read(scalar),
    text: scalar.value === null && scalar.style === 'plain' ? '' : scalar.text.trim(),
    key: slot.key,
    node: scalar,
    borrowed: borrowed !== undefined,
  };
}

function readList<T>(part: Part, slot: Slot, read: (slot: Slot) => T | undefined): List<T> {
  const target = resolve(slot.node);
  const borrowed = borrowedAt(part, slot);
  const items: T[] = [];
  for (const node of target?.kind === 'sequence' ? target.items : []) {
    const item = read({ node, key: undefined, borrowed });
    if (item !== undefined) items.push(item);
  }
  const word = target?.kind === 'scalar' && target.value !== null ? readField(part, slot, written) : undefined;
  return {
    items,
    place: borrowed ?? placeOf(part, slot.node),
    key: slot.key && placeOf(part, slot.key),
    node: slot.node,
    word,
  };
}

/** The list that a top-level section holds: its items are parts of their own. */
export function sectionList<T>(part: Part, items: readonly T[]): List<T> {
  const key = part.key && placeOf(part, part.key);
  const word = readField(part, { node: part.node, key: part.key, borrowed: undefined }, textOf);
  return {
    items,
    place: placeOf(part, part.node),
    key,
    node: part.node,
    word: word?.value === undefined ? undefined : word,
  };
}

function firstKey(mapping: Mapping | undefined): Span | undefined {
  return mapping?.pairs[0]?.key;
}

/**
 * The syntax tree of a plan: what `yaml` read, cut into parts.
 *
 * A *part* is a top-level section, or one item of a section that is a list. Every span inside a part counts UTF-16
 * units from the part's start, so that a part which did not change can be kept as it stands when the text before it
 * grows or shrinks. Only the document knows where its parts start.
 */

/** A stretch of text, in UTF-16 units. Inside a tree: from the start of its part. In findings and edits: from the start of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a scalar is written. `empty` is a value that was left out. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty';

/** A single value. `value` is what YAML 1.2's core schema reads, `text` what a person wrote, without quotes. */
export interface Scalar extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly style: ScalarStyle;
}

/** A key and its value. The value of `key:` alone is an empty scalar. */
export interface Pair extends Span {
  readonly key: Scalar;
  readonly value: Node;
}

/** A mapping; keys may stand twice (a problem says so). */
export interface Mapping extends Span {
  readonly kind: 'mapping';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

/** A sequence. `dashes` are the offsets of the items' dashes (of the items themselves in flow style). */
export interface Sequence extends Span {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly Node[];
  readonly dashes: readonly number[];
}

/** A reference to an anchored node. The target's spans belong to the target's part: a place is always the alias's own. */
export interface Alias extends Span {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: Scalar | Mapping | Sequence | undefined;
}

/** Any node of the tree. */
export type Node = Scalar | Mapping | Sequence | Alias;

/** Something in the text that YAML cannot read, or reads otherwise than meant. `first` is where a doubled key stands first. */
export interface Problem extends Span {
  readonly code: string;
  readonly message: string;
  readonly first?: Span;
  /** True for what only follows from the problem above it: the place cannot be read, but nothing is wrong there. */
  readonly follows?: true;
}

/** True for a problem behind which the text may be read otherwise than meant. A doubled key and a value torn by a comma are read as they are meant. */
export function isTorn({ code }: Problem): boolean {
  return code !== 'DUPLICATE_KEY' && code !== 'SPLIT_VALUE';
}

/** A top-level section, or an item of one. `section` is the top-level key ('' for a document that is not a mapping). */
export interface Part {
  readonly kind: 'section' | 'item' | 'whole';
  readonly section: string;
  readonly length: number;
  /** The section's key; items have none. */
  readonly key: Scalar | undefined;
  /** The section's value (for a section cut into items: its sequence without them), or the item. */
  readonly node: Node;
  readonly problems: readonly Problem[];
}

/** A section with its items, where it is a list that was cut into parts. */
export interface Section {
  readonly part: Part;
  readonly items: readonly Part[] | undefined;
}

/** Where each part of a document starts in the text. */
export interface Starts extends Iterable<readonly [Part, number]> {
  readonly size: number;
  get(part: Part): number | undefined;
  /** The parts in text order, and the place of one among them, where that is at hand; -1 for one of another document. */
  readonly parts?: readonly Part[];
  numberOf?(part: Part): number;
}

/** One YAML document of a file. */
export interface SyntaxDocument extends Span {
  readonly sections: readonly Section[];
  readonly starts: Starts;
  /** Problems that stand in no part. Spans count from the document's start. */
  readonly problems: readonly Problem[];
  /** True if a part could only be read in pieces: findings about what is missing are then held back. */
  readonly broken: boolean;
  /** True if an alias stands in it: a part may then say more than its own text. */
  readonly hasAlias: boolean;
}

/** A text and the documents in it; an empty text has one empty document. */
export interface Source {
  readonly text: string;
  readonly documents: readonly SyntaxDocument[];
}

/** Stands in for the part of what is in none: its places count from the document's start. */
export const OUTSIDE: Part = {
  kind: 'whole',
  section: '',
  length: 0,
  key: undefined,
  node: { kind: 'scalar', value: null, text: '', style: 'empty', start: 0, end: 0 },
  problems: [],
};

/** A span in a part. */
export interface Place extends Span {
  readonly part: Part;
}

/** True for a text in block style (`|`, `>`), which reaches to the beginning of the next line. */
export function isBlockText(node: Node): boolean {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}

/** A span alone, of something that has more to it. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The place counted from the start of the text. */
export function absolute(document: SyntaxDocument, place: Place): Span {
  const start = startOf(document, place.part);
  return { start: start + place.start, end: start + place.end };
}

/** Where a part starts in the text; what is in none counts from the document's start. */
export function startOf(document: SyntaxDocument, part: Part): number {
  return document.starts.get(part) ?? document.start;
}

/** The first top-level section of that name. */
export function sectionNamed(document: SyntaxDocument, name: string): Section | undefined {
  return document.sections.find(({ part }) => part.section === name);
}

/** Every part of a document in text order: each section, then its items. */
export function partsOf(document: SyntaxDocument): readonly Part[] {
  if (document.starts.parts) return document.starts.parts;
  const parts: Part[] = [];
  for (const section of document.sections) {
    parts.push(section.part);
    if (section.items) for (const item of section.items) parts.push(item);
  }
  return parts;
}

/** The node itself, or what an alias stands for. */
export function resolve(node: Node): Scalar | Mapping | Sequence | undefined {
  return node.kind === 'alias' ? node.target : node;
}

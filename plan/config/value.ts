import { nearest } from '../nearest.ts';
import { quoteLike } from '../syntax/quote.ts';
import {
  absolute,
  type Node,
  type Part,
  resolve,
  type Section,
  type Span,
  type SyntaxDocument,
} from '../syntax/tree.ts';
import { enumerate, quoteShort } from '../words.ts';
import type { ConfigProblem } from './finding.ts';

type Target = ReturnType<typeof resolve>;

/** Collects what cannot be followed in one configuration. In a text that is not even YAML, that is all that is said. */
export class Problems {
  readonly all: ConfigProblem[] = [];
  private readonly document: SyntaxDocument;

  constructor(document: SyntaxDocument) {
    this.document = document;
  }

  /** A setting that makes no sense; `meant` is what takes its place. */
  say(part: Part, span: Span, message: string, meant?: string): void {
    if (!this.document.broken) this.mark(part, span, message, meant);
  }

  /** The same in any text. */
  mark(part: Part, { start, end }: Span, message: string, meant?: string): void {
    this.all.push({ ...absolute(this.document, { part, start, end }), message, ...(meant !== undefined && { meant }) });
  }
}

/** A key of a configuration with its value. */
export interface Entry {
  readonly name: string;
  readonly key: Value;
  readonly value: Value;
}

/** A value of a configuration and where it stands: what an alias stands for is marked at the alias. */
export class Value {
  readonly target: Target;
  private readonly problems: Problems;
  private readonly part: Part;
  private readonly node: Node;
  /** What is marked where nothing is written. */
  private readonly key: Span;
  private readonly borrowed: Span | undefined;
  private readonly parts: readonly Part[] | undefined;

  constructor(problems: Problems, part: Part, node: Node, key: Span, borrowed?: Span, parts?: readonly Part[]) {
    this.problems = problems;
    this.part = part;
    this.node = node;
    this.key = key;
    this.borrowed = borrowed ?? (node.kind === 'alias' ? node : undefined);
    this.parts = parts;
    this.target = resolve(node);
  }

  /** The value of a top-level setting. */
  static ofSection(problems: Problems, { part, items }: Section): Value {
    return new Value(problems, part, part.node, part.key ?? part.node, undefined, items);
  }

  /** True where nothing is written. */
  get isEmpty(): boolean {
    return this.target === undefined || (this.target.kind === 'scalar' && this.target.value === null);
  }

  /** What is written, where that is one value; '' where nothing is. */
  get text(): string | undefined {
    return this.target?.kind === 'scalar' ? this.target.text : undefined;
  }

  /** The entries of a group, those of a merge key behind its own; undefined where it is none. */
  get entries(): Entry[] | undefined {
    if (this.target?.kind !== 'mapping') return undefined;
    const entries = new Map<string, Entry>();
    const add = (entry: Entry) => entries.has(entry.name) || entries.set(entry.name, entry);
    const own = this.own();
    for (const entry of own) if (entry.name !== '<<') add(entry);
    for (const { name, value } of own) {
      // One level: what a merged group merges itself would let nested aliases grow without bound.
      if (name === '<<') for (const source of value.oneOrMore) source.own().forEach(add);
    }
    return [...entries.values()];
  }

  private own(): Entry[] {
    if (this.target?.kind !== 'mapping') return [];
    return this.target.pairs.map(({ key, value }) => ({
      name: key.text,
      key: new Value(this.problems, this.part, key, key, this.borrowed),
      value: new Value(this.problems, this.part, value, key, this.borrowed),
    }));
  }

  /** The items of a list; undefined where it is none. */
  get items(): Value[] | undefined {
    if (this.parts) return this.parts.map(part => new Value(this.problems, part, part.node, DASH));
    if (this.target?.kind !== 'sequence') return undefined;
    return this.target.items.map(item => new Value(this.problems, this.part, item, this.key, this.borrowed));
  }

  /** The items of a list, or the one value that stands in its place; none where nothing does. */
  get oneOrMore(): Value[] {
    return this.items ?? (this.isEmpty ? [] : [this]);
  }

  /** Says what is wrong here; `meant` is the word that takes the place of what is written. */
  say(message: string, meant?: string): void {
    const { node, borrowed } = this;
    const at = borrowed ?? (node.start < node.end ? node : this.key);
    const fixed = meant !== undefined && !borrowed && node.kind === 'scalar' ? quoteLike(node.style, meant) : undefined;
    this.problems.say(this.part, at, message, fixed);
  }

  /** Says that a word is none of those known: what it is not, then what was probably meant, else `otherwise`. */
  unknown(message: string, known: readonly string[], otherwise = `It can be ${enumerate(known, 'or')}.`): void {
    const close = nearest(this.text ?? '', known);
    this.say(`${message} ${close ? `Did you mean “${close}”?` : otherwise}`, close);
  }

  /** What is written, in quotes, or what kind of thing it is. */
  get shown(): string {
    if (this.target?.kind === 'sequence') return 'a list';
    if (this.target?.kind === 'mapping') return 'a group';
    return this.isEmpty ? 'nothing' : quoteShort(this.text ?? '');
  }
}

/** Where an item of a list begins that is a part of its own: marked where nothing is written behind it. */
const DASH: Span = { start: 0, end: 1 };

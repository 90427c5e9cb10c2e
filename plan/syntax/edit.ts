import { quoteLike } from './quote.ts';
import {
  absolute,
  isBlockText,
  type Mapping,
  type Node,
  type Pair,
  type Part,
  type Place,
  partsOf,
  type Scalar,
  type Span,
  spanOf,
} from './tree.ts';
import { WrittenText } from './written-text.ts';

/** A replacement of text; the span counts from the start of the text. */
export interface Edit extends Span {
  readonly newText: string;
}

/** A value and where it stands, as the model's fields have it. */
interface WrittenValue extends Place {
  readonly node: Scalar;
  readonly key: Span | undefined;
}

/** A mapping and where it stands, as the model's elements have it. */
interface WrittenMapping extends Place {
  readonly mapping: Mapping | undefined;
  readonly key: Span | undefined;
}

/** Makes the smallest edits to one document that do a thing. Layout, comments and line ends stay as they are. */
export class Editor extends WrittenText {
  /** Replaces the text of a place by another, as it is given. A block text reaches to the beginning of the next line, which stays. */
  replace(place: Place, newText: string): Edit {
    const { start, end } = absolute(this.document, place);
    const reachesOn = newText !== '' && end > start && this.text.charAt(end - 1) === '\n';
    return { start, end: reachesOn ? Math.max(start, this.contentEnd(place.part, place.end)) : end, newText };
  }

  /** Gives a field another value, in the quotes that it has (or those of `like`); where nothing is written the value is put behind the key. */
  setValue(field: WrittenValue, value: string, like = field.node.style): Edit {
    const written = quoteLike(like, value);
    if (field.node.start === field.node.end && field.key) return this.fill(field.part, field.key, field.node, written);
    const { start, end } = absolute(this.document, { part: field.part, start: field.node.start, end: field.node.end });
    if (!isBlockText(field.node)) return { start, end, newText: written };
    // What stays is the next line, to whose beginning a block text reaches, and a comment behind its sign.
    const comment = /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(this.text.slice(start, this.lineEnd(start)))?.[1] ?? '';
    return { start, end: this.contentEnd(field.part, field.node.end), newText: written + comment };
  }

  /** Writes what a value says wherever it is borrowed, so that it can change alone. */
  settle({ part, node }: WrittenValue): readonly Edit[] {
    const said = this.at({ part, start: node.start, end: node.end }).trimEnd();
    const places: Place[] = [];
    const look = (one: Node, within: Part): void => {
      if (one.kind === 'alias' && one.target === node) places.push({ part: within, ...spanOf(one) });
      else if (one.kind === 'sequence') for (const item of one.items) look(item, within);
      else if (one.kind === 'mapping') for (const { value } of one.pairs) look(value, within);
    };
    for (const within of partsOf(this.document)) look(within.node, within);
    return places.map(place => this.replace(place, said));
  }

  /**
   * Adds `key: value` to a mapping, behind the first of `after` that it has (else at its end). `value` is YAML, its
   * further lines indented relative to the key. An empty value (`baseline:`) gets its first key on a line of its own.
   */
  insertKey(element: WrittenMapping, key: string, value: string, after: readonly string[] = []): Edit | undefined {
    const { mapping, part } = element;
    const entry = value.startsWith('\n') ? `${key}:${value}` : `${key}: ${value}`;
    if (!mapping) return element.key && this.nest(part, element.key, entry, `{ ${oneLine(entry)} }`);
    const anchor =
      after.map(name => mapping.pairs.find(p => p.key.text === name)).find(p => p !== undefined) ??
      mapping.pairs.at(-1);
    if (!anchor) return this.replace({ part, start: mapping.start + 1, end: mapping.start + 1 }, ` ${oneLine(entry)} `);
    if (mapping.flow) {
      const at = this.contentEnd(part, anchor.end);
      return { start: at, end: at, newText: `, ${oneLine(entry)}` };
    }
    // An anchor before the first key moves that to the right, not the others.
    const [one, other] = [mapping.start, mapping.pairs.at(-1)?.start ?? mapping.start].map(at =>
      this.columnOf(part, at),
    );
    const column = other !== undefined && one !== undefined && other.length < one.length ? other : (one ?? '');
    return this.insertLine(part, column, anchor.end, entry);
  }

  /** Adds `key: value` before the first key of a mapping, in its column; undefined where the mapping has no key yet. `value` is YAML on one line. */
  prependKey({ mapping, part }: WrittenMapping, key: string, value: string): Edit | undefined {
    const first = mapping?.pairs[0];
    if (!mapping || !first) return undefined;
    const entry = `${key}: ${value}`;
    if (mapping.flow) return this.insertAt(part, first.start, `${entry}, `);
    return this.insertAt(part, mapping.start, this.lines(indent(`${entry}\n`, this.columnOf(part, mapping.start))));
  }

  /** Adds an item behind the last of a block or flow list. `item` is YAML, its further lines indented relative to its first character. */
  appendItem(part: Part, list: Node, key: Span | undefined, item: string): Edit | undefined {
    if (list.kind !== 'sequence') return key && this.nest(part, key, `- ${indent(item, '  ')}`, `[${oneLine(item)}]`);
    const last = list.items.at(-1);
    const written = this.braced(part, last, item);
    const entry = `- ${indent(written, '  ')}`;
    const dash = list.dashes.at(-1);
    if (list.flow)
      return last
        ? this.insertAt(part, last.end, `, ${oneLine(written)}`)
        : this.insertAt(part, list.start + 1, oneLine(item));
    if (!last || dash === undefined) return undefined;
    return this.insertLine(part, this.columnOf(part, dash), last.end, entry);
  }

  /** Puts a list of these items in place of what a key has, a text or nothing; undefined where that is an alias. In flow style the items go into brackets. */
  listInstead(part: Part, key: Span, items: readonly string[]): Edit | undefined {
    const { node } = this.valueOf(part, key) ?? {};
    const entries = items.map(item => `- ${indent(item, '  ')}`);
    return node && node.kind !== 'alias'
      ? this.nest(part, key, entries.join('\n'), `[${items.map(oneLine).join(', ')}]`, node)
      : undefined;
  }

  /** Adds an item before the one at `index` of a list, else behind the last. Comments above the item at `index` stay with it. */
  insertItem(part: Part, list: Node, key: Span | undefined, index: number, item: string): Edit | undefined {
    const next = list.kind === 'sequence' ? list.items[index] : undefined;
    if (list.kind !== 'sequence' || !next) return this.appendItem(part, list, key, item);
    const written = this.braced(part, next, item);
    if (list.flow) return this.insertAt(part, next.start, `${oneLine(written)}, `);
    const column = this.columnOf(part, list.dashes[index] ?? next.start);
    const entry = `- ${indent(written, '  ')}`;
    const previous = list.items[index - 1];
    if (previous) return this.insertLine(part, column, previous.end, entry);
    const end = key && this.lineEnd(this.afterColon(part, key, '').start);
    return end === undefined ? undefined : { start: end, end, newText: this.lines(indent(`\n${entry}`, column)) };
  }

  /**
   * Adds an item behind the last part of a top-level list. What stands in place of a list (`[]`, `none`) makes way for it;
   * undefined where that is a flow list with items, a group of fields or an alias.
   */
  appendPart(section: Part, items: readonly Part[], item: string): Edit | undefined {
    const last = items.at(-1);
    const { node, key } = section;
    const entry = `- ${indent(last ? this.braced(last, last.node, item) : item, '  ')}`;
    if (last)
      return node.kind === 'sequence' && node.flow
        ? undefined
        : this.insertLine(last, this.columnOf(last, 0), last.node.end, entry);
    // A list that has an anchor is not cut into parts.
    if (node.kind === 'sequence' && node.items.length > 0)
      return node.flow ? undefined : this.appendItem(section, node, key, item);
    if (!key || node.kind === 'alias' || (node.kind === 'mapping' && node.pairs.length > 0) || this.isInBraces())
      return undefined;
    const start = this.afterColon(section, key, '').start;
    const isEmpty = node.kind === 'scalar' && node.style === 'empty';
    const behind = isEmpty ? start : this.endOf(section, node);
    const end = this.lineEnd(behind);
    const block = this.lines(indent(`\n${entry}`, `${this.columnOf(section, key.start)}  `));
    return { start, end, newText: this.text.slice(behind, end).trimEnd() + block };
  }

  /** An item in braces, without blanks inside them where the one beside it has none. */
  private braced(part: Part, beside: Node | undefined, item: string): string {
    if (!item.startsWith('{ ') || beside?.kind !== 'mapping' || !beside.flow) return item;
    const { start, end } = beside;
    return /^\{\S[\s\S]*\S\}$/.test(this.at({ part, start, end })) ? `{${item.slice(2, -2)}}` : item;
  }

  /**
   * Adds a top-level section behind the first of `after` that the document has (else at its end), parted by a blank line; undefined
   * where the whole document stands in { }.
   */
  insertSection(entry: string, after: readonly string[] = []): Edit | undefined {
    const sections = this.document.sections;
    if (this.isInBraces()) return undefined;
    const anchor =
      after.map(name => sections.find(s => s.part.section === name)).find(s => s !== undefined) ?? sections.at(-1);
    const { node } = anchor?.part ?? {};
    // What is written in [ ] ends behind its last item.
    const part = (node?.kind === 'sequence' && node.flow ? undefined : anchor?.items?.at(-1)) ?? anchor?.part;
    if (!part) return this.beginning(entry);
    const end = this.lineEnd(this.contentEnd(part, part.node.end));
    // An anchor or `?` before the first key is no indent.
    const { start } = absolute(this.document, { part: sections[0]?.part ?? part, start: 0, end: 0 });
    const blanks = /^\uFEFF?( *)/.exec(this.text.slice(this.lineStart(start), start))?.[1] ?? '';
    return { start: end, end, newText: this.lines(indent(`\n\n${entry}`, blanks)) };
  }

  /** The first section of a document that says nothing yet: below its comments and its mark, if it has any. */
  private beginning(entry: string): Edit {
    const { start, end } = this.document;
    const said = this.text.slice(start, end).trimEnd();
    const bom = start === 0 && this.text.startsWith('\uFEFF') ? 1 : 0;
    const at = start + Math.max(said.length, bom);
    return { start: at, end: at, newText: this.lines(said.length > bom ? `\n${entry}` : `${entry}\n`) };
  }

  /** Removes a key and its value with the line or lines they stand on. */
  removePair(part: Part, mapping: Mapping, pair: Pair): Edit {
    if (mapping.flow) {
      const index = mapping.pairs.indexOf(pair);
      const next = mapping.pairs[index + 1];
      const before = mapping.pairs[index - 1];
      if (next) return this.replace({ part, start: pair.start, end: next.start }, '');
      // A comment between the two stays, and the comma before it, which may end a mapping.
      const plain = before && !this.at({ part, start: before.end, end: pair.start }).includes('#');
      const comma = before ? '' : (/^\s*,/.exec(this.at({ part, start: pair.end, end: mapping.end }))?.[0] ?? '');
      return this.replace({ part, start: plain ? before.end : pair.start, end: pair.end + comma.length }, '');
    }
    const from = absolute(this.document, { part, start: pair.start, end: pair.start }).start;
    const end = this.lineEnd(this.contentEnd(part, pair.end));
    const lineStart = this.lineStart(from);
    const alone = /^\s*(?:\?\s*)?$/.test(this.text.slice(lineStart, from));
    const next = mapping.pairs[mapping.pairs.indexOf(pair) + 1];
    if (!alone && next)
      return {
        start: from,
        end: absolute(this.document, { part, start: next.start, end: next.start }).start,
        newText: '',
      };
    return {
      start: alone ? lineStart : this.contentEnd(part, pair.start),
      end: alone ? Math.min(end + this.eolAt(end), this.text.length) : end,
      newText: '',
    };
  }

  private insertAt(part: Part, offset: number, newText: string): Edit {
    return this.replace({ part, start: offset, end: offset }, newText);
  }

  private afterColon(part: Part, key: Span, newText: string): Edit {
    const { end } = absolute(this.document, { part, ...key });
    const colon = this.text.indexOf(':', end);
    const at = colon < 0 ? end : colon + 1;
    return { start: at, end: at, newText };
  }

  /** Puts a value where none is: behind the colon, or behind the dash, anchor or tag that stands there. A key may have no colon yet. */
  private fill(part: Part, key: Span, { start }: Span, value: string): Edit {
    const at = this.contentEnd(part, start);
    const { end } = absolute(this.document, { part, ...key });
    if (at > end) return { start: at, end: at, newText: ` ${value}` };
    const line = this.text.slice(this.lineStart(end), end);
    const explicit = /^(\s*(?:- +)*)\?\s/.exec(line)?.[1];
    const newText = explicit === undefined ? `: ${value}` : `${this.eol}${' '.repeat(explicit.length)}: ${value}`;
    return { start: end, end, newText };
  }

  /** Starts a block under a key that has nothing yet, or `null`, or what it is to stand `instead` of; within braces `flow` is written. Else undefined. */
  private nest(part: Part, key: Span, entry: string, flow: string, instead?: Node): Edit | undefined {
    const { node, inFlow } = this.valueOf(part, key) ?? {};
    if (!node || (node !== instead && !isNothing(node))) return undefined;
    const isEmpty = node.start === node.end;
    if (inFlow) return isEmpty ? this.fill(part, key, node, flow) : this.replace({ part, ...spanOf(node) }, flow);
    const begin = this.contentEnd(part, node.start);
    const behind = isEmpty ? begin : this.endOf(part, node);
    const end = this.lineEnd(behind);
    const block = this.lines(indent(`\n${entry}`, `${this.columnOf(part, key.start)}  `));
    // Nothing but the end of the line is written where nothing is taken away.
    return isEmpty
      ? { start: end, end, newText: block }
      : { start: begin, end, newText: this.text.slice(behind, end).trimEnd() + block };
  }

  private insertLine(part: Part, column: string, behind: number, entry: string): Edit {
    const end = this.lineEnd(this.contentEnd(part, behind));
    return { start: end, end, newText: this.lines(indent(`\n${entry}`, column)) };
  }
}

/** Nothing is written, or what stands for nothing: `null`, `~`, `{}`, `[]`. */
function isNothing(node: Node): boolean {
  if (node.kind === 'scalar') return node.value === null;
  return node.kind === 'mapping' ? node.pairs.length === 0 : node.kind === 'sequence' && node.items.length === 0;
}

/** Further lines of a text get a prefix; blank ones stay blank. */
function indent(text: string, prefix: string): string {
  return text.replace(/\n(?!\n)/g, `\n${prefix}`);
}

/** Block YAML of one key as it must look in flow style: scalars only. */
function oneLine(entry: string): string {
  return entry.replaceAll(/\s*\n\s*/g, ' ');
}

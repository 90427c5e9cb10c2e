import { type Document, isAlias, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { libraryProblems, moved } from './problems.ts';
import { problemMessage } from './sentences.ts';
import { joinedInBraces, joinedInBrackets, splitProblem } from './split-values.ts';
import type { Alias, Mapping, Node, Pair, Part, Problem, Scalar, Section, Sequence, SyntaxDocument } from './tree.ts';

/** Levels of nesting that are read; a plan needs about eight. Deeper text gives a problem, not a crash. */
const MAX_DEPTH = 100;

/** Turns one document of the library into parts; spans of the text that the library read. Never throws but for want of stack. */
export function convert(text: string, source: Document.Parsed): SyntaxDocument {
  return new Converter(text, source).document();
}

type Offsets = readonly [number, number, number];

/** One converter serves one document. */
class Converter {
  private readonly starts = new Map<Part, number>();
  private readonly anchors = new Map<string, Scalar | Mapping | Sequence>();
  private readonly pending: Problem[] = [];
  private readonly homes: { part: Part; start: number; problems: Problem[] }[] = [];
  private readonly text: string;
  private readonly source: Document.Parsed;
  private base = 0;
  private hasAlias = false;

  constructor(text: string, source: Document.Parsed) {
    this.text = text;
    this.source = source;
  }

  document(): SyntaxDocument {
    const [start, , end] = this.source.range;
    for (const problem of libraryProblems(this.text, this.source)) this.pending.push(problem);
    const contents = this.source.contents;
    const sections = isMap(contents) ? this.sections(contents) : this.whole(contents);
    return {
      start,
      end,
      sections,
      starts: this.starts,
      problems: this.distribute(),
      broken: this.source.errors.length > 0,
      hasAlias: this.hasAlias,
    };
  }

  private sections(root: YAMLMap): Section[] {
    const sections: Section[] = [];
    for (const pair of root.items) {
      if (!isScalar(pair.key) || !pair.key.range) continue;
      this.base = pair.key.range[0];
      const start = this.base;
      const key = this.scalar(pair.key, pair.key.range);
      const stray = this.isStray(root, start);
      const name = stray ? '' : key.text;
      const listed = isSeq(pair.value) ? pair.value : undefined;
      const cut = listed && !listed.anchor ? this.items(listed, name) : undefined;
      this.base = start;
      const node = listed && cut ? this.emptied(listed) : this.node(pair.value, key.end, 1);
      sections.push({ part: this.part('section', name, start, node, key), items: cut });
      if (stray) this.pending.push({ start, end: start + 1, code: 'BAD_INDENT', message: '', follows: true });
    }
    this.duplicateSections(sections);
    return sections;
  }

  /** Behind a mistake, the library takes deeper keys for sections: they stand in another column than the first. */
  private isStray(root: YAMLMap, start: number): boolean {
    const first = root.range?.[0] ?? start;
    const column = (offset: number) => offset - this.text.lastIndexOf('\n', offset - 1);
    return this.source.errors.length > 0 && !root.flow && column(start) > column(first);
  }

  private items(list: YAMLSeq, section: string): Part[] {
    const dashes = dashOffsets(list);
    return list.items.map((item, index) => {
      const start = dashes[index] ?? this.base;
      this.base = start;
      return this.part('item', section, start, this.node(item, 1, 2), undefined);
    });
  }

  private emptied(list: YAMLSeq): Sequence {
    const [start, end] = this.span(list.range ?? [this.base, this.base, this.base]);
    return { kind: 'sequence', flow: list.flow === true, items: [], dashes: [], start, end };
  }

  private whole(contents: unknown): Section[] {
    if (contents === null || contents === undefined) return [];
    this.base = this.source.range[0];
    const start = this.base;
    const node = this.node(contents, 0, 0);
    if (node.kind === 'scalar' && node.value === null) return [];
    return [{ part: this.part('whole', '', start, node, undefined), items: undefined }];
  }

  private node(value: unknown, fallback: number, depth: number): Node {
    if (depth > MAX_DEPTH) {
      this.pending.push({
        start: this.base + fallback,
        end: this.base + fallback + 1,
        code: 'DEPTH',
        message: problemMessage('DEPTH', ''),
      });
      return empty(fallback);
    }
    if (isScalar(value) && value.range) return this.anchored(value.anchor, this.scalar(value, value.range));
    if (isMap(value) && value.range) return this.anchored(value.anchor, this.mapping(value, value.range, depth));
    if (isSeq(value) && value.range) return this.anchored(value.anchor, this.sequence(value, value.range, depth));
    if (isAlias(value) && value.range) return this.alias(value.source, value.range);
    return empty(Math.min(fallback, this.text.length - this.base));
  }

  private anchored<T extends Scalar | Mapping | Sequence>(anchor: string | undefined, node: T): T {
    if (anchor) this.anchors.set(anchor, node);
    return node;
  }

  private alias(name: string, range: Offsets): Alias {
    this.hasAlias = true;
    const [start, end] = this.span(range);
    const target = this.anchors.get(name);
    if (!target)
      this.pending.push({
        start: range[0],
        end: range[1],
        code: 'BAD_ALIAS',
        message: problemMessage('BAD_ALIAS', 'Unresolved alias'),
      });
    return { kind: 'alias', name, target, start, end };
  }

  private scalar(node: { value: unknown; type?: string; source?: string }, range: Offsets): Scalar {
    const [start, end] = this.span(range);
    const { value } = node;
    const style = STYLES[node.type ?? ''] ?? 'plain';
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    if (start === end && known === null) return { kind: 'scalar', value: null, text: '', style: 'empty', start, end };
    const text = typeof known === 'string' ? known : (node.source ?? String(known ?? ''));
    return { kind: 'scalar', value: known, text, style, start, end };
  }

  private mapping(map: YAMLMap, range: Offsets, depth: number): Mapping {
    const [start, end] = this.span(range);
    const pairs: Pair[] = [];
    const first = new Map<string, Scalar>();
    const splits = new Map<Scalar, Scalar>();
    for (const pair of map.items) {
      if (!isScalar(pair.key) || !pair.key.range) continue;
      const key = this.scalar(pair.key, pair.key.range);
      const split = map.flow ? joinedInBraces(pairs.at(-1), key, (start, end) => this.slice(start, end)) : undefined;
      const cut = split && pairs.pop();
      if (cut) {
        splits.set(cut.key, split);
        pairs.push({ ...cut, value: split, end: split.end });
        continue;
      }
      const earlier = first.get(key.text);
      if (earlier) this.duplicate(key, earlier, this.base);
      else first.set(key.text, key);
      const colon = this.text.charAt(this.base + key.end) === ':' ? 1 : 0;
      const value = this.node(pair.value, key.end + colon, depth + 1);
      pairs.push({ key, value, start: key.start, end: Math.max(value.end, key.end) });
    }
    for (const split of splits.values()) this.pending.push(moved(splitProblem(split), this.base));
    return { kind: 'mapping', flow: map.flow === true, pairs, start, end };
  }

  private sequence(list: YAMLSeq, range: Offsets, depth: number): Sequence {
    const [start, end] = this.span(range);
    const dashes = dashOffsets(list).map(offset => offset - this.base);
    const items = list.items.map((item, index) => this.node(item, (dashes[index] ?? start) + 1, depth + 1));
    if (!list.flow) return { kind: 'sequence', flow: false, items, dashes, start, end };
    const whole = joinedInBrackets(items, (from, to) => this.slice(from, to));
    for (const item of whole)
      if (item.kind === 'scalar' && !items.includes(item)) this.pending.push(moved(splitProblem(item), this.base));
    return { kind: 'sequence', flow: true, items: whole, dashes: whole.map(item => item.start), start, end };
  }

  private duplicate(key: Scalar, earlier: Scalar, base: number): void {
    if (key.text === '<<') return;
    const first = { start: earlier.start + base, end: earlier.end + base };
    this.pending.push({
      start: key.start + base,
      end: key.end + base,
      code: 'DUPLICATE_KEY',
      message: key.text,
      first,
    });
  }

  private duplicateSections(sections: readonly Section[]): void {
    const first = new Map<string, Part>();
    for (const { part } of sections) {
      if (part.section === '') continue;
      const earlier = first.get(part.section);
      if (!earlier) first.set(part.section, part);
      else if (part.key && earlier.key) {
        const at = this.starts.get(part) ?? 0;
        const before = this.starts.get(earlier) ?? 0;
        const span = { start: before + earlier.key.start, end: before + earlier.key.end };
        this.pending.push({
          start: at + part.key.start,
          end: at + part.key.end,
          code: 'DUPLICATE_KEY',
          message: part.section,
          first: span,
        });
      }
    }
  }

  private part(kind: Part['kind'], section: string, start: number, node: Node, key: Scalar | undefined): Part {
    const problems: Problem[] = [];
    const part: Part = { kind, section, length: Math.max(node.end, key?.end ?? 0), key, node, problems };
    this.starts.set(part, start);
    this.homes.push({ part, start, problems });
    return part;
  }

  /** Hands each problem to the part it stands in, with spans from that part's start; returns those of no part. */
  private distribute(): Problem[] {
    const homeless: Problem[] = [];
    const homes = this.homes.sort((a, b) => a.start - b.start || b.part.length - a.part.length);
    let next = 0;
    for (const problem of this.pending.sort((a, b) => a.start - b.start)) {
      while ((homes[next]?.start ?? Number.POSITIVE_INFINITY) <= problem.start) next++;
      const home = homes[next - 1];
      if (home && problem.start <= home.start + home.part.length) home.problems.push(moved(problem, -home.start));
      else homeless.push(moved(problem, -this.source.range[0]));
    }
    return homeless;
  }

  private slice(start: number, end: number): string {
    return this.text.slice(this.base + start, this.base + end);
  }

  private span(range: Offsets): [number, number] {
    return [range[0] - this.base, range[1] - this.base];
  }
}

const STYLES: Readonly<Record<string, Scalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function empty(at: number): Scalar {
  return { kind: 'scalar', value: null, text: '', style: 'empty', start: at, end: at };
}

/** Where each item's dash stands (in flow style: the item itself), counted from the start of the text. */
function dashOffsets(list: YAMLSeq): number[] {
  const token = list.srcToken;
  const own = list.items.map(item => (isNodeWithRange(item) ? item.range[0] : (list.range?.[0] ?? 0)));
  if (token?.type !== 'block-seq') return own;
  const dashes = token.items.flatMap(item => item.start.filter(t => t.type === 'seq-item-ind').map(t => t.offset));
  return own.map((offset, index) => dashes[index] ?? offset);
}

function isNodeWithRange(value: unknown): value is { range: Offsets } {
  return (isScalar(value) || isMap(value) || isSeq(value) || isAlias(value)) && Array.isArray(value.range);
}

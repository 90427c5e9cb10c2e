import { commentsOf } from '../../syntax/comments.ts';
import { absolute, isTorn, type Node, type Part, type Section, type Source, type Span } from '../../syntax/tree.ts';
import { Lines } from './lines.ts';

/** A stretch of lines that an editor can fold away below its first. Lines count from 0; `end` is the last line with content. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'region' | undefined;
}

/** Folds of one file beyond this number are left out, the deepest first. */
const MOST = 5_000;

/**
 * What can be folded in a text, in text order: documents where there are several, sections, items, fields and texts of several lines, brackets
 * over lines, blocks of comments, and what stands between `# region` and `# endregion`. Where YAML cannot read a part, its indentation
 * counts. At most one fold begins on a line, the longest. Never throws.
 */
export function folds(source: Source, most = MOST): Fold[] {
  const lines = new Lines(source.text);
  const found = new Map<number, Fold>();
  let level: Ends[] = source.documents.flatMap(document => [
    ...(source.documents.length > 1 ? [lines.within(document)] : []),
    ...document.sections.flatMap(section => {
      const parts = [section.part, ...(section.items ?? [])];
      const torn = parts.some(part => part.problems.some(isTorn));
      const whole = wholeOf(section, part => absolute(document, { part, start: 0, end: part.length }));
      if (torn) return lines.byIndent(whole);
      const base = (part: Part) => absolute(document, { part, start: 0, end: 0 }).start;
      const items = (section.items ?? []).map(
        part => new Stretch(base(part), { start: 0, end: part.length }, part.node),
      );
      const own = section.part.kind === 'whole' ? 0 : base(section.part);
      return [new Stretch(own, { start: whole.start - own, end: whole.end - own }, section.part.node, items)];
    }),
  ]);
  const take = (fold: Fold | undefined) => {
    if (!fold) return;
    const known = found.get(fold.start);
    if (!known || known.end < fold.end) found.set(fold.start, fold);
  };
  for (const fold of ofComments(source, lines)) take(fold);
  while (level.length > 0 && found.size < most) {
    for (const one of level) take(lines.fold(one.start, one.end));
    level = level.flatMap(one => (one instanceof Stretch ? one.below() : []));
  }
  return [...found.values()].slice(0, most).sort((a, b) => a.start - b.start);
}

type Ends = Span | Stretch;

/** A section with its items: these are no part of its own. */
function wholeOf({ part, items }: Section, place: (part: Part) => Span): Span {
  const last = items?.at(-1);
  return { start: place(part).start, end: Math.max(place(part).end, last ? place(last).end : 0) };
}

/** Something with a node in it; its spans count from the base. */
class Stretch implements Span {
  readonly start: number;
  readonly end: number;
  private readonly base: number;
  private readonly node: Node;
  private readonly items: readonly Stretch[] | undefined;

  constructor(base: number, span: Span, node: Node, items?: readonly Stretch[]) {
    this.base = base;
    this.start = base + span.start;
    this.end = base + span.end;
    this.node = node;
    this.items = items;
  }

  /** What stands one level deeper. */
  below(): readonly Stretch[] {
    const { base, node } = this;
    if (this.items && this.items.length > 0) return this.items;
    if (node.kind === 'mapping') return node.pairs.map(pair => new Stretch(base, pair, pair.value));
    if (node.kind !== 'sequence') return [];
    return node.items.map((item, index) => {
      const start = node.dashes[index] ?? item.start;
      return new Stretch(base, { start, end: item.end }, item);
    });
  }
}

/** Comments that stand on lines of their own below each other, and regions that comments mark. */
function ofComments(source: Source, lines: Lines): Fold[] {
  const all: Fold[] = [];
  const regions: number[] = [];
  let first = -1;
  let last = -1;
  const close = () => {
    if (first >= 0 && last > first) all.push({ start: first, end: last, kind: 'comment' });
    first = -1;
  };
  for (const { start, end } of commentsOf(source)) {
    const line = lines.at(start);
    if (!lines.isFirst(start, line)) continue;
    const mark = /^#\s*(end)?region\b/.exec(source.text.slice(start, end));
    if (mark || line !== last + 1) close();
    if (mark?.[1]) {
      const from = regions.pop();
      if (from !== undefined) all.push({ start: from, end: line, kind: 'region' });
    } else if (mark) regions.push(line);
    else {
      if (first < 0) first = line;
      last = line;
    }
  }
  close();
  return all;
}

import type { Element, List } from '../../model/index.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { lineStart } from '../../syntax/lines.ts';
import { OUTSIDE, type Span, type SyntaxDocument } from '../../syntax/tree.ts';

/**
 * The order in which the items that have a key stand ascending by it: at each index the index of the item to stand there.
 * Items without a key keep their place, equal keys their order. Keys compare as texts, so days may be given as they are.
 */
export function ascending<T>(items: readonly T[], keyOf: (item: T) => string | undefined): readonly number[] {
  const keyed = items.flatMap((item, index) => {
    const key = keyOf(item);
    return key === undefined ? [] : [{ index, key }];
  });
  const sorted = keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
  const order = items.map((_, index) => index);
  keyed.forEach(({ index }, place) => {
    order[index] = sorted[place]?.index ?? index;
  });
  return order;
}

/** The order of so many items in which the one at `from` stands at `to`, and the others as they stood. */
export function movedTo(count: number, from: number, to: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  return order;
}

/**
 * What becomes of comments that may be about more than one item. `told-apart`: one above the first item is the list's, unless other items have some
 * too; those that stand apart keep their place. `list`: one above the first item is the list's. `none`: where there are any, nothing moves.
 */
export type Doubtful = 'told-apart' | 'list' | 'none';

/**
 * Lets the items of a list change places: at each index that of the item to stand there. Whole lines move, with the comments above an item
 * and inside it; blank lines keep their place. In flow style the items alone move. Undefined where nothing moves, and where moving is not
 * safe: borrowed items, anchors and aliases, comments between flow items, items that do not begin their line, comments that `doubtful` keeps off.
 */
export function sortItems(
  edit: Editor,
  syntax: SyntaxDocument,
  list: List<Element>,
  order: readonly number[],
  doubtful: Doubtful = 'told-apart',
): Edit | undefined {
  const text = edit.at({ part: OUTSIDE, start: 0, end: syntax.end - syntax.start });
  const items = itemsOf(list, syntax);
  const low = order.findIndex((from, to) => from !== to);
  const high = order.findLastIndex((from, to) => from !== to);
  if (!items || low < 0 || items.length !== order.length) return undefined;
  const blocks = isFlow(list) ? flowBlocks(items, text) : lineBlocks(items, text, doubtful);
  const first = blocks?.[low];
  const last = blocks?.[high];
  if (!blocks || !first || !last || TIED.test(text.slice(first.start, last.end))) return undefined;
  if (doubtful === 'none' && !isFlow(list) && hasDoubtful(text, blocks.slice(low, high + 1), low === 0))
    return undefined;
  const newText = order
    .slice(low, high + 1)
    .map((from, index) => {
      const [moved, here, next] = [blocks[from], blocks[low + index], blocks[low + index + 1]];
      const gap = here && next && low + index < high ? text.slice(here.end, next.start) : '';
      return (moved ? text.slice(moved.start, moved.end) : '') + gap;
    })
    .join('');
  return { start: syntax.start + first.start, end: syntax.start + last.end, newText };
}

/** True where a comment stands above the first item of a list, or apart between two of the blocks. */
function hasDoubtful(text: string, blocks: readonly Span[], fromTop: boolean): boolean {
  const [first] = blocks;
  const above = fromTop && first ? text.slice(lineStart(text, first.start - 1), first.start) : '';
  return (
    /^\s*#/.test(above) || blocks.some(({ end }, at) => text.slice(end, blocks[at + 1]?.start ?? end).trim() !== '')
  );
}

/** Anchors and aliases, which need their order, and block texts that keep the blank lines behind them. */
const TIED = /(?:^|[\s[{,])[&*][^\s,\]}]|[|>]\d?\+\d?[ \t]*(?:\r?\n|$)/;

/** An item with its dash, counted from the document's start. */
interface Item extends Span {
  readonly dash: number;
}

function isFlow({ node }: List<Element>): boolean {
  return node?.kind === 'sequence' && node.flow;
}

/** The items as they stand; undefined where the list or one of them stands elsewhere. */
function itemsOf({ items, node, place }: List<Element>, { start, starts }: SyntaxDocument): Item[] | undefined {
  if (node?.kind !== 'sequence' || !place || items.some(item => item.borrowed)) return undefined;
  const cut = node.items.length === 0;
  if (!cut && node.items.length !== items.length) return undefined;
  const found = items.map((item, index): Item | undefined => {
    const base = starts.get(item.part);
    const own = cut ? item.part.node : node.items[index];
    if (base === undefined || !own || own.kind === 'alias') return undefined;
    const offset = base - start;
    return {
      dash: offset + (cut ? 0 : (node.dashes[index] ?? own.start)),
      start: offset + own.start,
      end: offset + own.end,
    };
  });
  const all = found.filter(item => item !== undefined);
  return all.length === items.length ? all : undefined;
}

function flowBlocks(items: readonly Item[], text: string): readonly Span[] | undefined {
  const commented = items.some((item, index) => {
    const next = items[index + 1];
    return text.slice(item.start, next?.start ?? item.end).includes('#');
  });
  return commented ? undefined : items;
}

/** The lines of each item with the comments above it, without the end of the last line. */
function lineBlocks(items: readonly Item[], text: string, doubtful: Doubtful): readonly Span[] | undefined {
  const columns = items.map(({ dash }) => dash - lineStart(text, dash));
  const column = columns[0] ?? 0;
  const ownLines = items.every(
    ({ dash }, index) =>
      columns[index] === column && text.slice(dash - column, dash).trim() === '' && text[dash] === '-',
  );
  if (!ownLines) return undefined;
  const heads = items.map(({ dash }) => commentsAbove(text, dash - column, column));
  // A comment above the first item alone is the heading of the list.
  const headed =
    doubtful === 'told-apart' && heads.some((head, index) => index > 0 && head < (items[index]?.dash ?? 0) - column);
  return items.map(({ dash, end }, index) => {
    const next = items[index + 1];
    return {
      start: index > 0 || headed ? (heads[index] ?? dash) : dash - column,
      end: lastLineEnd(text, dash, next ? (heads[index + 1] ?? end) : restOf(text, end, column), column),
    };
  });
}

/** The start of the comment lines that stand right above a line and no deeper than the item. */
function commentsAbove(text: string, from: number, column: number): number {
  let start = from;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!isOutside(text.slice(above, start), column, true)) break;
    start = above;
  }
  return start;
}

/** The end of an item's last line: blank lines and comments that are not inside the item are left behind. */
function lastLineEnd(text: string, from: number, to: number, column: number): number {
  let end = to;
  while (end > from) {
    const start = lineStart(text, end - 1);
    if (start <= from || !isOutside(text.slice(start, end), column, false)) break;
    end = start;
  }
  return end - (/\r?\n$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0);
}

/** Where the lines of the last item end, with the comments that stand inside it. */
function restOf(text: string, end: number, column: number): number {
  const written = text.slice(0, end).trimEnd().length;
  let rest = nextLine(text, written);
  while (rest < text.length) {
    const next = nextLine(text, rest);
    const comment = /^( *)#/.exec(text.slice(rest, next));
    if (!comment?.[1] || comment[1].length <= column) break;
    rest = next;
  }
  return rest;
}

function isOutside(line: string, column: number, onlyComments: boolean): boolean {
  const comment = /^([ \t]*)#/.exec(line);
  if (comment) return (comment[1]?.length ?? 0) <= column;
  return !onlyComments && line.trim() === '';
}

/** Where the next line starts, or the text ends. */
function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

import type { Edit, Editor } from '../../syntax/edit.ts';
import { absolute, OUTSIDE, type Part, type SyntaxDocument } from '../../syntax/tree.ts';

/** Where an item stands: its whole lines, with the comments above it that are its own. Offsets count from the start of the document. */
interface Slot {
  readonly start: number;
  readonly end: number;
}

/**
 * Puts the items of a top-level block list into another order: `order[i]` is the index of the item that comes to stand at `i`. Whole
 * lines move, each item with the comments right above it and behind it; blank lines stay. Undefined where that could not be
 * done without a doubt: in flow style, with anchors or aliases, or where comments stand apart between the items.
 */
export function sortItems(
  section: string,
  document: SyntaxDocument,
  order: readonly number[],
  edit: Editor,
): readonly Edit[] | undefined {
  const text = edit.at({ part: OUTSIDE, start: 0, end: document.end - document.start });
  const offsetIn = (part: Part, at: number) => absolute(document, { part, start: at, end: at }).start - document.start;
  const found = document.sections.filter(one => one.part.section === section);
  const [list] = found;
  const { items } = list ?? {};
  if (!list || !items || found.length > 1 || items.length !== order.length) return undefined;
  if (list.part.node.kind !== 'sequence' || list.part.node.flow) return undefined;
  const slots: Slot[] = [];
  let column: number | undefined;
  for (const part of items) {
    const dash = offsetIn(part, 0);
    const line = text.lastIndexOf('\n', dash - 1) + 1;
    if (text.charAt(dash) !== '-' || text.slice(line, dash).trim() !== '') return undefined;
    column ??= dash - line;
    if (column !== dash - line) return undefined;
    const last = offsetIn(part, part.node.end);
    slots.push({ start: line, end: lineEnd(text, contentEnd(text, last)) });
  }
  const moved = withComments(text, slots, column ?? 0);
  const from = order.findIndex((item, i) => item !== i);
  const to = order.findLastIndex((item, i) => item !== i);
  const first = moved[from];
  if (!first || !moved.slice(from, to + 1).every(slot => isPlain(text.slice(slot.start, slot.end)))) return undefined;
  // Comments above the first item may well be about the whole list.
  if (from === 0 && isComment(lineBefore(text, first.start))) return undefined;
  for (let i = from; i < to; i++) {
    if (text.slice(moved[i]?.end, moved[i + 1]?.start).trim() !== '') return undefined;
  }
  return moved.flatMap((slot, i) => {
    const source = moved[order[i] ?? i];
    if (!source || source === slot) return [];
    return [edit.replace({ part: OUTSIDE, ...slot }, text.slice(source.start, source.end))];
  });
}

/** Adds to each item the comments that are its own: deeper ones right behind it, and those right above the next one's dash. */
function withComments(text: string, slots: readonly Slot[], column: number): readonly Slot[] {
  const ends: number[] = [];
  return slots.map((slot, i) => {
    const before = ends[i - 1] ?? slot.start;
    let { start, end } = slot;
    // The first item keeps its line: what stands above it is looked at by the caller.
    while (i > 0 && lineStart(text, start - 1) > before && isComment(lineBefore(text, start)))
      start = lineStart(text, start - 1);
    for (;;) {
      const next = nextLine(text, end);
      if (next === undefined || !isComment(next) || next.search(/\S/) <= column) break;
      const from = text.indexOf('\n', end) + 1;
      end = lineEnd(text, from);
    }
    ends.push(end);
    return { start, end };
  });
}

/** False for items that name others or are named (anchors, aliases, merge keys), and for texts whose blank lines at the end count. */
function isPlain(item: string): boolean {
  return !/(?:^|[\s[{,:])[&*][\w-]/.test(item) && !/[|>][0-9]*\+/.test(item) && !item.includes('<<:');
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineBefore(text: string, start: number): string {
  return start === 0 ? '' : text.slice(lineStart(text, start - 1), start);
}

function nextLine(text: string, end: number): string | undefined {
  const newline = text.indexOf('\n', end);
  return newline < 0 ? undefined : text.slice(newline + 1, lineEnd(text, newline + 1));
}

function contentEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
}

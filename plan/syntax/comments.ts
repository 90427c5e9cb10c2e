import { oncePer } from '../once.ts';
import { lineEnd } from './lines.ts';
import { absolute, type Node, partsOf, type Source, type Span } from './tree.ts';

/** The comments of a text in text order, each from its `#` to the end of its line. What only looks like one inside a value is none. Never throws. */
export const commentsOf: (source: Source) => readonly Span[] = oncePer(findComments);

function findComments(source: Source): Span[] {
  const { text } = source;
  const marks: number[] = [];
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1))
    if (at === 0 || /[\s\uFEFF]/.test(text.charAt(at - 1))) marks.push(at);
  const written = inValues(source, marks);
  const comments: Span[] = [];
  for (const start of marks) {
    if (start < (comments.at(-1)?.end ?? 0) || written.has(start)) continue;
    const line = lineEnd(text, start);
    comments.push({ start, end: text.charAt(line - 1) === '\r' ? line - 1 : line });
  }
  return comments;
}

/** Those of some offsets, in text order, at which a key or value stands. What none of them lies in is not looked into. */
function inValues({ documents }: Source, offsets: readonly number[]): Set<number> {
  const found = new Set<number>();
  const look = (node: Node, base: number, from: number, to: number): void => {
    const first = firstFrom(base + node.start, offsets, from, to);
    const last = firstFrom(base + node.end, offsets, first, to);
    if (first === last) return;
    if (node.kind === 'scalar') for (const offset of offsets.slice(first, last)) found.add(offset);
    else if (node.kind === 'sequence') for (const item of node.items) look(item, base, first, last);
    else if (node.kind === 'mapping') {
      for (const { key, value } of node.pairs) {
        look(key, base, first, last);
        look(value, base, first, last);
      }
    }
  };
  for (const document of documents) {
    for (const part of partsOf(document)) {
      const { start, end } = absolute(document, { part, start: 0, end: part.length });
      const from = firstFrom(start, offsets, 0, offsets.length);
      const to = firstFrom(end, offsets, from, offsets.length);
      if (part.key) look(part.key, start, from, to);
      look(part.node, start, from, to);
    }
  }
  return found;
}

/** The index of the first of the offsets between two indices that is not before a place. */
function firstFrom(place: number, offsets: readonly number[], from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

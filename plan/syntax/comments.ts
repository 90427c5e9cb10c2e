import { oncePer } from '../once.ts';
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
    const newline = text.indexOf('\n', start);
    const line = newline < 0 ? text.length : newline;
    comments.push({ start, end: text.charAt(line - 1) === '\r' ? line - 1 : line });
  }
  return comments;
}

/** Those of some offsets, in text order, at which a key or value stands. Only parts in which one lies are looked into. */
function inValues({ documents }: Source, offsets: readonly number[]): Set<number> {
  const found = new Set<number>();
  let next = 0;
  for (const document of documents) {
    for (const part of partsOf(document)) {
      const { start, end } = absolute(document, { part, start: 0, end: part.length });
      while ((offsets[next] ?? end) < start) next++;
      for (let index = next; (offsets[index] ?? end) < end; index++) {
        const offset = offsets[index] ?? end;
        const at = offset - start;
        if ((part.key && holds(part.key, at)) || isInValue(part.node, at)) found.add(offset);
      }
    }
  }
  return found;
}

function isInValue(node: Node, at: number): boolean {
  if (!holds(node, at)) return false;
  if (node.kind === 'scalar') return true;
  if (node.kind === 'sequence') return node.items.some(item => isInValue(item, at));
  return node.kind === 'mapping' && node.pairs.some(({ key, value }) => holds(key, at) || isInValue(value, at));
}

function holds({ start, end }: Span, at: number): boolean {
  return start <= at && at < end;
}

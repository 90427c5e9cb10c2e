import { oncePer } from '../once.ts';
import { absolute, type Node, partsOf, type Source, type Span } from './tree.ts';

/** The comments of a text in text order, each from its `#` to the end of its line. What only looks like one inside a value is none. Never throws. */
export const commentsOf: (source: Source) => readonly Span[] = oncePer(findComments);

function findComments(source: Source): Span[] {
  const { text } = source;
  const comments: Span[] = [];
  const values = valuesWithHash(source);
  let next = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at > 0 && !/[\s\uFEFF]/.test(text.charAt(at - 1))) continue;
    while ((values[next]?.end ?? at + 1) <= at) next++;
    const value = values[next];
    if (value && value.start <= at) continue;
    const newline = text.indexOf('\n', at);
    const line = newline < 0 ? text.length : newline;
    const end = text.charCodeAt(line - 1) === RETURN ? line - 1 : line;
    comments.push({ start: at, end });
    at = end - 1;
  }
  return comments;
}

const RETURN = 13;

/** The keys and values in whose text a `#` stands. */
function valuesWithHash({ text, documents }: Source): Span[] {
  const found: Span[] = [];
  for (const document of documents) {
    for (const part of partsOf(document)) {
      const base = absolute(document, { part, start: 0, end: 0 }).start;
      const take = ({ start, end }: Span) => {
        const hash = text.indexOf('#', base + start);
        if (hash >= 0 && hash < base + end) found.push({ start: base + start, end: base + end });
      };
      if (part.key) take(part.key);
      scalars(part.node, take);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function scalars(node: Node, take: (scalar: Span) => void): void {
  if (node.kind === 'scalar') take(node);
  else if (node.kind === 'sequence') for (const item of node.items) scalars(item, take);
  else if (node.kind === 'mapping') {
    for (const { key, value } of node.pairs) {
      take(key);
      scalars(value, take);
    }
  }
}

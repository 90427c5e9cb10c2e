import { findIgnores } from '../../ignores.ts';
import { commentsOf } from '../../syntax/comments.ts';
import { absolute, type Node, partsOf, type Source } from '../../syntax/tree.ts';

/**
 * True if two texts say the same, however they are laid out: the same values in the same places of the tree, the same comments and marks of documents between them, and comments that
 * silence rules silence them at the same values. Whatever is read of the one, or found in it, is then read of the other. Never throws.
 */
export function sameReading(one: Source, other: Source): boolean {
  const here = said(one);
  const there = said(other);
  return here.length === there.length && here.every((line, index) => line === there[index]);
}

interface Said {
  readonly at: number;
  readonly what: string;
}

/** All that a text says, in text order; values that were left out come last, since they have no place of their own. */
function said(source: Source): string[] {
  const written: Said[] = [];
  const leftOut: string[] = [];
  source.documents.forEach((document, index) => {
    for (const { code } of document.problems) written.push({ at: document.start, what: code });
    for (const part of partsOf(document)) {
      const { start: base } = absolute(document, { part, start: 0, end: 0 });
      written.push({ at: base, what: `${index} ${part.kind} ${part.section}` });
      for (const { code } of part.problems) written.push({ at: base, what: code });
      const say = (node: Node, depth: number) => {
        const what = `${depth} ${node.kind} ${sayingOf(node)}`;
        if (node.kind === 'scalar' && node.style === 'empty') leftOut.push(`${written.length} ${what}`);
        else written.push({ at: base + node.start, what });
      };
      if (part.key) say(part.key, 0);
      eachNode(part.node, 1, say);
    }
  });
  const comments = commentsOf(source).map(({ start, end }) => ({
    at: start,
    what: source.text.slice(start, end).trimEnd(),
  }));
  const silenced = findIgnores(source).map(({ rules, keyword, over, adrift }) => {
    const covered = written.flatMap(({ at }, index) => (over.some(o => o.start <= at && at <= o.end) ? [index] : []));
    return [keyword.text, adrift, ...rules.map(({ id }) => id), ...covered].join(' ');
  });
  const marks = [...source.text.matchAll(MARK)].map(({ index, 0: what }) => ({ at: index, what }));
  const ordered = [...written, ...comments, ...marks].sort((a, b) => a.at - b.at);
  return [...ordered.map(({ what }) => what), ...leftOut, ...silenced];
}

/** What begins or ends a document; no value can have it at the beginning of a line. */
const MARK = /^(?:---|\.\.\.)(?=\s|$)/gm;

function eachNode(node: Node, depth: number, say: (node: Node, depth: number) => void): void {
  say(node, depth);
  if (node.kind === 'sequence') for (const item of node.items) eachNode(item, depth + 1, say);
  else if (node.kind === 'mapping') {
    for (const { key, value } of node.pairs) {
      say(key, depth + 1);
      eachNode(value, depth + 2, say);
    }
  }
}

function sayingOf(node: Node): string {
  if (node.kind === 'scalar') return `${node.style} ${JSON.stringify([node.value, node.text])}`;
  return node.kind === 'alias' ? node.name : String(node.flow);
}

import type { Mapping, Node, Pair, Part, Sequence, Source, SyntaxDocument } from './tree.ts';

/** One step from the document towards an offset. */
export type Step =
  | { readonly kind: 'pair'; readonly mapping: Mapping | undefined; readonly pair: Pair }
  | { readonly kind: 'item'; readonly sequence: Sequence | undefined; readonly index: number; readonly node: Node };

/** What stands at an offset: the way there from the top, and whether the offset is on a key or a value. */
export interface Location {
  readonly document: SyntaxDocument;
  readonly part: Part;
  /** Where the part starts in the text: add it to the steps' spans. */
  readonly base: number;
  readonly steps: readonly Step[];
  /** Keys and indices from the top of the document. */
  readonly path: readonly (string | number)[];
  readonly on: 'key' | 'value' | 'between';
}

/** The document that an offset is in; the first one for an empty text. */
function documentAt(source: Source, offset: number): SyntaxDocument | undefined {
  return source.documents.findLast(d => d.start <= offset) ?? source.documents[0];
}

/** What stands at an offset of the text, or undefined outside every part. Never throws. */
export function locate(source: Source, offset: number): Location | undefined {
  const document = documentAt(source, offset);
  if (!document) return undefined;
  const found = partAt(document, offset);
  if (!found) return undefined;
  const { part, base, index } = found;
  const at = offset - base;
  const steps: Step[] = [];
  const path: (string | number)[] = part.kind === 'whole' ? [] : [part.section];
  if (part.kind === 'item') {
    path.push(index);
    steps.push({ kind: 'item', sequence: undefined, index, node: part.node });
  } else if (part.key) {
    steps.push({
      kind: 'pair',
      mapping: undefined,
      pair: { key: part.key, value: part.node, start: 0, end: part.length },
    });
    if (at <= part.key.end) return { document, part, base, steps, path, on: 'key' };
  }
  const on = descend(part.node, at, steps, path);
  return { document, part, base, steps, path, on };
}

function partAt(document: SyntaxDocument, offset: number): { part: Part; base: number; index: number } | undefined {
  let best: { part: Part; base: number; index: number } | undefined;
  for (const { part: section, items } of document.sections) {
    [section, ...(items ?? [])].forEach((part, i) => {
      const base = document.starts.get(part) ?? 0;
      if (base <= offset && offset <= base + part.length) best = { part, base, index: i - 1 };
    });
  }
  return best;
}

function descend(start: Node, at: number, steps: Step[], path: (string | number)[]): Location['on'] {
  let node = start;
  for (;;) {
    if (node.kind === 'mapping') {
      const mapping = node;
      const pair = mapping.pairs.find(p => p.start <= at && at <= p.end);
      if (!pair) return 'between';
      steps.push({ kind: 'pair', mapping, pair });
      path.push(pair.key.text);
      if (at <= pair.key.end) return 'key';
      node = pair.value;
    } else if (node.kind === 'sequence') {
      const sequence = node;
      const index = sequence.items.findIndex((item, i) => (sequence.dashes[i] ?? item.start) <= at && at <= item.end);
      const item = sequence.items[index];
      if (!item) return 'between';
      steps.push({ kind: 'item', sequence, index, node: item });
      path.push(index);
      node = item;
    } else {
      return node.start <= at && at <= node.end ? 'value' : 'between';
    }
  }
}

import { absolute, type Node, type Span, type SyntaxDocument } from '../syntax/tree.ts';

/** A key with its value, or an item of a list, with its place in the text. */
export interface Entry extends Span {
  /** '' for items. */
  readonly key: string;
  readonly value: Node;
  /** Keys from the top of the document down to this; items have their list's. */
  readonly path: string;
}

/** All entries of one document. */
export interface Entries {
  /** The top-level keys. */
  readonly sections: readonly Entry[];
  readonly all: readonly Entry[];
  /** The entries that a mapping or a list holds. */
  readonly inside: ReadonlyMap<Node, readonly Entry[]>;
}

/** Finds all entries of a document where they are written; what an alias stands for is found at its anchor. */
export function entriesOf(document: SyntaxDocument): Entries {
  const all: Entry[] = [];
  const inside = new Map<Node, Entry[]>();

  const add = (owner: Node | undefined, entry: Entry, base: number): Entry => {
    all.push(entry);
    if (owner) {
      const held = inside.get(owner);
      if (held) held.push(entry);
      else inside.set(owner, [entry]);
    }
    lookInto(entry.value, entry.path, base);
    return entry;
  };
  const lookInto = (node: Node, path: string, base: number): void => {
    const at = ({ start, end }: Span) => ({ start: base + start, end: base + end });
    if (node.kind === 'mapping')
      for (const pair of node.pairs)
        add(node, { ...at(pair), key: pair.key.text, value: pair.value, path: joined(path, pair.key.text) }, base);
    else if (node.kind === 'sequence')
      for (const item of node.items) add(node, { ...at(item), key: '', value: item, path }, base);
  };

  const sections = document.sections.flatMap(({ part, items }) => {
    const { start, end } = absolute(document, { part, start: 0, end: part.length });
    if (part.key === undefined) {
      lookInto(part.node, '', start);
      return [];
    }
    const section = add(undefined, { start, end, key: part.key.text, value: part.node, path: part.key.text }, start);
    for (const item of items ?? []) {
      const base = absolute(document, { part: item, start: 0, end: 0 }).start;
      const { node } = item;
      add(
        part.node,
        { start: base + node.start, end: base + node.end, key: '', value: node, path: section.path },
        base,
      );
    }
    return [section];
  });
  return { sections, all, inside };
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

import { COLLECTION_STYLE, EVENT_ID, parseEvents } from 'js-yaml';
import type { Node, Part, Problem, Scalar, Section, Sequence, Source, SyntaxDocument } from '../tree.ts';
import { NodeReader } from './nodes.ts';

/**
 * Reads a text that is one sound mapping, several times as fast as `parse` and into exactly its tree. Undefined for anything else, and
 * for whatever the two libraries might read differently: then `parse` is to be asked. Never throws.
 */
export function parseSound(text: string): Source | undefined {
  if (isUnusual(text)) return undefined;
  try {
    return { text, documents: [new DocumentReader(text).document()] };
  } catch {
    return undefined;
  }
}

/** Tabs, line ends and byte order marks where the libraries differ. */
function isUnusual(text: string): boolean {
  return text.includes('\t') || text.includes('\uFEFF', 1) || (text.includes('\r') && /\r(?!\n)/.test(text));
}

/** Cuts the one document of a text into parts, as the converter of `parse` does. */
class DocumentReader {
  private readonly starts = new Map<Part, number>();
  private readonly text: string;
  private readonly nodes: NodeReader;
  private readonly mark: number;

  constructor(text: string) {
    this.text = text;
    this.mark = text.startsWith('\uFEFF') ? 1 : 0;
    this.nodes = new NodeReader(text, parseEvents(text, {}), this.mark);
  }

  document(): SyntaxDocument {
    const { nodes, text, starts } = this;
    const { explicitStart } = nodes.take(EVENT_ID.DOCUMENT);
    const start = Math.max(text.lastIndexOf('\n', nodes.content()) + 1, this.mark);
    if (explicitStart) nodes.skip('---');
    const sections = this.sections();
    nodes.take(EVENT_ID.POP);
    return { start, end: nodes.finish(), sections, starts, problems: NONE, broken: false };
  }

  private sections(): Section[] {
    const { nodes } = this;
    const root = nodes.take(EVENT_ID.MAPPING);
    nodes.open(root);
    const sections: Section[] = [];
    const keys: { key: Scalar }[] = [];
    while (nodes.peek().type !== EVENT_ID.POP) {
      const start = root.style === COLLECTION_STYLE.FLOW ? nodes.entry() : nodes.content();
      nodes.base = start;
      const key = nodes.key(keys);
      keys.push({ key });
      const items: Part[] | undefined = nodes.peek().type === EVENT_ID.SEQUENCE ? [] : undefined;
      const node = items ? this.list(items, key.text, start) : nodes.node();
      sections.push({ part: this.part('section', key.text, start, node, key), items });
    }
    nodes.close(root);
    return sections;
  }

  /** A section's list without its items, which become parts. */
  private list(parts: Part[], section: string, base: number): Sequence {
    const { nodes } = this;
    const event = nodes.take(EVENT_ID.SEQUENCE);
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const start = nodes.open(event) - base;
    for (let dash = nodes.item(flow); dash >= 0; dash = nodes.item(flow)) {
      nodes.base = dash;
      parts.push(this.part('item', section, dash, nodes.node(), undefined));
    }
    return { kind: 'sequence', flow, items: [], dashes: [], start, end: nodes.close(event) - base };
  }

  private part(kind: Part['kind'], section: string, start: number, node: Node, key: Scalar | undefined): Part {
    const part = { kind, section, length: Math.max(node.end, key?.end ?? 0), key, node, problems: NONE };
    this.starts.set(part, start);
    return part;
  }
}

const NONE: readonly Problem[] = [];

import { COLLECTION_STYLE, EVENT_ID, parseEvents } from 'js-yaml';
import type { Node, Part, Problem, Scalar, Section, Sequence, Source, SyntaxDocument } from '../tree.ts';
import { keyAt, nodeAt } from './nodes.ts';
import { Walk } from './walk.ts';

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

/** Cuts the one document of a text into parts, as `parse` does. */
class DocumentReader {
  private readonly starts = new Map<Part, number>();
  private readonly walk: Walk;

  constructor(text: string) {
    this.walk = new Walk(text, parseEvents(text, {}), text.startsWith('\uFEFF') ? 1 : 0);
  }

  document(): SyntaxDocument {
    const { walk, starts } = this;
    const { explicitStart } = walk.take(EVENT_ID.DOCUMENT);
    const start = Math.max(walk.text.lastIndexOf('\n', walk.content()) + 1, walk.at);
    if (explicitStart) walk.skipMarker();
    const sections = this.sections();
    walk.take(EVENT_ID.POP);
    return { start, end: walk.finish(), sections, starts, problems: NONE, broken: false, hasAlias: false };
  }

  private sections(): Section[] {
    const { walk } = this;
    const root = walk.take(EVENT_ID.MAPPING);
    walk.open(root);
    const sections: Section[] = [];
    const keys: { key: Scalar }[] = [];
    for (let start = walk.entry(root); start >= 0; start = walk.entry(root)) {
      const key = keyAt(walk, start, keys);
      keys.push({ key });
      const items: Part[] | undefined = walk.peek() === EVENT_ID.SEQUENCE ? [] : undefined;
      const node = items ? this.list(items, key.text, start) : nodeAt(walk, start);
      sections.push({ part: this.part('section', key.text, start, node, key), items });
    }
    walk.close(root);
    return sections;
  }

  /** A section's list without its items, which become parts. */
  private list(parts: Part[], section: string, base: number): Sequence {
    const { walk } = this;
    const event = walk.take(EVENT_ID.SEQUENCE);
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const start = walk.open(event) - base;
    for (let dash = walk.entry(event); dash >= 0; dash = walk.entry(event))
      parts.push(this.part('item', section, dash, nodeAt(walk, dash), undefined));
    return { kind: 'sequence', flow, items: [], dashes: [], start, end: walk.close(event) - base };
  }

  private part(kind: Part['kind'], section: string, start: number, node: Node, key: Scalar | undefined): Part {
    const part = { kind, section, length: Math.max(node.end, key?.end ?? 0), key, node, problems: NONE };
    this.starts.set(part, start);
    return part;
  }
}

const NONE: readonly Problem[] = [];

import { moved } from '../problems.ts';
import type { Part, Problem, Section, Sequence, SyntaxDocument } from '../tree.ts';
import type { Cut, Stretch } from './cut.ts';
import type { Piece } from './piece.ts';
import { PartStarts } from './starts.ts';

/** Puts the pieces of a text together to its one document. Lists of which nothing changed stay the same objects. Never throws. */
export function join({ start, stretches }: Cut, pieces: readonly Piece[]): SyntaxDocument {
  const joiner = new Joiner(start);
  pieces.forEach((piece, index) => {
    const stretch = stretches[index];
    if (stretch) joiner.add(piece, stretch);
  });
  return joiner.document((stretches.at(-1)?.start ?? 0) + (pieces.at(-1)?.end ?? 0));
}

/** A list of which the header was seen: its items may come. */
interface OpenList {
  readonly header: Piece;
  readonly start: number;
  readonly items: Part[];
  /** Where each of them starts. */
  readonly starts: number[];
  /** Where its last item ends, and its first dash stands. */
  end: number;
  first: number;
  /** What stands behind its items by mistake. */
  readonly strays: Placed[];
}

/** A section that is complete, in a piece that starts there. */
interface Placed {
  readonly section: Section;
  readonly piece: Piece;
  readonly start: number;
}

class Joiner {
  private readonly sections: Section[] = [];
  /** The parts in text order, and where each starts. */
  private readonly parts: Part[] = [];
  private readonly starts: number[] = [];
  private readonly problems: Problem[] = [];
  private readonly start: number;
  private broken = false;
  private list: OpenList | undefined;

  constructor(start: number) {
    this.start = start;
  }

  add(piece: Piece, { start }: Stretch): void {
    this.broken ||= piece.broken;
    for (const problem of piece.problems) this.problems.push(moved(problem, start - this.start));
    if (piece.kind === 'items') this.addItems(piece, start);
    else {
      this.closeList();
      if (piece.kind === 'header')
        this.list = { header: piece, start, items: [], starts: [], end: 0, first: -1, strays: [] };
      else for (const section of piece.sections) this.place({ section, piece, start });
    }
  }

  document(end: number): SyntaxDocument {
    this.closeList();
    const { start, sections, problems, broken } = this;
    return { start, end, sections, starts: new PartStarts(this.parts, this.starts), problems, broken, hasAlias: false };
  }

  private addItems(piece: Piece, start: number): void {
    const { list } = this;
    if (!list) return;
    for (const item of piece.items) {
      const at = start + (piece.starts.get(item) ?? 0);
      if (list.first < 0) list.first = at;
      list.items.push(item);
      list.starts.push(at);
    }
    list.end = start + piece.listEnd;
    for (const section of piece.sections) list.strays.push({ section, piece, start });
  }

  private closeList(): void {
    const { list } = this;
    if (!list) return;
    this.list = undefined;
    const section = listSection(list);
    this.sections.push(section);
    this.put(section.part, list.start + (list.header.starts.values().next().value ?? 0));
    for (const [index, item] of list.items.entries()) this.put(item, list.starts[index] ?? 0);
    for (const stray of list.strays) this.place(stray);
  }

  private place({ section, piece, start }: Placed): void {
    this.sections.push(section);
    this.put(section.part, start + (piece.starts.get(section.part) ?? 0));
    for (const item of section.items ?? []) this.put(item, start + (piece.starts.get(item) ?? 0));
  }

  private put(part: Part, start: number): void {
    this.parts.push(part);
    this.starts.push(start);
  }
}

/** The section of a list: the same object as long as its header and its items are the same, and so where it ends. */
function listSection({ header, start, items, end, first }: OpenList): Section {
  const known = lists.get(header);
  const length = end - start;
  if (known && isSame(known.items ?? [], items)) return known;
  const [{ part } = { part: undefined }] = header.sections;
  const node: Sequence = { kind: 'sequence', flow: false, items: [], dashes: [], start: first - start, end: length };
  const section: Section = {
    part: {
      kind: 'section',
      section: part?.section ?? '',
      length,
      key: part?.key,
      node,
      problems: part?.problems ?? [],
    },
    items,
  };
  lists.set(header, section);
  return section;
}

/** The section of a list with items of which some are others, when it has become longer. */
export function lengthened({ part }: Section, items: readonly Part[], by: number): Section {
  const { node, length } = part;
  return { part: { ...part, length: length + by, node: { ...node, end: node.end + by } }, items };
}

const lists = new WeakMap<Piece, Section>();

function isSame(before: readonly Part[], now: readonly Part[]): boolean {
  return before.length === now.length && before.every((part, index) => part === now[index]);
}

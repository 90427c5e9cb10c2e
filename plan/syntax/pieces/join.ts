import { moved } from '../problems.ts';
import type { Part, Problem, Section, Sequence, SyntaxDocument } from '../tree.ts';
import type { Cut, Stretch } from './cut.ts';
import type { Piece } from './piece.ts';

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
  /** Where its last item ends, and its first dash stands. */
  end: number;
  first: number;
}

class Joiner {
  private readonly starts = new Map<Part, number>();
  private readonly sections: Section[] = [];
  private readonly problems: Problem[] = [];
  private readonly start: number;
  private broken = false;
  private list: OpenList | undefined;
  /** The pieces of its items, and where they start. */
  private readonly later: [Piece, number][] = [];
  /** Sections that stand behind a list's last item by mistake. */
  private strays: Section[] = [];

  constructor(start: number) {
    this.start = start;
  }

  add(piece: Piece, { start }: Stretch): void {
    this.broken ||= piece.broken;
    for (const problem of piece.problems) this.problems.push(moved(problem, start - this.start));
    if (piece.kind === 'items') this.addItems(piece, start);
    else {
      this.closeList();
      if (piece.kind === 'header') this.list = { header: piece, start, items: [], end: 0, first: -1 };
      else {
        this.place(piece, start);
        for (const section of piece.sections) this.sections.push(section);
      }
    }
  }

  document(end: number): SyntaxDocument {
    this.closeList();
    const { start, sections, starts, problems, broken } = this;
    return { start, end, sections, starts, problems, broken, hasAlias: false };
  }

  private addItems(piece: Piece, start: number): void {
    const { list } = this;
    if (!list) return;
    for (const item of piece.items) {
      const at = start + (piece.starts.get(item) ?? 0);
      if (list.first < 0) list.first = at;
      list.items.push(item);
    }
    list.end = start + piece.listEnd;
    this.later.push([piece, start]);
    this.strays.push(...piece.sections);
  }

  private closeList(): void {
    const { list } = this;
    if (!list) return;
    this.list = undefined;
    const section = listSection(list);
    for (const [piece, start] of this.later) this.place(piece, start);
    this.later.length = 0;
    this.starts.set(section.part, list.start + (list.header.starts.values().next().value ?? 0));
    this.sections.push(section, ...this.strays);
    this.strays = [];
  }

  private place(piece: Piece, start: number): void {
    for (const [part, at] of piece.starts) this.starts.set(part, start + at);
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

const lists = new WeakMap<Piece, Section>();

function isSame(before: readonly Part[], now: readonly Part[]): boolean {
  return before.length === now.length && before.every((part, index) => part === now[index]);
}

import { parseAllDocuments } from 'yaml';
import { convert } from '../convert.ts';
import type { Letters } from '../edited-text.ts';
import { moved } from '../problems.ts';
import type { Part, Problem, Section, Source, SyntaxDocument } from '../tree.ts';
import type { Stretch } from './cut.ts';

/** A stretch that was read. It knows nothing of the text around it, so that it can be kept when only that changes. Never changed once made. */
export interface Piece {
  readonly kind: Stretch['kind'];
  /** Where the library sees its end, and that of the list that its items make: from its own start. */
  readonly end: number;
  readonly listEnd: number;
  /** What a list's header and the lists' items hold is put together by the whole; other sections are complete. */
  readonly sections: readonly Section[];
  readonly items: readonly Part[];
  /** Where each part starts, from the start of the piece. */
  readonly starts: ReadonlyMap<Part, number>;
  /** Problems that stand in no part; spans from the start of the piece. */
  readonly problems: readonly Problem[];
  readonly broken: boolean;
  readonly hasAlias: boolean;
}

/** How the library is asked: nothing is thrown, and no sentence is made of its own. */
export const LIBRARY_OPTIONS = {
  keepSourceTokens: true,
  uniqueKeys: false,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

/** Put before a section, so that nothing that is kept of it holds on to the whole text. */
const ABOVE_SECTION = '\n';

/** Reads sound texts alone, into the tree that the library gives of them; undefined for any other. Never throws. */
export type SoundReader = (text: string) => Source | undefined;

/**
 * Reads one stretch; with a reader for sound texts at hand, with that where it is one. Undefined if it turns out not to be a stretch: the text is then
 * to be read as a whole. Never throws.
 */
export function readPiece(
  text: Letters,
  { kind, key, column, start, end }: Stretch,
  readSound?: SoundReader,
): Piece | undefined {
  const above = kind === 'items' ? `${key}:\n${' '.repeat(column)}` : ABOVE_SECTION;
  const own = above + text.slice(start, end);
  try {
    const document = readSound?.(own)?.documents[0] ?? libraryDocument(own);
    if (!document) return undefined;
    const { sections, starts, broken, hasAlias } = document;
    const [first, ...further] = sections;
    const isSound =
      kind === 'items'
        ? first?.items !== undefined
        : first !== undefined && (kind === 'section' || sections.length === 1);
    if (!first || !isSound) return undefined;
    const ownStarts = new Map<Part, number>();
    for (const [part, at] of starts)
      if (kind !== 'items' || part !== first.part) ownStarts.set(part, at - above.length);
    return {
      kind,
      end: document.end - above.length,
      listEnd: first.part.node.end - above.length,
      sections: kind === 'items' ? further : sections,
      items: kind === 'items' ? (first.items ?? []) : [],
      starts: ownStarts,
      problems: document.problems.map(problem => moved(problem, document.start - above.length)),
      broken,
      hasAlias,
    };
  } catch {
    // The parser recurses: text made to exhaust the stack lands here.
    return undefined;
  }
}

/** The one document that the library makes of a text; undefined if it makes several. Throws for want of stack. */
function libraryDocument(text: string): SyntaxDocument | undefined {
  const parsed = parseAllDocuments(text, LIBRARY_OPTIONS);
  const [source] = Array.isArray(parsed) && parsed.length === 1 ? parsed : [];
  return source && convert(text, source);
}

import type { Part, Section, Source, SyntaxDocument } from '../tree.ts';
import type { Stretch } from './cut.ts';
import { lengthened } from './join.ts';
import type { Piece } from './piece.ts';
import { PartStarts } from './starts.ts';

/** One piece that was read anew, in a text that is cut where it was. */
export interface Change {
  readonly before: Piece;
  readonly now: Piece;
  /** Where it stands now. */
  readonly stretch: Stretch;
  /** Whether the text ends with it, and whether the list does that it stands in. */
  readonly isLast: boolean;
  readonly endsList: boolean;
  /** How much longer it is. */
  readonly by: number;
}

/**
 * The document that `join` would make of all pieces, made of the last one, where just one piece with one part in it is another. Undefined for a document or
 * pieces of which that is not certain. Never throws.
 */
export function rejoin(
  last: Source,
  { before, now, stretch, isLast, endsList, by }: Change,
): SyntaxDocument | undefined {
  const [document] = last.documents;
  const [was, is] = [onlyPart(before), onlyPart(now)];
  const at = is && now.starts.get(is);
  if (!document || last.documents.length > 1 || !was || !is || at === undefined || before.starts.get(was) !== at)
    return undefined;
  const { starts, sections } = document;
  if (!(starts instanceof PartStarts) || document.broken || document.problems.length > 0) return undefined;
  const number = starts.numberOf(was);
  const others = new Map([[number, is]]);
  const changed = sections.map((section): Section => {
    if (section.part === was) return { part: is, items: undefined };
    const first = starts.numberOf(section.part) + 1;
    if (!section.items || section.items[number - first] !== was) return section;
    const items = section.items.with(number - first, is);
    const longer = lengthened(section, items, endsList ? now.listEnd - before.listEnd : by);
    others.set(first - 1, longer.part);
    return longer;
  });
  const end = document.end + (isLast ? now.end - before.end : by);
  const from = stretch.start + at;
  return { ...document, end, sections: changed, starts: starts.changed(others, from, by) };
}

/** The one part of a piece without fault that holds nothing else. */
function onlyPart({ kind, sections, items, starts, problems, broken, hasAlias }: Piece): Part | undefined {
  if (starts.size !== 1 || broken || hasAlias || problems.length > 0) return undefined;
  if (kind === 'items') return sections.length === 0 ? items[0] : undefined;
  return kind === 'section' && sections[0]?.items === undefined ? sections[0]?.part : undefined;
}

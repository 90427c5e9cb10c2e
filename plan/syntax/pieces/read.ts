import type { Steps } from '../../steps.ts';
import { type Cut, cut, type Stretch } from './cut.ts';
import { type Piece, readPiece } from './piece.ts';
import { retyped } from './retype.ts';

/** A text that was read in pieces: one for each stretch. */
export interface Reading {
  readonly text: string;
  readonly cut: Cut;
  readonly pieces: readonly Piece[];
}

/**
 * Reads a text piece by piece. Pieces whose text stands in an earlier reading too, in the same order from the beginning or from the end, are taken
 * over. Undefined for a text that must be read as a whole. A step is a piece. Never throws.
 */
export function* readPieces(text: string, before: Reading | undefined): Steps<Reading | undefined> {
  const now = cut(text);
  if (!now) return undefined;
  const kept = before ? takenOver(text, now.stretches, before) : [];
  const pieces: Piece[] = [];
  for (const [index, stretch] of now.stretches.entries()) {
    const known = kept[index];
    const piece = known ?? readPiece(text, stretch);
    if (!piece) return undefined;
    pieces.push(piece);
    if (!known) yield;
  }
  return { text, cut: now, pieces };
}

/** The earlier pieces that still stand there, each where it stands now. Texts are compared, so that nothing depends on what an editor says has changed. */
function takenOver(text: string, now: readonly Stretch[], before: Reading): (Piece | undefined)[] {
  const pieces: (Piece | undefined)[] = [];
  const old = before.cut.stretches;
  const isSame = (stretch: Stretch | undefined, other: Stretch | undefined) =>
    stretch !== undefined &&
    other !== undefined &&
    isLike(stretch, other) &&
    stretch.end - stretch.start === other.end - other.start &&
    text.slice(stretch.start, stretch.end) === before.text.slice(other.start, other.end);
  const most = Math.min(now.length, old.length);
  let first = 0;
  for (; first < most && isSame(now[first], old[first]); first++) pieces[first] = before.pieces[first];
  let last = 1;
  for (; last <= most - first && isSame(now[now.length - last], old[old.length - last]); last++)
    pieces[now.length - last] = before.pieces[old.length - last];
  const [changed, was, piece] = [now[first], old[first], before.pieces[first]];
  if (now.length === old.length && first + last === now.length && piece && changed && was && isLike(changed, was)) {
    const texts = { before: before.text.slice(was.start, was.end), now: text.slice(changed.start, changed.end) };
    pieces[first] = retyped(piece, texts);
  }
  return pieces;
}

/** True for stretches at which the same is to be read. */
function isLike(stretch: Stretch, other: Stretch): boolean {
  return stretch.kind === other.kind && stretch.key === other.key && stretch.column === other.column;
}

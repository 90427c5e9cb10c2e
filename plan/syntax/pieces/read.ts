import type { Steps } from '../../steps.ts';
import { type Cut, cut, type Stretch } from './cut.ts';
import { type Piece, readPiece } from './piece.ts';
import { recut } from './recut.ts';
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
  const known = before && (inOneLine(text, before) ?? inSomeLines(text, before));
  const now = before ? known?.cut : cut(text);
  if (!now) return undefined;
  const pieces: Piece[] = [];
  for (const [index, stretch] of now.stretches.entries()) {
    const kept = known?.pieces[index];
    const piece = kept ?? readPiece(text, stretch);
    if (!piece) return undefined;
    pieces.push(piece);
    if (!kept) yield;
  }
  return { text, cut: now, pieces };
}

/** A text that was cut, and the pieces of an earlier reading that still stand there, each where it stands now. */
interface Known {
  readonly cut: Cut;
  readonly pieces: readonly (Piece | undefined)[];
}

/** After a key pressed in a line. */
function inOneLine(text: string, before: Reading): Known | undefined {
  const again = recut(text, before);
  const now = again?.cut.stretches[again.changed];
  const was = again && before.cut.stretches[again.changed];
  if (!again || !now || !was) return undefined;
  const pieces: (Piece | undefined)[] = [...before.pieces];
  const texts = { before: before.text.slice(was.start, was.end), now: text.slice(now.start, now.end) };
  const piece = pieces[again.changed];
  pieces[again.changed] = piece && retyped(piece, texts);
  return { cut: again.cut, pieces };
}

/** After any change. Texts are compared, so that nothing depends on what an editor says has changed. */
function inSomeLines(text: string, before: Reading): Known | undefined {
  const now = cut(text);
  return now && { cut: now, pieces: takenOver(text, now.stretches, before) };
}

function takenOver(text: string, now: readonly Stretch[], before: Reading): (Piece | undefined)[] {
  const pieces: (Piece | undefined)[] = [];
  const old = before.cut.stretches;
  const isSame = (stretch: Stretch | undefined, other: Stretch | undefined) =>
    stretch !== undefined &&
    other !== undefined &&
    stretch.kind === other.kind &&
    stretch.key === other.key &&
    stretch.column === other.column &&
    stretch.end - stretch.start === other.end - other.start &&
    text.slice(stretch.start, stretch.end) === before.text.slice(other.start, other.end);
  const most = Math.min(now.length, old.length);
  let first = 0;
  for (; first < most && isSame(now[first], old[first]); first++) pieces[first] = before.pieces[first];
  for (let last = 1; last <= most - first && isSame(now[now.length - last], old[old.length - last]); last++)
    pieces[now.length - last] = before.pieces[old.length - last];
  return pieces;
}

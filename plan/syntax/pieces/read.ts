import type { Steps } from '../../steps.ts';
import { type EditedText, wholeOf } from '../edited-text.ts';
import { type Cut, cut, type Stretch } from './cut.ts';
import { type Piece, readPiece, type SoundReader } from './piece.ts';
import { editInLine, recut } from './recut.ts';
import type { Change } from './rejoin.ts';
import { retyped } from './retype.ts';

/** A text that was read in pieces: one for each stretch. */
export interface Reading {
  readonly text: string;
  readonly cut: Cut;
  readonly pieces: readonly Piece[];
  /** The one piece of the earlier reading that was read anew, where no other was, and how much longer it is. */
  readonly changed: { readonly index: number; readonly by: number } | undefined;
}

/**
 * Reads a text piece by piece. Pieces whose text stands in an earlier reading too, in the same order from the beginning or from the end, are taken
 * over. Undefined for a text that must be read as a whole. A step is a piece. Never throws.
 */
export function* readPieces(
  text: string | EditedText,
  before: Reading | undefined,
  readSound?: SoundReader,
): Steps<Reading | undefined> {
  const known = before && (inOneLine(text, before) ?? inSomeLines(wholeOf(text), before));
  const now = before ? known?.cut : cut(wholeOf(text));
  if (!now) return undefined;
  const pieces = known?.pieces ?? [];
  for (let index = nextUnread(pieces, 0); index < now.stretches.length; index = nextUnread(pieces, index + 1)) {
    const stretch = now.stretches[index];
    const piece = stretch && readPiece(text, stretch, readSound);
    if (!piece) return undefined;
    pieces[index] = piece;
    yield;
  }
  return {
    text: wholeOf(text),
    cut: now,
    pieces: pieces.filter(piece => piece !== undefined),
    changed: known?.changed,
  };
}

/** Thousands of pieces are passed here behind every key. */
function nextUnread(pieces: readonly (Piece | undefined)[], from: number): number {
  let index = from;
  while (pieces[index]) index++;
  return index;
}

/** The one piece in which a reading differs from the one before; undefined where more may. */
export function changedOf(last: Reading, { cut: { stretches }, pieces, changed }: Reading): Change | undefined {
  if (!changed) return undefined;
  const { index, by } = changed;
  const [before, now, stretch] = [last.pieces[index], pieces[index], stretches[index]];
  if (!before || !now || !stretch) return undefined;
  const next = stretches[index + 1];
  return { before, now, stretch, isLast: next === undefined, endsList: next?.kind !== 'items', by };
}

/** A text that was cut, and the pieces of an earlier reading that still stand there, each where it stands now. */
interface Known {
  readonly cut: Cut;
  readonly pieces: (Piece | undefined)[];
  readonly changed?: Reading['changed'];
}

/** After a key pressed in a line. What was edited is known, or else found out: texts are compared, so that nothing depends on what an editor says. */
function inOneLine(text: string | EditedText, before: Reading): Known | undefined {
  const edit = typeof text === 'string' ? editInLine(before.text, text) : text.edit;
  const again = edit && recut(before, edit);
  const now = again?.cut.stretches[again.changed];
  const was = again && before.cut.stretches[again.changed];
  if (!again || !now || !was) return undefined;
  const pieces: (Piece | undefined)[] = before.pieces.slice();
  const texts = { before: before.text.slice(was.start, was.end), now: text.slice(now.start, now.end) };
  const piece = pieces[again.changed];
  pieces[again.changed] = piece && retyped(piece, texts);
  return { cut: again.cut, pieces, changed: { index: again.changed, by: text.length - before.text.length } };
}

/** After any change. */
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

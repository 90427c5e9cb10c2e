import { absolute, type Place, type SyntaxDocument } from '../syntax/tree.ts';
import type { Placed } from './types.ts';

/** Where the thing stands, counted from the start of the text. */
export function placed(syntax: SyntaxDocument, place: Place): Placed {
  const { start, end } = absolute(syntax, place);
  return { at: start, until: end };
}

/** The offset of the first of the things that is there; the document's start when none is. */
export function offsetOf(syntax: SyntaxDocument, ...places: readonly (Place | undefined)[]): number {
  for (const place of places) if (place !== undefined) return absolute(syntax, place).start;
  return syntax.start;
}

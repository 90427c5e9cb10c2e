import { isListOf, isRecord } from './unknown.ts';

/** A place in a text as LSP counts it. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** From one place up to another. */
export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** What is put into a text in place of what stands there. */
export interface PlaceEdit {
  readonly range: PlaceRange;
  readonly newText: string;
}

/** True for a range. Never throws, whatever it is given. */
export function isRange(x: unknown): x is PlaceRange {
  return isRecord(x) && isPlace(x.start) && isPlace(x.end);
}

/** True for a list of edits. Never throws, whatever it is given. */
export function areEdits(x: unknown): x is readonly PlaceEdit[] {
  return isListOf(x, edit => isRecord(edit) && isRange(edit.range) && typeof edit.newText === 'string');
}

function isPlace(x: unknown): boolean {
  return isRecord(x) && typeof x.line === 'number' && typeof x.character === 'number';
}

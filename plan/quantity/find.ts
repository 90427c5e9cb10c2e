import { isName } from './context.ts';
import { lex } from './lex.ts';
import { isSecondFigure, quantityAt } from './read.ts';
import type { Quantity } from './types.ts';

/** A quantity and where it stands in the text, in UTF-16 units. What qualifies it (`about`, `under`) stands before it. */
export interface FoundQuantity {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
}

/** A figure, or a sign of a script that has others: full-width ones, written fractions. */
const MAY_HAVE_FIGURES = /[\d\u0080-\uffff]/;

/** A description is a sentence or two; what lies beyond is not looked at. */
const LONGEST_SENTENCE = 2000;

/**
 * Every quantity of a sentence, in order: the two of `from 4 hours to 30 minutes` are two, `4-5 hours` is one. Dates, years, ordinals and names
 * (`O1`, `Phase 2`, `v2.1`) are none; counts (`three core reports` in words, `25-person`) are as far as they have figures. Never throws.
 */
export function findQuantities(text: string): readonly FoundQuantity[] {
  if (!MAY_HAVE_FIGURES.test(text)) return [];
  const tokens = lex(text, LONGEST_SENTENCE);
  const all: FoundQuantity[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== 'number' || isName(tokens, at) || isSecondFigure(tokens, at)) continue;
    const found = quantityAt(tokens, at, text, true);
    const first = found && tokens[found.first];
    const last = found && tokens[found.next - 1];
    if (!found || !first || !last || !Number.isFinite(found.quantity.value)) continue;
    all.push({ quantity: found.quantity, start: first.start, end: last.end });
    at = Math.max(at, found.next - 1);
  }
  return all;
}

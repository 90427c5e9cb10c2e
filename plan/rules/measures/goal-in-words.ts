import { type Quantity, quantityOf, readQuantity } from '../../quantity/index.ts';

const AMOUNT = String.raw`(?:[$€£]\s?)?\d[\d.,]*(?:\s?(?:%|[kKmM]\b))?(?:\s?(?:of\s\d+|(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|points?|NPS)\b))?`;
const CHANGE = new RegExp(String.raw`\bto\s+(?:at least\s+|at most\s+|under\s+|below\s+)?(?<goal>${AMOUNT})`, 'gi');

/** The amount that a description says is to be reached, as it is written there: the `30 minutes` of `from 4 hours to 30 minutes`. Undefined if it names none, or several. */
export function goalInWords(description: string): { readonly text: string; readonly quantity: Quantity } | undefined {
  const found = [...description.replaceAll(/\s+/g, ' ').matchAll(CHANGE)].map(match =>
    (match.groups?.goal ?? '').replace(/[.,\s]+$/, ''),
  );
  const [text] = found;
  if (found.length !== 1 || !text) return undefined;
  const quantity = quantityOf(readQuantity(text));
  return quantity && { text, quantity };
}

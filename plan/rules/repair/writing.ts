import { quoteLike } from '../../syntax/quote.ts';
import type { ScalarStyle } from '../../syntax/tree.ts';

/** Keys with their texts, and the quotes each is to have. */
export type Entries = readonly (readonly [key: string, text: string, quotes: ScalarStyle])[];

/** A new mapping as the value of a key: on lines of its own, or in braces where it goes into flow style. */
export function mappingValue(entries: Entries, flow: boolean): string {
  return flow ? itemValue(entries, true) : `\n  ${itemValue(entries, false).replaceAll('\n', '\n  ')}`;
}

/** A new mapping as an item of a list. */
export function itemValue(entries: Entries, flow: boolean): string {
  const written = entries.map(([key, text, quotes]) => `${key}: ${quoteLike(quotes, text)}`);
  return flow ? `{ ${written.join(', ')} }` : written.join('\n');
}

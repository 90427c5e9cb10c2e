import { normalName } from '../../model/people.ts';

/**
 * How far two spellings of a name may differ and still be one: `normalName` passes over case, spaces and titles, and is how names are looked up;
 * `plainName` also over accents and kinds of apostrophes, as two entries of one person may differ; `bareName` over every sign, for guessing who is meant.
 */

/** A name as two entries of one person may differ: also without accents, and with one kind of apostrophe and hyphen. */
export function plainName(name: string): string {
  const one = normalName(name)
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[‐‑]/g, '-');
  return withoutAccents(one);
}

/** A name or role in small letters, without accents and signs; the @ of an address stays. */
export function bareName(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

import { normalName } from '../../model/people.ts';

/** A name as two entries of one person may differ: also without accents, and with one kind of apostrophe and hyphen. */
export function plainName(name: string): string {
  return normalName(name)
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[‐‑]/g, '-')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');
}

import type { Token } from './lex.ts';
import { ADVERBS, BOUNDS_AFTER, FIRST_OF_BOUNDS, STOP_WORDS, singular } from './units.ts';

/* What is counted: the words behind a number that are its unit. */

/** Most words a counted unit has: `open support tickets`. */
const LONGEST_UNIT = 3;

/** A counted unit's words from `at` on, at most three, hyphens kept. */
export function readNoun(
  tokens: readonly Token[],
  at: number,
): { unit: string; key: string; next: number } | undefined {
  const words: string[] = [];
  let unit = '';
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (token?.kind === 'word' && isUnitWord(token) && words.length < LONGEST_UNIT && !startsBound(tokens, next)) {
      unit += words.length > 0 && token.spaced ? ` ${token.text}` : token.text;
      words.push(token.text);
      next += 1;
    } else if (token?.text === '-' && !token.spaced && words.length > 0 && isGluedWord(tokens[next + 1])) {
      unit += '-';
      next += 1;
    } else break;
  }
  const last = words.pop();
  if (last === undefined) return undefined;
  return { unit, key: [...words.map(word => word.toLowerCase()), singular(last)].join(' '), next };
}

/** The hyphen of `25-person` and `12-week`. */
export function skipHyphen(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.text === '-' && !token.spaced && isGluedWord(tokens[at + 1]) ? at + 1 : at;
}

function isGluedWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.spaced;
}

/** True for a word that can be (part of) what is counted. */
export function isUnitWord(token: Token): boolean {
  if (STOP_WORDS.has(token.lower) || ADVERBS.has(token.lower)) return false;
  const last = token.text.charCodeAt(token.text.length - 1);
  return !(last >= 48 && last <= 57);
}

function startsBound(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.lower ?? '';
  if (!FIRST_OF_BOUNDS.has(first)) return false;
  return BOUNDS_AFTER.has(first) || BOUNDS_AFTER.has(`${first} ${tokens[at + 1]?.lower ?? ''}`);
}

/** True for what people write where a name or value is still to come: TBD, n/a, a dash, a question mark. Never throws. */
export function isPlaceholder(text: string): boolean {
  // Nearly every text that is asked about begins with two letters, or one and a figure, that none of the words begins with.
  const first = letterAt(text, 0);
  const second = letterAt(text, 1);
  if (first > 0 && second > 0 && BEGINNINGS[first * LETTERS + second] === 0) return false;
  const trimmed = text.trim();
  let start = 0;
  let end = trimmed.length;
  while (start < end && OPENING.includes(trimmed.charAt(start))) start++;
  while (end > start && CLOSING.includes(trimmed.charAt(end - 1))) end--;
  if (start === end) return true;
  if (SIGN.test(trimmed.charAt(start))) return /^[-–—_?…/]+$/.test(trimmed.slice(start, end));
  return end - start <= LONGEST && WORDS.has(trimmed.slice(start, end).toLowerCase().replaceAll(/\s+/g, ' '));
}

const OPENING = '[(<{';
const CLOSING = '])>}.:!';
const SIGN = /[-–—_?…/]/;
/** The longest of the words, with a doubled space or two. */
const LONGEST = 24;
/** True where something is written that is more than a word for nothing. Never throws. */
export function isSaid(text: string | undefined): boolean {
  return text !== undefined && !isPlaceholder(text);
}

const WORDS: ReadonlySet<string> = new Set([
  'tbd',
  'tba',
  'tbc',
  'tbn',
  't.b.d',
  't.b.a',
  't.b.c',
  'to be determined',
  'to be defined',
  'to be decided',
  'to be announced',
  'to be assigned',
  'to be confirmed',
  'to be named',
  'to be agreed',
  'n/a',
  'n.a',
  'na',
  'none',
  'none yet',
  'none so far',
  'none known',
  'none identified',
  'none identified yet',
  'none identified so far',
  'none at present',
  'none at the moment',
  'nobody',
  'no one',
  'no owner',
  'unknown',
  'unassigned',
  'not assigned',
  'not yet assigned',
  'not yet known',
  'not known',
  'open',
  'pending',
  'todo',
  'to do',
  'null',
  'nil',
  'x',
  'xx',
  'xxx',
  'someone',
]);

/** By two letters, 1 where a word for nothing begins with them. */
const LETTERS = 128;
const BEGINNINGS = new Uint8Array(LETTERS * LETTERS);
for (const word of WORDS) BEGINNINGS[letterAt(word, 0) * LETTERS + letterAt(word, 1)] = 1;

/** The code of a small letter or figure of ASCII, capitals as small ones; 0 for everything else. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const small = code >= 65 && code <= 90 ? code + 32 : code;
  return (small >= 97 && small <= 122) || (small >= 48 && small <= 57) ? small : 0;
}

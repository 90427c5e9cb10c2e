/** Whole values that say nobody has measured, lower case, without closing punctuation. */
const WORDS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '?',
  '??',
  '???',
  '~',
  '…',
  '...',
  '/',
  'x',
  'xx',
  'xxx',
  'n/a',
  'na',
  'n.a',
  'n/k',
  'none',
  'none yet',
  'nil',
  'null',
  'nothing yet',
  'not applicable',
  'no data',
  'no data yet',
  'no baseline',
  'no baseline yet',
  'pending',
  'unmeasured',
  'missing',
  'empty',
  'blank',
  'open',
  'todo',
  'to do',
  'fixme',
  '_',
  '__',
  '___',
  'unclear',
]);

/** Openings that say so whatever follows: "TBD, first milestone", "not yet measured (tooling comes in March)". */
const OPENINGS: readonly string[] = [
  'tbd',
  'tbc',
  'tba',
  'tbm',
  'todo',
  'n/a',
  'n.a.',
  'unknown',
  'not known',
  'not yet',
  'not measured',
  'not available',
  'not set',
  'not tracked',
  'not recorded',
  'not defined',
  'not determined',
  'not established',
  'unmeasured',
  'no baseline',
  'no data',
  'no measurement',
  'no value',
  'never measured',
  'awaiting measurement',
  'to be measured',
  'to be determined',
  'to be defined',
  'to be confirmed',
  'to be set',
  'to be agreed',
  'to be established',
  'to be decided',
  'to be announced',
  'to be collected',
  'to be baselined',
  'to be added',
  'to be filled',
  'to be tracked',
  'to be assessed',
  'to be validated',
  'to be estimated',
  'still unknown',
  'still to be',
  'yet to be',
  'currently unknown',
  'currently not measured',
  'pending measurement',
  'pending baseline',
];

const BY_LETTER: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(OPENINGS.map(opening => opening.charAt(0)))].map(letter => [
    letter,
    OPENINGS.filter(opening => opening.startsWith(letter)),
  ]),
);

/** True for the ways of writing "we have not measured this": an empty value, TBD, n/a, unknown, to be measured. Never throws. */
export function saysNotMeasured(trimmed: string): boolean {
  if (trimmed.length === 0) return true;
  const first = trimmed.charCodeAt(0);
  // Nearly every value opens with a digit.
  if (first >= 48 && first <= 57) return false;
  const lower = trimmed.slice(0, 60).toLowerCase().replaceAll('\u00A0', ' ');
  if (trimmed.length <= 20 && (WORDS.has(lower) || WORDS.has(stripClosing(lower)))) return true;
  const opened = lower.charAt(0) === '(' || lower.charAt(0) === '[' ? lower.slice(1) : lower;
  const openings = BY_LETTER.get(opened.charAt(0));
  if (!openings) return false;
  return openings.some(opening => opened.startsWith(opening) && !isLetter(opened.charCodeAt(opening.length)));
}

function stripClosing(text: string): string {
  let end = text.length;
  while (end > 1 && '.!:?)'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(text.charAt(0) === '(' ? 1 : 0, end);
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

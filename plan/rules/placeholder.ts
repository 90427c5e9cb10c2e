/** True for what people write where a name or value is still to come: TBD, n/a, a dash, a question mark. Never throws. */
export function isPlaceholder(text: string): boolean {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/^[[(<{]+|[\])>}.:!]+$/g, '');
  return word === '' || /^[-–—_?…/]+$/.test(word) || WORDS.has(word.replaceAll(/\s+/g, ' '));
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

/** A number found in a text: where it ends, its value (none for dates and version numbers) and its written decimals. */
export interface Numeral {
  readonly end: number;
  readonly value: number | undefined;
  readonly decimals: number;
}

/**
 * The number that begins at `at`, if one does. Which sign groups and which one parts the decimals, decided once:
 * - `1,250` and `1 250` and `1'250` are 1250: groups of exactly three after a first group of one to three.
 * - `2,5`, `0,250` and `12,75` have a decimal comma, since that is no grouping.
 * - `1.250` is 1.25: plans are English; an amount of euros and their like is 1250 (`isGroupedByDot`). `1.250.000` and `1.250,50` can only be grouped by dots, and are.
 * - `1,50,000` is grouped the Indian way.
 * - `2026-04-01`, `15.01.2026` and `1.2.3` are no numbers: they are passed over as a whole.
 */
export function scanNumber(text: string, at: number): Numeral | undefined {
  const code = text.charCodeAt(at);
  if (!isDigit(code)) {
    // .5 hours
    if (text.charAt(at) !== '.' || !isDigit(text.charCodeAt(at + 1))) return undefined;
    const before = text.charCodeAt(at - 1);
    if (isDigit(before) || text.charAt(at - 1) === '.') return undefined;
    const end = digits(text, at + 1);
    return { end, value: Number(text.slice(at, end)), decimals: end - at - 1 };
  }
  const first = digits(text, at);
  if (first - at === 4 && isIsoDay(text, first)) return { end: first + 6, value: undefined, decimals: 0 };

  // Nearly every number is figures and no more.
  if (!isMark(text.charAt(first)) || !isDigit(text.charCodeAt(first + 1)))
    return exponent(text, first, Number(text.slice(at, first)), 0);

  const groups = [text.slice(at, first)];
  let marks = '';
  let end = first;
  for (;;) {
    const mark = text.charAt(end);
    if (!isMark(mark) || !isDigit(text.charCodeAt(end + 1))) break;
    const next = digits(text, end + 1);
    // A blank groups only where exactly three digits follow, and a sentence goes on otherwise.
    if (mark === ' ' || mark === "'" || mark === '_') {
      if (next - end !== 4 || (groups[0]?.length ?? 0) > 3 || (marks !== '' && !marks.includes(mark))) break;
    }
    groups.push(text.slice(end + 1, next));
    marks += mark;
    end = next;
  }
  const read = assemble(groups, marks);
  if (read.value === undefined && marks.startsWith(',')) {
    // A list such as 4,5,6: only its first number is meant.
    return { end: first, value: Number(groups[0]), decimals: 0 };
  }
  if (read.value === undefined) return { end, ...read };
  return exponent(text, end, read.value, read.decimals);
}

function assemble(groups: readonly string[], marks: string): { value: number | undefined; decimals: number } {
  if (marks === '') return whole(groups);
  const last = marks.charAt(marks.length - 1);
  const rest = marks.slice(0, -1);
  const tail = groups[groups.length - 1] ?? '';
  if (rest === '') {
    if (last === '.') return decimal(groups);
    if (last === ',')
      return groups[0] !== '0' && tail.length === 3 && (groups[0]?.length ?? 0) <= 3 ? whole(groups) : decimal(groups);
    return whole(groups);
  }
  const same = rest.split('').every(mark => mark === rest.charAt(0));
  if (!same) return { value: undefined, decimals: 0 };
  if (rest.charAt(0) === last) return grouped(groups) ? whole(groups) : { value: undefined, decimals: 0 };
  if (last !== '.' && last !== ',') return { value: undefined, decimals: 0 };
  return grouped(groups.slice(0, -1)) ? decimal(groups) : { value: undefined, decimals: 0 };
}

function grouped(groups: readonly string[]): boolean {
  const [head, ...tail] = groups;
  if (head === undefined || head.length > 3) return false;
  if (tail.every(group => group.length === 3)) return true;
  const lastGroup = tail[tail.length - 1];
  return head.length <= 2 && lastGroup?.length === 3 && tail.slice(0, -1).every(group => group.length === 2);
}

function whole(groups: readonly string[]): { value: number; decimals: number } {
  return { value: Number(groups.join('')), decimals: 0 };
}

function decimal(groups: readonly string[]): { value: number; decimals: number } {
  const tail = groups[groups.length - 1] ?? '';
  return { value: Number(`${groups.slice(0, -1).join('')}.${tail}`), decimals: tail.length };
}

/** `1e3`, as YAML and spreadsheets write large numbers. */
function exponent(text: string, end: number, value: number, decimals: number): Numeral {
  const letter = text.charAt(end);
  if (letter !== 'e' && letter !== 'E') return { end, value, decimals };
  const signed = text.charAt(end + 1) === '+' || text.charAt(end + 1) === '-';
  const from = end + (signed ? 2 : 1);
  const to = digits(text, from);
  if (to === from || to - from > 3) return { end, value, decimals };
  const power = Number(text.slice(end + 1, to));
  const scaled = Number(`${value}e${power}`);
  return { end: to, value: Number.isFinite(scaled) ? scaled : undefined, decimals: Math.max(0, decimals - power) };
}

function isIsoDay(text: string, at: number): boolean {
  return (
    text.charAt(at) === '-' &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    text.charAt(at + 3) === '-' &&
    isDigit(text.charCodeAt(at + 4)) &&
    isDigit(text.charCodeAt(at + 5))
  );
}

function digits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function isMark(char: string): boolean {
  return char === ',' || char === '.' || char === ' ' || char === "'" || char === '’' || char === '_';
}

/** True for the code unit of 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

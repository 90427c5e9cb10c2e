import type { Reindent } from './tabs.ts';

/**
 * Lines in a column in which nothing goes on, moved to the nearest one in which such a thing stands above: the first of `lines`, with those below that go
 * with it. Nothing where two columns are as near. `above` is the text before them, `column` where the first one begins. Never throws.
 */
export function linedUp(above: string, column: number, lines: string): Reindent[] {
  const isItem = /^-(?:\s|$)/.test(lines.slice(column));
  const columns = columnsAbove(above, isItem);
  const far = (one: number) => Math.abs(one - column);
  const [nearest, next] = columns.toSorted((a, b) => far(a) - far(b));
  if (nearest === undefined || nearest === column || (next !== undefined && far(next) === far(nearest))) return [];
  const moved: Reindent[] = [];
  let before = '';
  for (const { 0: line, 1: blanks = '', index } of lines.matchAll(/^( *)(.*)$/gm)) {
    const rest = line.slice(blanks.length);
    if (/^\r?$/.test(rest)) continue;
    const goesOn = blanks.length > column || (blanks.length === column && (!isItem || /^-(?:\s|$)/.test(rest)));
    if (isItem && blanks.length === nearest && nearest > column && /^-(?:\s|$)/.test(rest)) {
      // An item of the same list is in its place; below a key it may be one of a list within.
      if (/:\s*$/.test(before)) return [];
      break;
    }
    before = rest;
    if (!goesOn && rest.startsWith('#')) continue;
    if (!goesOn) break;
    moved.push({ start: index, end: index + blanks.length, blanks: ' '.repeat(blanks.length + nearest - column) });
  }
  return moved;
}

/** The columns of the dashes, or of the keys, that the last line of a text is in. */
function columnsAbove(above: string, ofItems: boolean): number[] {
  const columns = new Set<number>();
  let limit = Number.POSITIVE_INFINITY;
  for (const line of above.split(/\r?\n/).toReversed()) {
    const [begin = '', blanks = ''] = /^( *)(?:- +)*/.exec(line) ?? [];
    if (!/^[^\s#]/.test(line.slice(begin.length)) || blanks.length >= limit) continue;
    if (!ofItems && begin.length < limit) columns.add(begin.length);
    if (ofItems) for (const { index } of begin.matchAll(/-/g)) if (index < limit) columns.add(index);
    limit = blanks.length;
  }
  return [...columns];
}

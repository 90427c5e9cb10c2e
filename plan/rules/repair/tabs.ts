/** Blanks to be written in place of others. `start` and `end` count from the start of the lines. */
export interface Reindent {
  readonly start: number;
  readonly end: number;
  readonly blanks: string;
}

/**
 * Lines that begin with tabs, indented with spaces: the first one so that it belongs to the line above it, those below it as far from it as they
 * were. A tab counts as two blanks. `above` is the text before them. Never throws.
 */
export function withoutTabs(above: string, lines: string): Reindent[] {
  const tabbed = [...lines.matchAll(/^[ \t]*\t[ \t]*/gm)].map(({ 0: blanks, index }) => ({
    start: index,
    end: index + blanks.length,
    width: blanks.replaceAll('\t', '  ').length,
  }));
  const [first] = tabbed;
  if (!first) return [];
  const shift = (columnBelow(above, lines.slice(first.end)) ?? first.width) - first.width;
  return tabbed.map(({ start, end, width }) => ({ start, end, blanks: ' '.repeat(Math.max(0, width + shift)) }));
}

/** The column of a line below others: deeper than a key that holds nothing yet, else level with its neighbour, or with the last item for another one. */
function columnBelow(above: string, line: string): number | undefined {
  const written = above.split(/\r?\n/).filter(one => /^ *[^\s#]/.test(one));
  const isItem = /^-(?:\s|$)/.test(line);
  const holder = /^( *(?:- +)*)[^\s#].*:\s*(?:#.*)?$/.exec(written.at(-1) ?? '');
  if (holder) return (holder[1]?.length ?? 0) + 2;
  const neighbour = isItem ? written.findLast(one => /^ *- /.test(one)) : written.at(-1);
  return neighbour === undefined ? undefined : (isItem ? /^ */ : /^ *(?:- +)*/).exec(neighbour)?.[0].length;
}

/** A place in a document, as LSP counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the bench types and asks, in the middle of a made plan. */
export interface Places {
  /** The end of the value in `status: pending`, a milestone's. */
  readonly value: Position;
  /** The last letter of that value. */
  readonly letter: string;
  /** The indentation of that milestone's keys: another key may follow on the next line. */
  readonly indent: string;
  /** In the word `goal`, the key of the nearest outcome's target. */
  readonly hover: Position;
}

/** Finds the places. Throws for a text that has them not. */
export function placesIn(text: string): Places {
  const lines = text.split('\n');
  const status = nearestToMiddle(lines, /^ +status: pending$/);
  const goal = nearestToMiddle(lines, /^ +goal: /);
  const line = lines[status] ?? '';
  return {
    value: { line: status, character: line.length },
    letter: line.slice(-1),
    indent: line.slice(0, line.length - line.trimStart().length),
    hover: { line: goal, character: (lines[goal] ?? '').indexOf('goal') + 2 },
  };
}

function nearestToMiddle(lines: readonly string[], pattern: RegExp): number {
  const middle = Math.floor(lines.length / 2);
  for (let away = 0; away <= middle; away++) {
    if (pattern.test(lines[middle - away] ?? '')) return middle - away;
    if (pattern.test(lines[middle + away] ?? '')) return middle + away;
  }
  throw new Error(`no line like ${pattern}`);
}

/** The text without the last letter of the value: the state in which the bench opens it. */
export function withoutLetter(text: string, { value }: Places): string {
  const lines = text.split('\n');
  lines[value.line] = (lines[value.line] ?? '').slice(0, value.character - 1);
  return lines.join('\n');
}

/**
 * The smallest item of a list that holds a line: from its dash to the next thing at its indentation or left of it. What an edit in that line must
 * read again at the least. The whole text if no list holds the line.
 */
export function itemAround(text: string, line: number): string {
  const lines = text.split('\n');
  const indentOf = (one: string) => one.length - one.trimStart().length;
  let from = line;
  let limit = indentOf(lines[line] ?? '');
  while (from >= 0) {
    const one = lines[from] ?? '';
    const indent = indentOf(one);
    if (one.trim() !== '' && indent <= limit) {
      if (one.trimStart().startsWith('- ')) break;
      limit = indent;
    }
    from--;
  }
  if (from < 0) return text;
  const dash = indentOf(lines[from] ?? '');
  let until = from + 1;
  while (until < lines.length && ((lines[until] ?? '').trim() === '' || indentOf(lines[until] ?? '') > dash)) until++;
  return `${lines.slice(from, until).join('\n')}\n`;
}
